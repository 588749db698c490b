import type { EspeakPlatform } from './platform.ts';

/** Looks at the player as often as it is worth while: at each frame, and a few times a second where none is drawn. */
export class PlayWatch {
  readonly #platform: EspeakPlatform;
  readonly #look: () => void;
  #isOn = false;
  #cancelFrame: (() => void) | undefined;
  #cancelTimer: (() => void) | undefined;

  constructor(platform: EspeakPlatform, look: () => void) {
    this.#platform = platform;
    this.#look = look;
    platform.audio.addEventListener('timeupdate', () => this.#lookNow());
    platform.document.addEventListener('visibilitychange', () => this.#lookNow());
  }

  start(): void {
    this.#isOn = true;
    this.#lookNow();
  }

  stop(): void {
    this.#isOn = false;
    this.#cancelFrame?.();
    this.#cancelTimer?.();
    this.#cancelFrame = this.#cancelTimer = undefined;
  }

  /** Looks again in so many milliseconds, frames or not. */
  lookIn(ms: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#platform.after(ms, () => this.#lookNow());
  }

  #lookNow(): void {
    if (!this.#isOn) return;
    this.#look();
    this.#cancelFrame?.();
    // Looking may have stopped it.
    const isSeen = (this.#isOn as boolean) && this.#platform.document.visibilityState === 'visible';
    this.#cancelFrame = isSeen ? this.#platform.beforeFrame(() => this.#lookNow()) : undefined;
  }
}
