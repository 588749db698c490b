import type { Article } from '../articles/article.ts';
import { keepsakes } from './keepsakes.ts';
import { LibraryStore, type Changed, type Keeping, type Writing } from './library-store.ts';
import { SnapshotMaker, type LibrarySnapshot } from './library-snapshot.ts';
import { defaultLook, type Look } from './look.ts';
import type { ArticleSummary, EditionRecord, Place } from './migrations.ts';
import type { Settings } from './settings.ts';
import { isArticle, isQueue } from './sound-records.ts';
import { summarise } from './summarise.ts';

export { type Changed, type Keeping, type Parting, type Writing } from './library-store.ts';
export type { LibrarySnapshot, Places } from './library-snapshot.ts';
export type { ArticleSummary, EditionRecord, Place } from './migrations.ts';

/**
 * What is kept on this device, behind one door. Lists and places are held in memory from the start; texts are read when
 * opened. Where the browser refuses storage, everything works for the length of the visit.
 *
 * Events: `change` after any list, place or setting changed, here or in another window; and those of `LibraryStore`.
 */
export class Library extends LibraryStore {
  /** Articles that could not be kept. */
  private readonly visiting = new Map<string, Article>();
  /** Settings that could not be kept yet. */
  private wishes: Partial<Settings> = {};
  private readonly snapshots = new SnapshotMaker();
  private currentSnapshot: LibrarySnapshot | undefined;
  /** Places that were saved since the last snapshot, by article; undefined once anything else changed. */
  private placed: Map<string, Place> | undefined;

  /** Opens the library; never rejects: without storage it is an empty one for this visit. */
  static async open(name?: string): Promise<Library> {
    const library = await Library.begin(name);
    await library.complete();
    return library;
  }

  /** The same, but of a large library only what the first list shows is in memory, until `complete` was called. */
  static async begin(name = 'degjo'): Promise<Library> {
    const library = new Library();
    await library.open(name);
    return library;
  }

  get snapshot(): LibrarySnapshot {
    if (!this.currentSnapshot) {
      this.currentSnapshot = this.snapshots.of(this.held, this.placed);
      this.placed = new Map();
    }
    return this.currentSnapshot;
  }

  /** @param place that was saved, where nothing else changed */
  override changed(place?: Place): void {
    if (place && this.placed) this.placed.set(place.locator.article, place);
    else this.placed = undefined;
    this.currentSnapshot = undefined;
    super.changed();
  }

  has(id: string): boolean {
    return this.held.summaries.has(id);
  }

  /** All places are in memory from then on: whoever opens an article asks where it was left. */
  async article(id: string): Promise<Article | undefined> {
    await this.complete();
    const article = this.visiting.get(id) ?? (await this.read((database) => database.get('articles', id)));
    return isArticle(article) ? article : undefined;
  }

  /** Articles that could not be kept: nobody else has them. */
  get unkept(): readonly { readonly article: Article; readonly summary: ArticleSummary }[] {
    return [...this.visiting.values()].flatMap((article) => {
      const summary = this.held.summaries.get(article.id);
      return summary ? [{ article, summary }] : [];
    });
  }

  /** Adds one of the listener's own articles. An article that is there already moves to the top. */
  async add(article: Article): Promise<Keeping> {
    return this.put([article], [summarise(article, 'own', Date.now())]);
  }

  private async put(articles: readonly Article[], summaries: readonly ArticleSummary[]): Promise<Keeping> {
    const ids = articles.map(({ id }) => id);
    const keeping = await this.write({ articles: ids, summaries: ids }, (transaction) => [
      ...articles.map((article) => transaction.objectStore('articles').put(article)),
      ...summaries.map((summary) => transaction.objectStore('summaries').put(summary)),
    ]);
    for (const article of articles) this.holdUnlessKept(article, keeping);
    for (const summary of summaries) this.held.summaries.set(summary.id, summary);
    this.changed();
    return keeping;
  }

  private holdUnlessKept(article: Article, keeping: Keeping): void {
    if (keeping === 'kept') this.visiting.delete(article.id);
    else this.visiting.set(article.id, article);
  }

  /**
   * Removes articles with their places.
   *
   * @returns puts them back where they were
   */
  async remove(ids: readonly string[]): Promise<() => Promise<void>> {
    const articles = (await Promise.all(ids.map((id) => this.article(id)))).filter((article) => article !== undefined);
    const summaries = articles.flatMap(({ id }) => this.held.summaries.get(id) ?? []);
    const places = ids.flatMap((id) => this.held.places.get(id) ?? []);
    const saved = ids.filter((id) => this.held.saved.has(id));
    await this.drop(ids);
    return async () => {
      await this.put(articles, summaries);
      for (const place of places) await this.savePlace(place);
      if (saved.length > 0) await this.saveArticles(saved, true);
    };
  }

  /** Removes articles with their places, for good. */
  async drop(ids: readonly string[]): Promise<Keeping> {
    const keeping = await this.write(leaving(ids), (transaction) => deletions(transaction, ids));
    this.forget(ids);
    this.changed();
    return keeping;
  }

  /** Marks articles to be kept, whatever their sources do, or takes the mark away. */
  async saveArticles(ids: readonly string[], isSaved: boolean): Promise<Keeping> {
    for (const id of ids) {
      if (isSaved) this.held.saved.add(id);
      else this.held.saved.delete(id);
    }
    this.changed();
    const now = Date.now();
    return this.write({ saved: ids }, (transaction) => {
      const store = transaction.objectStore('saved');
      return ids.map((id) => (isSaved ? store.put(now, id) : store.delete(id)));
    });
  }

  edition(key: string): EditionRecord | undefined {
    return this.held.editions.get(key);
  }

  /**
   * Puts an edition in the place of its older self. Articles that no edition brings any more leave with their places,
   * but for those that the listener would miss.
   *
   * @param articles those of it that are new or changed
   */
  async keepEdition(edition: EditionRecord, articles: readonly Article[]): Promise<Keeping> {
    const now = Date.now();
    const summaries = articles.map((article) =>
      summarise(article, edition.key, this.held.summaries.get(article.id)?.added ?? now, now),
    );
    const isKeepsake = keepsakes(this.held);
    const gone = this.leavingWith(edition.key, edition.order).filter((id) => !isKeepsake(id));
    const ids = articles.map(({ id }) => id);
    const changed = {
      articles: [...ids, ...gone],
      summaries: [...ids, ...gone],
      places: gone,
      saved: gone,
      editions: [edition.key],
    };
    const work = (transaction: Writing) => [
      ...articles.map((article) => transaction.objectStore('articles').put(article)),
      ...summaries.map((summary) => transaction.objectStore('summaries').put(summary)),
      ...deletions(transaction, gone),
      transaction.objectStore('editions').put(edition),
    ];
    // Relaxed: it can be fetched again.
    const keeping = await this.write(changed, work, {});
    for (const article of articles) this.holdUnlessKept(article, keeping);
    for (const summary of summaries) this.held.summaries.set(summary.id, summary);
    this.forget(gone);
    this.held.editions.set(edition.key, edition);
    this.changed();
    return keeping;
  }

  /** For this room. What only this edition brings, and will not any more. */
  leavingWith(key: string, order: readonly string[]): string[] {
    const staying = new Set(order);
    for (const edition of this.held.editions.values()) {
      if (edition.key !== key) for (const id of edition.order) staying.add(id);
    }
    return (this.held.editions.get(key)?.order ?? []).filter((id) => !staying.has(id));
  }

  /** For this room: in memory alone. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.held.summaries.delete(id);
      this.visiting.delete(id);
      this.held.places.delete(id);
      this.held.saved.delete(id);
    }
  }

  place(id: string): Place | undefined {
    return this.held.places.get(id);
  }

  async savePlace(place: Place): Promise<Keeping> {
    const id = place.locator.article;
    this.held.places.set(id, place);
    this.changed(place);
    return this.write({ places: [id] }, (transaction) => [transaction.objectStore('places').put(place, id)]);
  }

  async forgetPlace(id: string): Promise<void> {
    this.held.places.delete(id);
    this.changed();
    await this.write({ places: [id] }, (transaction) => [transaction.objectStore('places').delete(id)]);
  }

  /**
   * What another window put in meanwhile stays, at the end.
   *
   * @param order article ids, each once
   */
  async saveQueue(order: readonly string[]): Promise<Keeping> {
    const known = new Set([...this.held.queue, ...order]);
    this.held.queue = order;
    this.changed();
    return this.rewrite({ queue: ['queue'] }, (transaction) => {
      const store = transaction.objectStore('queue');
      const putWith = (stored: unknown) => {
        const others = isQueue(stored) ? stored.filter((id) => !known.has(id)) : [];
        return store.put([...order, ...others], 'queue');
      };
      return [store.get('queue').then(putWith)];
    });
  }

  get settings(): Settings {
    return this.held.settings;
  }

  /** How an article looks, with what the listener wished otherwise. */
  get look(): Look {
    return { ...defaultLook, ...this.settings.look };
  }

  /** Only what is not as usual is kept, so that a better usual look of a later version is seen. */
  async saveLook(wish: Partial<Look>): Promise<Keeping> {
    const differing = Object.entries(wish).filter(([name, value]) => value !== defaultLook[name as keyof Look]);
    return this.saveSettings({ look: Object.fromEntries(differing) });
  }

  /** Each wish has its record: what another window wishes meanwhile stays, and nothing has to be read first. */
  async saveSettings(wish: Partial<Settings>): Promise<Keeping> {
    this.held.settings = { ...this.held.settings, ...wish };
    const wishes = (this.wishes = { ...this.wishes, ...wish });
    this.changed();
    const keeping = await this.write({ settings: Object.keys(wishes) }, (transaction) => {
      const store = transaction.objectStore('settings');
      return Object.entries(wishes).map(([name, value]) => store.put(value, name));
    });
    if (keeping === 'kept' && wishes === this.wishes) this.wishes = {};
    return keeping;
  }
}

/** For this room. */
export function leaving(ids: readonly string[]): Changed {
  return { articles: ids, summaries: ids, places: ids, saved: ids };
}

/** For this room. */
export function deletions(transaction: Writing, ids: readonly string[]): Promise<void>[] {
  const stores = (['articles', 'summaries', 'places', 'saved'] as const).map((name) => transaction.objectStore(name));
  return ids.flatMap((id) => stores.map((store) => store.delete(id)));
}
