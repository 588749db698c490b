/** The pieces of a browser that keep a screen on, passed in so that tests can hand in others. */
export interface ScreenLockPlatform {
  /** Undefined where the browser cannot keep a screen on. Rejects where the device will not, its battery being low. */
  readonly request: (() => Promise<ScreenLockSentinel>) | undefined;
  /** Fires `visibilitychange`. */
  readonly page: EventTarget;
  readonly isVisible: () => boolean;
}

export type ScreenLockSentinel = Pick<WakeLockSentinel, 'released' | 'release'>;

export function browserScreenLock({ document, navigator }: Window): ScreenLockPlatform {
  return {
    request: 'wakeLock' in navigator ? () => navigator.wakeLock.request('screen') : undefined,
    page: document,
    isVisible: () => document.visibilityState === 'visible',
  };
}

/**
 * Keeps the screen on while it is needed. The platform lets go of it whenever the page is hidden, so it is asked again
 * when the page comes back.
 */
export class ScreenLock {
  readonly #needed: () => boolean;
  readonly #platform: ScreenLockPlatform;
  #sentinel: ScreenLockSentinel | undefined;
  #asking = false;

  /** @param needed does something play that a locked screen would silence, and is it wished? */
  constructor(needed: () => boolean, platform: ScreenLockPlatform) {
    this.#needed = needed;
    this.#platform = platform;
    platform.page.addEventListener('visibilitychange', () => void this.update());
  }

  /** To be called whenever the answer to `needed` may have changed. */
  async update(): Promise<void> {
    if (!this.#needed()) {
      const sentinel = this.#sentinel;
      this.#sentinel = undefined;
      await sentinel?.release();
      return;
    }
    const { request, isVisible } = this.#platform;
    if (!request || this.#asking || !isVisible() || this.#sentinel?.released === false) return;
    this.#asking = true;
    // Refused, it is asked again at the next sentence or when the page comes back.
    this.#sentinel = await request().catch(() => undefined);
    this.#asking = false;
    // It may have gone silent meanwhile.
    if (!this.#needed()) await this.update();
  }
}
