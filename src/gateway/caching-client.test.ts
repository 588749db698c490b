import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CachingClient } from './caching-client.ts';
import type { RemoteAnswer, RemoteRequest } from './guarded-client.ts';
import { GatewayProblem } from './problems.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-05-05T10:00:00Z') }));
afterEach(() => vi.useRealTimers());

const url = 'https://lajme.example/feed.xml';

/** A site whose answers are these, one after the other, the last for ever. */
function site(...answers: (Partial<Omit<RemoteAnswer, 'headers'>> & { headers?: Record<string, string> })[]) {
  const asked: RemoteRequest[] = [];
  const client = (request: RemoteRequest): Promise<RemoteAnswer> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(request);
    return Promise.resolve({
      status: 200,
      url: request.url,
      body: new TextEncoder().encode(answer?.status === 304 ? '' : `lajmi ${asked.length}`),
      ...answer,
      headers: new Headers({ date: new Date().toUTCString(), ...answer?.headers }),
    });
  };
  return { asked, cache: new CachingClient({ client }) };
}

async function get(cache: CachingClient, request: RemoteRequest = { url }) {
  const { status, body, freshFor } = await cache.get(request);
  return [status === 304 ? 304 : new TextDecoder().decode(body), freshFor];
}

const later = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

describe('a lifetime', () => {
  it('by max-age is obeyed', async () => {
    const { cache, asked } = site({ headers: { 'cache-control': 'max-age=60' } });
    expect(await get(cache)).toEqual(['lajmi 1', 60]);
    later(50);
    expect(await get(cache)).toEqual(['lajmi 1', 10]);
    later(11);
    expect(await get(cache)).toEqual(['lajmi 2', 60]);
    expect(asked).toHaveLength(2);
  });

  it('is that of a page or of a picture, which one address may be in turn', async () => {
    const { cache } = site({ headers: { 'cache-control': 'max-age=60' } });
    expect(await get(cache)).toEqual(['lajmi 1', 60]);
    expect(await get(cache, { url, as: 'picture' })).toEqual(['lajmi 2', 60]);
    expect(await get(cache)).toEqual(['lajmi 1', 60]);
  });

  it('for shared caches comes before the one for browsers', async () => {
    const { cache } = site({ headers: { 'cache-control': 'max-age=0, s-maxage=60' } });
    expect(await get(cache)).toEqual(['lajmi 1', 60]);
    expect(await get(cache)).toEqual(['lajmi 1', 60]);
  });

  it('by Expires is obeyed', async () => {
    const { cache } = site({ headers: { expires: new Date('2026-05-05T10:00:30Z').toUTCString() } });
    expect(await get(cache)).toEqual(['lajmi 1', 30]);
    later(31);
    expect(await get(cache)).toEqual(['lajmi 2', 0]);
  });

  it('that another cache spent already is spent', async () => {
    const { cache } = site({ headers: { 'cache-control': 'max-age=60', age: '55' } });
    expect(await get(cache)).toEqual(['lajmi 1', 5]);
    later(6);
    expect((await get(cache))[0]).toBe('lajmi 2');
  });

  it.each([{}, { 'last-modified': 'Tue, 05 May 2020 10:00:00 GMT' }, { 'cache-control': 'no-cache' }])(
    'that nobody gave is none: %j',
    async (headers: Record<string, string>) => {
      const { cache } = site({ headers });
      expect(await get(cache)).toEqual(['lajmi 1', 0]);
      expect(await get(cache)).toEqual(['lajmi 2', 0]);
    },
  );

  it.each(['no-store', 'private', 'private, max-age=60'])(
    '%s keeps it out of every listener’s reach',
    async (control) => {
      const { cache, asked } = site({ headers: { 'cache-control': control, etag: '"1"' } });
      expect(await get(cache)).toEqual(['lajmi 1', undefined]);
      expect(await get(cache)).toEqual(['lajmi 2', undefined]);
      expect(asked).toEqual([{ url }, { url }]);
    },
  );
});

describe('what is stale', () => {
  const first = { headers: { 'cache-control': 'max-age=60', etag: '"1"', 'last-modified': 'e martë' } };

  it('is asked for with its validators, where it was found, and lives on when it is unchanged', async () => {
    const found = 'https://tjeter.example/feed.xml';
    const { cache, asked } = site(
      { ...first, url: found },
      { status: 304, headers: { 'cache-control': 'max-age=90' } },
    );
    await get(cache);
    later(61);
    expect(await get(cache)).toEqual(['lajmi 1', 90]);
    expect(asked[1]).toEqual({ url, unless: { url: found, etag: '"1"', lastModified: 'e martë' } });
    later(80);
    expect(await get(cache)).toEqual(['lajmi 1', 10]);
    expect(asked).toHaveLength(2);
  });

  it('is replaced when it changed', async () => {
    const { cache } = site(first, { headers: { 'cache-control': 'max-age=60', etag: '"2"' } });
    await get(cache);
    later(61);
    expect((await get(cache))[0]).toBe('lajmi 2');
    expect((await get(cache))[0]).toBe('lajmi 2');
  });

  it('is forgotten when its successor may not be kept', async () => {
    const { cache, asked } = site(first, { headers: { 'cache-control': 'no-store' } });
    await get(cache);
    later(61);
    await get(cache);
    await get(cache);
    expect(asked[2]).toEqual({ url });
  });
});

it('what is not kept is asked for with the listener’s own validators', async () => {
  const { cache, asked } = site({ status: 304, headers: { etag: '"1"', 'cache-control': 'max-age=60' } });
  const request = { url, unless: { url, etag: '"1"' } };
  expect(await get(cache, request)).toEqual([304, 60]);
  expect(asked).toEqual([request]);
  // There is no document to give to anybody else.
  await get(cache);
  expect(asked).toHaveLength(2);
});

it('what many ask for at once is asked for once, and what fails is asked for again', async () => {
  const waiting: ((problem: Error) => void)[] = [];
  const cache = new CachingClient({ client: () => new Promise((_, reject) => waiting.push(reject)), atOnce: 2 });
  const results = [cache.get({ url }), cache.get({ url }), cache.get({ url })];
  expect(waiting).toHaveLength(1);
  waiting[0]?.(new GatewayProblem('server'));
  for (const result of results) await expect(result).rejects.toMatchObject({ reason: 'server' });
  void cache.get({ url }).catch(() => undefined);
  expect(waiting).toHaveLength(2);
});

it('no more than so many are underway at a time', async () => {
  const waiting: ((problem: Error) => void)[] = [];
  const cache = new CachingClient({ client: () => new Promise((_, reject) => waiting.push(reject)), atOnce: 2 });
  const ask = (path: string) => cache.get({ url: url + path });
  const first = ask('1');
  void ask('2').catch(() => undefined);
  await expect(ask('3')).rejects.toMatchObject({ reason: 'busy', retryAfter: 5 });
  expect(waiting).toHaveLength(2);
  waiting[0]?.(new GatewayProblem('server'));
  await expect(first).rejects.toThrow();
  await Promise.resolve();
  void ask('3').catch(() => undefined);
  expect(waiting).toHaveLength(3);
});

it('its size is bounded: the longest unused goes', async () => {
  const asked: string[] = [];
  const client = ({ url }: RemoteRequest): Promise<RemoteAnswer> => {
    asked.push(url);
    const headers = new Headers({ 'cache-control': 'max-age=60', date: new Date().toUTCString() });
    return Promise.resolve({ status: 200, url, body: new Uint8Array(40_000), headers });
  };
  const cache = new CachingClient({ client, size: 100_000 });
  for (const path of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get({ url: url + path });
  expect(asked.map((each) => each.at(-1)).join('')).toBe('abcb');
});
