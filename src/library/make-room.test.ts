import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { Library } from './library.ts';
import { expendable, makeRoom } from './make-room.ts';

let library: Library;
const day = 86_400_000;
let clock = 0;
vi.spyOn(Date, 'now').mockImplementation(() => ++clock);

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  library = await Library.open();
  await library.add(inventedArticle({ id: 'e imja' }));
  for (const id of ['e vjetër', 'në radhë', 'e nisur', 'e dëgjuar', 'e ruajtur', 'e re']) {
    const edition = { key: id, title: id, order: [id], fingerprint: '1' };
    await library.keepEdition(edition, [inventedArticle({ id })]);
  }
  await library.saveQueue(['në radhë']);
  await library.saveArticles(['e ruajtur'], true);
  for (const [article, progress] of [
    ['e nisur', 0.3],
    ['e dëgjuar', 1],
  ] as const) {
    await library.savePlace({ locator: { article, block: 0, offset: 0, quote: '' }, progress, saved: 1 });
  }
});

it('only articles that came by themselves and were not touched can be given up, the oldest first', () => {
  expect(expendable(library.held, Date.now() + day)).toEqual(['e vjetër', 'e re']);
});

it('today’s news is not given up', () => {
  expect(expendable(library.held, Date.now())).toEqual([]);
});

it('copies are given up first, one kind at a time, then articles; then there is nothing', async () => {
  clock += day;
  const kept = new Set(['voice', 'editions', 'pictures']);
  const caches = { delete: (name: string) => Promise.resolve(kept.delete(name)) } as unknown as CacheStorage;
  const freed = vi.fn();
  library.addEventListener('freed', (event) => freed((event as CustomEvent).detail) as unknown);
  expect(await makeRoom(library, caches)).toBe(true);
  expect([...kept]).toEqual(['voice', 'editions']);
  expect(await makeRoom(library, caches)).toBe(true);
  expect(freed).not.toHaveBeenCalled();
  expect(await makeRoom(library, caches)).toBe(true);
  expect(freed.mock.calls).toEqual([[{ articles: 2 }]]);
  expect(await makeRoom(library, caches)).toBe(false);
  expect([...kept]).toEqual(['voice']);
  library.close();
  const again = await Library.open();
  expect([...again.held.summaries.keys()].sort()).toEqual(
    ['e imja', 'e dëgjuar', 'e nisur', 'e ruajtur', 'në radhë'].sort(),
  );
  expect(await again.article('e re')).toBeUndefined();
  // So that the edition is read again when there is room.
  expect(again.edition('e re')?.fingerprint).toBe('');
  expect(again.edition('e nisur')?.fingerprint).toBe('1');
  expect(again.held.places.size).toBe(2);
});
