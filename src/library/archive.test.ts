import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { archive, outdated } from './archive.ts';
import { Library } from './library.ts';

const day = 86_400_000;
const now = 100 * day;
let library: Library;

/** Articles that came so many days ago, by their names. */
const came = { sot: 0, dje: 1, java: 8, muaji: 31, 'e ruajtur': 60, 'në radhë': 60, 'e nisur': 60, 'e dëgjuar': 60 };

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  library = await Library.open();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now - 90 * day);
  await library.add(inventedArticle({ id: 'e imja' }));
  for (const [id, days] of Object.entries(came)) {
    clock.mockReturnValue(now - days * day);
    await library.keepEdition({ key: id, title: id, order: [id], fingerprint: '' }, [inventedArticle({ id })]);
  }
  clock.mockRestore();
  await library.saveArticles(['e ruajtur'], true);
  await library.saveQueue(['në radhë']);
  const place = (article: string, progress: number) => ({
    ...{ locator: { article, block: 0, offset: 0, quote: '' }, progress, saved: 1 },
  });
  await library.savePlace(place('e nisur', 0.4));
  await library.savePlace(place('e dëgjuar', 1));
});

it.each([
  [{ days: 0, articles: 0 }, [], 'without a limit'],
  [{ days: 7, articles: 0 }, ['java', 'muaji', 'e dëgjuar'], 'by their age'],
  [{ days: 30, articles: 0 }, ['muaji', 'e dëgjuar'], 'by their age'],
  [{ days: 0, articles: 2 }, ['java', 'muaji', 'e dëgjuar'], 'by their number, the newest stay'],
  [{ days: 90, articles: 4 }, ['e dëgjuar'], 'by either'],
])('%j: %j leave, %s; never what the listener would miss', (wish, leaving) => {
  expect(outdated(library.held, wish, now)).toEqual(leaving);
});

it('what no source brings any more leaves once nobody wants it kept', async () => {
  await library.keepEdition({ key: 'e ruajtur', title: '', order: [], fingerprint: '' }, []);
  expect(await archive(library, now)).toBe(0);
  await library.saveArticles(['e ruajtur'], false);
  expect(await archive(library, now)).toBe(1);
  library.close();
  const again = await Library.open();
  expect(again.has('e ruajtur')).toBe(false);
  expect(again.has('muaji')).toBe(true);
});

it('a clock that was set back a year drops nothing', () => {
  expect(outdated(library.held, { days: 7, articles: 0 }, now - 365 * day)).toEqual([]);
});
