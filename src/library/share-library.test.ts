import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { Bookmarks } from './bookmarks.ts';
import { Library, type Place } from './library.ts';
import { removeEdition } from './remove-edition.ts';
import { restoreBackup } from './restore-backup.ts';
import { libraryChannel, shareLibrary } from './share-library.ts';
import { SourceShelf } from './source-shelf.ts';
import { writeBackup } from './write-backup.ts';

const channels: BroadcastChannel[] = [];

async function openWindow(): Promise<Library> {
  const library = await Library.open();
  const channel = new BroadcastChannel(libraryChannel);
  channels.push(channel);
  shareLibrary(library, channel);
  return library;
}

let one: Library;
let other: Library;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  [one, other] = [await openWindow(), await openWindow()];
});
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

const place = (article: string, progress: number): Place => ({
  locator: { article, block: 0, offset: 0, quote: '' },
  progress,
  saved: 1,
});
const lists = ({ snapshot, held }: Library) => [
  snapshot.own.map(({ id }) => id),
  snapshot.queue.map(({ id }) => id),
  [...held.places].map(([id, { progress }]) => `${id} ${progress}`),
];

it('what is kept in one window is seen in the other', async () => {
  for (const id of ['ura', 'moti']) await one.add(inventedArticle({ id }));
  await one.savePlace(place('ura', 0.4));
  await one.saveQueue(['moti', 'ura']);
  await one.saveSettings({ rate: 1.5 });
  await one.keepEdition({ key: 'e', title: 'E', order: ['sporti'], fingerprint: '' }, [
    inventedArticle({ id: 'sporti' }),
  ]);
  await vi.waitFor(() => {
    expect(lists(other)).toEqual(lists(one));
    expect(other.settings.rate).toBe(1.5);
    expect(other.snapshot.editions).toEqual(one.snapshot.editions);
  });
  await one.remove(['ura']);
  await removeEdition(one, 'e');
  await vi.waitFor(() => {
    expect(lists(other)).toEqual([['moti'], ['moti'], []]);
    expect(other.snapshot.editions).toEqual([]);
  });
});

it('sentences that were kept and sources are seen, too', async () => {
  const [bookmarks, shelf] = [await Bookmarks.open(other), await SourceShelf.open(other)];
  const bookmark = { id: 'ura 0 0', locator: place('ura', 0).locator, text: 'Ura.', title: 'Ura', saved: 1 };
  await (await Bookmarks.open(one)).add(bookmark);
  const source = { address: 'https://gazeta.example/', title: 'Gazeta', added: 1 };
  await (await SourceShelf.open(one)).follow([source]);
  await vi.waitFor(() => {
    expect(bookmarks.all).toEqual([bookmark]);
    expect(shelf.snapshot).toEqual([source]);
  });
});

it('a window tells only what it kept, and what it heard from another is not told again', async () => {
  const listening = new BroadcastChannel(libraryChannel);
  channels.push(listening);
  const told: unknown[] = [];
  listening.onmessage = ({ data }: MessageEvent<{ kind: string }>) => data.kind !== 'here' && told.push(data);
  await one.savePlace(place('ura', 0.4));
  await vi.waitFor(() => expect(other.place('ura')?.progress).toBe(0.4));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told).toEqual([{ kind: 'kept', changed: { places: ['ura'] } }]);
});

it('what a window changes while it reads what another changed stays as it is', async () => {
  await one.savePlace(place('ura', 0.1));
  await vi.waitFor(() => expect(other.place('ura')?.progress).toBe(0.1));
  const read = other.read.bind(other);
  vi.spyOn(other, 'read').mockImplementationOnce(async (work) => {
    const found = await read(work);
    await other.savePlace(place('ura', 0.9));
    return found;
  });
  const reread = new Promise((resolve) => other.addEventListener('reread', resolve, { once: true }));
  await one.savePlace(place('ura', 0.2));
  await reread;
  expect(other.place('ura')?.progress).toBe(0.9);
});

it('a window that comes later knows what it missed while its code was on its way', async () => {
  const late = await Library.open();
  await one.add(inventedArticle());
  const channel = new BroadcastChannel(libraryChannel);
  channels.push(channel);
  shareLibrary(late, channel);
  await vi.waitFor(() => expect(late.has('ura')).toBe(true));
});

it('a backup that is restored in one window is seen in the other', async () => {
  const bookmarks = await Bookmarks.open(other);
  await one.add(inventedArticle());
  await (await Bookmarks.open(one)).add({ id: 'b', locator: place('ura', 0).locator, text: 'T', title: 'T', saved: 1 });
  const file = await new Response(writeBackup(one, { scope: 'all', app: '', made: '' })).blob();
  await one.remove(['ura']);
  await vi.waitFor(() => expect(other.has('ura')).toBe(false));
  await other.add(inventedArticle({ id: 'tjetër' }));
  await restoreBackup(one, file);
  await vi.waitFor(() => expect(lists(other)).toEqual([['ura'], [], []]));
  await vi.waitFor(() => expect(bookmarks.all).toHaveLength(1));
});
