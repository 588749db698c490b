import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { IDBPDatabase } from 'idb';
import type { Source } from '../articles/source.ts';
import { backupFormat, backupVersion, type BackupHeader, type BackupScope, type BackupWork } from './backup-format.ts';
import { keepsakes } from './keepsakes.ts';
import type { Library } from './library.ts';
import { schemaVersion, type EditionRecord, type Schema, type StagedRecord, type StoreName } from './migrations.ts';

interface Wish extends BackupWork {
  readonly scope: BackupScope;
  /** The version of this app. */
  readonly app: string;
  /** ISO 8601. */
  readonly made: string;
}

/** Articles that are read at once. */
const batch = 50;

/** Records whose lines go to the packer together. */
const together = 100;

/**
 * Writes a backup, no faster than it is taken. The stream fails with an AbortError where `signal` is aborted, and with a
 * DOMException where the database cannot be read.
 */
export function writeBackup(library: Library, wish: Wish): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = packs(library, wish);
  const lines = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return lines.pipeThrough(new CompressionStream('gzip'));
}

/** The lines as bytes, in pieces of middling size. */
async function* packs(library: Library, { scope, app, made, signal, onProgress }: Wish) {
  const encoder = new TextEncoder();
  const hash = sha256.create();
  const counts: Record<string, number> = {};
  const encode = (values: readonly unknown[]): Uint8Array<ArrayBuffer> => {
    const bytes = encoder.encode(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
    hash.update(bytes);
    return bytes;
  };
  const { format, version } = { format: backupFormat, version: backupVersion } as const;
  yield encode([{ format, version, schema: schemaVersion, app, made, scope } satisfies BackupHeader]);
  for await (const { records, share } of recordsOf(library, scope)) {
    signal?.throwIfAborted();
    for (const { store } of records) counts[store] = (counts[store] ?? 0) + 1;
    yield encode(records);
    onProgress?.(share);
  }
  yield encoder.encode(`${JSON.stringify({ counts, sha256: bytesToHex(hash.digest()) })}\n`);
}

async function* recordsOf(library: Library, scope: BackupScope) {
  const { database, held } = library;
  if (!database) throw new DOMException('nothing is kept', 'InvalidStateError');
  const isWanted = scope === 'all' ? () => true : keepsakes(held);
  // As one moment saw them; the texts come after, one by one, and one that was removed meanwhile is not there.
  const lists = (await smallRecords(database, scope)).filter(
    ({ store, value }) => store !== 'summaries' || isWanted((value as { id: string }).id),
  );
  const ids = lists.filter(({ store }) => store === 'summaries').map(({ value }) => (value as { id: string }).id);
  for (let at = 0; at < lists.length; at += together) yield { records: lists.slice(at, at + together), share: 0 };
  for (let at = 0; at < ids.length; at += batch) {
    const { store } = database.transaction('articles');
    const articles = await Promise.all(ids.slice(at, at + batch).map((id) => store.get(id)));
    const records = articles.flatMap((value): StagedRecord[] => (value ? [{ store: 'articles', value }] : []));
    yield { records, share: Math.min(1, (at + batch) / ids.length) };
  }
}

/** All but the texts, by one transaction. */
async function smallRecords(database: IDBPDatabase<Schema>, scope: BackupScope): Promise<StagedRecord[]> {
  const left = new Set<StoreName>(['articles', 'staging', ...(scope === 'own' ? (['sourceItems'] as const) : [])]);
  const names = [...database.objectStoreNames].filter((name) => !left.has(name));
  const transaction = database.transaction(names);
  const records = await Promise.all(
    names.map(async (name) => {
      const store = transaction.objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return values.map((value, index): StagedRecord => {
        const key = store.keyPath === null ? { key: keys[index] as string | number } : {};
        return { store: name, ...key, value: scope === 'own' ? askedAnew(name, value) : value };
      });
    }),
  );
  return records.flat();
}

/** Where the articles do not come along, a restored library must not believe that it has them. */
function askedAnew(store: StoreName, value: unknown): unknown {
  if (store === 'editions') return { ...(value as EditionRecord), fingerprint: '' };
  if (store !== 'sources') return value;
  const howItWent: readonly (keyof Source)[] = ['validators', 'worked', 'trouble'];
  return Object.fromEntries(
    Object.entries(value as Source).filter(([name]) => !howItWent.includes(name as keyof Source)),
  );
}
