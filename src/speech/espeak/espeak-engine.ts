import type {
  SpeechEngine,
  SpeechEventMap,
  SpeechFailure,
  SpeechOptions,
  Timeline,
  Utterance,
  Voice,
} from '../engine.ts';
import { isSpeakable } from '../web-speech/pieces.ts';
import type { EspeakPlatform } from './platform.ts';
import { Player } from './player.ts';
import { PlayWatch } from './play-watch.ts';
import { Reading } from './reading.ts';
import { lead, Reel, type Part } from './reel.ts';
import { variants } from './variants.ts';
import { VoiceError, VoiceWorker } from './voice-worker.ts';

/** How far into a pause the next part is changed to: what was sent to the loudspeaker is heard by then. Seconds. */
const settled = 0.12;
/** Milliseconds between two reports of progress. */
const progressEvery = 250;

const prefix = 'espeak:';
const voices: readonly Voice[] = variants.map(({ id }) => ({
  id: prefix + id,
  name: `eSpeak NG ${id}`,
  language: 'sq',
  offline: true,
  engine: 'espeak',
}));

/** One call of `speak`. Whatever belongs to another than the present one is late and has no say. */
interface Run {
  readonly reel: Reel;
  readonly from: number;
  /** What is heard; undefined before the first sound. */
  reading: Reading | undefined;
  /** Was the part played to its end, and the next is not there yet? */
  isWaiting: boolean;
}

/**
 * The app's own voice: eSpeak NG in a worker makes the script, part by part, into sound that one `<audio>` element
 * plays. So it goes on behind a locked screen, pauses are exact, and the speed changes while it speaks.
 */
export class EspeakEngine extends EventTarget implements SpeechEngine {
  readonly #platform: EspeakPlatform;
  readonly #worker: VoiceWorker;
  readonly #player: Player;
  readonly #watch: PlayWatch;
  #reel: Reel | undefined;
  #run: Run | undefined;
  #progressed = 0;

  constructor(platform: EspeakPlatform) {
    super();
    this.#platform = platform;
    this.#worker = new VoiceWorker(platform.createWorker, platform.pack);
    this.#player = new Player(platform, {
      playing: () => this.#playing(),
      interrupted: () => this.#interrupted(),
      ended: () => this.#partEnded(),
      failed: (reason) => this.#fail(reason),
    });
    this.#watch = new PlayWatch(platform, () => this.#look());
    platform.page.addEventListener('pagehide', () => this.#leave());
  }

  voices(): Promise<readonly Voice[]> {
    return Promise.resolve(voices);
  }

  get timeline(): Timeline | undefined {
    return this.#reel?.timeline;
  }

  /** Only with the voice that is on this device: nothing is fetched that nobody asked for. */
  prepare(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    if (this.#run) return;
    const reel = this.#reelOf(script, options);
    this.#player.setRate(options.rate);
    const found = reel.find(from);
    if (found) this.#player.cue(found.part, found.at);
    else void this.#prepare(reel, from, options.rate);
  }

  speak(script: readonly Utterance[], from: number, options: SpeechOptions): void {
    this.stop();
    const reel = this.#reelOf(script, options);
    const run: Run = { reel, from, reading: undefined, isWaiting: false };
    this.#run = run;
    this.#player.setRate(options.rate);
    const found = reel.find(from);
    if (found) return this.#hear(run, found.part, found.at);
    this.#player.unlock();
    void this.#begin(run, options.rate);
  }

  /** What was made is kept for the next `speak`. */
  stop(): void {
    this.#run = undefined;
    this.#watch.stop();
    this.#player.pause();
  }

  setRate(rate: number): boolean {
    this.#player.setRate(rate);
    return true;
  }

  #reelOf(script: readonly Utterance[], { voice, pitch }: SpeechOptions): Reel {
    const variant = voices.find(({ id }) => id === voice?.id)?.id.slice(prefix.length) ?? variants[0]?.id ?? '';
    const reel = this.#reel;
    if (reel?.script === script && reel.variant === variant && reel.pitch === pitch) return reel;
    reel?.close();
    this.#reel = new Reel(script, variant, pitch, this.#worker, this.#platform.urls);
    this.#measure(this.#reel);
    return this.#reel;
  }

  /** Estimates the time of a long script bit by bit. */
  #measure(reel: Reel): void {
    this.#platform.after(0, () => {
      if (reel === this.#reel && reel.timeline.measure(this.#platform.now)) this.#measure(reel);
    });
  }

  async #prepare(reel: Reel, from: number, rate: number): Promise<void> {
    const isWanted = () => reel === this.#reel && !this.#run;
    if (!(await this.#worker.loadKept()) || !isWanted()) return;
    // What goes wrong now is reported when somebody wants to hear.
    await reel.cue(from, rate).catch(() => undefined);
    const found = reel.find(from);
    if (found && isWanted()) this.#player.cue(found.part, found.at);
  }

  async #begin(run: Run, rate: number): Promise<void> {
    try {
      const part = await run.reel.cue(run.from, rate);
      if (!part || run !== this.#run) return;
      const found = run.reel.find(run.from);
      if (found) this.#hear(run, found.part, found.at);
      else this.#finish(run, part);
    } catch (error) {
      this.#breakOff(run, error);
    }
  }

  #hear(run: Run, part: Part, at: number): void {
    run.reel.hear(part);
    run.isWaiting = false;
    run.reading = this.#read(part, run);
    this.#player.play(part, at);
  }

  #read(part: Part, { from, reading }: Run): Reading {
    return new Reading(part, from, reading?.index, (type, detail) => this.#report(type, detail));
  }

  #playing(): void {
    const run = this.#run;
    if (!run) return;
    this.#watch.start();
    void this.#makeNext(run);
    void this.#checkOutput(run);
  }

  async #checkOutput(run: Run): Promise<void> {
    if (!(await this.#platform.hasOutput()) && run === this.#run) this.#fail('no-output');
  }

  #look(): void {
    const run = this.#run;
    if (!run?.reading) return;
    const { time } = this.#player;
    this.#player.learn();
    run.reading.at(time);
    // What was told may have made the listener stop.
    if (run !== this.#run) return;
    this.#tellProgress(run, time);
    this.#lookAhead(run, run.reading.part, time);
  }

  #tellProgress({ reel, reading }: Run, time: number): void {
    const now = this.#platform.now();
    const index = reading?.index;
    if (index === undefined || now - this.#progressed < progressEvery) return;
    this.#progressed = now;
    const begins = reading?.part.lines.find((line) => line.index === index && line.said)?.said?.start ?? time;
    const { timeline } = reel;
    this.#report('progress', { seconds: timeline.secondsOf(index) + time - begins, duration: timeline.duration });
  }

  /** Changes to the next part inside the pause that ends this one, so that the pause lasts as long as any other. */
  #lookAhead(run: Run, part: Part, time: number): void {
    const last = part.lines.findLast(({ said }) => said);
    const { playbackRate } = this.#platform.audio;
    if (!last?.said || time < last.said.start) return;
    const pause = last.pause / 1000;
    const due = last.said.end + Math.min(settled * playbackRate, pause / 2);
    if (time < due) return this.#watch.lookIn(((due - time) / playbackRate) * 1000);
    const next = run.reel.after(part);
    if (next) this.#changeOver(run, next, last.said.end + pause - time);
  }

  /** @param pause what is left of it, in seconds of the part */
  #changeOver(run: Run, next: Part, pause: number): void {
    run.reading?.finish();
    if (run !== this.#run) return;
    if (next.lines.every(({ said }) => !said)) return this.#finish(run, next);
    const late = this.#player.latency * this.#platform.audio.playbackRate;
    this.#hear(run, next, Math.min(lead, lead - Math.max(0, pause) + late));
  }

  #partEnded(): void {
    const run = this.#run;
    if (!run?.reading) return;
    this.#look();
    if (run !== this.#run || this.#player.part !== run.reading.part) return;
    run.isWaiting = true;
    this.#watch.stop();
    void this.#makeNext(run);
  }

  async #makeNext(run: Run): Promise<void> {
    const { part, time } = this.#player;
    if (!part) return;
    try {
      const next = await run.reel.follow(part, (part.duration - time) / this.#platform.audio.playbackRate);
      if (run !== this.#run || !run.isWaiting) return;
      if (next) this.#changeOver(run, next, 0);
      else this.#finish(run, undefined);
    } catch (error) {
      // What is heard is heard to its end; then it is tried again.
      if (run.isWaiting) this.#breakOff(run, error);
    }
  }

  /** The script is over. @param rest its last utterances, where they could not be said */
  #finish(run: Run, rest: Part | undefined): void {
    const hadWords = run.reading !== undefined;
    run.reading?.finish();
    if (rest) this.#read(rest, run).finish();
    if (run !== this.#run) return;
    // Begun at the end of a script that holds words before: that is its end.
    if (hadWords || run.reel.script.slice(0, run.from).some(({ text }) => isSpeakable(text))) this.#end('ended', null);
    else this.#fail('nothing-to-say');
  }

  #breakOff(run: Run, error: unknown): void {
    if (run !== this.#run) return;
    console.warn('the embedded voice', error);
    this.#fail(error instanceof VoiceError ? error.reason : 'broken');
  }

  #fail(reason: SpeechFailure): void {
    const run = this.#run;
    if (run) this.#end('failed', { index: run.reading?.index ?? run.from, reason });
  }

  /** A pause that is somebody else's, and theirs to end: the system may let the element play on. */
  #interrupted(): void {
    const run = this.#run;
    if (!run) return;
    this.#watch.stop();
    const index = run.reading?.index ?? run.from;
    run.reading?.again();
    this.#report('failed', { index, reason: 'interrupted' });
  }

  /** The page may come back from the browser's cache, so its listeners are told. */
  #leave(): void {
    this.#fail('interrupted');
  }

  #end<K extends 'ended' | 'failed'>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.stop();
    this.#report(type, detail);
  }

  #report<K extends keyof SpeechEventMap>(type: K, detail: SpeechEventMap[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
