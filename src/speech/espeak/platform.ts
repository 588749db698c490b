import type { VoicePack } from './voice-pack.ts';
import type { WorkerPort } from './voice-worker.ts';

/** The one element that everything is heard through. */
export type AudioElement = EventTarget &
  Pick<
    HTMLAudioElement,
    | 'src'
    | 'currentTime'
    | 'paused'
    | 'ended'
    | 'preload'
    | 'playbackRate'
    | 'defaultPlaybackRate'
    | 'preservesPitch'
    | 'play'
    | 'pause'
  >;

/** The pieces of a browser that the embedded voice needs, passed in so that tests can hand in others. */
export interface EspeakPlatform {
  readonly audio: AudioElement;
  readonly createWorker: () => WorkerPort;
  readonly pack: VoicePack;
  readonly urls: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
  /** Fires `pagehide`. */
  readonly page: EventTarget;
  /** Fires `visibilitychange`. */
  readonly document: EventTarget & Pick<Document, 'visibilityState'>;
  /** Runs something once, before the next frame is drawn; the function it returns calls it off. */
  readonly beforeFrame: (run: () => void) => () => void;
  /** Runs something once, `ms` milliseconds later; the function it returns calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Milliseconds. */
  readonly now: () => number;
  /** False only when there is certainly nothing to play sound on. */
  readonly hasOutput: () => Promise<boolean>;
}

/** @param createWorker makes a worker of the script that the pack names */
export function browserPlatform(
  window: Window & typeof globalThis,
  pack: VoicePack,
  createWorker: () => WorkerPort,
): EspeakPlatform {
  return {
    audio: new window.Audio(),
    createWorker,
    pack,
    urls: window.URL,
    page: window,
    document: window.document,
    beforeFrame: (run) => {
      const frame = window.requestAnimationFrame(run);
      return () => window.cancelAnimationFrame(frame);
    },
    after: (ms, run) => {
      const timer = window.setTimeout(run, ms);
      return () => window.clearTimeout(timer);
    },
    now: () => window.performance.now(),
    hasOutput: () => hasOutput(window.navigator),
  };
}

/**
 * Without a loudspeaker Chromium plays on, unheard, but lists no output (measured: Chromium 156 on Linux without a sound
 * server). Other browsers list none before a page may use the microphone, so only Chromium on a desk is asked.
 */
async function hasOutput(navigator: Partial<Navigator> & NavigatorUAData): Promise<boolean> {
  if (navigator.userAgentData?.mobile !== false) return true;
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => undefined);
  return devices?.some(({ kind }) => kind === 'audiooutput') ?? true;
}

/** What TypeScript's DOM library does not know of https://wicg.github.io/ua-client-hints/. */
interface NavigatorUAData {
  readonly userAgentData?: { readonly mobile: boolean };
}
