/** The pieces of a browser that Web Speech needs, passed in so that tests can hand in others. */
export interface SpeechPlatform {
  /** Undefined where the browser has none (Android's WebView, and with it many in-app browsers). */
  readonly synthesis: Synthesis | undefined;
  readonly Utterance: new (text: string) => SpeechSynthesisUtterance;
  /** Runs something once, `ms` milliseconds later; the function it returns calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** False only when there is certainly no network. */
  readonly online: () => boolean;
  /** Fires `pagehide`. */
  readonly page: EventTarget;
}

/** What is used of `speechSynthesis`: no pause, no resume, since no platform does them well. */
export type Synthesis = Pick<SpeechSynthesis, 'speaking' | 'getVoices' | 'speak' | 'cancel' | 'onvoiceschanged'>;

export function browserPlatform(window: Window & typeof globalThis): SpeechPlatform {
  return {
    synthesis: 'speechSynthesis' in window ? window.speechSynthesis : undefined,
    Utterance: window.SpeechSynthesisUtterance,
    after: (ms, run) => {
      const timer = window.setTimeout(run, ms);
      return () => window.clearTimeout(timer);
    },
    online: () => window.navigator.onLine,
    page: window,
  };
}
