import {
  scriptReports,
  type SpeechEngine,
  type SpeechFailure,
  type SpeechOptions,
  type Timeline,
  type Utterance,
  type Voice,
} from './engine.ts';

interface Known {
  /** The voices, where they are known before the engine is there; else they come with it. */
  readonly voices?: readonly Voice[];
  /** Why nothing is heard while its code cannot come. */
  readonly refusal: SpeechFailure;
}

/** An engine whose code comes when it is first wanted: preparing an article is early enough. */
export class LazyEngine extends EventTarget implements SpeechEngine {
  readonly #load: () => Promise<SpeechEngine>;
  readonly #known: Known;
  #engine: SpeechEngine | undefined;
  #coming: Promise<SpeechEngine> | undefined;
  /** What is to be asked once it is there: only the newest wish counts. */
  #wish: ((engine: SpeechEngine) => void) | undefined;

  constructor(load: () => Promise<SpeechEngine>, known: Known) {
    super();
    this.#load = load;
    this.#known = known;
  }

  get listed(): readonly Voice[] {
    return this.#known.voices ?? this.#engine?.listed ?? [];
  }

  /** None while its code cannot come. */
  async voices(): Promise<readonly Voice[]> {
    return (
      this.#known.voices ??
      this.#fetch().then(
        (engine) => engine.voices(),
        () => [],
      )
    );
  }

  get timeline(): Timeline | undefined {
    return this.#engine?.timeline;
  }

  prepare(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.#ask((engine) => engine.prepare(script, from, options));
  }

  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.#ask(
      (engine) => engine.speak(script, from, options),
      () => this.dispatchEvent(new CustomEvent('failed', { detail: { index: from, reason: this.#known.refusal } })),
    );
  }

  stop(): void {
    this.#wish = undefined;
    this.#engine?.stop();
  }

  setRate(rate: number): boolean {
    return this.#engine?.setRate(rate) ?? false;
  }

  setVolume(volume: number): boolean {
    return this.#engine?.setVolume(volume) ?? false;
  }

  #ask(wish: (engine: SpeechEngine) => void, refuse?: () => void): void {
    if (this.#engine) return wish(this.#engine);
    this.#wish = wish;
    this.#fetch().then(
      (engine) => {
        if (this.#wish === wish) wish(engine);
      },
      () => {
        if (this.#wish === wish) refuse?.();
      },
    );
  }

  #fetch(): Promise<SpeechEngine> {
    this.#coming ??= this.#load().then(
      (engine) => {
        for (const type of [...scriptReports, 'voiceschanged'] as const) {
          engine.addEventListener(type, ({ detail }: CustomEvent<unknown>) =>
            this.dispatchEvent(new CustomEvent(type, { detail })),
          );
        }
        this.#engine = engine;
        if (!this.#known.voices) this.dispatchEvent(new CustomEvent('voiceschanged'));
        return engine;
      },
      (error: unknown) => {
        // The network may be back at the next wish.
        this.#coming = undefined;
        throw error;
      },
    );
    return this.#coming;
  }
}
