import type { Article, Locator } from '../articles/article.ts';
import type { SpeechEngine, SpeechFailure } from '../speech/engine.ts';
import { Script } from './script.ts';

export const rates = { least: 0.5, most: 3, step: 0.1 } as const;

/** What is going on; `loading` is the time between the wish to hear and the first sound. */
export type Playback = 'idle' | 'loading' | 'playing' | 'paused' | 'failed';

/** Why it is silent: the listener wished it, the article was over, or the voice gave up. */
export type StopReason = 'paused' | 'stopped' | 'ended' | SpeechFailure;

export interface SessionSnapshot {
  readonly playback: Playback;
  /** Undefined while nothing was played yet. */
  readonly stopReason: StopReason | undefined;
  readonly article: Article | undefined;
  readonly script: Script | undefined;
  /** The sentence that is spoken, or that would be spoken next. */
  readonly index: number;
  readonly rate: number;
  /** Does this device have an Albanian voice? */
  readonly voice: 'unknown' | 'present' | 'absent';
}

export interface SessionEventMap {
  change: CustomEvent<SessionSnapshot>;
  /** A word is spoken: `[start, end)` in the text of `block`. */
  word: CustomEvent<{ readonly block: number; readonly start: number; readonly end: number }>;
  /** The place to keep changed. */
  place: CustomEvent<{ readonly locator: Locator; readonly progress: number }>;
}

const nothingOpen = {
  playback: 'idle',
  stopReason: undefined,
  article: undefined,
  script: undefined,
  index: 0,
} satisfies Partial<SessionSnapshot>;

/**
 * Owns what is playing, where, and why it stopped. The engine only reports; pages only wish.
 */
export class ListeningSession extends EventTarget {
  private readonly engine: SpeechEngine;
  private current: SessionSnapshot;
  /** Counts the articles opened, so that one that arrives late never replaces a newer one. */
  private generation = 0;

  constructor(engine: SpeechEngine, rate: number) {
    super();
    this.engine = engine;
    this.current = { ...nothingOpen, rate, voice: 'unknown' };
    engine.addEventListener('sentence', (event) => this.reached(event.detail.index));
    engine.addEventListener('word', (event) => this.reachedWord(event.detail.index, event.detail.at));
    engine.addEventListener('ended', () => this.finish());
    engine.addEventListener('failed', (event) => this.fail(event.detail.index, event.detail.reason));
    engine.addEventListener('voiceschanged', () => void this.findVoice());
  }

  get snapshot(): SessionSnapshot {
    return this.current;
  }

  get isPlaying(): boolean {
    return this.current.playback === 'loading' || this.current.playback === 'playing';
  }

  /**
   * Makes an article the one to be heard, without a sound.
   *
   * @param at where to begin; the article's first sentence if undefined
   */
  async open(article: Article, at?: Locator): Promise<void> {
    const generation = ++this.generation;
    this.engine.stop();
    this.set({ ...nothingOpen, article });
    void this.findVoice();
    const script = await Script.of(article);
    if (generation !== this.generation) return;
    this.set({ script, index: at ? script.indexOf(at) : 0 });
  }

  /** Lets go of the article: after this nothing is loaded. */
  close(): void {
    this.generation++;
    this.engine.stop();
    this.set(nothingOpen);
  }

  /** Reads on from where it stands, or from sentence `index`. Inside a tap it reaches the engine inside that tap. */
  play(index = this.current.index): void {
    const { script, rate } = this.current;
    const from = this.clamp(index);
    if (!script || from === undefined) return;
    this.set({ playback: 'loading', stopReason: undefined, index: from });
    this.engine.speak(script.sentences, from, { rate, pitch: 1 });
  }

  pause(): void {
    if (!this.isPlaying) return;
    this.engine.stop();
    this.set({ playback: 'paused', stopReason: 'paused' });
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.play();
  }

  /** Silence; the place is kept. */
  stop(): void {
    this.engine.stop();
    if (this.current.playback !== 'idle') this.set({ playback: 'idle', stopReason: 'stopped' });
  }

  next(): void {
    this.move(this.current.index + 1);
  }

  previous(): void {
    this.move(this.current.index - 1);
  }

  /** Moves to a sentence; goes on speaking there if it was speaking. */
  move(index: number): void {
    const to = this.clamp(index);
    if (to === undefined || to === this.current.index) return;
    if (this.isPlaying) this.play(to);
    else this.set({ index: to });
    this.reportPlace();
  }

  /** @param rate 0.5 to 3; the sentence being spoken begins again at the new rate */
  setRate(rate: number): void {
    const rounded = Math.round(Math.min(rates.most, Math.max(rates.least, rate)) * 10) / 10;
    if (rounded === this.current.rate) return;
    this.set({ rate: rounded });
    if (this.isPlaying) this.play();
  }

  private async findVoice(): Promise<void> {
    const { length } = await this.engine.voices();
    this.set({ voice: length > 0 ? 'present' : 'absent' });
  }

  private clamp(index: number): number | undefined {
    const length = this.current.script?.sentences.length ?? 0;
    return length === 0 ? undefined : Math.min(length - 1, Math.max(0, index));
  }

  private reached(index: number): void {
    this.set({ playback: 'playing', index });
    this.reportPlace();
  }

  private reachedWord(index: number, at: number): void {
    const sentence = this.current.script?.sentences[index];
    const source = sentence?.sourceOf(at);
    if (sentence && source) this.report('word', { block: sentence.block, ...source });
  }

  private finish(): void {
    this.set({ playback: 'idle', stopReason: 'ended', index: 0 });
    const { script } = this.current;
    if (script) this.report('place', { locator: script.locatorOf(0), progress: 1 });
  }

  private fail(index: number, reason: SpeechFailure): void {
    // Somebody else took the voice: that is a pause, and theirs to end.
    const playback = reason === 'interrupted' ? 'paused' : 'failed';
    this.set({ playback, stopReason: reason, index: this.clamp(index) ?? 0 });
  }

  private reportPlace(): void {
    const { script, index } = this.current;
    if (!script) return;
    this.report('place', { locator: script.locatorOf(index), progress: index / script.sentences.length });
  }

  private set(change: Partial<SessionSnapshot>): void {
    this.current = { ...this.current, ...change };
    this.report('change', this.current);
  }

  private report<K extends keyof SessionEventMap>(type: K, detail: SessionEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  override addEventListener<K extends keyof SessionEventMap>(
    type: K,
    listener: (event: SessionEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ): void {
    super.addEventListener(type, listener, options);
  }
}
