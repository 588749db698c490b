import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppUpdate, browserLocks, playingLock } from './app-update.ts';

/** Stands in for the library that watches the service worker: tests tell what it notices. */
const fake = vi.hoisted(() => {
  class Workbox extends EventTarget {
    static last: Workbox;
    static fails = false;
    readonly script: string;
    readonly options: unknown;
    skipped = 0;

    constructor(script: string, options: unknown) {
      super();
      if (!('serviceWorker' in navigator)) throw new TypeError('navigator.serviceWorker is undefined');
      this.script = script;
      this.options = options;
      Workbox.last = this;
    }

    register(): Promise<void> {
      return Workbox.fails ? Promise.reject(new DOMException('', 'SecurityError')) : Promise.resolve();
    }

    messageSkipWaiting(): void {
      this.skipped += 1;
    }

    notice(type: string): void {
      this.dispatchEvent(new Event(type));
    }
  }
  return { Workbox };
});
vi.mock('workbox-window', () => fake);

const reload = vi.fn();
let held: { name: string }[];
let update: AppUpdate;

function browser(navigator: object): void {
  vi.stubGlobal('navigator', navigator);
  vi.stubGlobal('location', { origin: 'https://degjo.example', reload });
  vi.stubGlobal('document', { baseURI: 'https://degjo.example/' });
}

beforeEach(() => {
  held = [];
  reload.mockClear();
  fake.Workbox.fails = false;
  browser({ serviceWorker: {}, locks: { query: () => Promise.resolve({ held }) } });
  update = new AppUpdate();
});

describe('a newer version', () => {
  it('is none at first', async () => {
    await update.register();
    expect(update.isWaiting).toBe(false);
    expect(fake.Workbox.last.script).toBe('https://degjo.example/service-worker.js');
    expect(fake.Workbox.last.options).toEqual({ scope: '/' });
  });

  it('is offered, never forced', async () => {
    const told = vi.fn();
    update.addEventListener('change', told);
    await update.register();
    fake.Workbox.last.notice('waiting');
    expect(told).toHaveBeenCalledTimes(1);
    expect(update.isWaiting).toBe(true);
    expect(fake.Workbox.last.skipped).toBe(0);
    expect(reload).not.toHaveBeenCalled();
  });

  it('goes on waiting where it is put off', async () => {
    await update.register();
    fake.Workbox.last.notice('waiting');
    const told = vi.fn();
    update.addEventListener('change', told);
    update.postpone();
    expect([update.isWaiting, told.mock.calls.length, fake.Workbox.last.skipped]).toEqual([false, 1, 0]);
  });

  it('that is taken changes over, and the page reloads once it has', async () => {
    await update.register();
    expect(await update.accept()).toBe(true);
    expect(fake.Workbox.last.skipped).toBe(1);
    expect(reload).not.toHaveBeenCalled();
    fake.Workbox.last.notice('controlling');
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is not taken while some page plays', async () => {
    await update.register();
    held = [{ name: 'tjetër' }, { name: playingLock }];
    expect(await update.accept()).toBe(false);
    expect(fake.Workbox.last.skipped).toBe(0);
    held = [{ name: 'tjetër' }];
    expect(await update.accept()).toBe(true);
  });

  it('taken in another window does not reload this one', async () => {
    await update.register();
    fake.Workbox.last.notice('controlling');
    expect(reload).not.toHaveBeenCalled();
  });
});

describe('a browser', () => {
  it('without service workers goes on without', async () => {
    browser({});
    await update.register();
    expect(update.isWaiting).toBe(false);
    expect(await update.accept()).toBe(true);
  });

  it('that refuses the worker goes on without', async () => {
    fake.Workbox.fails = true;
    await expect(update.register()).resolves.toBeUndefined();
  });

  it('without locks changes over when asked', async () => {
    browser({ serviceWorker: {} });
    expect(browserLocks()).toBeUndefined();
    await update.register();
    expect(await update.accept()).toBe(true);
  });
});
