import { openDB, type IDBPDatabase } from 'idb';
import type { Article } from '../articles/article.ts';
import {
  migrate,
  schemaVersion,
  type ArticleSummary,
  type EditionRecord,
  type Place,
  type Schema,
} from './migrations.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { wordCount } from './word-count.ts';

export type { ArticleSummary, EditionRecord, Place } from './migrations.ts';

/**
 * What became of something that was to be kept:
 * - `kept`: it survives a restart
 * - `full`: the device has no room; it lives for this visit
 * - `refused`: the browser lets this page keep nothing; it lives for this visit
 */
export type Keeping = 'kept' | 'full' | 'refused';

export interface LibrarySnapshot {
  /** The listener's own articles, newest first. */
  readonly own: readonly ArticleSummary[];
  readonly editions: readonly {
    readonly key: string;
    readonly title: string;
    readonly articles: readonly ArticleSummary[];
  }[];
  readonly places: ReadonlyMap<string, Place>;
}

/** Strict: what the listener made is on the disk before it is called kept. */
const strict = { durability: 'strict' } as const;

/**
 * What is kept on this device, behind one door. Lists and places are held in memory from the start; texts are read when
 * opened. Where the browser refuses storage, everything works for the length of the visit.
 *
 * Events: `change` after any list, place or setting changed.
 */
export class Library extends EventTarget {
  private database: IDBPDatabase<Schema> | undefined;
  private readonly summaries = new Map<string, ArticleSummary>();
  private readonly places = new Map<string, Place>();
  private readonly editions = new Map<string, EditionRecord>();
  /** Articles that could not be kept. */
  private readonly visiting = new Map<string, Article>();
  private currentSettings = defaultSettings;
  private currentSnapshot: LibrarySnapshot | undefined;

  /** Opens the library; never rejects: without storage it is an empty one for this visit. */
  static async open(name = 'degjo'): Promise<Library> {
    const library = new Library();
    try {
      await library.load(name);
    } catch {
      library.database = undefined;
    }
    return library;
  }

  private async load(name: string): Promise<void> {
    const database = await openDB<Schema>(name, schemaVersion, {
      upgrade: (opened, from) => migrate(opened, from),
      // A newer version in another tab needs the database: this page lives on from memory.
      blocking: () => this.close(),
    });
    const transaction = database.transaction(['summaries', 'places', 'editions', 'settings']);
    const [summaries, places, editions, settings] = await Promise.all([
      transaction.objectStore('summaries').getAll(),
      transaction.objectStore('places').getAll(),
      transaction.objectStore('editions').getAll(),
      transaction.objectStore('settings').get('settings'),
    ]);
    for (const summary of summaries) this.summaries.set(summary.id, summary);
    for (const place of places) this.places.set(place.locator.article, place);
    for (const edition of editions) this.editions.set(edition.key, edition);
    // An older version kept fewer of them.
    this.currentSettings = { ...defaultSettings, ...settings };
    this.database = database;
  }

  /** Lets go of the database; what is in memory stays readable. */
  close(): void {
    this.database?.close();
    this.database = undefined;
  }

  get snapshot(): LibrarySnapshot {
    this.currentSnapshot ??= this.takeSnapshot();
    return this.currentSnapshot;
  }

  private takeSnapshot(): LibrarySnapshot {
    const own = [...this.summaries.values()].filter(({ origin }) => origin === 'own');
    own.sort((a, b) => b.added - a.added);
    const editions = [...this.editions.values()].map(({ key, title, order }) => ({
      key,
      title,
      articles: order.flatMap((id) => this.summaries.get(id) ?? []),
    }));
    return { own, editions, places: new Map(this.places) };
  }

  private changed(): void {
    this.currentSnapshot = undefined;
    this.dispatchEvent(new CustomEvent('change'));
  }

  has(id: string): boolean {
    return this.summaries.has(id);
  }

  async article(id: string): Promise<Article | undefined> {
    return this.visiting.get(id) ?? (await this.database?.get('articles', id).catch(() => undefined));
  }

  /** Adds one of the listener's own articles. An article that is there already moves to the top. */
  async add(article: Article): Promise<Keeping> {
    return this.put(article, summarise(article, 'own', Date.now()));
  }

  private async put(article: Article, summary: ArticleSummary): Promise<Keeping> {
    const keeping = await this.keep(async (database) => {
      const transaction = database.transaction(['articles', 'summaries'], 'readwrite', strict);
      await Promise.all([
        transaction.objectStore('articles').put(article),
        transaction.objectStore('summaries').put(summary),
        transaction.done,
      ]);
    });
    this.holdUnlessKept(article, keeping);
    this.summaries.set(article.id, summary);
    this.changed();
    return keeping;
  }

  private holdUnlessKept(article: Article, keeping: Keeping): void {
    if (keeping === 'kept') this.visiting.delete(article.id);
    else this.visiting.set(article.id, article);
  }

  /**
   * Removes an article with its place.
   *
   * @returns puts both back where they were
   */
  async remove(id: string): Promise<() => Promise<void>> {
    const [article, summary, place] = [await this.article(id), this.summaries.get(id), this.places.get(id)];
    await this.keep(async (database) => {
      const transaction = database.transaction(['articles', 'summaries', 'places'], 'readwrite', strict);
      await Promise.all([
        transaction.objectStore('articles').delete(id),
        transaction.objectStore('summaries').delete(id),
        transaction.objectStore('places').delete(id),
        transaction.done,
      ]);
    });
    this.visiting.delete(id);
    this.summaries.delete(id);
    this.places.delete(id);
    this.changed();
    return async () => {
      if (!article || !summary) return;
      await this.put(article, summary);
      if (place) await this.savePlace(place);
    };
  }

  edition(key: string): EditionRecord | undefined {
    return this.editions.get(key);
  }

  /** Puts an edition in the place of its older self; articles that it no longer brings leave with their places. */
  async keepEdition(edition: EditionRecord, articles: readonly Article[]): Promise<Keeping> {
    const now = Date.now();
    const summaries = articles.map((article) => summarise(article, edition.key, now));
    const gone = (this.editions.get(edition.key)?.order ?? []).filter((id) => !edition.order.includes(id));
    const keeping = await this.keep(async (database) => {
      const transaction = database.transaction(['articles', 'summaries', 'editions', 'places'], 'readwrite');
      await Promise.all([
        ...articles.map((article) => transaction.objectStore('articles').put(article)),
        ...summaries.map((summary) => transaction.objectStore('summaries').put(summary)),
        ...gone.flatMap((id) => [
          transaction.objectStore('articles').delete(id),
          transaction.objectStore('summaries').delete(id),
          transaction.objectStore('places').delete(id),
        ]),
        transaction.objectStore('editions').put(edition),
        transaction.done,
      ]);
    });
    for (const article of articles) this.holdUnlessKept(article, keeping);
    for (const summary of summaries) this.summaries.set(summary.id, summary);
    for (const id of gone) {
      this.summaries.delete(id);
      this.visiting.delete(id);
      this.places.delete(id);
    }
    this.editions.set(edition.key, edition);
    this.changed();
    return keeping;
  }

  place(id: string): Place | undefined {
    return this.places.get(id);
  }

  async savePlace(place: Place): Promise<Keeping> {
    const id = place.locator.article;
    this.places.set(id, place);
    this.changed();
    return this.keep(async (database) => {
      const transaction = database.transaction('places', 'readwrite', strict);
      await Promise.all([transaction.store.put(place, id), transaction.done]);
    });
  }

  async forgetPlace(id: string): Promise<void> {
    this.places.delete(id);
    this.changed();
    await this.keep((database) => database.delete('places', id));
  }

  get settings(): Settings {
    return this.currentSettings;
  }

  async saveSettings(wish: Partial<Settings>): Promise<Keeping> {
    this.currentSettings = { ...this.currentSettings, ...wish };
    this.changed();
    return this.keep((database) => database.put('settings', this.currentSettings, 'settings'));
  }

  private async keep(work: (database: IDBPDatabase<Schema>) => Promise<unknown>): Promise<Keeping> {
    if (!this.database) return 'refused';
    try {
      await work(this.database);
      return 'kept';
    } catch (error) {
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
    }
  }
}

function summarise(article: Article, origin: string, added: number): ArticleSummary {
  const { id, title, source, topic, published } = article;
  return {
    id,
    title,
    words: wordCount(article),
    origin,
    added,
    ...(source !== undefined && { source }),
    ...(topic !== undefined && { topic }),
    ...(published !== undefined && { published }),
  };
}
