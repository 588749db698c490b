/** A voice that can read Albanian, whatever engine it belongs to. */
export interface Voice {
  /** Stable between visits where the platform allows it. */
  readonly id: string;
  readonly name: string;
  /** BCP 47, as the platform wants to hear it back (`sq-AL`, `sq`). */
  readonly language: string;
  /** Does it work without a network? A hint only: some platforms say it wrong. */
  readonly offline: boolean;
  /** Whose it is: the platform's own, or the app's embedded eSpeak NG. */
  readonly engine: 'system' | 'espeak';
}

/** One unit handed to an engine: a sentence as it should be said. */
export interface Utterance {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** What it closes: a reader pauses longer after a paragraph than after a sentence, and longest after a heading. */
  readonly closes: 'sentence' | 'paragraph' | 'heading';
}

/** Silence besides what an engine's voice makes anyway. */
export interface ExtraPause {
  /** At rate 1; a faster voice makes shorter pauses too. */
  readonly seconds: number;
  readonly after: 'sentence' | 'paragraph';
}

export interface SpeechOptions {
  /** Undefined: the engine's best Albanian voice. */
  readonly voice?: Voice;
  /** 1 is the voice's own speed; 0.5 to 4. */
  readonly rate: number;
  /** 1 is the voice's own pitch; 0 to 2. */
  readonly pitch: number;
  /**
   * Said once before the first utterance, after a short sound where the engine can make one, else after a pause; not
   * reported.
   */
  readonly announcement?: readonly Utterance[];
  readonly pause?: ExtraPause;
  /** The utterance before which it ends, as if the script were over there. Above `from`; what comes is made ahead still. */
  readonly to?: number;
}

/** How much longer than usual the silence after an utterance that closes this is, in seconds at rate 1. */
export function extraPause(closes: Utterance['closes'], pause: ExtraPause | undefined): number {
  return pause && (closes !== 'sentence' || pause.after === 'sentence') ? pause.seconds : 0;
}

/**
 * Why an engine gave up:
 * - `no-voice`: the device has no Albanian voice
 * - `not-started`: the voice never began to speak
 * - `lost`: the voice began and was never heard of again
 * - `interrupted`: somebody else took the voice (another page, the system)
 * - `network`: the voice needs a network and there is none
 * - `not-allowed`: the platform wants a tap first
 * - `broken`: anything else that the platform reports as an error
 * - `no-pack`: the embedded voice is not on this device and could not be fetched
 * - `no-output`: the device has nothing to play sound on
 * - `nothing-to-say`: no utterance of the script holds a letter or a digit
 */
export type SpeechFailure =
  | 'no-voice'
  | 'not-started'
  | 'lost'
  | 'interrupted'
  | 'network'
  | 'not-allowed'
  | 'broken'
  | 'no-pack'
  | 'no-output'
  | 'nothing-to-say';

/** Where in time the utterances of a script stand. Seconds from its beginning, at rate 1. */
export interface Timeline {
  /** Of the whole script; estimated until all of it was synthesised. */
  readonly duration: number;
  /** When utterance `index` begins. */
  secondsOf(index: number): number;
  /** The utterance that is said at a moment, or the pause after it. */
  indexAt(seconds: number): number;
}

export interface SpeechEventMap {
  /** The voice begins utterance `index` of the script. */
  sentence: CustomEvent<{ readonly index: number }>;
  /** The voice is at a word: UTF-16 code units into that utterance's text. */
  word: CustomEvent<{ readonly index: number; readonly at: number; readonly length: number }>;
  /** How far the voice has come, several times a second. Only from an engine that has a timeline. */
  progress: CustomEvent<{ readonly seconds: number; readonly duration: number }>;
  /** The voice itself is on its way to this device; bytes. */
  fetching: CustomEvent<{ readonly loaded: number; readonly total: number }>;
  /** Utterance `index` could not be said and was passed over; the next one follows. */
  skipped: CustomEvent<{ readonly index: number }>;
  /** The last utterance of the script, or the last before `SpeechOptions.to`, was said to its end. */
  ended: CustomEvent<null>;
  /** The engine stopped by itself at utterance `index`. */
  failed: CustomEvent<{ readonly index: number; readonly reason: SpeechFailure }>;
  /** The list of Albanian voices changed. */
  voiceschanged: CustomEvent<null>;
}

/** What an engine reports of a script: all but the news that other voices are there. */
export const scriptReports = [
  'sentence',
  'word',
  'progress',
  'fetching',
  'skipped',
  'ended',
  'failed',
] as const satisfies (keyof SpeechEventMap)[];

/** Reports only: an engine owns no queue and no state that others read. */
export interface SpeechEngine extends EventTarget {
  /** The Albanian voices found so far, best first. */
  readonly listed: readonly Voice[];
  /** The same, once a platform that lists them late has done so. */
  voices(): Promise<readonly Voice[]>;
  /** Of the script that was prepared or spoken last; undefined where the platform does not tell. */
  readonly timeline: Timeline | undefined;
  /** Makes what can be made ahead, so that `speak` with the same script is heard at once. No sound, no report. */
  prepare(script: readonly Utterance[], from: number, options: SpeechOptions): void;
  /**
   * Says the script from utterance `from` on, stopping whatever was being said. Called inside a tap, it reaches the
   * platform inside that tap.
   */
  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void;
  /** Silence, and no further report of what was being said. */
  stop(): void;
  /** Takes another rate while speaking. False: it cannot, and the caller speaks the utterance again. */
  setRate(rate: number): boolean;
  /** @param volume 0 to 1. False: it cannot, or the device does not let it. */
  setVolume(volume: number): boolean;

  addEventListener<K extends keyof SpeechEventMap>(
    type: K,
    listener: (event: SpeechEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions,
  ): void;
}
