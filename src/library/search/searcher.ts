import { openDB, type IDBPDatabase } from 'idb';
import type { Article } from '../../articles/article.ts';
import { stableHash } from '../../articles/hash.ts';
import type { ArticleSummary, Schema } from '../migrations.ts';
import type { IndexStore } from './index-store.ts';
import { passageOf, type Span } from './passage.ts';
import type { Hit, SearchAnswer, Visitor } from './protocol.ts';
import { TextIndex, type Found } from './text-index.ts';

/** Articles that are given for a search, best first. */
const most = 50;
/** Articles read between two looks at what is asked meanwhile. */
const stride = 25;
/** An index that differs by less from the kept one is not written again: reading so few articles anew is quicker. */
const worthKeeping = 0.05;
/** While many are read, it is kept whenever as many again have come: whoever leaves meanwhile loses half at most. */
const worthKeepingMeanwhile = 0.5;

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
  private summaries: ReadonlyMap<string, ArticleSummary> = new Map();
  private visiting: ReadonlyMap<string, Article> = new Map();
  private visitors: readonly Visitor[] = [];
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
  async keepUp(visitors: readonly Visitor[]): Promise<void> {
    this.visitors = visitors;
    this.isBehind = true;
    this.keeping ??= this.keepUpOnce().finally(() => (this.keeping = undefined));
    await this.keeping;
  }

  private async keepUpOnce(): Promise<void> {
    while (this.isBehind) {
      this.isBehind = false;
      await this.withLibrary((library) => this.takeIn(library));
      if (this.last.query !== '') await this.search(this.last.id, this.last.query);
      await this.keepIfDiffering(worthKeeping);
    }
  }

  private async takeIn(library: IDBPDatabase<Schema> | undefined): Promise<void> {
    const summaries = [...((await library?.getAll('summaries')) ?? []), ...this.visitors.map(({ summary }) => summary)];
    this.summaries = new Map(summaries.map((summary) => [summary.id, summary]));
    this.visiting = new Map(this.visitors.map(({ article }) => [article.id, article]));
    for (const id of this.index.ids) if (!this.summaries.has(id)) this.index.remove(id);
    const stamped = [...this.summaries.values()].map((summary) => ({ summary, stamp: stampOf(summary) }));
    const waiting = stamped.filter(({ summary, stamp }) => this.index.stampOf(summary.id) !== stamp);
    const total = stamped.length;
    this.parts.answer({ type: 'progress', done: total - waiting.length, total });
    for (let at = 0; at < waiting.length; at += stride) {
      const some = waiting.slice(at, at + stride);
      const articles = await Promise.all(some.map(({ summary: { id } }) => this.articleOf(id, library)));
      for (const [number, { summary, stamp }] of some.entries()) {
        const article = articles[number];
        if (article) this.index.put({ id: summary.id, title: summary.title, text: textOf(article) }, stamp);
      }
      this.parts.answer({ type: 'progress', done: total - waiting.length + at + some.length, total });
      await this.keepIfDiffering(worthKeepingMeanwhile);
      await this.parts.breathe();
    }
  }

  private async keepIfDiffering(share: number): Promise<void> {
    if (this.index.differsBy(share)) await this.parts.store.save(this.index.toKept());
  }

  /** Answers with the articles, then with their sentences too; not where a newer search came meanwhile. */
  async search(id: number, query: string): Promise<void> {
    this.newest = Math.max(this.newest, id);
    this.last = { id, query };
    // Who types faster than this device searches is not answered letter by letter.
    await this.parts.breathe();
    if (id !== this.newest) return;
    const { found, total } = this.index.search(query, most);
    const hits = found.flatMap(({ id }) => this.hitOf(id) ?? []);
    this.parts.answer({ type: 'hits', id, hits, total, isWhole: hits.length === 0 });
    if (hits.length === 0) return;
    await this.parts.breathe();
    if (id !== this.newest) return;
    const whole = await this.withLibrary((library) =>
      Promise.all(hits.map((hit) => this.withPassage(hit, found, library))),
    );
    if (id === this.newest) this.parts.answer({ type: 'hits', id, hits: whole, total, isWhole: true });
  }

  private hitOf(id: string): Hit | undefined {
    const summary = this.summaries.get(id);
    if (!summary) return undefined;
    const { title, source, published } = summary;
    return { id, title, ...(source !== undefined && { source }), ...(published !== undefined && { published }) };
  }

  private async withPassage(
    hit: Hit,
    found: readonly Found[],
    library: IDBPDatabase<Schema> | undefined,
  ): Promise<Hit> {
    const article = await this.articleOf(hit.id, library);
    const words = found.find(({ id }) => id === hit.id)?.words ?? [];
    const passage = article && passageOf(article, words, this.parts.splitSentences);
    return passage ? { ...hit, passage } : hit;
  }

  private async articleOf(id: string, library: IDBPDatabase<Schema> | undefined): Promise<Article | undefined> {
    return this.visiting.get(id) ?? (await library?.get('articles', id).catch(() => undefined));
  }

  /**
   * Opened anew each time, and closed at once: a hold on it would keep a newer version from its database. Undefined
   * where there is none: this side never makes one.
   */
  private async withLibrary<T>(use: (library: IDBPDatabase<Schema> | undefined) => Promise<T>): Promise<T> {
    const library = await openDB<Schema>(this.parts.databaseName, undefined, {
      upgrade(_database, _from, _to, transaction) {
        transaction.done.catch(() => undefined);
        transaction.abort();
      },
    }).catch(() => undefined);
    try {
      return await use(library);
    } finally {
      library?.close();
    }
  }
}

/** Other where an article's text may be other: see `ArticleSummary.read`. */
function stampOf(summary: ArticleSummary): string {
  return stableHash(JSON.stringify(summary));
}

function textOf({ blocks }: Article): string {
  return blocks.map(({ text }) => text).join('\n');
}
