import type { FollowedSource, SourceNews } from '../articles/bring-source.ts';
import { sourceKey, type Source } from '../articles/source.ts';
import type { Changed, Keeping, Library, Writing } from './library.ts';
import { removeEdition } from './remove-edition.ts';
import { isSource } from './sound-shelves.ts';

/** Of a source, besides what it brings at present. */
const olderKept = 200;

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
    library.addEventListener('reread', (event) => {
      const changed = (event as CustomEvent<Changed | null>).detail;
      if (!changed || changed.sources) void this.#read().then(() => this.#changed());
    });
  }

  static async open(library: Library): Promise<SourceShelf> {
    const shelf = new SourceShelf(library);
    await shelf.#read();
    return shelf;
  }

  async #read(): Promise<void> {
    const found = await this.#library.read((database) => database.getAll('sources'));
    if (!found) return;
    this.#sources.clear();
    for (const source of found) if (isSource(source)) this.#sources.set(source.address, source);
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
    if (added.length === 0) return 'kept';
    return this.#library.write({ sources: added.map(({ address }) => address) }, (transaction) =>
      added.map((source) => transaction.objectStore('sources').put(source)),
    );
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
    const putBack = await removeEdition(this.#library, sourceKey(source));
    await this.#library.write({ sources: [address], sourceItems: [address] }, (transaction) => [
      transaction.objectStore('sources').delete(address),
      transaction.objectStore('sourceItems').delete(address),
    ]);
    this.#changed();
    return async () => {
      await putBack();
      await this.#put(source, items);
    };
  }

  /** One that a source brought, as it is kept. */
  article(id: string): ReturnType<Library['article']> {
    return this.#library.article(id);
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
    const changed = { sources: [source.address], sourceItems: [source.address] };
    const work = (transaction: Writing) => [
      transaction.objectStore('sources').put(source),
      transaction.objectStore('sourceItems').put(items, source.address),
    ];
    // Relaxed: how it went with a source is found out again.
    await this.#library.write(changed, work, {});
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
