import {
  scriptReports,
  type SpeechEngine,
  type SpeechEventMap,
  type SpeechOptions,
  type Timeline,
  type Utterance,
  type Voice,
} from './engine.ts';

/**
 * One engine for several speakers (an article, a sample), since the device has one voice at a time. Each speaker hears
 * only of its own script; whoever is spoken over hears that it was interrupted.
 */
export class SharedEngine {
  readonly #engine: SpeechEngine;
  readonly #speakers: Speaker[] = [];

  constructor(engine: SpeechEngine) {
    this.#engine = engine;
  }

  /** A new speaker: an engine to whoever holds it. */
  speaker(): SpeechEngine {
    const speaker: Speaker = new Speaker(this.#engine, () => this.#giveTo(speaker));
    this.#speakers.push(speaker);
    return speaker;
  }

  #giveTo(speaker: Speaker): void {
    for (const other of this.#speakers) if (other !== speaker) other.yield();
  }
}

class Speaker extends EventTarget implements SpeechEngine {
  readonly #engine: SpeechEngine;
  readonly #take: () => void;
  /** Is the engine's present script ours? */
  #ours = false;
  /** The utterance being said, while one is. */
  #index: number | undefined;

  constructor(engine: SpeechEngine, take: () => void) {
    super();
    this.#engine = engine;
    this.#take = take;
    for (const type of scriptReports) engine.addEventListener(type, ({ detail }) => this.#hear(type, detail));
    engine.addEventListener('voiceschanged', () => this.#report('voiceschanged', null));
  }

  get timeline(): Timeline | undefined {
    return this.#ours ? this.#engine.timeline : undefined;
  }

  get listed(): readonly Voice[] {
    return this.#engine.listed;
  }

  voices(): Promise<readonly Voice[]> {
    return this.#engine.voices();
  }

  prepare(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.#own();
    this.#engine.prepare(script, from, options);
  }

  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.#own();
    this.#index = from;
    this.#engine.speak(script, from, options);
  }

  stop(): void {
    this.#index = undefined;
    if (this.#ours) this.#engine.stop();
  }

  setRate(rate: number): boolean {
    return this.#ours && this.#engine.setRate(rate);
  }

  setVolume(volume: number): boolean {
    return this.#ours && this.#engine.setVolume(volume);
  }

  /** Another speaker takes the voice. */
  yield(): void {
    const index = this.#index;
    this.stop();
    this.#ours = false;
    if (index !== undefined) this.#report('failed', { index, reason: 'interrupted' });
  }

  #own(): void {
    this.#take();
    this.#ours = true;
  }

  #hear<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    if (!this.#ours) return;
    if (type === 'ended' || type === 'failed') this.#index = undefined;
    else if (detail && 'index' in detail) this.#index = detail.index;
    this.#report(type, detail);
  }

  #report<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
