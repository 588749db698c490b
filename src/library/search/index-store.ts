import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptShard } from './text-index.ts';

interface IndexSchema extends DBSchema {
  shards: { key: number; value: KeptShard };
}

/** Where the index is kept between visits: a database of its own, for all of it can be made again. Never rejects. */
export class IndexStore {
  private readonly database: IDBPDatabase<IndexSchema> | undefined;

  private constructor(database: IDBPDatabase<IndexSchema> | undefined) {
    this.database = database;
  }

  static async open(name = 'degjo-search'): Promise<IndexStore> {
    const opening = openDB<IndexSchema>(name, 1, {
      upgrade: (database) => void database.createObjectStore('shards'),
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
