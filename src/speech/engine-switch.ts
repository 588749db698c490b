import {
  scriptReports,
  type SpeechEngine,
  type SpeechOptions,
  type Timeline,
  type Utterance,
  type Voice,
} from './engine.ts';

/** Two engines as one: each voice is spoken by the engine whose it is, and only that one is heard and reports. */
export class EngineSwitch extends EventTarget implements SpeechEngine {
  readonly #engines: Readonly<Record<Voice['engine'], SpeechEngine>>;
  #active: SpeechEngine;

  constructor(engines: Readonly<Record<Voice['engine'], SpeechEngine>>) {
    super();
    this.#engines = engines;
    this.#active = engines.system;
    for (const engine of Object.values(engines)) {
      for (const type of scriptReports) {
        engine.addEventListener(type, ({ detail }: CustomEvent<unknown>) => {
          if (engine === this.#active) this.dispatchEvent(new CustomEvent(type, { detail }));
        });
      }
      engine.addEventListener('voiceschanged', () => this.dispatchEvent(new CustomEvent('voiceschanged')));
    }
  }

  get listed(): readonly Voice[] {
    return [...this.#engines.system.listed, ...this.#engines.espeak.listed];
  }

  async voices(): Promise<readonly Voice[]> {
    return (await Promise.all([this.#engines.system.voices(), this.#engines.espeak.voices()])).flat();
  }

  get timeline(): Timeline | undefined {
    return this.#active.timeline;
  }

  prepare(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.#turnTo(options.voice).prepare(script, from, options);
  }

  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.#turnTo(options.voice).speak(script, from, options);
  }

  stop(): void {
    this.#active.stop();
  }

  setRate(rate: number): boolean {
    return this.#active.setRate(rate);
  }

  setVolume(volume: number): boolean {
    return this.#active.setVolume(volume);
  }

  #turnTo(voice: Voice | undefined): SpeechEngine {
    const engine = this.#engines[voice?.engine ?? 'system'];
    if (engine !== this.#active) this.#active.stop();
    this.#active = engine;
    return engine;
  }
}
