import type { Workbox } from 'workbox-window';
import { scriptAddress } from './trusted-types.ts';

/** Held by every page that is playing, so that no other page changes the version under it. */
export const playingLock = 'degjo-playing';

/** The browser's locks; missing where the page came over plain HTTP, whatever the types say. */
export function browserLocks(): LockManager | undefined {
  return (navigator as { locks?: LockManager }).locks;
}

/**
 * A newer version of the app that waits until the listener takes it.
 *
 * Events: `change` when a version begins to wait.
 */
export class AppUpdate extends EventTarget {
  private workbox: Workbox | undefined;
  private waiting = false;
  private accepted = false;

  get isWaiting(): boolean {
    return this.waiting;
  }

  /** Registers the service worker; a browser without one, or a page that may have none, goes on without. */
  async register(): Promise<void> {
    if (!('serviceWorker' in navigator)) return;
    // Asked for after the first paint, so not part of what the list waits for.
    const { Workbox } = await import('workbox-window');
    this.workbox = new Workbox(scriptAddress(`${import.meta.env.BASE_URL}service-worker.js`), {
      scope: import.meta.env.BASE_URL,
    });
    this.workbox.addEventListener('waiting', () => {
      this.waiting = true;
      this.dispatchEvent(new CustomEvent('change'));
    });
    // The page that asked for the new version is the page that reloads into it. Whether this is an update at all, workbox
    // cannot tell in a page that was opened before there was any worker.
    this.workbox.addEventListener('controlling', () => {
      if (this.accepted) location.reload();
    });
    await this.workbox.register().catch(() => undefined);
  }

  /** Not now: the version goes on waiting, and is taken when the app is opened next. */
  postpone(): void {
    this.waiting = false;
    this.dispatchEvent(new CustomEvent('change'));
  }

  /** Is any page of the app playing? */
  private async somebodyListens(): Promise<boolean> {
    const { held } = (await browserLocks()?.query()) ?? {};
    return held?.some(({ name }) => name === playingLock) ?? false;
  }

  /**
   * Changes over to the new version, unless some page is playing.
   *
   * @returns false where nothing was changed because another page plays
   */
  async accept(): Promise<boolean> {
    if (await this.somebodyListens()) return false;
    this.accepted = true;
    this.workbox?.messageSkipWaiting();
    return true;
  }
}
