import { beforeEach, expect, it } from 'vitest';
import { isReader, onlyScripts, readerCache, renewReaders } from './keep-readers.ts';
import { letGo } from './keep-voice.ts';

const origin = 'https://degjo.example';
const word = '/assets/readers/docx-reader-B2345678.js';
const pdf = '/assets/readers/pdf-reader-B2345678.js';
let kept: Set<string> | undefined;
let absent: string | undefined;

const cache = {
  keys: () => Promise.resolve([...(kept ?? [])].map((path) => ({ url: origin + path }))),
  add(path: string) {
    if (path === absent) return Promise.reject(new TypeError('no network'));
    kept?.add(path);
    return Promise.resolve();
  },
  delete: ({ url }: { url: string }) => Promise.resolve(kept?.delete(new URL(url).pathname) ?? false),
};
const caches = {
  has: (name: string) => Promise.resolve(name === readerCache && kept !== undefined),
  open: () => Promise.resolve(cache),
} as unknown as CacheStorage;

beforeEach(() => {
  kept = new Set(['/assets/readers/docx-reader-A-_45678.js']);
  absent = undefined;
});

it('a new version brings the readers that were in use, and no others', async () => {
  await renewReaders(caches, [word, pdf]);
  await letGo(caches, readerCache, [word, pdf]);
  expect([...(kept ?? [])]).toEqual([word]);
});

it('whoever opened no such file yet fetches none', async () => {
  kept = undefined;
  await renewReaders(caches, [word, pdf]);
  expect(kept).toBeUndefined();
});

it('one that does not come holds up no update, and no other reader', async () => {
  kept?.add('/assets/readers/pdf-reader-A2345678.js');
  absent = word;
  await renewReaders(caches, [word, pdf]);
  expect(kept).toContain(pdf);
});

it('tells the readers from the app', () => {
  const files = [{ url: 'assets/readers/a.js', revision: null }, 'assets/readers/b.js', 'assets/page-reader-1.js'];
  expect(files.map(isReader)).toEqual([true, true, false]);
});

it.each([
  ['a script', 'text/javascript; charset=utf-8', 200, true],
  ['a page in its place', 'text/html', 200, false],
  ['an error', 'text/javascript', 500, false],
])('%s is kept or not', async (_, type, status, isKept) => {
  const response = new Response('1', { status, headers: { 'content-type': type } });
  const request = new Request(`${origin}${word}`);
  const answer = await onlyScripts.cacheWillUpdate?.({ response, request, event: undefined as never });
  expect(answer).toBe(isKept ? response : null);
});
