import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
afterEach(() => library.close());

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
  await searcher.keepUp();
  await searcher.search(1, 'cmimet');
  expect(lastHits()).toMatchObject([{ id: 'tregu', title: 'Tregu', passage: { text: 'Çmimet u ulën.' } }]);
});

it('answers a question again when the library changed', async () => {
  const searcher = await open();
  await searcher.keepUp();
  await searcher.search(1, 'bora');
  expect(lastHits()).toEqual([]);
  await library.add(article('moti', 'Moti', 'Ra bora.'));
  await searcher.keepUp();
  expect(lastHits()).toMatchObject([{ id: 'moti' }]);
  await library.remove(['moti']);
  await searcher.keepUp();
  expect(lastHits()).toEqual([]);
});

it('reads at the next visit only what is new', async () => {
  await (await open()).keepUp();
  await library.add(article('moti', 'Moti', 'Ra bora.'));
  answers = [];
  const searcher = await open();
  await searcher.keepUp();
  expect(readCounts()).toEqual([1, 2]);
  await searcher.search(1, 'tregu');
  expect(lastHits()).toMatchObject([{ id: 'tregu' }]);
});

it('does without what was kept where that is broken', async () => {
  await (await open()).keepUp();
  const kept = await openDB(`${databaseName}-search`, 1);
  await kept.put('shards', 'pluhur', 0);
  kept.close();
  const searcher = await open();
  await searcher.keepUp();
  await searcher.search(1, 'tregu');
  expect(lastHits()).toMatchObject([{ id: 'tregu' }]);
});

it('what was kept of the index goes when everything is deleted, though it is open', async () => {
  const store = await IndexStore.open();
  await store.save([[0, { format: 1, stamps: [['a', '']], index: '{}' }]]);
  await forgetIndex();
  expect(await (await IndexStore.open()).load()).toEqual([]);
});
