import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { Bookmarks, type Bookmark } from './bookmarks.ts';
import { Library } from './library.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const bookmark = (article: string, block: number, saved: number, text = `Fjalia ${saved}.`): Bookmark => ({
  id: `${article} ${block} 0`,
  locator: { article, block, offset: 0, quote: text },
  text,
  title: `Titulli ${article}`,
  ...(article === 'ura' && { source: 'Gazeta' }),
  saved,
});
const texts = (bookmarks: Bookmarks) => bookmarks.all.map(({ text }) => text);

it('are there after a restart, newest first, each sentence once', async () => {
  const library = await Library.open();
  const bookmarks = await Bookmarks.open(library);
  expect(await bookmarks.add(bookmark('ura', 1, 1))).toBe('kept');
  await bookmarks.add(bookmark('moti', 1, 2));
  await bookmarks.add(bookmark('ura', 1, 3));
  expect(texts(bookmarks)).toEqual(['Fjalia 3.', 'Fjalia 2.']);
  library.close();
  const again = await Bookmarks.open(await Library.open());
  expect(texts(again)).toEqual(['Fjalia 3.', 'Fjalia 2.']);
  expect(again.has('ura 1 0')).toBe(true);
});

it('removed are gone, and come back by undo to where they were', async () => {
  const library = await Library.open();
  const bookmarks = await Bookmarks.open(library);
  const changed = vi.fn();
  bookmarks.addEventListener('change', changed);
  for (const saved of [1, 2, 3]) await bookmarks.add(bookmark('ura', saved, saved));
  const undo = bookmarks.remove('ura 2 0');
  expect(texts(bookmarks)).toEqual(['Fjalia 3.', 'Fjalia 1.']);
  expect(texts(await Bookmarks.open(library))).toEqual(['Fjalia 3.', 'Fjalia 1.']);
  undo();
  expect(texts(bookmarks)).toEqual(['Fjalia 3.', 'Fjalia 2.', 'Fjalia 1.']);
  expect(changed).toHaveBeenCalledTimes(5);
});

it('outlive their article', async () => {
  const library = await Library.open();
  const bookmarks = await Bookmarks.open(library);
  await bookmarks.add(bookmark('ura', 1, 1));
  await library.remove(['ura']);
  expect(texts(await Bookmarks.open(library))).toEqual(['Fjalia 1.']);
});

it('live for this visit where nothing may be kept', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const bookmarks = await Bookmarks.open(await Library.open());
  expect(await bookmarks.add(bookmark('ura', 1, 1))).toBe('refused');
  expect(texts(bookmarks)).toEqual(['Fjalia 1.']);
  vi.unstubAllGlobals();
});
