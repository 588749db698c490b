import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VoicePack, voiceCache, type PackPlatform } from './voice-pack.ts';

const whole = crypto.getRandomValues(new Uint8Array(5_000));
const sha256 = createHash('sha256').update(whole).digest('hex');
const address = 'https://degjo.example/voice/albanian.bin';
const script = 'https://degjo.example/voice/worker.js';
const corrupt = whole.slice().fill(7, 10, 20);
const half = whole.slice(0, 2_500);

/** As much of Cache Storage as the voice needs. */
class FakeCaches {
  readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();
  full = false;
  readonly add = (url: string) => {
    this.kept.set(url, new Uint8Array());
    return Promise.resolve();
  };
  open(name: string) {
    expect(name).toBe(voiceCache);
    return Promise.resolve({
      match: (url: string) => Promise.resolve(this.kept.has(url) ? new Response(this.kept.get(url)) : undefined),
      put: async (url: string, response: Response) => {
        if (this.full) throw new DOMException('no room', 'QuotaExceededError');
        this.kept.set(url, new Uint8Array(await response.arrayBuffer()));
      },
      add: this.add,
      delete: (url: string) => Promise.resolve(this.kept.delete(url)),
    });
  }
}

/** A body that comes in pieces of 1000 bytes; after the last it ends, breaks off, or hangs until it is given up. */
function body(bytes: Uint8Array<ArrayBuffer>, end: 'ends' | 'breaks' | AbortSignal = 'ends'): Response {
  let at = 0;
  return new Response(
    new ReadableStream({
      start(controller) {
        if (end instanceof AbortSignal) end.addEventListener('abort', () => controller.error(end.reason));
      },
      pull(controller) {
        if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += 1_000)));
        else if (end === 'breaks') controller.error(new TypeError('network error'));
        else if (end === 'ends') controller.close();
        else return new Promise(() => undefined);
        return undefined;
      },
    }),
  );
}

let caches: FakeCaches;
let answers: ((signal: AbortSignal) => Response)[];
let asked: RequestCache[];

function pack(platform: Partial<PackPlatform> = {}): VoicePack {
  const fetch: typeof globalThis.fetch = (_, { cache, signal } = {}) => {
    asked.push(cache ?? 'default');
    const answer = answers.shift();
    return answer && signal ? Promise.resolve(answer(signal)) : Promise.reject(new TypeError('offline'));
  };
  return new VoicePack(
    { data: { address, length: whole.length, sha256 }, script },
    {
      fetch,
      caches: caches as unknown as CacheStorage,
      subtle: crypto.subtle,
      ...platform,
    },
  );
}

const bytes = (data: ArrayBuffer | undefined) => data && new Uint8Array(data);

beforeEach(() => {
  caches = new FakeCaches();
  answers = [];
  asked = [];
});
afterEach(() => vi.useRealTimers());

describe('a voice that is not here yet', () => {
  it('comes once, tells how far it is, and is kept with its script', async () => {
    answers = [() => body(whole)];
    const voice = pack();
    const seen: string[] = [];
    voice.addEventListener('change', () => seen.push(`${voice.snapshot.state} ${voice.snapshot.loaded}`));
    const [first, second] = await Promise.all([voice.fetch(), voice.fetch()]);
    expect(bytes(first)).toEqual(whole);
    expect(second).toBe(first);
    expect(seen).toEqual(['coming 0', ...[1, 2, 3, 4, 5].map((part) => `coming ${part}000`), 'ready 5000']);
    expect(voice.snapshot.total).toBe(5_000);
    expect(caches.kept.get(address)).toEqual(whole);
    expect(caches.kept.has(script)).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('is not fetched by looking for it', async () => {
    expect(await pack().kept()).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

describe('a voice that is here', () => {
  beforeEach(() => caches.kept.set(address, whole));

  it('needs no network', async () => {
    const voice = pack();
    expect(bytes(await voice.kept())).toEqual(whole);
    expect(voice.snapshot.state).toBe('ready');
    expect(bytes(await voice.fetch())).toEqual(whole);
    expect(asked).toEqual([]);
  });

  it.each([
    ['corrupt', corrupt],
    ['cut off', half],
  ])('but %s is thrown away and fetched anew', async (_, broken) => {
    caches.kept.set(address, broken);
    answers = [() => body(whole)];
    const voice = pack();
    expect(await voice.kept()).toBeUndefined();
    expect(caches.kept.has(address)).toBe(false);
    expect(bytes(await voice.fetch())).toEqual(whole);
    expect(caches.kept.get(address)).toEqual(whole);
  });
});

describe('a voice that comes broken', () => {
  it.each([
    ['corrupt', () => body(corrupt)],
    ['cut off', () => body(half)],
    ['broken off', () => body(half, 'breaks')],
    ['too long', () => body(new Uint8Array(9_000))],
    ['refused', () => new Response('', { status: 503 })],
  ])('%s is fetched once more, past the browser’s cache', async (_, broken) => {
    answers = [broken, () => body(whole)];
    const voice = pack();
    expect(bytes(await voice.fetch())).toEqual(whole);
    expect(asked).toEqual(['default', 'reload']);
  });

  it('twice is not kept and reported; a later try may succeed', async () => {
    answers = [() => body(corrupt), () => body(half)];
    const voice = pack();
    expect(await voice.fetchAhead()).toBe(false);
    expect(voice.snapshot).toEqual({ state: 'failed', loaded: 0, total: 5_000 });
    expect(caches.kept.has(address)).toBe(false);
    answers = [() => body(whole)];
    expect(await voice.fetchAhead()).toBe(true);
    expect(voice.snapshot.state).toBe('ready');
  });

  it('not at all is reported', async () => {
    const voice = pack();
    await expect(voice.fetch()).rejects.toThrow();
    expect(voice.snapshot.state).toBe('failed');
  });

  it('on a line that has died is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answers = [(signal) => body(half, signal), (signal) => body(half, signal)];
    const voice = pack();
    const ahead = voice.fetchAhead();
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(20_000);
      expect(voice.snapshot.state).toBe('failed');
    });
    expect(await ahead).toBe(false);
  });
});

describe('a browser that keeps nothing', () => {
  it.each([
    ['has no Cache Storage', () => pack({ caches: undefined })],
    [
      'refuses it',
      () => pack({ caches: { open: () => Promise.reject(new DOMException('', 'SecurityError')) } as never }),
    ],
    [
      'has no room',
      () => {
        caches.full = true;
        return pack();
      },
    ],
  ])('because it %s still has the voice today', async (_, make) => {
    answers = [() => body(whole)];
    const voice = make();
    expect(bytes(await voice.fetch())).toEqual(whole);
    expect(voice.snapshot.state).toBe('ready');
  });

  it('over plain HTTP checks the length, where it cannot check the digest', async () => {
    answers = [() => body(half), () => body(whole)];
    expect(bytes(await pack({ caches: undefined, subtle: undefined }).fetch())).toEqual(whole);
    expect(asked).toHaveLength(2);
  });
});
