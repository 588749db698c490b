import type { IDBPDatabase } from 'idb';
import type { Article } from '../articles/article.ts';
import { webAddress } from '../articles/web-address.ts';
import type { BackupHeader, BackupWork } from './backup-format.ts';
import type { Library, Writing } from './library.ts';
import { schemaVersion, type Schema, type StagedRecord, type StoreName } from './migrations.ts';
import { readBackup } from './read-backup.ts';
import { rereadAll } from './share-library.ts';
import { isArticle, isEdition, isLike, isPlace, isQueue, isSummary } from './sound-records.ts';
import { isBookmark, isSource } from './sound-shelves.ts';

export interface Restored {
  readonly header: BackupHeader;
  /** Was it made by a version of the app that kept less? */
  readonly isOlder: boolean;
  readonly articles: number;
  /** Records that were not as they should be, and were left out. */
  readonly leftOut: number;
}

export interface RestoreWork extends BackupWork {
  /** All of it has come, and takes the place of what was here: this cannot be cancelled. */
  readonly onReplacing?: () => void;
}

/** Is a record what its store may hold? A file is from anywhere: what it names must be an address of the web. */
const checks: Readonly<Partial<Record<StoreName, (value: unknown) => boolean>>> = {
  articles: (value) => isArticle(value) && hasWebAddresses(value),
  summaries: isSummary,
  places: isPlace,
  editions: isEdition,
  queue: isQueue,
  bookmarks: isBookmark,
  sources: isSource,
  listened: (value) => isLike(value, 0),
  sourceItems: (value) => isLike(value, [{ stamp: '', text: '', article: '' }]),
};

const isWeb = (address: string | undefined): boolean => address === undefined || webAddress(address) !== undefined;

function hasWebAddresses({ url, blocks }: Article): boolean {
  return isWeb(url) && blocks.every(({ marks }) => marks.every((mark) => mark.kind !== 'link' || isWeb(mark.href)));
}

/**
 * Puts what a backup holds in the place of what is kept. All of it is laid aside first, then takes its place by one
 * transaction: whatever happens before its end, what was kept is kept.
 *
 * @throws BackupError where the file is not what it should be; an AbortError where it was cancelled; a DOMException
 * where the device cannot keep it, `QuotaExceededError` for want of room
 */
export async function restoreBackup(library: Library, file: Blob, work: RestoreWork = {}): Promise<Restored> {
  const { database } = library;
  if (!database) throw new DOMException('nothing is kept', 'InvalidStateError');
  try {
    const found = await stage(database, file, work);
    work.signal?.throwIfAborted();
    work.onReplacing?.();
    await replace(database);
    await rereadAll(library);
    library.dispatchEvent(new CustomEvent('replaced'));
    return found;
  } finally {
    await database.clear('staging').catch(() => undefined);
  }
}

async function stage(database: IDBPDatabase<Schema>, file: Blob, work: BackupWork): Promise<Restored> {
  // Of a time that was ended in the middle.
  await database.clear('staging');
  const isSound = soundness(database);
  const reading = readBackup(file, work);
  let [articles, leftOut] = [0, 0];
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { header: value, isOlder: value.schema < schemaVersion, articles, leftOut };
    const records = value.records.filter(isSound);
    leftOut += value.records.length - records.length;
    articles += records.filter(({ store }) => store === 'articles').length;
    await database.add('staging', records);
  }
}

const isKey = (key: unknown): boolean => typeof key === 'string' || typeof key === 'number';

/** Tells which records their stores can take. */
function soundness(database: IDBPDatabase<Schema>): (record: StagedRecord) => boolean {
  const names = [...database.objectStoreNames].filter((name) => name !== 'staging');
  const transaction = database.transaction(names);
  const paths = new Map<string, unknown>(names.map((name) => [name, transaction.objectStore(name).keyPath]));
  return ({ store, key, value }) => {
    const path = paths.get(store);
    if (path === undefined) return false;
    const carried = typeof path === 'string' ? (value as Record<string, unknown> | null)?.[path] : undefined;
    if (path === null ? !isKey(key) : !isKey(carried) || key !== undefined) return false;
    return checks[store as StoreName]?.(value) ?? true;
  };
}

async function replace(database: IDBPDatabase<Schema>): Promise<void> {
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite', { durability: 'strict' });
  const { done } = transaction;
  try {
    await move(transaction);
  } catch (error) {
    // All or nothing: without this, what was done so far would stay done.
    if (!transaction.error) transaction.abort();
    await done.catch(() => undefined);
    throw transaction.error ?? error;
  }
  await done;
}

async function move(transaction: Writing): Promise<void> {
  // A request that fails ends the transaction, which tells.
  const ask = (request: Promise<unknown>): void => void request.catch(() => undefined);
  for (const name of transaction.objectStoreNames) if (name !== 'staging') ask(transaction.objectStore(name).clear());
  let cursor = await transaction.objectStore('staging').openCursor();
  while (cursor) {
    for (const { store, key, value } of cursor.value) {
      ask(transaction.objectStore(store as StoreName).put(value, key));
    }
    cursor = await cursor.continue();
  }
  ask(transaction.objectStore('staging').clear());
}
