import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { Library, type EditionRecord, type Place } from './library.ts';
import { defaultLook } from './look.ts';
import { defaultSettings } from './settings.ts';
import { schemaVersion } from './migrations.ts';

const now = vi.spyOn(Date, 'now');
let clock = 0;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  now.mockImplementation(() => ++clock);
});

const ura = inventedArticle({ id: 'ura', title: 'Ura' });
const moti = inventedArticle({ id: 'moti', title: 'Moti' });
const sporti = inventedArticle({ id: 'sporti', title: 'Sporti' });
const placeIn = (article: string, progress = 0.5): Place => ({
  locator: { article, block: 1, offset: 22, quote: 'Kalimi është falas.' },
  progress,
  saved: 7,
});
const edition = (...order: string[]): EditionRecord => ({ key: 'mostra', title: 'Mostra', order, fingerprint: 'f1' });

const own = ({ snapshot }: Library) => snapshot.own.map(({ id }) => id);
const queued = ({ snapshot }: Library) => snapshot.queue.map(({ id }) => id);
const published = ({ snapshot }: Library) =>
  snapshot.editions.map(({ key, articles }) => [key, ...articles.map(({ id }) => id)]);

/** The same library after the browser was closed and opened again. */
async function reopened(library: Library): Promise<Library> {
  library.close();
  return Library.open();
}

/** What holds at once must hold after a restart. */
async function nowAndLater(library: Library, holds: (state: Library) => Promise<void>): Promise<void> {
  await holds(library);
  await holds(await reopened(library));
}

async function changes(library: Library, work: () => Promise<unknown>): Promise<number> {
  const heard = vi.fn();
  library.addEventListener('change', heard);
  await work();
  library.removeEventListener('change', heard);
  return heard.mock.calls.length;
}

describe('the listener’s own articles', () => {
  it('are there after a restart, newest first, with what a list shows', async () => {
    const library = await Library.open();
    expect(await library.add(inventedArticle({ source: 'Gazeta', topic: 'Qyteti', published: '2023-11' }))).toBe(
      'kept',
    );
    await library.add(moti);
    const again = await reopened(library);
    expect(own(again)).toEqual(['moti', 'ura']);
    expect(again.snapshot.own[1]).toEqual({
      id: 'ura',
      title: 'Ura e re hapet nesër',
      words: 22,
      origin: 'own',
      added: expect.any(Number) as number,
      source: 'Gazeta',
      topic: 'Qyteti',
      published: '2023-11',
    });
    expect(await again.article('moti')).toEqual(moti);
    expect([again.has('moti'), again.has('sporti'), await again.article('sporti')]).toEqual([true, false, undefined]);
  });

  it('added again move to the top and stand there once', async () => {
    const library = await Library.open();
    for (const article of [ura, moti, ura]) await library.add(article);
    expect(own(library)).toEqual(['ura', 'moti']);
    expect(own(await reopened(library))).toEqual(['ura', 'moti']);
  });

  it('removed are gone for good, with their places', async () => {
    const library = await Library.open();
    await library.add(ura);
    await library.savePlace(placeIn('ura'));
    await library.remove(['ura']);
    await nowAndLater(library, async (state) => {
      expect(own(state)).toEqual([]);
      expect(await state.article('ura')).toBeUndefined();
      expect(state.place('ura')).toBeUndefined();
    });
  });

  it('come back by undo to where they stood in the list and in the text', async () => {
    const library = await Library.open();
    for (const article of [ura, moti, sporti]) await library.add(article);
    await library.savePlace(placeIn('moti'));
    const undo = await library.remove(['moti']);
    await undo();
    await nowAndLater(library, async (state) => {
      expect(own(state)).toEqual(['sporti', 'moti', 'ura']);
      expect(await state.article('moti')).toEqual(moti);
      expect(state.place('moti')).toEqual(placeIn('moti'));
    });
  });

  it('that are not there can be removed, and undone, without a trace', async () => {
    const library = await Library.open();
    await (
      await library.remove(['askund'])
    )();
    expect(own(library)).toEqual([]);
  });
});

describe('an edition', () => {
  it('stands in its own order, apart from the listener’s own, also after a restart', async () => {
    const library = await Library.open();
    await library.add(sporti);
    expect(await library.keepEdition(edition('ura', 'moti'), [moti, ura])).toBe('kept');
    await nowAndLater(library, async (state) => {
      expect(published(state)).toEqual([['mostra', 'ura', 'moti']]);
      expect(own(state)).toEqual(['sporti']);
      expect(state.edition('mostra')).toEqual(edition('ura', 'moti'));
      expect(await state.article('moti')).toEqual(moti);
    });
  });

  it('takes the place of its older self: what it no longer brings leaves with its place, unless the listener would miss it', async () => {
    const library = await Library.open();
    await library.add(inventedArticle({ id: 'e imja' }));
    const others = ['e nisur', 'në radhë', 'e ruajtur'].map((id) => inventedArticle({ id }));
    await library.keepEdition(edition('ura', 'moti', 'e nisur', 'në radhë', 'e ruajtur'), [ura, moti, ...others]);
    for (const id of ['moti', 'e imja', 'e nisur']) await library.savePlace(placeIn(id));
    await library.savePlace({ ...placeIn('ura'), progress: 1 });
    await library.saveQueue(['në radhë']);
    await library.saveArticles(['e ruajtur'], true);
    const corrected = inventedArticle({ id: 'moti', title: 'Titulli i ndrequr' });
    await library.keepEdition(edition('sporti', 'moti'), [sporti, corrected]);
    await nowAndLater(library, async (state) => {
      expect(published(state)).toEqual([['mostra', 'sporti', 'moti']]);
      expect(await state.article('ura')).toBeUndefined();
      expect(state.has('ura')).toBe(false);
      expect((await state.article('moti'))?.title).toBe('Titulli i ndrequr');
      expect([...state.held.places.keys()].sort()).toEqual(['e imja', 'e nisur', 'moti']);
      expect(own(state)).toEqual(['e imja']);
      for (const { id } of others) expect((await state.article(id))?.id).toBe(id);
      expect(state.snapshot.saved).toEqual(new Set(['e ruajtur']));
    });
  });

  it('leaves another edition alone', async () => {
    const library = await Library.open();
    await library.keepEdition({ ...edition('ura'), key: 'tjetra' }, [ura]);
    await library.keepEdition(edition('moti'), [moti]);
    await library.keepEdition(edition('sporti'), [sporti]);
    expect(published(await reopened(library))).toEqual([
      ['mostra', 'sporti'],
      ['tjetra', 'ura'],
    ]);
  });
});

describe('places and settings', () => {
  it('survive a restart, the last one counting', async () => {
    const library = await Library.open();
    expect(library.settings).toEqual(defaultSettings);
    expect(await library.savePlace(placeIn('ura', 0.1))).toBe('kept');
    await library.savePlace(placeIn('ura', 0.7));
    expect(await library.saveSettings({ rate: 1.4 })).toBe('kept');
    await library.saveSettings({ locale: 'en' });
    const again = await reopened(library);
    expect(again.place('ura')).toEqual(placeIn('ura', 0.7));
    expect(again.settings).toEqual({ ...defaultSettings, rate: 1.4, locale: 'en' });
  });

  it('of the look, only what is not as usual', async () => {
    const library = await Library.open();
    expect(library.look).toEqual(defaultLook);
    await library.saveLook({ ...defaultLook, size: 2, theme: 'sepia' });
    const again = await reopened(library);
    expect(again.look).toEqual({ ...defaultLook, size: 2, theme: 'sepia' });
    expect(again.settings.look).toEqual({ size: 2, theme: 'sepia' });
    await again.saveLook({});
    expect(again.look).toEqual(defaultLook);
  });

  it('a place that is forgotten stays forgotten', async () => {
    const library = await Library.open();
    await library.savePlace(placeIn('ura'));
    await library.forgetPlace('ura');
    expect(library.place('ura')).toBeUndefined();
    expect((await reopened(library)).held.places.size).toBe(0);
  });
});

describe('the queue', () => {
  it('survives a restart in its order', async () => {
    const library = await Library.open();
    for (const article of [ura, moti, sporti]) await library.add(article);
    expect(await library.saveQueue(['sporti', 'ura'])).toBe('kept');
    await nowAndLater(library, (state) => {
      expect(queued(state)).toEqual(['sporti', 'ura']);
      return Promise.resolve();
    });
  });

  it('has what another window put in meanwhile, too', async () => {
    const [one, other] = [await Library.open(), await Library.open()];
    for (const article of [ura, moti, sporti]) await one.add(article);
    await Promise.all([one.saveQueue(['ura', 'moti']), other.saveQueue(['sporti'])]);
    expect(queued(await reopened(one))).toEqual(['sporti', 'ura', 'moti']);
    expect(queued(await reopened(other))).toEqual(['sporti', 'ura', 'moti']);
  });

  it('has no article that is gone, and has it again in its place after undo', async () => {
    const library = await Library.open();
    for (const article of [ura, moti]) await library.add(article);
    await library.saveQueue(['ura', 'moti']);
    const undo = await library.remove(['ura']);
    expect(queued(library)).toEqual(['moti']);
    await undo();
    expect(queued(library)).toEqual(['ura', 'moti']);
  });
});

describe('what the listener made', () => {
  it.each<[string, (library: Library) => Promise<unknown>]>([
    ['an article', (library) => library.add(ura)],
    ['a place', (library) => library.savePlace(placeIn('ura'))],
    ['the queue', (library) => library.saveQueue(['ura'])],
    ['a setting', (library) => library.saveSettings({ rate: 2 })],
  ])('%s is on the disk before it is called kept', async (_, make) => {
    const library = await Library.open();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await make(library);
    expect(transaction.mock.calls.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
    transaction.mockRestore();
  });

  it.each<[string, (library: Library) => Promise<unknown>]>([
    ['a place', (library) => library.savePlace(placeIn('ura'))],
    ['a setting', (library) => library.saveSettings({ rate: 2 })],
  ])('%s is on its way when the page is left in the same moment', async (_, make) => {
    const library = await Library.open();
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
    const making = make(library);
    expect(commit).toHaveBeenCalledOnce();
    await making;
    commit.mockRestore();
  });

  it('in two windows at once is kept of both', async () => {
    const [one, other] = [await Library.open(), await Library.open()];
    await Promise.all([one.saveSettings({ rate: 2 }), other.saveSettings({ pitch: 1.2 })]);
    expect((await reopened(one)).settings).toMatchObject({ rate: 2, pitch: 1.2 });
  });

  it('and could not be kept is kept with what comes after it', async () => {
    const library = await Library.open();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect(await library.saveSettings({ rate: 2 })).toBe('full');
    expect(await library.saveSettings({ pitch: 1.2 })).toBe('kept');
    put.mockRestore();
    expect((await reopened(library)).settings).toMatchObject({ rate: 2, pitch: 1.2 });
  });

  it('is kept when room was made for it, however often that takes, but not for ever', async () => {
    const library = await Library.open();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    library.makeRoom = vi.fn(() => Promise.resolve(true));
    expect(await library.savePlace(placeIn('ura'))).toBe('full');
    library.makeRoom = vi.fn(() => {
      full.mockRestore();
      return Promise.resolve(true);
    });
    expect(await library.savePlace(placeIn('ura'))).toBe('kept');
    expect(library.makeRoom).toHaveBeenCalledTimes(1);
  });
});

describe('what pages see', () => {
  it('every change is told', async () => {
    const library = await Library.open();
    expect(await changes(library, () => library.add(ura))).toBeGreaterThan(0);
    expect(await changes(library, () => library.savePlace(placeIn('ura')))).toBeGreaterThan(0);
    expect(await changes(library, () => library.forgetPlace('ura'))).toBeGreaterThan(0);
    expect(await changes(library, () => library.saveSettings({ pitch: 1.2 }))).toBeGreaterThan(0);
    expect(await changes(library, () => library.saveQueue(['ura']))).toBeGreaterThan(0);
    expect(await changes(library, () => library.keepEdition(edition('moti'), [moti]))).toBeGreaterThan(0);
    let undo: () => Promise<void> = () => Promise.resolve();
    expect(await changes(library, async () => (undo = await library.remove(['ura'])))).toBeGreaterThan(0);
    expect(await changes(library, () => undo())).toBeGreaterThan(0);
  });

  it('a snapshot stays as it was, and is the same one until something changes', async () => {
    const library = await Library.open();
    const before = library.snapshot;
    expect(library.snapshot).toBe(before);
    await library.add(ura);
    await library.savePlace(placeIn('ura'));
    expect(before).toEqual({
      isWhole: true,
      all: [],
      own: [],
      editions: [],
      places: new Map(),
      unheard: [],
      begun: undefined,
      saved: new Set(),
      queue: [],
    });
    expect(library.snapshot.own).toHaveLength(1);
  });
});

describe('the database', () => {
  it('of version 1, as it was published, opens with all that it holds', async () => {
    const database = await openDB('degjo', 1, {
      upgrade(opened) {
        for (const [name, keyPath] of Object.entries({ articles: 'id', summaries: 'id', editions: 'key' })) {
          opened.createObjectStore(name, { keyPath });
        }
        for (const name of ['places', 'settings']) opened.createObjectStore(name);
      },
    });
    const summary = { id: 'ura', title: 'Titulli ura', words: 1, added: 1 };
    await database.put('articles', ura);
    await database.put('summaries', { ...summary, origin: 'own' });
    await database.put('articles', moti);
    await database.put('summaries', { ...summary, id: 'moti', origin: 'mostra' });
    await database.put('editions', edition('moti'));
    await database.put('places', placeIn('ura'), 'ura');
    await database.put('settings', { rate: 2 }, 'settings');
    database.close();

    const library = await Library.open();
    expect(own(library)).toEqual(['ura']);
    expect(published(library)).toEqual([['mostra', 'moti']]);
    expect(await library.article('ura')).toEqual(ura);
    expect(library.place('ura')).toEqual(placeIn('ura'));
    expect(library.settings).toEqual({ ...defaultSettings, rate: 2 });
    await library.saveSettings({ rate: 3 });
    expect(library.snapshot.queue).toEqual([]);
    expect(await library.add(sporti)).toBe('kept');
    expect(await library.saveQueue(['moti', 'ura'])).toBe('kept');
    const again = await reopened(library);
    expect(queued(again)).toEqual(['moti', 'ura']);
    expect(again.settings.rate).toBe(3);
  });

  it('gives way to a newer version of the app in another window, and says so; the lists stay readable', async () => {
    const library = await Library.open();
    await library.add(ura);
    expect(library.parting).toBeUndefined();
    const told = vi.fn();
    library.addEventListener('change', told);
    const newer = await openDB('degjo', schemaVersion + 1);
    expect([library.parting, told.mock.calls.length]).toEqual(['updated', 1]);
    expect(own(library)).toEqual(['ura']);
    expect(await library.add(moti)).toBe('refused');
    expect(await library.article('moti')).toEqual(moti);
    newer.close();
  });

  it('with records of the wrong shape opens with the others, and keeps them where they are', async () => {
    const library = await Library.open();
    for (const article of [ura, moti]) await library.add(article);
    await library.savePlace(placeIn('ura'));
    await library.saveSettings({ rate: 2, proven: ['zëri'] });
    await library.saveQueue(['ura']);
    const wrong = (value: unknown) => value as never;
    await library.keep(async (database) => {
      await database.put('summaries', wrong({ id: 'x', title: 7 }));
      await database.put('summaries', wrong({ id: 'y' }));
      await database.put('places', wrong('?'), 'x');
      await database.put('places', wrong({ locator: { article: 'y' } }), 'y');
      await database.put('editions', wrong({ key: 'e', title: 'E', order: [1] }));
      await database.put('articles', wrong({ id: 'moti', title: 'Moti', blocks: [{}] }));
      await database.put('settings', wrong({ pitch: '2', keepScreenOn: true }), 'settings');
      await database.put('settings', wrong('zëri'), 'proven');
      await database.put('settings', wrong(null), 'look');
      await database.put('settings', wrong(3), 'locale');
      await database.put('queue', wrong({}), 'queue');
    });
    const again = await reopened(library);
    expect(own(again)).toEqual(['moti', 'ura']);
    expect([...again.held.places.keys()]).toEqual(['ura']);
    expect(published(again)).toEqual([]);
    expect(await again.article('ura')).toEqual(ura);
    expect(await again.article('moti')).toBeUndefined();
    expect(again.settings).toEqual({ ...defaultSettings, rate: 2, keepScreenOn: true });
    expect(queued(again)).toEqual([]);
    expect(await again.read((database) => database.count('summaries'))).toBe(4);
    expect(await again.saveQueue(['moti'])).toBe('kept');
  });
});
