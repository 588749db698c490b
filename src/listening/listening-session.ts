import type { Article, Locator } from '../articles/article.ts';
import type { SpeechEngine, SpeechFailure, SpeechOptions, Timeline, Voice } from '../speech/engine.ts';
import type { VoiceWish } from '../speech/voices.ts';
import { Reading, type SpokenWish } from './reading.ts';
import { Script } from './script.ts';
import { VoiceChoice } from './voice-choice.ts';

/** The platform's voices end at three times their own speed. */
export const rates = { least: 0.5, most: { system: 3, espeak: 4 }, step: 0.1 } as const;

/** What is going on; `loading` is the time between the wish to hear and the first sound. */
export type Playback = 'idle' | 'loading' | 'playing' | 'paused' | 'failed';

/** Why it is silent: the listener wished it, the article was over, or the voice gave up. */
/** `waiting`: the listener wants to be waited for. */
export type StopReason = 'paused' | 'waiting' | 'stopped' | 'ended' | SpeechFailure;

/** Another voice than the wished one speaks, because that one gave up. */
export interface Substitution {
  readonly failed: Voice;
  readonly reason: SpeechFailure;
}

export interface SessionSnapshot {
  readonly playback: Playback;
  /** Undefined while nothing was played yet. */
  readonly stopReason: StopReason | undefined;
  readonly article: Article | undefined;
  readonly script: Script | undefined;
  /** The sentence that is spoken, or that would be spoken next. */
  readonly index: number;
  readonly rate: number;
  /** The voice that speaks, or that would; undefined where the device has none. */
  readonly voice: Voice | undefined;
  readonly substitution: Substitution | undefined;
  /** Sentences that the voice could not say and passed over. */
  readonly skipped: readonly number[];
  /** How much of the voice has come to this device, 0 to 1, while it is waited for. */
  readonly fetched: number | undefined;
}

export interface SessionEventMap {
  change: CustomEvent<SessionSnapshot>;
  /** A word is spoken: `[start, end)` in the text of `block`. */
  word: CustomEvent<{ readonly block: number; readonly start: number; readonly end: number }>;
  /** How far the voice has come: seconds at rate 1, several times a second, from voices that have a timeline. */
  progress: CustomEvent<{ readonly seconds: number; readonly duration: number }>;
  /** The place to keep changed. */
  place: CustomEvent<{ readonly locator: Locator; readonly progress: number }>;
  /** An article was said to its end. Whoever prevents the default goes on with another, and no silence is reported. */
  ended: CustomEvent<{ readonly article: string }>;
  /** Another article followed by itself. */
  turned: CustomEvent<{ readonly from: string | undefined; readonly to: string }>;
}

/** How the listener wants to be read to. */
export interface ReadingWish extends VoiceWish, SpokenWish {
  /** 0.5 to 4. */
  readonly rate: number;
  /** 1 is the voice's own pitch; 0.5 to 1.5. */
  readonly pitch: number;
}

const nothingOpen = {
  playback: 'idle',
  stopReason: undefined,
  article: undefined,
  script: undefined,
  index: 0,
  substitution: undefined,
  skipped: [],
  fetched: undefined,
} satisfies Partial<SessionSnapshot>;

/**
 * Owns what is playing, where, and why it stopped. The engine only reports; pages only wish.
 */
export class ListeningSession extends EventTarget {
  private readonly engine: SpeechEngine;
  private readonly choice: VoiceChoice;
  private readonly reading = new Reading();
  private wish: ReadingWish;
  private current: SessionSnapshot;
  /** Counts the articles opened, so that one that arrives late never replaces a newer one. */
  private generation = 0;
  /** Counts the wishes to hear, so that a late decision never starts what was stopped. */
  private attempt = 0;
  /** Where the voice ends, to wait for the listener. */
  private rest: number | undefined;
  /** Is it still to be said whose the article is and what it is called? */
  private announcing = false;
  /** Has the platform listed what it has? Some take seconds. */
  private voicesListed = false;

  constructor(engine: SpeechEngine, wish: ReadingWish) {
    super();
    this.engine = engine;
    this.wish = wish;
    this.choice = new VoiceChoice(engine, wish);
    this.current = { ...nothingOpen, rate: wish.rate, voice: this.choice.voice };
    engine.addEventListener('sentence', (event) => this.reached(event.detail.index));
    engine.addEventListener('word', (event) => this.reachedWord(event.detail.index, event.detail.at));
    engine.addEventListener('progress', (event) => this.report('progress', event.detail));
    engine.addEventListener('fetching', ({ detail: { loaded, total } }) => this.set({ fetched: loaded / total }));
    engine.addEventListener('skipped', ({ detail: { index } }) => {
      this.set({ skipped: [...this.current.skipped, index] });
    });
    engine.addEventListener('ended', () => this.finish());
    engine.addEventListener('failed', (event) => this.fail(event.detail.index, event.detail.reason));
    engine.addEventListener('voiceschanged', () => this.findVoice());
  }

  get snapshot(): SessionSnapshot {
    return this.current;
  }

  get isPlaying(): boolean {
    return this.current.playback === 'loading' || this.current.playback === 'playing';
  }

  /** Where in time the sentences stand; undefined where the voice does not tell. */
  get timeline(): Timeline | undefined {
    return this.current.voice?.engine === 'espeak' ? this.engine.timeline : undefined;
  }

  /** Was what the listener wants to hear at once said, and do they say when it goes on? */
  private get isWaiting(): boolean {
    return this.current.stopReason === 'waiting';
  }

  /** What the listener could have instead: the best voice of the device while the app's own reads, or the other way round. */
  get alternative(): Voice | undefined {
    const { voice } = this.current;
    return voice && this.engine.listed.find(({ engine }) => engine !== voice.engine);
  }

  /** The fastest that the voice goes. */
  get mostRate(): number {
    return rates.most[this.current.voice?.engine ?? 'system'];
  }

  /**
   * Makes an article the one to be heard, without a sound.
   *
   * @param at where to begin; the article's first sentence if undefined
   * @param playback `paused` to stand at that sentence, so that it is lit
   */
  async open(article: Article, at?: Locator, playback: 'idle' | 'paused' = 'idle'): Promise<void> {
    this.announcing = false;
    if (await this.load(article, at, playback)) this.prepare();
  }

  /**
   * Goes on with an article by itself: says whose it is and what it is called, and reads. A pause that comes meanwhile
   * holds.
   */
  async turnTo(article: Article, at?: Locator): Promise<void> {
    const from = this.current.article?.id;
    const coming = this.load(article, at, 'loading');
    this.announcing = true;
    this.report('turned', { from, to: article.id });
    if (!(await coming)) return;
    if (!this.isPlaying) this.prepare();
    else if (this.current.script?.sentences.length === 0) this.fail(0, 'nothing-to-say');
    else this.play();
  }

  /** @returns false where a newer article was opened meanwhile */
  private async load(article: Article, at: Locator | undefined, playback: Playback): Promise<boolean> {
    const generation = ++this.generation;
    void this.engine.voices().then(() => (this.voicesListed = true));
    this.engine.stop();
    this.set({ ...nothingOpen, playback, article, voice: this.choice.voice });
    const [script] = await Promise.all([Script.of(article), this.reading.ready(this.wish.lexicon)]);
    if (generation !== this.generation) return false;
    this.set({ script, index: at ? script.indexOf(at) : 0 });
    return true;
  }

  /** Lets go of the article: after this nothing is loaded. */
  close(): void {
    this.generation++;
    this.engine.stop();
    this.set(nothingOpen);
  }

  /**
   * Reads on from where it stands, or from sentence `index`; where that is not read, from the next. Inside a tap it
   * reaches the engine inside that tap.
   */
  play(index = this.isWaiting ? (this.rest ?? 0) : this.current.index): void {
    const from = this.placeOf(index, 1);
    if (from === undefined) return;
    if (from !== this.current.index) this.announcing = false;
    this.set({ substitution: undefined });
    this.speak(from, this.choice.voice);
  }

  private speak(index: number, voice: Voice | undefined): void {
    const { script } = this.current;
    if (!script) return;
    this.attempt++;
    const rate = Math.min(this.wish.rate, rates.most[voice?.engine ?? 'system']);
    this.set({ playback: 'loading', stopReason: undefined, index, voice, rate, fetched: undefined });
    const utterances = this.reading.utterances(script, voice, this.wish);
    const announcement = this.announcing ? this.reading.announcement(index) : undefined;
    this.rest = script.rules.restAfter(utterances, index, this.wish.manner);
    this.engine.speak(utterances, index, {
      ...this.optionsFor(script, voice, rate),
      ...(announcement && { announcement }),
      ...(this.rest !== undefined && { to: this.rest }),
    });
  }

  private optionsFor({ rules }: Script, voice: Voice | undefined, rate: number): SpeechOptions {
    const pause = rules.extraPauseOf(this.wish.manner);
    return { ...(voice && { voice }), rate, pitch: this.wish.pitch, ...(pause && { pause }) };
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

  /** Moves to a sentence; goes on speaking there if it was speaking, or waiting to. */
  move(index: number): void {
    const to = this.placeOf(index, index < this.current.index ? -1 : 1);
    if (to === undefined || to === this.current.index) return;
    if (this.isPlaying || this.isWaiting) this.play(to);
    else this.set({ index: to });
    this.reportPlace();
  }

  /** @param seconds a moment of the timeline; moves to the sentence that is said there */
  seek(seconds: number): void {
    const index = this.timeline?.indexAt(seconds);
    if (index !== undefined) this.move(index);
  }

  /** @param rate 0.5 to the fastest of the voice; a voice that cannot change in the middle says the sentence again */
  setRate(rate: number): void {
    const rounded = Math.round(Math.min(this.mostRate, Math.max(rates.least, rate)) * 10) / 10;
    if (rounded === this.current.rate) return;
    this.wish = { ...this.wish, rate: rounded };
    this.set({ rate: rounded });
    if (!this.engine.setRate(rounded) && this.isPlaying) this.play();
  }

  /** @param volume 0 to 1. False where the voice cannot, or the device does not let it. */
  setVolume(volume: number): boolean {
    return this.engine.setVolume(volume);
  }

  /** Takes another voice, pitch or lexicon at once: a sentence being spoken begins again. */
  setWish(change: Partial<Omit<ReadingWish, 'rate'>>): void {
    this.wish = { ...this.wish, ...change };
    this.choice.change(this.wish);
    const loading = this.reading.ready(this.wish.lexicon);
    if (loading) void loading.then(() => this.heedWish());
    else this.heedWish();
  }

  private heedWish(): void {
    if (this.isPlaying) return this.play();
    this.findVoice();
    this.prepare();
  }

  /** So that the press on play is heard at once. */
  private prepare(): void {
    const { script, index, voice, rate } = this.current;
    if (!script || !voice || this.isPlaying) return;
    const utterances = this.reading.utterances(script, voice, this.wish);
    this.engine.prepare(utterances, script.rules.settle(utterances, index, 1), this.optionsFor(script, voice, rate));
  }

  private findVoice(): void {
    if (!this.isPlaying) this.set({ voice: this.choice.voice });
  }

  private clamp(index: number): number | undefined {
    const length = this.current.script?.sentences.length ?? 0;
    return length === 0 ? undefined : Math.min(length - 1, Math.max(0, index));
  }

  /** The sentence at `index` or, where it is not read, the next one in that direction. */
  private placeOf(index: number, direction: 1 | -1): number | undefined {
    const { script, voice } = this.current;
    const to = this.clamp(index);
    if (!script || to === undefined) return undefined;
    return script.rules.settle(this.reading.utterances(script, voice, this.wish), to, direction);
  }

  private reached(index: number): void {
    this.announcing = false;
    this.set({ playback: 'playing', index, fetched: undefined });
    this.reportPlace();
  }

  private reachedWord(index: number, at: number): void {
    const source = this.reading.sourceOf(index, at);
    if (source) this.report('word', source);
  }

  private finish(): void {
    if (this.rest !== undefined) return this.set({ playback: 'paused', stopReason: 'waiting' });
    const { script, article } = this.current;
    const detail = { article: article?.id ?? '' };
    const goesOn = !this.dispatchEvent(new CustomEvent('ended', { detail, cancelable: true }));
    this.set(goesOn ? { playback: 'loading' } : { playback: 'idle', stopReason: 'ended', index: 0 });
    if (script) this.report('place', { locator: script.locatorOf(0), progress: 1 });
  }

  private fail(index: number, reason: SpeechFailure): void {
    const { voice } = this.current;
    const at = this.clamp(index) ?? 0;
    const substitute = voice && this.isPlaying ? this.choice.substituteFor(voice, reason) : undefined;
    if (voice && substitute) {
      this.set({ substitution: { failed: voice, reason } });
      return this.speak(at, substitute);
    }
    if (voice?.engine === 'espeak' && this.isPlaying && !this.voicesListed) {
      const { attempt } = this;
      void this.engine.voices().then(() => {
        if (attempt === this.attempt && this.isPlaying) this.fail(index, reason);
      });
      return;
    }
    this.choice.forgive();
    // That no other voice was there either is not what went wrong first.
    const stopReason = reason === 'no-pack' ? (this.current.substitution?.reason ?? reason) : reason;
    // Somebody else took the voice: that is a pause, and theirs to end.
    const playback = reason === 'interrupted' ? 'paused' : 'failed';
    this.set({ playback, stopReason, index: at });
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
