import type { Part } from './playback.ts';
import { settled, stretchSilence } from './seam.ts';
import { silence, wavBlob } from './wav.ts';

export interface Clock {
  /** Runs something once, `ms` milliseconds later. */
  readonly after: (ms: number, run: () => void) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** HTMLMediaElement.HAVE_FUTURE_DATA */
const haveFutureData = 3;
/** Milliseconds between two looks at a new file's clock. */
const tick = 20;

/**
 * The one media element that everything sounds through, and the file that it holds. The rate is the element's, with the
 * pitch kept.
 */
export class PartPlayer {
  readonly #audio: HTMLAudioElement;
  readonly #clock: Clock;
  /** A file without sound, to begin with inside the tap where the first part is not there yet. */
  #nothing: string | undefined;
  #loaded: Part | undefined;
  #rate = 1;

  constructor(audio: HTMLAudioElement, clock: Clock) {
    this.#audio = audio;
    this.#clock = clock;
    audio.preload = 'auto';
  }

  /** The part whose file the element holds. */
  get loaded(): Part | undefined {
    return this.#loaded;
  }

  /** How far the file is played. */
  get seconds(): number {
    return this.#audio.currentTime;
  }

  get isPaused(): boolean {
    return this.#audio.paused;
  }

  get hasEnded(): boolean {
    return this.#audio.ended;
  }

  /** Is something of the file heard right now? */
  get sounds(): boolean {
    const { paused, seeking, readyState } = this.#audio;
    return !paused && !seeking && readyState >= haveFutureData;
  }

  get rate(): number {
    return this.#rate;
  }

  set rate(rate: number) {
    this.#rate = rate;
    this.#applyRate();
  }

  /** @returns whether it could be set: on an iPhone the volume is the listener's alone, and stays what it was */
  setVolume(volume: number): boolean {
    this.#audio.volume = volume;
    return Math.abs(this.#audio.volume - volume) < 0.01;
  }

  load(part: Part, seconds: number): void {
    if (this.#loaded !== part) {
      this.#loaded = part;
      this.#audio.src = part.url;
    }
    if (this.#audio.currentTime !== seconds) this.#audio.currentTime = seconds;
    this.#applyRate();
  }

  /** What it holds is of no use any more. */
  forget(): void {
    this.#loaded = undefined;
  }

  /** Inside a tap, before there is a part: iOS lets an element sound later only if it played when it was tapped. */
  unlock(): void {
    this.#nothing ??= URL.createObjectURL(wavBlob([silence(100)]));
    this.#loaded = undefined;
    this.#audio.src = this.#nothing;
    void this.#audio.play().catch(() => undefined);
  }

  play(): Promise<void> {
    return this.#audio.play();
  }

  pause(): void {
    this.#audio.pause();
  }

  /** Seconds until the file is at a place, at the rate of now. */
  until(seconds: number): number {
    return (seconds - this.#audio.currentTime) / this.#rate;
  }

  /**
   * Makes what is left of a file's first silence end in time, once the clock of the new file can be believed.
   *
   * @param end of the silence, in seconds of the file
   * @param due when that should be, in milliseconds of the clock
   * @param isWanted is it still this file's turn?
   */
  keepPause(end: number, due: number, isWanted: () => boolean): void {
    this.#clock.after(tick, () => {
      if (!isWanted()) return;
      if (this.#audio.currentTime < settled * this.#rate) this.keepPause(end, due, isWanted);
      else this.#stretchSilence(end, due, isWanted);
    });
  }

  #stretchSilence(end: number, due: number, isWanted: () => boolean): void {
    const left = (due - this.#clock.now()) / 1000;
    const stretch = stretchSilence(end - this.#audio.currentTime, left, this.#rate);
    if (!stretch) return;
    // To keep the pitch, browsers work in windows of sound, and a change of rate costs them one.
    this.#audio.preservesPitch = false;
    this.#audio.playbackRate = stretch.rate;
    this.#clock.after(stretch.seconds * 1000, () => {
      if (isWanted()) this.#applyRate();
    });
  }

  /** A new source takes the rate back to the default one. */
  #applyRate(): void {
    this.#audio.preservesPitch = true;
    this.#audio.defaultPlaybackRate = this.#rate;
    this.#audio.playbackRate = this.#rate;
  }
}
