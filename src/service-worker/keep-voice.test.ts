import { beforeEach, expect, it } from 'vitest';
import { addressOf, fetchMissing, isVoice, letGo, voiceCache } from './keep-voice.ts';

const origin = 'https://degjo.example';
let kept: Set<string> | undefined;
let isOnline: boolean;

/** One cache of paths, that a network may fill. */
const cache = {
  keys: () => Promise.resolve([...(kept ?? [])].map((path) => ({ url: origin + path }))),
  match: (path: string) => Promise.resolve(kept?.has(path) ? {} : undefined),
  addAll(paths: string[]) {
    if (!isOnline) return Promise.reject(new TypeError('no network'));
    for (const path of paths) kept?.add(path);
    return Promise.resolve();
  },
  delete: ({ url }: { url: string }) => Promise.resolve(kept?.delete(new URL(url).pathname) ?? false),
};
const caches = {
  has: (name: string) => Promise.resolve(name === voiceCache && kept !== undefined),
  open: () => Promise.resolve(cache),
} as unknown as CacheStorage;
const paths = ['/voice/worker-2.js', '/voice/albanian-1.bin'];

beforeEach(() => {
  kept = new Set(['/voice/worker-1.js', '/voice/albanian-1.bin']);
  isOnline = true;
});

it('fetches what is new of a voice that was kept, and lets the old go when the version takes over', async () => {
  await fetchMissing(caches, paths);
  expect([...(kept ?? [])]).toEqual(['/voice/worker-1.js', '/voice/albanian-1.bin', '/voice/worker-2.js']);
  await letGo(caches, voiceCache, paths);
  expect([...(kept ?? [])].sort()).toEqual([...paths].sort());
});

it.each([
  ['never asked for', undefined],
  ['cleared away', new Set<string>()],
  ['on its way', new Set(['/voice/worker-2.js'])],
])('fetches no voice that was %s', async (_, before) => {
  kept = before;
  await fetchMissing(caches, paths);
  await letGo(caches, voiceCache, paths);
  expect([...(kept ?? [])]).toEqual([...(before ?? [])]);
});

it('fetches what saves as audio to a voice that is there', async () => {
  const withEncoder = [...paths, '/voice/encoder/encoder-worker-2.js', '/voice/encoder/mp3-2.wasm'];
  kept = new Set(paths);
  await fetchMissing(caches, withEncoder);
  expect([...kept]).toEqual(withEncoder);
});

it('lets the update come where the voice does not', async () => {
  isOnline = false;
  await fetchMissing(caches, paths);
  expect(kept?.size).toBe(2);
});

it('tells the voice from the app', () => {
  expect([{ url: 'voice/a.js', revision: null }, 'voice/b.bin', 'index.html'].map(isVoice)).toEqual([
    true,
    true,
    false,
  ]);
  expect(addressOf({ url: 'index.html', revision: '1' })).toBe('index.html');
});
