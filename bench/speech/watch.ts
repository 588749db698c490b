/** What happened in a page. Moments are milliseconds since 1970. */
export interface Watched {
  /** The last press of a finger. */
  pressed: number;
  readonly lit: { readonly layer: string; readonly text: string; readonly at: number }[];
  /** When the element that everything sounds through was given another file. */
  readonly parts: number[];
  /** Milliseconds; browsers tell of those over 50. */
  readonly longTasks: { readonly at: number; readonly took: number }[];
}

declare global {
  interface Window {
    watched: Watched & {
      audio: HTMLAudioElement | undefined;
      /** The one that holds the embedded voice. */
      worker: Worker | undefined;
    };
  }
  // Missing in the types of the DOM.
  interface HighlightRegistry {
    set(name: string, highlight: Highlight): HighlightRegistry;
  }
}

/** Runs in the page before the app does; changes nothing of what the app does. */
export function watch(): void {
  const now = () => performance.timeOrigin + performance.now();
  const watched: Window['watched'] = {
    pressed: 0,
    lit: [],
    parts: [],
    longTasks: [],
    audio: undefined,
    worker: undefined,
  };
  window.watched = watched;
  addEventListener('click', ({ timeStamp }) => (watched.pressed = performance.timeOrigin + timeStamp), {
    capture: true,
  });
  window.Audio = new Proxy(Audio, {
    construct: (target, [source]: [string?]) => {
      const audio = new target(source);
      watched.audio = audio;
      audio.addEventListener('loadstart', () => watched.parts.push(now()));
      return audio;
    },
  });
  window.Worker = new Proxy(Worker, {
    construct: (target, [url, options]: [string | URL, WorkerOptions?]) => {
      watched.worker = new target(url, options);
      return watched.worker;
    },
  });
  const set = Reflect.get<HighlightRegistry, 'set'>(HighlightRegistry.prototype, 'set');
  HighlightRegistry.prototype.set = function (name, highlight) {
    const [range] = highlight;
    if (range instanceof Range) watched.lit.push({ layer: name, text: range.toString(), at: now() });
    return set.call(this, name, highlight);
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      watched.longTasks.push({ at: performance.timeOrigin + startTime, took: duration });
    }
  }).observe({ type: 'longtask', buffered: true });
}
