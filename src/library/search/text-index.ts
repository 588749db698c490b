import MiniSearch, { type Options, type Query } from 'minisearch';
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

/** An index as it is kept. */
export interface KeptIndex {
  /** Of `indexFormat`; others are thrown away. */
  readonly format: number;
  /** Article ids with the stamp of what was read. */
  readonly stamps: readonly (readonly [string, string])[];
  readonly index: string;
}

/** Counts up whenever an older index would answer otherwise. */
export const indexFormat = 2;

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

const isShort = (word: string): boolean => word.length === 2;

/**
 * Two letters begin a word of nearly every article, and of hundreds of words each: to weigh all of them takes longer than
 * a listener needs for the third letter, and says nothing. Such a word is looked for as it is, or at the beginning of a
 * word of a title.
 */
function narrowly(word: string): Query {
  if (!isShort(word)) return word;
  const queries = [
    { queries: [word], prefix: false },
    { queries: [word], fields: ['title'] },
  ];
  return { combineWith: 'OR', queries };
}

/** An index over titles and texts, and what it was made of. */
export class TextIndex {
  private readonly index: MiniSearch<Searchable>;
  private readonly stamps: Map<string, string>;
  /** Articles that came, changed or went since it was kept. */
  private unkept = 0;

  private constructor(index: MiniSearch<Searchable>, stamps: Map<string, string>) {
    this.index = index;
    this.stamps = stamps;
  }

  /** @param kept what `toKept` gave; what cannot be read counts as not there */
  static from(kept: unknown): TextIndex {
    try {
      const { format, stamps, index } = kept as KeptIndex;
      const read = format === indexFormat ? MiniSearch.loadJSON(index, options) : undefined;
      if (read?.documentCount === stamps.length && stamps.every(([id]) => read.has(id)))
        return new TextIndex(read, new Map(stamps));
    } catch {
      // Made again, as where there is none.
    }
    return new TextIndex(new MiniSearch(options), new Map());
  }

  /** What was read of an article; undefined where it is not in the index. */
  stampOf(id: string): string | undefined {
    return this.stamps.get(id);
  }

  get ids(): string[] {
    return [...this.stamps.keys()];
  }

  /** Takes an article in, in the place of its older self. */
  put(article: Searchable, stamp: string): void {
    if (this.stamps.has(article.id)) this.index.discard(article.id);
    this.index.add(article);
    this.stamps.set(article.id, stamp);
    this.unkept++;
  }

  remove(id: string): void {
    if (!this.stamps.delete(id)) return;
    this.index.discard(id);
    this.unkept++;
  }

  /**
   * @param most how many are given, best first
   * @returns those with all the words of the query, each whole, begun, or with one letter wrong; where there are none,
   *   those with some of them; and how many there are
   */
  search(query: string, most: number): { readonly total: number; readonly found: readonly Found[] } {
    // As articles are: a keyboard may write a letter and its mark apart.
    const composed = query.normalize('NFC');
    const words = wordsOf(fold(composed));
    const narrow = this.index.search({ combineWith: 'AND', queries: words.map(narrowly) });
    const all = narrow.length > 0 || !words.some(isShort) ? narrow : this.index.search(composed);
    const results = all.length > 0 ? all : this.index.search(composed, { combineWith: 'OR' });
    const found = results.slice(0, most).map(({ id, terms }) => ({ id: String(id), words: terms }));
    return { total: results.length, found };
  }

  /** Does at least this share of its articles differ from what was kept? */
  differsBy(share: number): boolean {
    return this.unkept > 0 && this.unkept >= this.stamps.size * share;
  }

  toKept(): KeptIndex {
    this.unkept = 0;
    return { format: indexFormat, stamps: [...this.stamps], index: JSON.stringify(this.index) };
  }
}
