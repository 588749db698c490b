import type { FollowedSource, SourceNews } from '../articles/bring-source.ts';
import { sourceKey, type Source } from '../articles/source.ts';
import type { Keeping, Library } from './library.ts';

/** Of a source, besides what it brings at present. */
const olderKept = 200;

/** Strict: what the listener chose to follow is on the disk before it is called kept. */
const strict = { durability: 'strict' } as const;

/**
 * The sources that the listener follows. Their articles are editions of the library, one for each source.
 *
 * Events: `change` after one was added, removed or asked.
 */
export class SourceShelf extends EventTarget {
  readonly #library: Library;
  readonly #sources = new Map<string, Source>();
  #snapshot: readonly Source[] | undefined;

  private constructor(library: Library) {
    super();
    this.#library = library;
  }

  static async open(library: Library): Promise<SourceShelf> {
    const shelf = new SourceShelf(library);
    const sources = await library.read((database) => database.getAll('sources'));
    for (const source of sources ?? []) shelf.#sources.set(source.address, source);
    return shelf;
  }

  /** By title. */
  get snapshot(): readonly Source[] {
    this.#snapshot ??= [...this.#sources.values()].sort((one, other) => one.title.localeCompare(other.title, 'sq'));
    return this.#snapshot;
  }

  has(address: string): boolean {
    return this.#sources.has(address);
  }

  /** Those that are followed already stay as they are. */
  async follow(sources: readonly Source[]): Promise<Keeping> {
    const added = sources.filter(({ address }) => !this.#sources.has(address));
    for (const source of added) this.#sources.set(source.address, source);
    this.#changed();
    return this.#library.keep(async (database) => {
      const transaction = database.transaction('sources', 'readwrite', strict);
      await Promise.all([...added.map((source) => transaction.store.put(source)), transaction.done]);
    });
  }

  /**
   * Removes a source with what only it brought.
   *
   * @returns puts all of it back
   */
  async unfollow(address: string): Promise<() => Promise<void>> {
    const source = this.#sources.get(address);
    if (!source) return () => Promise.resolve();
    const items = await this.#items(address);
    this.#sources.delete(address);
    const putBack = await this.#library.removeEdition(sourceKey(source));
    await this.#library.keep(async (database) => {
      const transaction = database.transaction(['sources', 'sourceItems'], 'readwrite', strict);
      await Promise.all([
        transaction.objectStore('sources').delete(address),
        transaction.objectStore('sourceItems').delete(address),
        transaction.done,
      ]);
    });
    this.#changed();
    return async () => {
      await putBack();
      await this.#put(source, items);
    };
  }

  /** With what each of them brought before. */
  async followed(): Promise<FollowedSource[]> {
    return Promise.all(this.snapshot.map(async (source) => ({ source, items: await this.#items(source.address) })));
  }

  /** Keeps what a source brought, unless it was removed meanwhile. What could not be kept is brought again next time. */
  async take({ source, items, articles }: SourceNews): Promise<Keeping> {
    const { address, title } = source;
    if (!this.#sources.has(address)) return 'kept';
    const key = sourceKey(source);
    const old = this.#library.edition(key)?.order ?? [];
    const order = [...new Set([...items.map(({ article }) => article), ...old])].slice(0, items.length + olderKept);
    const isNew = articles.length > 0 || order.length !== old.length || order.some((id, index) => id !== old[index]);
    const keeping = isNew ? await this.#library.keepEdition({ key, title, order, fingerprint: '' }, articles) : 'kept';
    if (keeping === 'kept') await this.#put(source, items);
    else this.#set(source);
    return keeping;
  }

  async #put(source: Source, items: FollowedSource['items']): Promise<void> {
    this.#set(source);
    await this.#library.keep(async (database) => {
      const transaction = database.transaction(['sources', 'sourceItems'], 'readwrite');
      await Promise.all([
        transaction.objectStore('sources').put(source),
        transaction.objectStore('sourceItems').put(items, source.address),
        transaction.done,
      ]);
    });
  }

  async #items(address: string): Promise<FollowedSource['items']> {
    return (await this.#library.read((database) => database.get('sourceItems', address))) ?? [];
  }

  #set(source: Source): void {
    this.#sources.set(source.address, source);
    this.#changed();
  }

  #changed(): void {
    this.#snapshot = undefined;
    this.dispatchEvent(new CustomEvent('change'));
  }
}
