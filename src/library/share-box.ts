import { sharedThing, type SharedThing } from '../articles/shared-thing.ts';

/** Where the worker puts what other apps share, too (service-worker/keep-share.ts). */
export const shareCache = 'shared';

/** What other apps shared and was not opened yet: each thing waits until it is, or the listener throws it away. */
export class ShareBox {
  readonly #caches: CacheStorage | undefined;
  readonly #folder: string;

  /**
   * @param caches undefined where the browser has none: then nothing is shared either
   * @param folder absolute address under which each thing has its own, ending with a slash
   */
  constructor(caches: CacheStorage | undefined, folder: string) {
    this.#caches = caches;
    this.#folder = folder;
  }

  /** Oldest first. */
  async waiting(): Promise<readonly SharedThing[]> {
    const cache = await this.#open();
    const things: SharedThing[] = [];
    for (const request of (await cache?.keys()) ?? []) {
      const answer = await cache?.match(request);
      const form = await answer?.formData().catch(() => undefined);
      if (form) things.push(sharedThing(request.url.slice(this.#folder.length), form));
    }
    return things.sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** In the place of what has this id. */
  async keep({ id, title, text, address, files }: SharedThing): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ title, text, url: address })) form.set(name, value);
    for (const file of files) form.append('files', file);
    await (await this.#open())?.put(this.#folder + id, new Response(form));
  }

  async remove(id: string): Promise<void> {
    await (await this.#open())?.delete(this.#folder + id);
  }

  async #open(): Promise<Cache | undefined> {
    // Where the browser refuses storage, nothing waits.
    return this.#caches?.open(shareCache).catch(() => undefined);
  }
}
