import type {
  ExtraPause,
  SpeechEngine,
  SpeechEventMap,
  SpeechFailure,
  SpeechOptions,
  Timeline,
  Utterance,
  Voice,
} from '../engine.ts';
import { isSpeakable } from '../web-speech/pieces.ts';
import { Ahead, lead } from './ahead.ts';
import { PartPlayer } from './part-player.ts';
import type { Clock } from './part-player.ts';
import { wordAt } from './playback.ts';
import type { Part } from './playback.ts';
import { ScriptTimeline } from './script-timeline.ts';
import { changeTime } from './seam.ts';
import { embeddedVoices, variantOf } from './voices.ts';
import type { VoicePack } from './voice-pack.ts';
import type { VoiceWorker } from './voice-worker.ts';

export interface EspeakPlatform extends Clock {
  /** The one element that everything sounds through: systems tie the lock screen to it. */
  readonly audio: HTMLAudioElement;
  readonly pack: VoicePack;
  /** A new worker, set up with the packed files. */
  readonly startWorker: (data: ArrayBuffer) => Promise<VoiceWorker>;
  /** Has the device something to play sound on? True where it cannot be known. */
  readonly hasOutput: () => Promise<boolean>;
  /** Where `visibilitychange` comes. */
  readonly document: Pick<Document, 'hidden' | 'addEventListener'>;
  readonly page: Pick<EventTarget, 'addEventListener'>;
}

/** A call of `speak`, until it ends or the next one. */
interface Run {
  /** The utterance that is being said, or waited for. */
  index: number;
  /** The utterance before which it ends. */
  readonly to: number;
  /** To be said before that; undefined once it is, and where there is nothing to announce. */
  announcement: readonly Utterance[] | undefined;
  /** The part in the element; undefined while the first is waited for. */
  part: Part | undefined;
  /** Reported last. */
  sentence: number | undefined;
  word: number | undefined;
  /** The part whose end is awaited by the clock. */
  leaving: Part | undefined;
  /** While the file is changed: when the next sound is meant to begin, in milliseconds of the platform's clock. */
  due: number | undefined;
}

/** What is read, and how: parts are good for as long as none of it changes. */
interface Subject {
  readonly script: readonly Utterance[];
  readonly variant: string;
  readonly pitch: number;
  readonly pause: ExtraPause | undefined;
  readonly timeline: ScriptTimeline;
}

/** Seconds before a part is left from which on the moment is awaited by the clock. */
const soon = 0.3;
/** Seconds: elements round the place that they are set to. */
const hair = 0.001;
/** Milliseconds between two reports of `progress`. */
const progressEvery = 250;
/** Milliseconds between two looks at the clock of the element, which may stand still, or leap. */
const looks = { shortest: 5, longest: 100 };

/**
 * The app's own voice: eSpeak NG in a worker, played through one media element, so that the lock screen, headset keys
 * and a locked phone go on with it.
 *
 * - Parts of a script are made ahead as WAV files: a short one first, then longer ones; the one that plays and the next
 *   are kept, so the memory is bounded. Sentence and word are found by the element's own clock.
 * - A change of file takes its time out of the pause that it falls into: it is begun that much earlier, and what is
 *   left of the silence passes a little faster or slower, so that the pause is as long as any other.
 * - The rate is the element's, with the pitch kept: nothing is synthesised anew.
 * - A stop is a pause of the element; speaking again within a kept part is a seek.
 */
export class EspeakEngine extends EventTarget implements SpeechEngine {
  readonly listed: readonly Voice[] = embeddedVoices;
  readonly #platform: EspeakPlatform;
  readonly #player: PartPlayer;
  readonly #ahead: Ahead;
  #subject: Subject | undefined;
  #run: Run | undefined;
  /** Counts the watches: only the newest goes on. */
  #watches = 0;
  #lastProgress = 0;

  constructor(platform: EspeakPlatform) {
    super();
    this.#platform = platform;
    this.#player = new PartPlayer(platform.audio, platform);
    this.#ahead = new Ahead(platform.pack, platform.startWorker);
    const { audio } = platform;
    audio.addEventListener('timeupdate', () => this.#look());
    audio.addEventListener('playing', () => this.#playing());
    audio.addEventListener('ended', () => this.#partEnded());
    audio.addEventListener('pause', () => this.#pausedByOthers());
    audio.addEventListener('error', () => this.#broke());
    platform.document.addEventListener('visibilitychange', () => this.#watch());
    platform.page.addEventListener('pagehide', () => this.#leave());
    platform.pack.addEventListener('change', () => {
      const { state, loaded, total } = platform.pack.snapshot;
      if (this.#run && state === 'coming') this.#report('fetching', { loaded, total });
    });
  }

  voices(): Promise<readonly Voice[]> {
    return Promise.resolve(this.listed);
  }

  get timeline(): Timeline | undefined {
    return this.#subject?.timeline;
  }

  prepare(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    if (this.#run) return;
    this.#turnTo(script, options);
    void this.#prepare(from);
  }

  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.stop();
    this.#turnTo(script, options);
    const run: Run = {
      index: from,
      to: options.to ?? script.length,
      announcement: options.announcement,
      part: undefined,
      sentence: undefined,
      word: undefined,
      leaving: undefined,
      due: undefined,
    };
    this.#run = run;
    this.#player.rate = options.rate;
    const part = options.announcement ? undefined : this.#ahead.partWith(from);
    if (part) return this.#begin(run, part);
    this.#player.unlock();
    void this.#wait(run);
  }

  stop(): void {
    this.#run = undefined;
    this.#player.pause();
  }

  setRate(rate: number): boolean {
    this.#player.rate = rate;
    return true;
  }

  setVolume(volume: number): boolean {
    return this.#player.setVolume(volume);
  }

  #turnTo(script: readonly Utterance[], { voice, pitch, pause }: SpeechOptions): void {
    const variant = variantOf(voice);
    const now = this.#subject;
    const isSame = now?.script === script && now.variant === variant && now.pitch === pitch;
    if (isSame && now.pause?.seconds === pause?.seconds && now.pause?.after === pause?.after) return;
    this.#subject = { script, variant, pitch, pause, timeline: new ScriptTimeline(script, pause) };
    this.#ahead.turnTo(this.#subject);
    this.#player.forget();
  }

  async #prepare(from: number): Promise<void> {
    const subject = this.#subject;
    const part = await this.#ahead.prepare(from);
    if (!part || this.#run || subject !== this.#subject) return;
    const at = part.sayable(from);
    if (at !== undefined) this.#player.load(part, part.lineOf(at)?.start ?? 0);
  }

  async #wait(run: Run): Promise<void> {
    const subject = this.#subject;
    if (!subject?.script.some(({ text }) => isSpeakable(text))) {
      this.#later(run, 'nothing-to-say');
      return;
    }
    try {
      const part = await this.#ahead.make({ from: run.index, announcement: run.announcement });
      if (run !== this.#run || !part) return;
      this.#begin(run, part);
    } catch (error) {
      console.warn('the embedded voice', error);
      if (run === this.#run) this.#fail(run, this.#platform.pack.snapshot.state === 'ready' ? 'broken' : 'no-pack');
    }
  }

  /** Says utterance `run.index`, which stands in this part, or the next that could be said. */
  #begin(run: Run, part: Part): void {
    const index = part.sayable(run.index);
    this.#reportSkipped(part, run.index, Math.min(index ?? part.to, run.to));
    if (index === undefined || index >= run.to) return this.#goOn(run, part);
    run.part = part;
    run.index = index;
    run.sentence = undefined;
    const isAnnounced = run.announcement !== undefined && run.announcement === part.announcement;
    run.announcement = undefined;
    // What is in time begins with its silence, to have something to make the pause right with.
    const isFromTheStart = isAnnounced || run.due !== undefined;
    this.#player.load(part, isFromTheStart ? 0 : (part.lineOf(index)?.start ?? 0));
    this.#play(run);
    this.#ahead.follow(part);
  }

  /** After the last sound of a part, or of what of it was to be said. */
  #goOn(run: Run, part: Part): void {
    const to = Math.min(part.to, run.to);
    if (run.sentence !== undefined) this.#reportSkipped(part, run.sentence + 1, to);
    run.index = to;
    run.part = undefined;
    if (to >= run.to) return this.#finish(run);
    const next = this.#ahead.partWith(part.to);
    if (next) this.#begin(run, next);
    else void this.#wait(run);
  }

  #play(run: Run): void {
    this.#player.play().then(
      () => void this.#checkOutput(run),
      (error: unknown) => {
        if (run !== this.#run) return;
        const name = error instanceof Error ? error.name : '';
        // Another source was loaded meanwhile, and plays.
        if (name !== 'AbortError') this.#fail(run, name === 'NotAllowedError' ? 'not-allowed' : 'broken');
      },
    );
  }

  async #checkOutput(run: Run): Promise<void> {
    if ((await this.#platform.hasOutput()) || run !== this.#run) return;
    this.#fail(run, 'no-output');
  }

  #playing(): void {
    const run = this.#run;
    const part = run?.part;
    if (run?.due !== undefined && part) this.#keepPause(run, part, run.due);
    this.#watch();
  }

  /** What is left of the silence before a new file's first sound ends in time. */
  #keepPause(run: Run, part: Part, due: number): void {
    run.due = undefined;
    this.#player.keepPause(part.lineOf(run.index)?.start ?? 0, due, () => this.#plays(run, part));
  }

  /** Does something after so many milliseconds, if this part of this run still plays. */
  #whilePlays(run: Run, part: Part, ms: number, work: () => void): void {
    this.#platform.after(ms, () => {
      if (this.#plays(run, part)) work();
    });
  }

  #plays(run: Run, part: Part): boolean {
    return run === this.#run && run.part === part && !this.#player.isPaused;
  }

  /** While somebody looks, whenever something is due; of a hidden page the element's own slow reports are enough. */
  #watch(): void {
    const watch = ++this.#watches;
    const look = (): void => {
      if (watch !== this.#watches) return;
      this.#look();
      const part = this.#player.isPaused || this.#platform.document.hidden ? undefined : this.#run?.part;
      if (part) this.#platform.after(this.#untilDue(part), look);
    };
    look();
  }

  /** Milliseconds until the next sentence or word of a part. A frame each time would cost a phone its battery. */
  #untilDue(part: Part): number {
    const left = this.#player.until(part.nextStart(this.#player.seconds)) * 1000;
    return Math.min(Math.max(left, looks.shortest), looks.longest);
  }

  /** Which sentence and word is it now? */
  #look(): void {
    const run = this.#run;
    const part = run?.part;
    if (!run || !part || part !== this.#player.loaded || !this.#player.sounds) return;
    const { seconds } = this.#player;
    // A run never goes back; an element that was set to where a sentence begins may stand a hair before it.
    const found = part.indexAt(seconds + hair);
    const index = found === undefined ? undefined : Math.max(run.index, found);
    const line = index === undefined ? undefined : part.lineOf(index);
    if (index === undefined || !line) return;
    if (index !== run.sentence) {
      if (run.sentence !== undefined) this.#reportSkipped(part, run.sentence + 1, index);
      run.index = index;
      run.sentence = index;
      run.word = undefined;
      this.#report('sentence', { index });
    }
    // A listener of the report may have stopped or moved the voice.
    if (run !== this.#run) return;
    const word = wordAt(line, seconds);
    if (word && word.at !== run.word) {
      run.word = word.at;
      this.#report('word', { index, at: word.at, length: word.length });
    }
    // The element may round its place to a hair before the sentence: no time of an article is below nothing.
    this.#reportProgress(index, Math.max(0, seconds - line.start));
    if (run !== this.#run) return;
    const next = part.sayable(index + 1);
    if ((next ?? part.to) >= run.to) this.#endInTime(run, part, line.end);
    else if (next === undefined) this.#leaveInTime(run, part, line.end);
  }

  /** Ends where something else would follow, as soon as the last sound is over. */
  #endInTime(run: Run, part: Part, soundEnds: number): void {
    const left = this.#player.until(soundEnds);
    if (run.leaving === part || left > soon) return;
    run.leaving = part;
    this.#whilePlays(run, part, left * 1000, () => this.#goOn(run, part));
  }

  /** Leaves a part before its pause is over: the change of file and the silence ahead of the next part belong to it. */
  #leaveInTime(run: Run, part: Part, soundEnds: number): void {
    if (run.leaving === part || !this.#ahead.partWith(part.to)) return;
    const leave = Math.max(soundEnds, part.duration - lead / 1000 - changeTime * this.#player.rate);
    const left = this.#player.until(leave);
    if (left > soon) return;
    run.leaving = part;
    this.#whilePlays(run, part, left * 1000, () => {
      run.due = this.#platform.now() + this.#player.until(part.duration) * 1000;
      this.#goOn(run, part);
    });
  }

  #reportProgress(index: number, into: number): void {
    const { timeline } = this.#subject ?? {};
    const now = this.#platform.now();
    if (!timeline || now - this.#lastProgress < progressEvery) return;
    this.#lastProgress = now;
    this.#report('progress', { seconds: timeline.secondsOf(index) + into, duration: timeline.duration });
  }

  #reportSkipped(part: Part, from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const text = this.#subject?.script[index]?.text ?? '';
      if (part.lineOf(index) || !isSpeakable(text)) continue;
      console.warn(`the embedded voice could not say: ${text}`);
      this.#report('skipped', { index });
    }
  }

  #partEnded(): void {
    const run = this.#run;
    if (run?.part && run.part === this.#player.loaded) this.#goOn(run, run.part);
  }

  /** Neither by us nor because the part is over: the system, for a call or another player. */
  #pausedByOthers(): void {
    const run = this.#run;
    const { loaded, hasEnded, isPaused } = this.#player;
    if (!run?.part || run.part !== loaded || hasEnded || !isPaused) return;
    this.#fail(run, 'interrupted');
  }

  #broke(): void {
    if (this.#run?.part) this.#fail(this.#run, 'broken');
  }

  #leave(): void {
    const run = this.#run;
    if (run) this.#fail(run, 'interrupted');
  }

  #later(run: Run, reason: SpeechFailure): void {
    queueMicrotask(() => {
      if (run === this.#run) this.#fail(run, reason);
    });
  }

  #fail(run: Run, reason: SpeechFailure): void {
    this.stop();
    this.#report('failed', { index: run.index, reason });
  }

  #finish(run: Run): void {
    if (run !== this.#run) return;
    this.stop();
    this.#report('ended', null);
  }

  #report<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
