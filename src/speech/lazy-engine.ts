import {
  scriptReports,
  type SpeechEngine,
  type SpeechOptions,
  type Timeline,
  type Utterance,
  type Voice,
} from './engine.ts';

/** An engine whose code comes when it is first wanted: preparing an article is early enough. */
export class LazyEngine extends EventTarget implements SpeechEngine {
  /** Known before the engine is there. */
  readonly listed: readonly Voice[];
  readonly #load: () => Promise<SpeechEngine>;
  #engine: SpeechEngine | undefined;
  #coming: Promise<SpeechEngine> | undefined;
  /** What is to be asked once it is there: only the newest wish counts. */
  #wish: ((engine: SpeechEngine) => void) | undefined;

  constructor(listed: readonly Voice[], load: () => Promise<SpeechEngine>) {
    super();
    this.listed = listed;
    this.#load = load;
  }

  voices(): Promise<readonly Voice[]> {
    return Promise.resolve(this.listed);
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
      () => this.dispatchEvent(new CustomEvent('failed', { detail: { index: from, reason: 'no-pack' } })),
    );
  }

  stop(): void {
    this.#wish = undefined;
    this.#engine?.stop();
  }

  setRate(rate: number): boolean {
    return this.#engine?.setRate(rate) ?? false;
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
        for (const type of scriptReports) {
          engine.addEventListener(type, ({ detail }: CustomEvent<unknown>) =>
            this.dispatchEvent(new CustomEvent(type, { detail })),
          );
        }
        this.#engine = engine;
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
