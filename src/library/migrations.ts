import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Article, Locator } from '../articles/article.ts';
import type { KnownItem } from '../articles/known-items.ts';
import type { Source } from '../articles/source.ts';

/** What a list needs of an article, so that the home page reads no text. */
export interface ArticleSummary {
  readonly id: string;
  readonly title: string;
  readonly words: number;
  /** `own` for what the listener added, else the key of the edition that it came with. */
  readonly origin: string;
  /** Milliseconds since 1970: when the listener added it, or the edition brought it. */
  readonly added: number;
  /** Likewise: when its text took the place of an older one; absent where there was none. */
  readonly written?: number;
  readonly source?: string;
  readonly topic?: string;
  readonly published?: string;
}

/** Where the listener stopped in an article. */
export interface Place {
  readonly locator: Locator;
  /** 0 at the first sentence, 1 after the last. */
  readonly progress: number;
  /** Milliseconds since 1970. */
  readonly saved: number;
}

/** What is kept of an edition besides its articles. */
export interface EditionRecord {
  readonly key: string;
  readonly title: string;
  /** Article ids in the edition's order. */
  readonly order: readonly string[];
  /** Hash of the file that was read last, so that an unchanged one is not read again. */
  readonly fingerprint: string;
}

/** A sentence that the listener kept. It stands by itself: its article may leave the device. */
export interface Bookmark {
  /** Where it stands; the same sentence is kept once. */
  readonly id: string;
  readonly locator: Locator;
  readonly text: string;
  /** Of its article. */
  readonly title: string;
  readonly source?: string;
  /** Milliseconds since 1970. */
  readonly saved: number;
}

export interface Schema extends DBSchema {
  articles: { key: string; value: Article };
  summaries: { key: string; value: ArticleSummary; indexes: { origin: string } };
  places: { key: string; value: Place; indexes: { progress: number } };
  editions: { key: string; value: EditionRecord };
  /** Each wish by its name; under `settings` what an earlier version kept in one. */
  settings: { key: string; value: unknown };
  /** Article ids in the order in which they are to be heard. */
  queue: { key: 'queue'; value: readonly string[] };
  bookmarks: { key: string; value: Bookmark };
  sources: { key: string; value: Source };
  /** By the source's address; newest first. */
  sourceItems: { key: string; value: readonly KnownItem[] };
  /** By article: when the listener marked it to be kept, in milliseconds since 1970. */
  saved: { key: string; value: number };
  /** Seconds that were listened to, by the listener's own date, `2026-11-25`. */
  listened: { key: string; value: number };
  /** Of a backup that is being restored: what has come of it, in pieces, until all of it is here. */
  staging: { key: number; value: readonly StagedRecord[] };
}

export type StoreName = StoreNames<Schema>;

/** A record of a backup. */
export interface StagedRecord {
  readonly store: string;
  /** Where the store's records do not carry it themselves. */
  readonly key?: string | number;
  readonly value: unknown;
}

type Upgrade = IDBPTransaction<Schema, StoreName[], 'versionchange'>;

type Migration = (database: IDBPDatabase<Schema>, transaction: Upgrade) => void;

/** Append only: the n-th entry leads a database of version n to version n + 1. Never edit one that was published. */
const migrations: readonly Migration[] = [
  (database) => {
    database.createObjectStore('articles', { keyPath: 'id' });
    database.createObjectStore('summaries', { keyPath: 'id' });
    database.createObjectStore('places');
    database.createObjectStore('editions', { keyPath: 'key' });
    database.createObjectStore('settings');
  },
  (database) => {
    database.createObjectStore('queue');
    database.createObjectStore('bookmarks', { keyPath: 'id' });
  },
  (database) => {
    database.createObjectStore('sources', { keyPath: 'address' });
    database.createObjectStore('sourceItems');
  },
  (database) => {
    database.createObjectStore('staging', { autoIncrement: true });
  },
  (database) => {
    database.createObjectStore('saved');
  },
  (database) => {
    database.createObjectStore('listened');
  },
  // For the first list: the listener's own articles, and those that were begun, among however many.
  (_database, transaction) => {
    transaction.objectStore('summaries').createIndex('origin', 'origin');
    transaction.objectStore('places').createIndex('progress', 'progress');
  },
];

export const schemaVersion = migrations.length;

/** Leads a database of `from` (0: new) to the newest version. */
export function migrate(database: IDBPDatabase<Schema>, from: number, transaction: Upgrade): void {
  for (const migration of migrations.slice(from)) migration(database, transaction);
}
