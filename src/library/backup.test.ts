import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inventedArticle } from '../articles/invented-article.ts';
import { Bookmarks, type Bookmark } from './bookmarks.ts';
import { Library } from './library.ts';
import { schemaVersion } from './migrations.ts';
import { BackupError, type BackupProblem } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';
import { SourceShelf } from './source-shelf.ts';
import { writeBackup } from './write-backup.ts';

const [ura, moti, sporti] = ['ura', 'moti', 'sporti'].map((id) => inventedArticle({ id, title: id })) as [
  ReturnType<typeof inventedArticle>,
  ReturnType<typeof inventedArticle>,
  ReturnType<typeof inventedArticle>,
];
const locator = { article: 'ura', block: 1, offset: 0, quote: 'Ura' };
const bookmark: Bookmark = { id: 'ura 1 0', locator, text: 'Ura mbi lumë.', title: 'ura', saved: 5 };
const gazeta = { address: 'https://gazeta.example/feed', title: 'Gazeta', added: 1, validators: { etag: '"1"' } };

let library: Library;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  library = await Library.open();
});

/** Everything that a listener can make, and two articles that came by themselves. */
async function fill(): Promise<void> {
  await library.add(ura);
  await library.keepEdition({ key: 'mostra', title: 'Mostra', order: ['moti', 'sporti'], fingerprint: 'f' }, [
    moti,
    sporti,
  ]);
  await library.savePlace({ locator, progress: 0.5, saved: 3 });
  await library.saveQueue(['sporti', 'ura']);
  await library.saveSettings({ rate: 1.5, lexicon: 'NATO = nato' });
  await (await Bookmarks.open(library)).add(bookmark);
  await (await SourceShelf.open(library)).follow([gazeta]);
}

async function backup(scope: 'own' | 'all' = 'all', signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const made = '2026-11-25T08:00:00.000Z';
  const stream = writeBackup(library, { scope, app: '0.1.0', made, ...(signal && { signal }) });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What all of it looks like to a listener who opens the app. */
async function seen(): Promise<unknown> {
  library.close();
  library = await Library.open();
  const ids = [...library.held.summaries.keys()].sort();
  return {
    ...library.snapshot,
    settings: library.settings,
    articles: await Promise.all(ids.map((id) => library.article(id))),
    bookmarks: (await Bookmarks.open(library)).all,
    sources: (await SourceShelf.open(library)).snapshot,
  };
}

const lines = (packed: Uint8Array) => gunzipSync(packed).toString().trimEnd().split('\n');
const packed = (text: string | Uint8Array) => new Uint8Array(gzipSync(text));
const staged = () => library.read((database) => database.count('staging'));

async function refused(bytes: Uint8Array<ArrayBuffer>, problem: BackupProblem): Promise<void> {
  const before = await seen();
  const restoring = restoreBackup(library, new Blob([bytes]));
  await expect(restoring).rejects.toEqual(new BackupError(problem));
  await expect(restoring).rejects.toMatchObject({ problem });
  expect(await staged()).toBe(0);
  expect(await seen()).toEqual(before);
}

describe('a backup', () => {
  it('of everything brings all of it back, on a device where other things were', async () => {
    await fill();
    const before = await seen();
    const file = await backup();
    globalThis.indexedDB = new IDBFactory();
    library = await Library.open();
    await library.add(inventedArticle({ id: 'tjetër' }));
    await library.saveSettings({ rate: 3, pitch: 1.4 });
    const restored = await restoreBackup(library, new Blob([file]));
    expect(restored).toMatchObject({ isOlder: false, articles: 3, leftOut: 0, header: { app: '0.1.0', scope: 'all' } });
    expect(library.settings.rate).toBe(1.5);
    expect(await seen()).toEqual(before);
    expect(await staged()).toBe(0);
  });

  it('of what is the listener’s own leaves out what can come again, and lets it come', async () => {
    await fill();
    const file = await backup('own');
    await library.remove(['ura']);
    await restoreBackup(library, new Blob([file]));
    expect([...library.held.summaries.keys()].sort()).toEqual(['sporti', 'ura']);
    expect(await library.article('moti')).toBeUndefined();
    expect(await library.article('sporti')).toEqual(sporti);
    expect(library.edition('mostra')?.fingerprint).toBe('');
    const [source] = (await SourceShelf.open(library)).snapshot;
    expect(source).toEqual({ address: gazeta.address, title: 'Gazeta', added: 1 });
  });

  it('takes along what the listener marked to be kept', async () => {
    await fill();
    await library.saveArticles(['moti'], true);
    const wish = { scope: 'own', app: '0', made: '' } as const;
    const file = new Uint8Array(await new Response(writeBackup(library, wish)).arrayBuffer());
    expect(lines(file).filter((line) => line.includes('"articles"'))).toHaveLength(4);
  });

  it('can be checked with the tools of every system', async () => {
    await fill();
    const all = lines(await backup());
    const trailer = JSON.parse(all.at(-1) ?? '') as { sha256: string; counts: object };
    const { createHash } = await import('node:crypto');
    const body = `${all.slice(0, -1).join('\n')}\n`;
    expect(trailer.sha256).toBe(createHash('sha256').update(body).digest('hex'));
    expect(trailer.counts).toEqual({
      ...{ articles: 3, summaries: 3, places: 1, editions: 1, settings: 2, queue: 1, bookmarks: 1, sources: 1 },
    });
    expect(JSON.parse(all[0] ?? '')).toMatchObject({ format: 'degjo-backup', version: 1, schema: schemaVersion });
  });

  it('that the browser or a helper has unpacked is restored as well', async () => {
    await fill();
    const before = await seen();
    const file = gunzipSync(await backup());
    await library.remove(['ura']);
    await restoreBackup(library, new Blob([new Uint8Array(file)]));
    expect(await seen()).toEqual(before);
  });

  it('tells how far it is, and stops when it is told to', async () => {
    for (let id = 0; id < 120; id++) await library.add(inventedArticle({ id: `${id}` }));
    const shares: number[] = [];
    const leaving = new AbortController();
    const onProgress = (share: number) => {
      shares.push(share);
      if (share > 0) leaving.abort();
    };
    const stream = writeBackup(library, { scope: 'all', app: '', made: '', signal: leaving.signal, onProgress });
    await expect(new Response(stream).arrayBuffer()).rejects.toMatchObject({ name: 'AbortError' });
    expect(shares.at(-1)).toBeCloseTo(50 / 120);
  });
});

it('wherever a backup is cut off, it is said to end too early', async () => {
  await fill();
  const file = await backup();
  for (let end = 20; end < file.length; end += 31) {
    const restoring = restoreBackup(library, new Blob([file.slice(0, end)]));
    await expect(restoring, `${end} of ${file.length} bytes`).rejects.toEqual(new BackupError('truncated'));
  }
});

describe('a file is refused, and nothing is changed, when it', () => {
  let file: Uint8Array<ArrayBuffer>;

  beforeEach(async () => {
    await fill();
    file = await backup();
    await library.savePlace({ locator, progress: 0.7, saved: 4 });
  });

  const changed = (change: (lines: string[]) => string[]) => packed(`${change(lines(file)).join('\n')}\n`);

  it.each<[string, () => Uint8Array<ArrayBuffer>, BackupProblem]>([
    ['ends in the middle', () => file.slice(0, file.length / 2), 'truncated'],
    ['lacks its last bytes', () => file.slice(0, -9), 'truncated'],
    ['lacks its trailer', () => changed((all) => all.slice(0, -1)), 'truncated'],
    ['is the half of an unpacked one', () => new Uint8Array(gunzipSync(file)).slice(0, 900), 'truncated'],
    ['lacks a record', () => changed((all) => [...all.slice(0, 2), ...all.slice(3)]), 'altered'],
    [
      'says something else',
      () => changed((all) => all.map((line) => line.replace('"value":1.5', '"value":2.5'))),
      'altered',
    ],
    ['has a line that is none', () => changed((all) => [...all.slice(0, 3), '{"store', ...all.slice(3)]), 'altered'],
    ['has something after its end', () => changed((all) => [...all, all[1] ?? '']), 'altered'],
    ['has a bit that fell over', () => file.map((byte, at) => (at === file.length - 6 ? byte ^ 1 : byte)), 'altered'],
    [
      'comes from a newer version',
      () => changed((all) => all.map((line) => line.replace(/"schema":\d+/, '"schema":1000'))),
      'newer',
    ],
    [
      'is of a newer format',
      () => changed((all) => all.map((line) => line.replace('"version":1', '"version":2'))),
      'newer',
    ],
    ['is a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 10, 0, 0, 10]), 'foreign'],
    ['is somebody else’s JSON', () => new TextEncoder().encode('{"version": 1}\n'), 'foreign'],
    ['is another packed file', () => packed('Lajmet e ditës\n'), 'foreign'],
    ['is empty', () => new Uint8Array(0), 'foreign'],
  ])('%s', async (_, make, problem) => {
    await refused(make(), problem);
  });
});

describe('what is not as it should be', () => {
  it('in a file of an older version is not there afterwards; the rest is', async () => {
    await fill();
    const records = lines(await backup()).slice(0, -1);
    const older = [records[0]?.replace(/"schema":\d+/, '"schema":2') ?? '', ...records.slice(1)];
    const link = { kind: 'link', start: 0, end: 3, href: 'javascript:alert(1)' };
    const bad = [
      {
        store: 'articles',
        value: { ...ura, id: 'e keqe', blocks: [{ kind: 'paragraph', text: 'Ura', marks: [link] }] },
      },
      { store: 'articles', value: { ...ura, id: 'e keqe 2', url: 'file:///etc/passwd' } },
      { store: 'articles', value: { id: 'e keqe 3' } },
      { store: 'sources', value: { address: 'data:text/xml,', title: 'E keqe', added: 1 } },
      { store: 'askund', value: 1 },
      { store: 'staging', value: 1 },
      { store: 'places', value: { locator, progress: 1, saved: 1 } },
      { store: 'bookmarks', key: 'x', value: bookmark },
    ];
    const body = `${[...older, ...bad.map((record) => JSON.stringify(record))].join('\n')}\n`;
    const { createHash } = await import('node:crypto');
    const counts: Record<string, number> = {};
    for (const line of body.trimEnd().split('\n').slice(1)) {
      const { store } = JSON.parse(line) as { store: string };
      counts[store] = (counts[store] ?? 0) + 1;
    }
    const trailer = JSON.stringify({ counts, sha256: createHash('sha256').update(body).digest('hex') });
    const before = await seen();
    const restored = await restoreBackup(library, new Blob([packed(`${body}${trailer}\n`)]));
    expect(restored).toMatchObject({ isOlder: true, articles: 3, leftOut: 8 });
    expect(await seen()).toEqual(before);
  });
});

describe('a restore', () => {
  it('that is cancelled changes nothing', async () => {
    await fill();
    const file = await backup();
    await library.remove(['ura']);
    const before = await seen();
    const restoring = restoreBackup(library, new Blob([file]), { signal: AbortSignal.abort() });
    await expect(restoring).rejects.toMatchObject({ name: 'AbortError' });
    expect(await seen()).toEqual(before);
    expect(await staged()).toBe(0);
  });

  it.each([1, 2, 9, 12])('that finds no room for its record number %i changes nothing', async (which) => {
    await fill();
    const file = await backup();
    await library.savePlace({ locator, progress: 0.9, saved: 4 });
    const before = await seen();
    let puts = 0;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the store that the spy stands in for
    const { put, add } = IDBObjectStore.prototype;
    const full = (method: typeof put) =>
      function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        if (++puts === which) throw new DOMException('', 'QuotaExceededError');
        return method.apply(this, args);
      };
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full(put));
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(full(add));
    await expect(restoreBackup(library, new Blob([file]))).rejects.toMatchObject({ name: 'QuotaExceededError' });
    vi.restoreAllMocks();
    expect(await seen()).toEqual(before);
  });

  it('clears away what one that was ended in the middle had laid aside', async () => {
    await fill();
    const file = await backup();
    await library.keep((database) => database.add('staging', [{ store: 'places', key: 'x', value: 1 }]));
    const before = await seen();
    await restoreBackup(library, new Blob([file]));
    expect(await seen()).toEqual(before);
  });
});
