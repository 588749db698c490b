/** A voice that can read Albanian, whatever engine it belongs to. */
export interface Voice {
  /** Stable between visits where the platform allows it. */
  readonly id: string;
  readonly name: string;
  /** BCP 47, as the platform wants to hear it back (`sq-AL`, `sq`). */
  readonly language: string;
  /** Does it work without a network? A hint only: some platforms say it wrong. */
  readonly offline: boolean;
}

/** One unit handed to an engine: a sentence as it should be said. */
export interface Utterance {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
}

export interface SpeechOptions {
  /** Undefined: the engine's best Albanian voice. */
  readonly voice?: Voice;
  /** 1 is the voice's own speed; 0.5 to 3. */
  readonly rate: number;
  /** 1 is the voice's own pitch; 0 to 2. */
  readonly pitch: number;
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
 */
export type SpeechFailure = 'no-voice' | 'not-started' | 'lost' | 'interrupted' | 'network' | 'not-allowed' | 'broken';

export interface SpeechEventMap {
  /** The voice begins utterance `index` of the script. */
  sentence: CustomEvent<{ readonly index: number }>;
  /** The voice is at a word: UTF-16 code units into that utterance's text. */
  word: CustomEvent<{ readonly index: number; readonly at: number; readonly length: number }>;
  /** The last utterance of the script was said to its end. */
  ended: CustomEvent<null>;
  /** The engine stopped by itself at utterance `index`. */
  failed: CustomEvent<{ readonly index: number; readonly reason: SpeechFailure }>;
  /** The list of Albanian voices changed. */
  voiceschanged: CustomEvent<null>;
}

/** Reports only: an engine owns no queue and no state that others read. */
export interface SpeechEngine extends EventTarget {
  /** The Albanian voices of this device, best first; waits for a platform that lists them late. */
  voices(): Promise<readonly Voice[]>;
  /**
   * Says the script from utterance `from` on, stopping whatever was being said. Called inside a tap, it reaches the
   * platform inside that tap.
   */
  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void;
  /** Silence, and no further report of what was being said. */
  stop(): void;

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
