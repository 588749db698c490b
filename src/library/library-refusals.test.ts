import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore, forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { Library, type Keeping, type Place } from './library.ts';

const article = inventedArticle();
const edition = { key: 'mostra', title: 'Mostra', order: ['ura'], fingerprint: 'f1' };
const place: Place = { locator: { article: 'ura', block: 1, offset: 0, quote: 'Ura' }, progress: 0.5, saved: 1 };

/** What the fake keeps to itself, and a full disk needs. */
interface Transaction extends IDBTransaction {
  readonly _requests: { operation: () => unknown }[];
  _abort(name: string): void;
}

/** Full disks show at once in some browsers, and in others when everything is to be written for good. */
const fullDisks: Record<string, (store: IDBObjectStore, request: IDBRequest) => void> = {
  'at once': (store) => {
    const request = (store.transaction as Transaction)._requests.at(-1);
    if (!request) throw new Error('nothing was put');
    request.operation = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  },
  'in the end': (store, request) => {
    const transaction = store.transaction as Transaction;
    request.addEventListener('success', () => {
      if (transaction._requests.length === 0) transaction._abort('QuotaExceededError');
    });
  },
};

function fillDisk(fail: (store: IDBObjectStore, request: IDBRequest) => void): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the store that the spy stands in for
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args);
    fail(this, request);
    return request;
  });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Everything is told to be not kept, and works for the length of the visit. */
async function worksForThisVisit(library: Library, keeping: Keeping): Promise<void> {
  expect(await library.add(article)).toBe(keeping);
  expect(await library.savePlace(place)).toBe(keeping);
  expect(await library.saveSettings({ rate: 2 })).toBe(keeping);
  expect(library.snapshot.own.map(({ id }) => id)).toEqual(['ura']);
  expect(await library.article('ura')).toEqual(article);
  expect(library.place('ura')).toEqual(place);
  expect(library.settings.rate).toBe(2);
  expect(await library.saveQueue(['ura'])).toBe(keeping);
  expect(library.snapshot.queue.map(({ id }) => id)).toEqual(['ura']);
  const undo = await library.remove(['ura']);
  expect([library.has('ura'), await library.article('ura'), library.place('ura')]).toEqual([
    false,
    undefined,
    undefined,
  ]);
  await undo();
  expect(await library.article('ura')).toEqual(article);
  expect(library.place('ura')).toEqual(place);
  expect(await library.keepEdition(edition, [article])).toBe(keeping);
  expect(library.snapshot.editions[0]?.articles).toHaveLength(1);
}

describe.each(Object.entries(fullDisks))('a disk that is full %s', (_, fail) => {
  it('is told, and everything works for this visit', async () => {
    const library = await Library.open();
    fillDisk(fail);
    await worksForThisVisit(library, 'full');
  });

  it('keeps nothing by halves', async () => {
    const library = await Library.open();
    fillDisk(fail);
    await library.add(article);
    await library.keepEdition(edition, [article]);
    vi.restoreAllMocks();
    library.close();
    const again = await Library.open();
    const nothing = { all: [], own: [], editions: [], unheard: [], begun: undefined, queue: [] };
    expect(again.snapshot).toEqual({ isWhole: true, ...nothing, places: new Map(), saved: new Set() });
    expect(await again.article('ura')).toBeUndefined();
  });

  it('keeps again when there is room again', async () => {
    const library = await Library.open();
    fillDisk(fail);
    await library.add(article);
    vi.restoreAllMocks();
    const corrected = inventedArticle({ title: 'Ura u hap' });
    expect(await library.add(corrected)).toBe('kept');
    expect((await library.article('ura'))?.title).toBe('Ura u hap');
    library.close();
    expect(await (await Library.open()).article('ura')).toEqual(corrected);
  });
});

describe.each([
  ['has no storage', undefined],
  [
    'forbids it',
    {
      open: () => {
        throw new DOMException('', 'SecurityError');
      },
    },
  ],
])('a browser that %s', (_, indexedDB) => {
  it('is told, and everything works for this visit', async () => {
    vi.stubGlobal('indexedDB', indexedDB);
    const library = await Library.open();
    await worksForThisVisit(library, 'refused');
  });
});

it('a newer database than the app knows is left alone, and nothing is kept', async () => {
  const newer = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('degjo', 1000);
    request.onsuccess = () => resolve(request.result);
  });
  newer.close();
  const library = await Library.open();
  expect(library.parting).toBe('newer');
  expect(await library.add(article)).toBe('refused');
  expect((await indexedDB.databases()).map(({ version }) => version)).toEqual([1000]);
});

it('a window of an older version that does not let go is not waited for, and gets nothing late', async () => {
  const held = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('degjo', 1);
    request.onupgradeneeded = () => {
      for (const name of ['summaries', 'places']) request.result.createObjectStore(name);
    };
    request.onsuccess = () => resolve(request.result);
  });
  const wait = setTimeout;
  const impatient = (run: () => void, ms = 0) => wait(run, ms / 1000);
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(impatient);
  const library = await Library.open();
  expect(library.parting).toBe('blocked');
  expect(await library.add(article)).toBe('refused');
  held.close();
  const again = await Library.open();
  expect(again.parting).toBeUndefined();
  expect(again.has('ura')).toBe(false);
});

it('a database that the browser takes away in the middle: what comes after is not kept', async () => {
  const open = vi.spyOn(IDBFactory.prototype, 'open');
  const library = await Library.open();
  await library.savePlace(place);
  const request = open.mock.results[0]?.value as IDBOpenDBRequest;
  forceCloseDatabase(request.result as never);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(library.parting).toBe('cleared');
  expect(await library.add(article)).toBe('refused');
  expect(library.place('ura')).toEqual(place);
  expect(await library.article('ura')).toEqual(article);
});
