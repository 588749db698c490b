import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { Library, type Place } from './library.ts';
import { schemaVersion } from './migrations.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, number) =>
    inventedArticle({ id: `${name}-${number}`, title: `${name} ${number}` }),
  );
const placeIn = (article: string, progress: number, saved: number): Place => ({
  locator: { article, block: 1, offset: 22, quote: 'Kalimi është falas.' },
  progress,
  saved,
});

/** Two editions of so many articles each, an own article, one that was begun far down, one that was heard. */
async function fill(each: number): Promise<void> {
  const library = await Library.open();
  for (const key of ['a', 'b']) {
    const articles = numbered(key, each);
    await library.keepEdition({ key, title: key, order: articles.map(({ id }) => id), fingerprint: key }, articles);
  }
  await library.add(inventedArticle({ id: 'e imja' }));
  await library.savePlace(placeIn('a-3', 1, 9));
  await library.savePlace(placeIn(`b-${each - 1}`, 0.5, 7));
  await library.savePlace(placeIn(`b-${each - 2}`, 0.5, 6));
  await library.saveQueue(['b-2']);
  await library.saveArticles(['b-1'], true);
  await library.saveSettings({ rate: 1.4 });
  library.close();
}

describe('the start of a large library', () => {
  it('has what the first list shows', async () => {
    await fill(200);
    const { snapshot, settings } = await Library.begin();
    expect(snapshot.isWhole).toBe(false);
    expect(snapshot.editions.map(({ key, articles }) => [key, articles.map(({ id }) => id)])).toEqual([
      ['a', numbered('a', 20).map(({ id }) => id)],
    ]);
    expect(snapshot.own.map(({ id }) => id)).toEqual(['e imja']);
    expect(snapshot.begun).toMatchObject({ article: { id: 'b-199' }, place: { progress: 0.5 } });
    expect(snapshot.places.get('a-3')?.progress).toBe(1);
    expect(settings.rate).toBe(1.4);
  });

  it('reads no more where there is more', async () => {
    await fill(200);
    const { held } = await Library.begin();
    globalThis.indexedDB = new IDBFactory();
    await fill(400);
    const { held: larger } = await Library.begin();
    expect([larger.summaries.size, larger.places.size, larger.editions.size]).toEqual([
      held.summaries.size,
      held.places.size,
      held.editions.size,
    ]);
  });

  it('is completed to all that is kept, and says so', async () => {
    await fill(200);
    const library = await Library.begin();
    const told = vi.fn();
    library.addEventListener('change', told);
    await library.complete();
    expect(told).toHaveBeenCalledOnce();
    const { snapshot } = library;
    expect(snapshot).toMatchObject({ isWhole: true, saved: new Set(['b-1']) });
    expect([snapshot.all.length, snapshot.unheard.length, snapshot.queue[0]?.id]).toEqual([401, 400, 'b-2']);
    expect(snapshot.editions.map(({ articles }) => articles.length)).toEqual([200, 200]);
    expect([...library.held.places.keys()].sort()).toEqual(['a-3', 'b-198', 'b-199']);
    await library.complete();
    expect(told).toHaveBeenCalledOnce();
    library.close();
    expect((await Library.open()).snapshot).toEqual(snapshot);
  });

  it('is complete when an article comes: its place is known, wherever it stands', async () => {
    await fill(200);
    const library = await Library.begin();
    expect(library.place('b-198')?.saved).toBe(6);
    await library.savePlace(placeIn('b-150', 1, 8));
    library.close();
    const again = await Library.begin();
    expect(again.place('b-150')).toBeUndefined();
    expect((await again.article('b-150'))?.id).toBe('b-150');
    expect(again.place('b-150')).toEqual(placeIn('b-150', 1, 8));
  });

  it('keeps a setting that was wished before all was read', async () => {
    await fill(200);
    const library = await Library.begin();
    const completing = library.complete();
    const saving = library.saveSettings({ locale: 'en' });
    await completing;
    expect(library.settings).toMatchObject({ locale: 'en', rate: 1.4 });
    expect(await saving).toBe('kept');
    library.close();
    expect((await Library.open()).settings).toMatchObject({ locale: 'en', rate: 1.4 });
  });

  it('that a newer version in another window cuts short shows what it has, and says why', async () => {
    await fill(200);
    const library = await Library.begin();
    const newer = await openDB('degjo', schemaVersion + 1);
    await library.complete();
    expect([library.parting, library.snapshot.isWhole, library.snapshot.all.length]).toEqual(['updated', true, 23]);
    newer.close();
  });
});

it('a small library is whole from the start', async () => {
  await fill(20);
  const library = await Library.begin();
  expect([library.snapshot.isWhole, library.snapshot.all.length]).toEqual([true, 41]);
});

it('a large database of version 6, as it was published, shows own and begun articles in its first list', async () => {
  const database = await openDB('degjo', 6, {
    upgrade(opened) {
      for (const [name, keyPath] of Object.entries({ articles: 'id', summaries: 'id', editions: 'key' })) {
        opened.createObjectStore(name, { keyPath });
      }
      for (const name of ['places', 'settings', 'queue', 'sourceItems', 'saved', 'listened']) {
        opened.createObjectStore(name);
      }
      opened.createObjectStore('bookmarks', { keyPath: 'id' });
      opened.createObjectStore('sources', { keyPath: 'address' });
      opened.createObjectStore('staging', { autoIncrement: true });
    },
  });
  const articles = numbered('a', 300);
  const transaction = database.transaction(['articles', 'summaries', 'editions', 'places'], 'readwrite');
  for (const article of [...articles, inventedArticle({ id: 'e imja' })]) {
    const origin = article.id === 'e imja' ? 'own' : 'a';
    void transaction.objectStore('articles').put(article);
    void transaction.objectStore('summaries').put({ id: article.id, title: article.title, words: 1, origin, added: 1 });
  }
  void transaction.objectStore('editions').put({ key: 'a', title: 'A', order: articles.map(({ id }) => id) });
  for (const [id, progress] of [
    ['a-250', 0.5],
    ['a-251', 1],
    ['a-252', 0],
  ] as const) {
    void transaction.objectStore('places').put(placeIn(id, progress, 5), id);
  }
  await transaction.done;
  database.close();

  const library = await Library.begin();
  const { snapshot } = library;
  expect([snapshot.isWhole, snapshot.own.length]).toEqual([false, 1]);
  const listed = snapshot.editions[0]?.articles.map(({ id }) => id);
  // And the one that was begun, further down.
  expect(listed).toEqual([...articles.slice(0, 20).map(({ id }) => id), 'a-250']);
  expect(snapshot.begun?.article.id).toBe('a-250');
  await library.complete();
  expect([library.snapshot.all.length, library.held.places.size]).toEqual([301, 3]);
  expect(await library.article('a-299')).toEqual(articles[299]);
  expect(await library.savePlace(placeIn('a-299', 0.2, 6))).toBe('kept');
});
