import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptShard } from './text-index.ts';

interface IndexSchema extends DBSchema {
  shards: { key: number; value: KeptShard };
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
    const opening = openDB<IndexSchema>(name, 1, {
      upgrade: (database) => void database.createObjectStore('shards'),
      // The listener deletes everything: from then on the index lives for this visit.
      blocking: () => void opening.then((database) => database.close()),
    });
    return new IndexStore(await opening.catch(() => undefined));
  }

  async load(): Promise<readonly unknown[]> {
    return (await this.database?.getAll('shards').catch(() => undefined)) ?? [];
  }

  /** Where there is no room the index lives for this visit. */
  async save(shards: readonly (readonly [number, KeptShard])[]): Promise<void> {
    for (const [number, shard] of shards) await this.database?.put('shards', shard, number).catch(() => undefined);
  }
}
