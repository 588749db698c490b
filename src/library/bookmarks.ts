import { strict, type Keeping, type Library } from './library.ts';
import type { Bookmark } from './migrations.ts';

export type { Bookmark } from './migrations.ts';

/**
 * The sentences that the listener kept. Comes later than the library: no list of articles needs it.
 *
 * Events: `change`.
 */
export class Bookmarks extends EventTarget {
  readonly #library: Library;
  readonly #kept: Map<string, Bookmark>;

  private constructor(library: Library, kept: readonly Bookmark[]) {
    super();
    this.#library = library;
    this.#kept = new Map(kept.map((bookmark) => [bookmark.id, bookmark]));
  }

  static async open(library: Library): Promise<Bookmarks> {
    return new Bookmarks(library, (await library.read((database) => database.getAll('bookmarks'))) ?? []);
  }

  /** Newest first. */
  get all(): readonly Bookmark[] {
    return [...this.#kept.values()].sort((a, b) => b.saved - a.saved);
  }

  has(id: string): boolean {
    return this.#kept.has(id);
  }

  /** Keeps a sentence; one that is kept already is now the newest. */
  add(bookmark: Bookmark): Promise<Keeping> {
    this.#kept.set(bookmark.id, bookmark);
    this.#changed();
    return this.#library.keep(async (database) => {
      const transaction = database.transaction('bookmarks', 'readwrite', strict);
      await Promise.all([transaction.store.put(bookmark), transaction.done]);
    });
  }

  /** @returns puts it back */
  remove(id: string): () => void {
    const bookmark = this.#kept.get(id);
    this.#kept.delete(id);
    this.#changed();
    void this.#library.keep(async (database) => {
      const transaction = database.transaction('bookmarks', 'readwrite', strict);
      await Promise.all([transaction.store.delete(id), transaction.done]);
    });
    return () => {
      if (bookmark) void this.add(bookmark);
    };
  }

  #changed(): void {
    this.dispatchEvent(new CustomEvent('change'));
  }
}
