import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Article } from '../../articles/article.ts';
import { Library } from '../library.ts';
import { forgetIndex, IndexStore } from './index-store.ts';
import type { SearchAnswer } from './protocol.ts';
import { Searcher } from './searcher.ts';

/** The segmenter's own tests are elsewhere: here an end is a stop and a space. */
const splitSentences = (text: string) =>
  [...text.matchAll(/\S.*?(?:\.(?= )|$)/g)].map(({ 0: said, index }) => ({ start: index, end: index + said.length }));

const article = (id: string, title: string, text: string): Article => ({
  id,
  title,
  language: 'sq',
  blocks: [{ kind: 'paragraph', text, marks: [] }],
});

let databaseName: string;
let count = 0;
let library: Library;
let answers: SearchAnswer[];

beforeEach(async () => {
  databaseName = `degjo-${++count}`;
  library = await Library.open(databaseName);
  answers = [];
  await library.add(article('tregu', 'Tregu', 'Vera është e mirë. Çmimet u ulën.'));
});
afterEach(() => {
  vi.useRealTimers();
  library.close();
});

async function open(): Promise<Searcher> {
  return Searcher.open({
    store: await IndexStore.open(`${databaseName}-search`),
    splitSentences,
    answer: (answer) => answers.push(answer),
    breathe: () => Promise.resolve(),
    databaseName,
  });
}

const lastHits = () => answers.findLast((answer) => answer.type === 'hits')?.hits;
const readCounts = () => answers.flatMap((answer) => (answer.type === 'progress' ? [answer.done] : []));

it('finds what is in the library, with its sentence', async () => {
  const searcher = await open();
  await searcher.keepUp([]);
  await searcher.search(1, 'cmimet');
  expect(lastHits()).toMatchObject([{ id: 'tregu', title: 'Tregu', passage: { text: 'Çmimet u ulën.' } }]);
});

it('answers a question again when the library changed', async () => {
  const searcher = await open();
  await searcher.keepUp([]);
  await searcher.search(1, 'bora');
  expect(lastHits()).toEqual([]);
  await library.add(article('moti', 'Moti', 'Ra bora.'));
  await searcher.keepUp([]);
  expect(lastHits()).toMatchObject([{ id: 'moti' }]);
  await library.remove(['moti']);
  await searcher.keepUp([]);
  expect(lastHits()).toEqual([]);
});

it('reads at the next visit only what is new', async () => {
  await (await open()).keepUp([]);
  await library.add(article('moti', 'Moti', 'Ra bora.'));
  answers = [];
  const searcher = await open();
  await searcher.keepUp([]);
  expect(readCounts()).toEqual([1, 2]);
  await searcher.search(1, 'tregu');
  expect(lastHits()).toMatchObject([{ id: 'tregu' }]);
});

it('does without what was kept where that is broken', async () => {
  await (await open()).keepUp([]);
  const kept = await openDB(`${databaseName}-search`);
  await kept.put('index', 'pluhur', 'index');
  kept.close();
  const searcher = await open();
  await searcher.keepUp([]);
  await searcher.search(1, 'tregu');
  expect(lastHits()).toMatchObject([{ id: 'tregu' }]);
});

it('what was kept of the index goes when everything is deleted, though it is open', async () => {
  const store = await IndexStore.open();
  await store.save({ format: 2, stamps: [['a', '']], index: '{}' });
  await forgetIndex();
  expect(await (await IndexStore.open()).load()).toBeUndefined();
});

it('finds a text that took the place of another one by its new words only', async () => {
  const edition = { key: 'gazeta', title: 'Gazeta', order: ['moti'], fingerprint: '' };
  const searcher = await open();
  await library.keepEdition(edition, [article('moti', 'Moti', 'Ra bora.')]);
  await searcher.keepUp([]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
  await library.keepEdition(edition, [article('moti', 'Moti', 'Ra shiu.')]);
  await searcher.keepUp([]);
  await searcher.search(1, 'bora');
  expect(lastHits()).toEqual([]);
  await searcher.search(2, 'shiu');
  expect(lastHits()).toMatchObject([{ id: 'moti', passage: { text: 'Ra shiu.' } }]);
});

it('finds what could not be kept, which the page alone has', async () => {
  const closed = await Library.open(`${databaseName}-closed`);
  closed.close();
  await closed.add(article('shiu', 'Shiu', 'Pikon çatia.'));
  const searcher = await open();
  await searcher.keepUp(closed.unkept);
  await searcher.search(1, 'catia');
  expect(lastHits()).toMatchObject([{ id: 'shiu', passage: { text: 'Pikon çatia.' } }]);
});

it('makes no library where there is none: one without its stores would be no use to anybody', async () => {
  library.close();
  await deleteDB(databaseName);
  const searcher = await open();
  await searcher.keepUp([]);
  await searcher.search(1, 'tregu');
  expect(lastHits()).toEqual([]);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(databaseName);
});

it('answers only the last of the letters that came while it was busy', async () => {
  const searcher = await open();
  await searcher.keepUp([]);
  await Promise.all([searcher.search(1, 't'), searcher.search(2, 'tr'), searcher.search(3, 'tre')]);
  expect(answers.flatMap((answer) => (answer.type === 'hits' ? [answer.id] : []))).toEqual([3, 3]);
});

it('keeps what it has read of many articles before it has read them all', async () => {
  const many = Array.from({ length: 60 }, (_, index) => article(`a${index}`, `Titulli ${index}`, 'Ra bora.'));
  const order = many.map(({ id }) => id);
  await library.keepEdition({ key: 'gazeta', title: 'Gazeta', order, fingerprint: '' }, many);
  const store = await IndexStore.open(`${databaseName}-search`);
  const sizes: number[] = [];
  const save = store.save.bind(store);
  store.save = async (index) => {
    sizes.push(index.stamps.length);
    await save(index);
  };
  const parts = { store, splitSentences, answer: () => undefined, breathe: () => Promise.resolve(), databaseName };
  const searcher = await Searcher.open(parts);
  await searcher.keepUp([]);
  expect(sizes).toEqual([25, 50, 61]);
  await library.remove(['a0']);
  await searcher.keepUp([]);
  expect(sizes).toHaveLength(3);
});
