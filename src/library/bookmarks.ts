import type { Changed, Keeping, Library } from './library.ts';
import type { Bookmark } from './migrations.ts';
import { isBookmark } from './sound-shelves.ts';

export type { Bookmark } from './migrations.ts';

/**
 * The sentences that the listener kept. Comes later than the library: no list of articles needs it.
 *
 * Events: `change`.
 */
export class Bookmarks extends EventTarget {
  readonly #library: Library;
  #kept: ReadonlyMap<string, Bookmark> = new Map();

  private constructor(library: Library) {
    super();
    this.#library = library;
    library.addEventListener('reread', (event) => {
      const changed = (event as CustomEvent<Changed | null>).detail;
      if (!changed || changed.bookmarks) void this.#read().then(() => this.#changed());
    });
  }

  static async open(library: Library): Promise<Bookmarks> {
    const bookmarks = new Bookmarks(library);
    await bookmarks.#read();
    return bookmarks;
  }

  async #read(): Promise<void> {
    const found = await this.#library.read((database) => database.getAll('bookmarks'));
    if (found) this.#kept = new Map(found.filter(isBookmark).map((bookmark) => [bookmark.id, bookmark]));
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
    this.#kept = new Map([...this.#kept, [bookmark.id, bookmark]]);
    this.#changed();
    return this.#library.write({ bookmarks: [bookmark.id] }, (transaction) => [
      transaction.objectStore('bookmarks').put(bookmark),
    ]);
  }

  /** @returns puts it back */
  remove(id: string): () => void {
    const bookmark = this.#kept.get(id);
    this.#kept = new Map([...this.#kept].filter(([other]) => other !== id));
    this.#changed();
    void this.#library.write({ bookmarks: [id] }, (transaction) => [transaction.objectStore('bookmarks').delete(id)]);
    return () => {
      if (bookmark) void this.add(bookmark);
    };
  }

  #changed(): void {
    this.dispatchEvent(new CustomEvent('change'));
  }
}
