import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptIndex } from './text-index.ts';

interface IndexSchema extends DBSchema {
  index: { key: 'index'; value: KeptIndex };
}

const indexName = 'degjo-search';

/** Deletes what was kept of the index: it holds the words of what was read. Never rejects. */
export async function forgetIndex(): Promise<void> {
  await deleteDB(indexName).catch(() => undefined);
}

/** Where the index is kept between visits: a database of its own, for all of it can be made again. Never rejects. */
export class IndexStore {
  private readonly database: IDBPDatabase<IndexSchema> | undefined;

  private constructor(database: IDBPDatabase<IndexSchema> | undefined) {
    this.database = database;
  }

  static async open(name = indexName): Promise<IndexStore> {
    const opening = openDB<IndexSchema>(name, 2, {
      upgrade(database) {
        for (const older of database.objectStoreNames) database.deleteObjectStore(older);
        database.createObjectStore('index');
      },
      // The listener deletes everything: from then on the index lives for this visit.
      blocking: () => void opening.then((database) => database.close()),
    });
    return new IndexStore(await opening.catch(() => undefined));
  }

  /** Undefined where there is none. */
  async load(): Promise<unknown> {
    return this.database?.get('index', 'index').catch(() => undefined);
  }

  /** Where there is no room the index lives for this visit. */
  async save(index: KeptIndex): Promise<void> {
    await this.database?.put('index', index, 'index').catch(() => undefined);
  }
}
