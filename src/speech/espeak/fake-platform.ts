// For tests: a browser that plays, draws and waits by a clock that the test turns.
import type { EspeakPlatform } from './platform.ts';
import { makePart } from './part-maker.ts';
import type { MakeRequest, WorkerAnswer, WorkerRequest } from './protocol.ts';
import { sampleRate, type Clip } from './synthesiser.ts';
import type { VoicePack } from './voice-pack.ts';
import type { WorkerPort } from './voice-worker.ts';
import { findWords } from './words.ts';

/** Seconds that a character takes in the fake voice. */
export const perCharacter = 0.05;
/** What the fake voice cannot say. */
export const unsayable = 'Ω';

/** Milliseconds that the clock is turned by at a time. */
const tick = 5;
const headerBytes = 44;

export class FakeAudio extends EventTarget {
  preload: HTMLAudioElement['preload'] = '';
  playbackRate = 1;
  defaultPlaybackRate = 1;
  preservesPitch = false;
  paused = true;
  ended = false;
  currentTime = 0;
  /** What `play()` is refused with. */
  refusal: string | undefined;
  /** From a new source to its sound, in milliseconds. */
  latency = 40;
  #source = '';
  #duration = 0;
  #silentUntil = 0;
  readonly #platform: FakePlatform;

  constructor(platform: FakePlatform) {
    super();
    this.#platform = platform;
  }

  get src(): string {
    return this.#source;
  }

  set src(url: string) {
    this.#source = url;
    const blob = this.#platform.live.get(url);
    this.#duration = blob ? (blob.size - headerBytes) / 2 / sampleRate : NaN;
    this.currentTime = 0;
    this.paused = true;
    this.ended = false;
    this.playbackRate = this.defaultPlaybackRate;
    this.#silentUntil = Infinity;
  }

  play(): Promise<void> {
    if (this.refusal !== undefined) return Promise.reject(new DOMException('', this.refusal));
    if (this.ended) this.currentTime = 0;
    if (this.#silentUntil === Infinity) this.#silentUntil = this.#platform.time + this.latency;
    this.paused = this.ended = false;
    void Promise.resolve().then(() => this.#tell('playing'));
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    void Promise.resolve().then(() => this.#tell('pause'));
  }

  /** The clock went on. @returns what is heard now: the source and the place in it */
  advance(): string | undefined {
    if (this.paused || this.ended || this.#platform.time < this.#silentUntil) return undefined;
    this.currentTime += (tick / 1000) * this.playbackRate;
    if (this.currentTime < this.#duration) return this.#source;
    this.currentTime = this.#duration;
    this.paused = this.ended = true;
    this.#tell('pause');
    this.#tell('ended');
    return undefined;
  }

  #tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}

export class FakeWorker extends EventTarget implements WorkerPort {
  readonly made: MakeRequest[] = [];
  isTerminated = false;
  #newest = 0;
  readonly #platform: FakePlatform;

  constructor(platform: FakePlatform) {
    super();
    this.#platform = platform;
  }

  postMessage(request: WorkerRequest): void {
    if (request.type === 'load') {
      this.answer({ type: 'loaded' });
      return;
    }
    this.made.push(request);
    this.#newest = request.id;
    void this.#make(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(data: WorkerAnswer): void {
    if (!this.isTerminated) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  breakDown(): void {
    this.dispatchEvent(new Event('error'));
  }

  async #make(request: MakeRequest): Promise<void> {
    await this.#platform.workerIsFree;
    const isWanted = () => this.#platform.answersLate || request.id === this.#newest;
    const part = await makePart(request, {
      synthesise: (text) => Promise.resolve(fakeClip(text)),
      breathe: () => Promise.resolve(),
      isWanted,
      now: () => 0,
    });
    if (part) this.answer({ ...part, spent: (part.duration / this.#platform.speed) * 1000 });
  }
}

function fakeClip(text: string): Clip | undefined {
  if (text.includes(unsayable)) return undefined;
  const samples = new Int16Array(Math.round(text.length * perCharacter * sampleRate));
  const words = findWords(text).map((word) => ({ ...word, sample: Math.round(word.at * perCharacter * sampleRate) }));
  return { samples, words };
}

export class FakePlatform implements EspeakPlatform {
  /** Milliseconds. */
  time = 0;
  readonly audio = new FakeAudio(this);
  readonly workers: FakeWorker[] = [];
  /** Object URLs that were not revoked, and what they hold. */
  readonly live = new Map<string, Blob>();
  readonly page = new EventTarget();
  readonly document: EventTarget & { visibilityState: DocumentVisibilityState } = Object.assign(new EventTarget(), {
    visibilityState: 'visible' as const,
  });
  /** Seconds of speech that the worker says it makes in a second. */
  speed = 10;
  /** A worker that is held back makes nothing. */
  workerIsFree: Promise<void> = Promise.resolve();
  /** A worker that answers what is not wanted any more. */
  answersLate = false;
  loudspeaker = true;
  /** Is the voice on the device; can it be fetched? */
  readonly voice = { kept: true, online: true, fetched: 0 };
  /** When what was heard: milliseconds, the source, and the place in it. */
  readonly heard: { at: number; url: string; place: number }[] = [];
  readonly #frames = new Set<() => void>();
  readonly #timers = new Map<() => void, number>();
  #urls = 0;

  readonly pack = {
    kept: () => Promise.resolve(this.voice.kept ? new ArrayBuffer(8) : undefined),
    fetch: () => {
      if (this.voice.kept) return Promise.resolve(new ArrayBuffer(8));
      this.voice.fetched += 1;
      return this.voice.online ? Promise.resolve(new ArrayBuffer(8)) : Promise.reject(new Error('offline'));
    },
  } as unknown as VoicePack;

  readonly createWorker = (): FakeWorker => {
    const worker = new FakeWorker(this);
    this.workers.push(worker);
    return worker;
  };

  readonly urls = {
    createObjectURL: (blob: Blob) => {
      const url = `blob:${(this.#urls += 1)}`;
      this.live.set(url, blob);
      return url;
    },
    revokeObjectURL: (url: string) => void this.live.delete(url),
  };

  readonly beforeFrame = (run: () => void) => {
    this.#frames.add(run);
    return () => void this.#frames.delete(run);
  };

  readonly after = (ms: number, run: () => void) => {
    this.#timers.set(run, this.time + ms);
    return () => void this.#timers.delete(run);
  };

  readonly now = () => this.time;

  readonly hasOutput = () => Promise.resolve(this.loudspeaker);

  /** Every part that was asked of the workers. */
  get made(): MakeRequest[] {
    return this.workers.flatMap(({ made }) => made);
  }

  /** Holds the worker back, until the function that it returns is called. */
  holdWorker(): () => void {
    let free: () => void = () => undefined;
    this.workerIsFree = new Promise((resolve) => (free = resolve));
    return free;
  }

  /** Lets promises and messages come through, while the clock stands still. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 500; turn += 1) await Promise.resolve();
  }

  async pass(seconds: number): Promise<void> {
    await this.settle();
    for (const end = this.time + seconds * 1000; this.time < end;) {
      this.time += tick;
      const url = this.audio.advance();
      if (url !== undefined) this.heard.push({ at: this.time, url, place: this.audio.currentTime });
      for (const [run, due] of this.#timers) {
        if (due > this.time) continue;
        this.#timers.delete(run);
        run();
      }
      if (this.time % 15 === 0 && this.document.visibilityState === 'visible') this.#draw();
      if (this.time % 250 === 0 && !this.audio.paused) this.audio.dispatchEvent(new Event('timeupdate'));
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    }
  }

  #draw(): void {
    const frames = [...this.#frames];
    this.#frames.clear();
    for (const run of frames) run();
  }
}
