import { openDB, type IDBPDatabase } from 'idb';
import type { Article } from '../../articles/article.ts';
import { stableHash } from '../../articles/hash.ts';
import type { ArticleSummary, Schema } from '../migrations.ts';
import type { IndexStore } from './index-store.ts';
import { passageOf, type Span } from './passage.ts';
import type { Hit, SearchAnswer } from './protocol.ts';
import { TextIndex, type Found } from './text-index.ts';

/** Articles that are given for a search, best first. */
const most = 50;
/** Articles read between two looks at what is asked meanwhile. */
const stride = 25;

interface Parts {
  readonly store: IndexStore;
  readonly splitSentences: (text: string) => readonly Span[];
  readonly answer: (answer: SearchAnswer) => void;
  /** Lets a request come in. */
  readonly breathe: () => Promise<void>;
  /** Of the library. */
  readonly databaseName: string;
}

/** Keeps the index up with the library, and searches it. Reads the library's own database and writes nothing there. */
export class Searcher {
  private readonly parts: Parts;
  private readonly index: TextIndex;
  private readonly summaries = new Map<string, ArticleSummary>();
  private newest = 0;
  private last = { id: 0, query: '' };
  private keeping: Promise<void> | undefined;
  private isBehind = false;

  private constructor(parts: Parts, index: TextIndex) {
    this.parts = parts;
    this.index = index;
  }

  static async open(parts: Parts): Promise<Searcher> {
    return new Searcher(parts, TextIndex.from(await parts.store.load()));
  }

  /** Takes in what is new or changed, drops what is gone. A wish that comes meanwhile is heeded afterwards. */
  async keepUp(): Promise<void> {
    this.isBehind = true;
    this.keeping ??= this.keepUpOnce().finally(() => (this.keeping = undefined));
    await this.keeping;
  }

  private async keepUpOnce(): Promise<void> {
    while (this.isBehind) {
      this.isBehind = false;
      // Opened anew each time, and closed at once: a hold on it would keep a newer version from its database.
      const library = await openDB<Schema>(this.parts.databaseName).catch(() => undefined);
      if (!library) return;
      try {
        await this.takeIn(library);
      } finally {
        library.close();
      }
      await this.parts.store.save(this.index.changedShards());
      if (this.last.query !== '') await this.search(this.last.id, this.last.query);
    }
  }

  private async takeIn(library: IDBPDatabase<Schema>): Promise<void> {
    const summaries = await library.getAll('summaries');
    this.summaries.clear();
    for (const summary of summaries) this.summaries.set(summary.id, summary);
    for (const id of this.index.ids) if (!this.summaries.has(id)) this.index.remove(id);
    const stamped = summaries.map((summary) => ({ summary, stamp: stableHash(JSON.stringify(summary)) }));
    const waiting = stamped.filter(({ summary, stamp }) => this.index.stampOf(summary.id) !== stamp);
    const total = summaries.length;
    let left = waiting.length;
    this.parts.answer({ type: 'progress', done: total - left, total });
    for (let at = 0; at < waiting.length; at += stride) {
      const some = waiting.slice(at, at + stride);
      const articles = await Promise.all(some.map(({ summary: { id } }) => library.get('articles', id)));
      for (const [number, { summary, stamp }] of some.entries()) {
        const article = articles[number];
        if (article) this.index.put({ id: summary.id, title: summary.title, text: textOf(article) }, stamp);
      }
      left -= some.length;
      this.parts.answer({ type: 'progress', done: total - left, total });
      await this.parts.breathe();
    }
  }

  /** Answers with the articles, then with their sentences too; not where a newer search came meanwhile. */
  async search(id: number, query: string): Promise<void> {
    this.newest = Math.max(this.newest, id);
    this.last = { id, query };
    const found = this.index.search(query, most);
    const hits = found.flatMap(({ id }) => this.hitOf(id) ?? []);
    this.parts.answer({ type: 'hits', id, hits, isWhole: hits.length === 0 });
    if (hits.length === 0) return;
    await this.parts.breathe();
    if (id !== this.newest) return;
    const library = await openDB<Schema>(this.parts.databaseName).catch(() => undefined);
    if (!library) return;
    try {
      const whole = await Promise.all(hits.map((hit) => this.withPassage(hit, found, library)));
      if (id === this.newest) this.parts.answer({ type: 'hits', id, hits: whole, isWhole: true });
    } finally {
      library.close();
    }
  }

  private hitOf(id: string): Hit | undefined {
    const summary = this.summaries.get(id);
    if (!summary) return undefined;
    const { title, source, published } = summary;
    return { id, title, ...(source !== undefined && { source }), ...(published !== undefined && { published }) };
  }

  private async withPassage(hit: Hit, found: readonly Found[], library: IDBPDatabase<Schema>): Promise<Hit> {
    const article = await library.get('articles', hit.id).catch(() => undefined);
    const words = found.find(({ id }) => id === hit.id)?.words ?? [];
    const passage = article && passageOf(article, words, this.parts.splitSentences);
    return passage ? { ...hit, passage } : hit;
  }
}

function textOf({ blocks }: Article): string {
  return blocks.map(({ text }) => text).join('\n');
}
