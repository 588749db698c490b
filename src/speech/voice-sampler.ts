import type { SpeechEngine, SpeechFailure, Voice } from './engine.ts';

/** What the sampler is doing. */
export interface SampleSnapshot {
  /** `coming`: between the press and the first sound. */
  readonly state: 'silent' | 'coming' | 'speaking';
  /** What was asked for last. */
  readonly text?: string;
  /** The id of the voice that was asked last. */
  readonly voice?: string;
  /** How the last one ended; undefined while it goes on, and if it was stopped. */
  readonly outcome?: 'heard' | SpeechFailure;
}

/** How a sample is said. */
export interface SampleManner {
  readonly voice?: Voice | undefined;
  readonly pitch: number;
}

/** Says one short text at a time, for somebody who tries a voice or a pronunciation. Events: `change`. */
export class VoiceSampler extends EventTarget {
  readonly #engine: SpeechEngine;
  readonly #manner: () => SampleManner;
  readonly #hush: () => void;
  #snapshot: SampleSnapshot = { state: 'silent' };

  /**
   * @param engine nobody else's: every report of it is taken for the sample's
   * @param manner the listener's voice and pitch
   * @param hush called before a sample: an article that is being read pauses
   */
  constructor(engine: SpeechEngine, manner: () => SampleManner, hush: () => void) {
    super();
    this.#engine = engine;
    this.#manner = manner;
    this.#hush = hush;
    engine.addEventListener('sentence', () => this.#set({ ...this.#snapshot, state: 'speaking' }));
    engine.addEventListener('ended', () => this.#finish('heard'));
    engine.addEventListener('failed', ({ detail: { reason } }) => this.#finish(reason));
  }

  get snapshot(): SampleSnapshot {
    return this.#snapshot;
  }

  /**
   * Says a text at the voice's own speed. Inside a tap it reaches the platform inside that tap.
   *
   * @param text Albanian, as it should be said
   * @param voice the listener's own if undefined
   */
  say(text: string, voice = this.#manner().voice): void {
    this.#hush();
    this.#set({ state: 'coming', text, ...(voice && { voice: voice.id }) });
    const { pitch } = this.#manner();
    this.#engine.speak([{ text, language: 'sq', closes: 'sentence' }], 0, { ...(voice && { voice }), rate: 1, pitch });
  }

  stop(): void {
    if (this.#snapshot.state === 'silent') return;
    this.#engine.stop();
    this.#set({ ...this.#snapshot, state: 'silent' });
  }

  #finish(outcome: SampleSnapshot['outcome'] & string): void {
    this.#set({ ...this.#snapshot, state: 'silent', outcome });
  }

  #set(snapshot: SampleSnapshot): void {
    this.#snapshot = snapshot;
    this.dispatchEvent(new Event('change'));
  }
}
