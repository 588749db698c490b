import MiniSearch, { type Options } from 'minisearch';
import { fold, wordsOf } from './fold.ts';

/** What is searched of an article. */
export interface Searchable {
  readonly id: string;
  readonly title: string;
  /** Its blocks, one after the other. */
  readonly text: string;
}

export interface Found {
  readonly id: string;
  /** The words of the article, folded, that the search met. */
  readonly words: readonly string[];
}

/** A shard as it is kept. */
export interface KeptShard {
  /** Of `indexFormat`; others are thrown away. */
  readonly format: number;
  /** Article ids with the stamp of what was read. */
  readonly stamps: readonly (readonly [string, string])[];
  readonly index: string;
}

/** Counts up whenever an older index would answer otherwise. */
export const indexFormat = 1;

/** Articles of one shard: as many as are written anew together when one of them changes. */
const shardSize = 2_000;

const options: Options<Searchable> = {
  fields: ['title', 'text'],
  tokenize: (text) => wordsOf(fold(text)),
  processTerm: (term) => term,
  searchOptions: {
    boost: { title: 3 },
    combineWith: 'AND',
    prefix: (term) => term.length > 1,
    // One letter wrong, missing, too many; in a short word that would be another word.
    fuzzy: (term) => (term.length > 4 ? 1 : false),
  },
};

/** MiniSearch reads the title and the text of several thousand articles at once; a place for what it was made of. */
interface Shard {
  readonly index: MiniSearch<Searchable>;
  readonly stamps: Map<string, string>;
  isChanged: boolean;
}

/**
 * An index over titles and texts, in shards, so that little of it is written again when an article comes.
 */
export class TextIndex {
  private readonly shards: Shard[] = [];

  /** @param kept what `changedShards` gave; what cannot be read counts as not there */
  static from(kept: readonly unknown[]): TextIndex {
    const index = new TextIndex();
    for (const shard of kept) index.shards.push(readShard(shard) ?? emptyShard());
    return index;
  }

  /** What was read of an article; undefined where it is not in the index. */
  stampOf(id: string): string | undefined {
    return this.shardOf(id)?.stamps.get(id);
  }

  get ids(): string[] {
    return this.shards.flatMap(({ stamps }) => [...stamps.keys()]);
  }

  /** Takes an article in, in the place of its older self. */
  put(article: Searchable, stamp: string): void {
    this.remove(article.id);
    const shard = this.shards.find(({ stamps }) => stamps.size < shardSize) ?? this.grow();
    shard.index.add(article);
    shard.stamps.set(article.id, stamp);
    shard.isChanged = true;
  }

  remove(id: string): void {
    const shard = this.shardOf(id);
    if (!shard) return;
    shard.index.discard(id);
    shard.stamps.delete(id);
    shard.isChanged = true;
  }

  /**
   * @param most how many are given, best first
   * @returns those with all the words of the query, each whole, begun, or with one letter wrong; where there are none,
   *   those with some of them
   */
  search(query: string, most: number): Found[] {
    const all = this.ask(query, 'AND');
    const found = all.length > 0 ? all : this.ask(query, 'OR');
    found.sort((a, b) => b.score - a.score);
    return found.slice(0, most).map(({ id, terms }) => ({ id: String(id), words: terms }));
  }

  private ask(query: string, combineWith: 'AND' | 'OR') {
    return this.shards.flatMap(({ index }) => index.search(query, { combineWith }));
  }

  /** Shards that changed since they were last asked for, by their number. */
  changedShards(): [number, KeptShard][] {
    return this.shards.flatMap((shard, number): [number, KeptShard][] => {
      if (!shard.isChanged) return [];
      shard.isChanged = false;
      return [[number, { format: indexFormat, stamps: [...shard.stamps], index: JSON.stringify(shard.index) }]];
    });
  }

  private shardOf(id: string): Shard | undefined {
    return this.shards.find(({ stamps }) => stamps.has(id));
  }

  private grow(): Shard {
    const shard = emptyShard();
    this.shards.push(shard);
    return shard;
  }
}

function emptyShard(): Shard {
  return { index: new MiniSearch(options), stamps: new Map(), isChanged: false };
}

function readShard(kept: unknown): Shard | undefined {
  try {
    const { format, stamps, index } = kept as KeptShard;
    if (format !== indexFormat) return undefined;
    return { index: MiniSearch.loadJSON(index, options), stamps: new Map(stamps), isChanged: false };
  } catch {
    return undefined;
  }
}
