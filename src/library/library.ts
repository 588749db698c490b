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
import { defaultLook, type Look } from './look.ts';
import { snapshotOf, type LibrarySnapshot } from './library-snapshot.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { summarise } from './summarise.ts';

export type { LibrarySnapshot } from './library-snapshot.ts';
export type { ArticleSummary, EditionRecord, Place } from './migrations.ts';

/**
 * What became of something that was to be kept:
 * - `kept`: it survives a restart
 * - `full`: the device has no room; it lives for this visit
 * - `refused`: the browser lets this page keep nothing; it lives for this visit
 */
export type Keeping = 'kept' | 'full' | 'refused';

/** Strict: what the listener made is on the disk before it is called kept. */
export const strict = { durability: 'strict' } as const;

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
  private queue: readonly string[] = [];
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
    const transaction = database.transaction(['summaries', 'places', 'editions', 'settings', 'queue']);
    const [summaries, places, editions, settings, queue = []] = await Promise.all([
      transaction.objectStore('summaries').getAll(),
      transaction.objectStore('places').getAll(),
      transaction.objectStore('editions').getAll(),
      transaction.objectStore('settings').get('settings'),
      transaction.objectStore('queue').get('queue'),
    ]);
    for (const summary of summaries) this.summaries.set(summary.id, summary);
    for (const place of places) this.places.set(place.locator.article, place);
    for (const edition of editions) this.editions.set(edition.key, edition);
    this.queue = queue;
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
    this.currentSnapshot ??= snapshotOf(this.summaries, this.editions, this.places, this.queue);
    return this.currentSnapshot;
  }

  private changed(): void {
    this.currentSnapshot = undefined;
    this.dispatchEvent(new CustomEvent('change'));
  }

  has(id: string): boolean {
    return this.summaries.has(id);
  }

  async article(id: string): Promise<Article | undefined> {
    return this.visiting.get(id) ?? this.read((database) => database.get('articles', id));
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
      await Promise.all([...deletions(transaction, [id]), transaction.done]);
    });
    this.forget([id]);
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

  /**
   * Puts an edition in the place of its older self; articles that no edition brings any more leave with their places.
   *
   * @param articles those of it that are new or changed
   */
  async keepEdition(edition: EditionRecord, articles: readonly Article[]): Promise<Keeping> {
    const now = Date.now();
    const summaries = articles.map((article) =>
      summarise(article, edition.key, this.summaries.get(article.id)?.added ?? now),
    );
    const gone = this.leavingWith(edition.key, edition.order);
    const keeping = await this.keep(async (database) => {
      const transaction = database.transaction(['articles', 'summaries', 'editions', 'places'], 'readwrite');
      await Promise.all([
        ...articles.map((article) => transaction.objectStore('articles').put(article)),
        ...summaries.map((summary) => transaction.objectStore('summaries').put(summary)),
        ...deletions(transaction, gone),
        transaction.objectStore('editions').put(edition),
        transaction.done,
      ]);
    });
    for (const article of articles) this.holdUnlessKept(article, keeping);
    for (const summary of summaries) this.summaries.set(summary.id, summary);
    this.forget(gone);
    this.editions.set(edition.key, edition);
    this.changed();
    return keeping;
  }

  /**
   * Removes an edition with the articles that no other brings, and their places.
   *
   * @returns puts them back
   */
  async removeEdition(key: string): Promise<() => Promise<void>> {
    const edition = this.editions.get(key);
    if (!edition) return () => Promise.resolve();
    const gone = this.leavingWith(key, []);
    const articles = (await Promise.all(gone.map((id) => this.article(id)))).filter((article) => article !== undefined);
    const places = gone.flatMap((id) => this.places.get(id) ?? []);
    await this.keep(async (database) => {
      const transaction = database.transaction(['articles', 'summaries', 'editions', 'places'], 'readwrite', strict);
      await Promise.all([
        ...deletions(transaction, gone),
        transaction.objectStore('editions').delete(key),
        transaction.done,
      ]);
    });
    this.forget(gone);
    this.editions.delete(key);
    this.changed();
    return async () => {
      await this.keepEdition(edition, articles);
      for (const place of places) await this.savePlace(place);
    };
  }

  /** What only this edition brings, and will not any more. */
  private leavingWith(key: string, order: readonly string[]): string[] {
    const staying = new Set(order);
    for (const edition of this.editions.values()) {
      if (edition.key !== key) for (const id of edition.order) staying.add(id);
    }
    return (this.editions.get(key)?.order ?? []).filter((id) => !staying.has(id));
  }

  private forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.summaries.delete(id);
      this.visiting.delete(id);
      this.places.delete(id);
    }
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

  /** @param order article ids, each once */
  async saveQueue(order: readonly string[]): Promise<Keeping> {
    this.queue = order;
    this.changed();
    return this.keep(async (database) => {
      const transaction = database.transaction('queue', 'readwrite', strict);
      await Promise.all([transaction.store.put(order, 'queue'), transaction.done]);
    });
  }

  get settings(): Settings {
    return this.currentSettings;
  }

  /** How an article looks, with what the listener wished otherwise. */
  get look(): Look {
    return { ...defaultLook, ...this.currentSettings.look };
  }

  /** Only what is not as usual is kept, so that a better usual look of a later version is seen. */
  async saveLook(wish: Partial<Look>): Promise<Keeping> {
    const differing = Object.entries(wish).filter(([name, value]) => value !== defaultLook[name as keyof Look]);
    return this.saveSettings({ look: Object.fromEntries(differing) });
  }

  async saveSettings(wish: Partial<Settings>): Promise<Keeping> {
    this.currentSettings = { ...this.currentSettings, ...wish };
    this.changed();
    return this.keep((database) => database.put('settings', this.currentSettings, 'settings'));
  }

  /** Asks the database, for the parts of the library that come later; undefined where it has no answer. */
  async read<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    return this.database && (await work(this.database).catch(() => undefined));
  }

  /** Changes the database, for the same. Never rejects. */
  async keep(work: (database: IDBPDatabase<Schema>) => Promise<unknown>): Promise<Keeping> {
    if (!this.database) return 'refused';
    try {
      await work(this.database);
      return 'kept';
    } catch (error) {
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused';
    }
  }
}

type Stores = 'articles' | 'summaries' | 'places';

function deletions(
  transaction: { objectStore(name: Stores): { delete(id: string): Promise<void> } },
  ids: readonly string[],
): Promise<void>[] {
  const stores = (['articles', 'summaries', 'places'] as const).map((name) => transaction.objectStore(name));
  return ids.flatMap((id) => stores.map((store) => store.delete(id)));
}
