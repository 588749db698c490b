import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { DOMParser } from 'linkedom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RemoteResult } from '../articles/remote.ts';
import { sourceKey, type Source } from '../articles/source.ts';
import { Library } from './library.ts';
import { SourceShelf } from './source-shelf.ts';
import { SourceSync } from './source-sync.ts';

const gazeta: Source = { address: 'https://gazeta.example/feed/', title: 'Gazeta', added: 1 };
const portal: Source = { address: 'https://portal.example/rss', title: 'Çaste', added: 2 };

function rss(...titles: string[]): string {
  const items = titles.map(
    (title) => `<item><title>${title}</title><link>https://agjencia.example/${title}</link></item>`,
  );
  return `<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`;
}

const answers = new Map<string, RemoteResult | string>();
const get = vi.fn((address: string): Promise<RemoteResult> => {
  const answer = answers.get(address) ?? { problem: 'not-found' };
  if (typeof answer === 'object') return Promise.resolve(answer);
  const bytes = new TextEncoder().encode(answer);
  const document = { bytes, url: address, type: { essence: 'text/xml' }, validators: { etag: '"1"' } };
  return Promise.resolve({ document });
});
const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;

let library: Library;
let shelf: SourceShelf;
let sync: SourceSync;

async function open(): Promise<void> {
  library = await Library.open();
  shelf = await SourceShelf.open(library);
  sync = new SourceSync(shelf, { fetcher: { get }, parseHtml });
}

/** The browser is closed and opened again. */
async function restart(): Promise<void> {
  library.close();
  await open();
}

/** Titles of articles, by the title of their source. */
const listed = () =>
  library.snapshot.editions.map(({ title, articles }) => [title, ...articles.map(({ title }) => title)]);

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  answers.clear();
  get.mockClear();
  await open();
});

it('followed sources are there after a restart, by title, each once', async () => {
  expect(await shelf.follow([gazeta, portal])).toBe('kept');
  await shelf.follow([{ ...gazeta, title: 'Tjetër' }]);
  expect(shelf.snapshot.map(({ title }) => title)).toEqual(['Çaste', 'Gazeta']);
  await restart();
  expect(shelf.snapshot).toEqual([portal, gazeta]);
});

it('what they bring is in the library, with its text, after a restart too', async () => {
  await shelf.follow([gazeta]);
  answers.set(gazeta.address, rss('Ura', 'Moti'));
  await sync.run();
  expect(sync.snapshot).toMatchObject({ progress: undefined, brought: 2, keeping: 'kept', isOffline: false });
  await restart();
  expect(listed()).toEqual([['Gazeta', 'Ura', 'Moti']]);
  const [first] = library.snapshot.editions[0]?.articles ?? [];
  expect((await library.article(first?.id ?? ''))?.blocks[0]?.text).toBe('Ura');
  expect(shelf.snapshot[0]).toMatchObject({ validators: { etag: '"1"' }, worked: expect.any(Number) as number });
});

it('what a feed no longer lists stays, behind what is new, with the place in it', async () => {
  await shelf.follow([gazeta]);
  answers.set(gazeta.address, rss('Ura'));
  await sync.run('all');
  const id = library.snapshot.editions[0]?.articles[0]?.id ?? '';
  await library.savePlace({ locator: { article: id, block: 0, offset: 0, quote: 'Ura' }, progress: 0.5, saved: 1 });
  answers.set(gazeta.address, rss('Moti'));
  await sync.run('all');
  expect(listed()).toEqual([['Gazeta', 'Moti', 'Ura']]);
  expect(library.place(id)?.progress).toBe(0.5);
});

it('an unchanged feed is not kept again', async () => {
  await shelf.follow([gazeta]);
  answers.set(gazeta.address, rss('Ura'));
  await sync.run('all');
  const keepEdition = vi.spyOn(library, 'keepEdition');
  answers.set(gazeta.address, { unchanged: true });
  await sync.run('all');
  answers.set(gazeta.address, rss('Ura'));
  await sync.run('all');
  expect(keepEdition).not.toHaveBeenCalled();
});

describe('a source that is not followed any more', () => {
  beforeEach(async () => {
    await shelf.follow([gazeta, portal]);
    answers.set(gazeta.address, rss('Ura', 'Moti'));
    answers.set(portal.address, rss('Moti'));
    await sync.run();
  });

  it('leaves with what only it brought', async () => {
    await shelf.unfollow(gazeta.address);
    expect(listed()).toEqual([['Çaste', 'Moti']]);
    await restart();
    expect(listed()).toEqual([['Çaste', 'Moti']]);
    expect(shelf.snapshot).toMatchObject([{ title: 'Çaste' }]);
    const [moti] = library.snapshot.editions[0]?.articles ?? [];
    expect(await library.article(moti?.id ?? '')).toBeDefined();
  });

  it('comes back as it was when that is undone, and what it brought is not new', async () => {
    const before = new Set(listed().map((list) => list.join()));
    const putBack = await shelf.unfollow(gazeta.address);
    await putBack();
    expect(new Set(listed().map((list) => list.join()))).toEqual(before);
    await restart();
    await sync.run('all');
    expect(sync.snapshot.brought).toBe(0);
  });

  it('is not there again because its news came late', async () => {
    const followed = await shelf.followed();
    await shelf.unfollow(gazeta.address);
    for (const { source, items } of followed) await shelf.take({ source, items, articles: [] });
    expect(shelf.snapshot.map(({ title }) => title)).toEqual(['Çaste']);
    expect(library.edition(sourceKey(gazeta))).toBeUndefined();
  });
});

describe('a sync', () => {
  it('asks what is due, or what is wished for', async () => {
    const asked = () => get.mock.calls.filter(([address]) => !address.includes('agjencia'));
    await shelf.follow([gazeta, portal]);
    answers.set(gazeta.address, rss('Ura'));
    await sync.run();
    await sync.run();
    expect(asked()).toHaveLength(2);
    await sync.run({ addresses: [portal.address] });
    expect(get.mock.calls.at(-1)?.[0]).toBe(portal.address);
    await sync.run('all');
    expect(asked()).toHaveLength(5);
    await restart();
    expect(shelf.snapshot.map(({ trouble }) => trouble?.problem)).toEqual(['not-found', undefined]);
  });

  it('brings the text of the pages of which a source gives the beginning, and keeps it', async () => {
    const told = 'Banorët e fshatit e kaluan sot për herë të parë, dhe fëmijët hynë të parët në urë.';
    await shelf.follow([gazeta]);
    answers.set(gazeta.address, rss('Ura'));
    answers.set('https://agjencia.example/Ura', `<article><h1>Ura</h1>${`<p>${told}</p>`.repeat(30)}</article>`);
    await sync.run();
    expect(sync.snapshot.brought).toBe(1);
    await restart();
    const [id = ''] = library.snapshot.editions[0]?.articles.map((article) => article.id) ?? [];
    expect((await library.article(id))?.blocks.map(({ text }) => text).slice(0, 2)).toEqual(['Ura', told]);
    expect(library.snapshot.editions[0]?.articles[0]?.words).toBeGreaterThan(100);
  });

  it('tells its progress, and stops when it is told to', async () => {
    await shelf.follow([gazeta, portal]);
    const told: unknown[] = [];
    sync.addEventListener('change', () => told.push(sync.snapshot.progress?.done));
    const running = sync.run('all');
    sync.cancel();
    await running;
    expect(told.at(-1)).toBeUndefined();
    expect(get).not.toHaveBeenCalled();
    await sync.run('all');
    expect(told).toEqual(expect.arrayContaining([0, 1, 2]));
  });

  it('asks what was just followed after the rest, when it is at work already', async () => {
    await shelf.follow([gazeta]);
    const running = sync.run('all');
    await shelf.follow([portal]);
    await Promise.all([running, sync.run('due'), sync.run({ addresses: [portal.address] })]);
    expect(get.mock.calls.map(([address]) => address)).toEqual([gazeta.address, portal.address]);
  });

  it('tells that there is no network, and holds it against no source', async () => {
    await shelf.follow([gazeta]);
    answers.set(gazeta.address, { problem: 'offline' });
    await sync.run();
    expect(sync.snapshot.isOffline).toBe(true);
    expect(shelf.snapshot).toEqual([gazeta]);
  });

  it('tells what it could not keep, which is there for this visit', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await open();
    expect(await shelf.follow([gazeta])).toBe('refused');
    answers.set(gazeta.address, rss('Ura'));
    await sync.run();
    expect(sync.snapshot.keeping).toBe('refused');
    expect(listed()).toEqual([['Gazeta', 'Ura']]);
    vi.unstubAllGlobals();
  });
});
