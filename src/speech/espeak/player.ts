import type { SpeechFailure } from '../engine.ts';
import type { EspeakPlatform } from './platform.ts';
import type { Part } from './reel.ts';
import { silence, wavBlob } from './wav.ts';

export interface PlayerReports {
  /** The part began to sound, or was taken up again by the system that had paused it. */
  readonly playing: () => void;
  /** Somebody else paused: a headset, a call, the lock screen. */
  readonly interrupted: () => void;
  /** The part was played to its end. */
  readonly ended: () => void;
  readonly failed: (reason: SpeechFailure) => void;
}

/** Until one was measured: what a browser takes from a new `src` to its sound. Seconds. */
const firstLatency = 0.03;

/**
 * The one `<audio>` element. Phones let a page play on in the background, and change the source, only in an element
 * that a tap has started; so it is one for as long as the page lives.
 */
export class Player {
  readonly #platform: EspeakPlatform;
  readonly #reports: PlayerReports;
  readonly #silence: string;
  #part: Part | undefined;
  /** Should it be playing? `taken`: it should, but somebody paused it. */
  #wish: 'play' | 'pause' | 'taken' = 'pause';
  /** The last change of source, until it is known how long it took. */
  #change: { readonly at: number; readonly from: number } | undefined;
  #latency = firstLatency;

  constructor(platform: EspeakPlatform, reports: PlayerReports) {
    this.#platform = platform;
    this.#reports = reports;
    this.#silence = platform.urls.createObjectURL(wavBlob([silence(100)]));
    const { audio } = platform;
    audio.preload = 'auto';
    audio.addEventListener('playing', () => this.#playing());
    audio.addEventListener('pause', () => this.#paused());
    audio.addEventListener('ended', () => {
      if (this.#part && this.#wish === 'play' && audio.ended) reports.ended();
    });
    audio.addEventListener('error', () => {
      if (this.#part && this.#wish === 'play') reports.failed('broken');
    });
  }

  /** Seconds into the part. */
  get time(): number {
    return this.#platform.audio.currentTime;
  }

  get part(): Part | undefined {
    return this.#part;
  }

  /** Seconds from a change of source to its sound, as last measured. */
  get latency(): number {
    return this.#latency;
  }

  setRate(rate: number): void {
    const audio: AudioWithPrefix = this.#platform.audio;
    audio.preservesPitch = true;
    audio.webkitPreservesPitch = true;
    // A new source begins with the default rate.
    audio.defaultPlaybackRate = rate;
    audio.playbackRate = rate;
  }

  /** Plays silence inside a tap, so that the part that comes after the tap may sound. */
  unlock(): void {
    this.#part = undefined;
    this.#platform.audio.src = this.#silence;
    this.#play();
  }

  /** Loads a part, silently. */
  cue(part: Part, at: number): void {
    if (this.#part !== part) this.#load(part, at);
    else this.#platform.audio.currentTime = at;
  }

  play(part: Part, at: number): void {
    const isNew = this.#part !== part;
    this.cue(part, at);
    this.#change = isNew ? { at: this.#platform.now(), from: at } : undefined;
    this.#play();
  }

  pause(): void {
    this.#wish = 'pause';
    this.#platform.audio.pause();
  }

  /** Learns from the part that plays how long the change to it took. */
  learn(): void {
    const { audio, now } = this.#platform;
    const heard = audio.currentTime - (this.#change?.from ?? 0);
    // The first moments of a source are the least exact.
    if (!this.#change || heard < 0.05) return;
    const latency = (now() - this.#change.at) / 1000 - heard / audio.playbackRate;
    this.#change = undefined;
    this.#latency = Math.min(0.3, Math.max(0, latency));
  }

  #load(part: Part, at: number): void {
    const { audio } = this.#platform;
    this.#part = part;
    audio.src = part.url;
    // Before anything is loaded, this is where it will begin.
    if (at > 0) audio.currentTime = at;
  }

  #play(): void {
    this.#wish = 'play';
    const part = this.#part;
    this.#platform.audio.play().catch((error: unknown) => {
      if (this.#wish !== 'play' || this.#part !== part) return;
      const { name } = error as DOMException;
      if (name === 'NotAllowedError') this.#reports.failed('not-allowed');
      else if (name !== 'AbortError') this.#reports.failed('broken');
    });
  }

  #playing(): void {
    if (!this.#part) return;
    if (this.#wish === 'pause') this.#platform.audio.pause();
    else {
      this.#wish = 'play';
      this.#reports.playing();
    }
  }

  #paused(): void {
    const { audio } = this.#platform;
    // At its end an element pauses too, and so it does, for a moment, where it was told to play again.
    if (this.#wish !== 'play' || !audio.paused || audio.ended || !this.#part) return;
    this.#wish = 'taken';
    this.#reports.interrupted();
  }
}

/** Safari before 17.2. */
type AudioWithPrefix = EspeakPlatform['audio'] & { webkitPreservesPitch?: boolean };
