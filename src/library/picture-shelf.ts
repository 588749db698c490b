import type { RemoteFetcher } from '../articles/remote.ts';
import type { RemoteProblem } from '../articles/remote-document.ts';
import type { Library } from './library.ts';
import { comeUnasked, type Connection } from './picture-wish.ts';

/** The name of the cache: the page of data weighs and empties it, and it is the first to be given up for room. */
const cacheName = 'pictures';

/** What is kept at most; beyond it the oldest leave, and a tenth more, so that not each new one means looking at all. */
export const mostPictures = 300;
export const mostBytes = 60 * 1024 * 1024;

/** Of each article, and articles at a time, whose pictures are fetched before anybody looks at them. */
const aheadPictures = 3;
const aheadArticles = 50;

/** Seconds that are waited where the gateway asks for it. */
const patience = 60;

export interface PictureTools {
  readonly fetcher: Pick<RemoteFetcher, 'get'>;
  /** Undefined where a page may keep nothing (plain HTTP). */
  readonly caches: CacheStorage | undefined;
  readonly connection: () => Connection | undefined;
}

export interface PictureProblem {
  readonly problem: RemoteProblem;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Pictures of articles: brought when they are wished, and kept as long as there is room. */
export class PictureShelf {
  readonly #library: Library;
  readonly #tools: PictureTools;
  readonly #underway = new Map<string, Promise<Blob | PictureProblem>>();
  /** What is kept, as far as this window knows; unknown until the first is put there. */
  #weight: Weight | undefined;
  /** One article after the other: nobody waits for these. */
  #ahead: Promise<unknown> = Promise.resolve();

  constructor(library: Library, tools: PictureTools) {
    this.#library = library;
    this.#tools = tools;
  }

  /** Do they come unasked, by the listener's wish and the network of this moment? */
  get comeUnasked(): boolean {
    return comeUnasked(this.#library.settings.pictures, this.#tools.connection());
  }

  /** Does this browser tell whether it is on Wi-Fi? */
  get knowsWifi(): boolean {
    return this.#tools.connection()?.type !== undefined;
  }

  async kept(address: string): Promise<Blob | undefined> {
    const response = await this.#tools.caches?.match(address, { cacheName }).catch(() => undefined);
    return response?.blob().catch(() => undefined);
  }

  /** The picture that is kept, else the one from its site, which then is. Never rejects. */
  async bring(address: string): Promise<Blob | PictureProblem> {
    const coming = this.#underway.get(address);
    if (coming) return coming;
    const work = this.#bring(address).finally(() => this.#underway.delete(address));
    this.#underway.set(address, work);
    return work;
  }

  async #bring(address: string): Promise<Blob | PictureProblem> {
    const kept = await this.kept(address);
    if (kept) return kept;
    const result = await this.#tools.fetcher.get(address, { as: 'picture' });
    if ('problem' in result) return result;
    if ('unchanged' in result) return { problem: 'server' };
    const { bytes, type } = result.document;
    const picture = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: type.essence });
    await this.#keep(address, picture).catch(() => undefined);
    return picture;
  }

  /** It is no picture after all. */
  async forget(address: string): Promise<void> {
    const cache = await this.#tools.caches?.open(cacheName).catch(() => undefined);
    await cache?.delete(address).catch(() => undefined);
  }

  /** Fetches what the wish and the network allow of these articles' pictures. Never rejects. */
  fetchAhead(articles: readonly string[]): Promise<unknown> {
    this.#ahead = this.#ahead.then(async () => {
      for (const id of articles.slice(0, aheadArticles)) {
        const { blocks = [] } = (await this.#library.article(id)) ?? {};
        const addresses = blocks.flatMap(({ picture }) => picture?.address ?? []);
        for (const address of addresses.slice(0, aheadPictures)) {
          if (!this.comeUnasked) return;
          if (!(await this.#bringPatiently(address))) return;
        }
      }
    });
    return this.#ahead;
  }

  /** @returns is it worth going on? */
  async #bringPatiently(address: string): Promise<boolean> {
    for (let turn = 0; turn < 2; turn++) {
      const brought = await this.bring(address);
      if (brought instanceof Blob) return true;
      if (brought.problem === 'offline') return false;
      const { retryAfter } = brought;
      if (retryAfter === undefined || retryAfter > patience) return true;
      await new Promise((done) => setTimeout(done, retryAfter * 1000));
    }
    return true;
  }

  async #keep(address: string, picture: Blob): Promise<void> {
    const cache = await this.#tools.caches?.open(cacheName);
    if (!cache) return;
    const headers = { 'content-type': picture.type, 'content-length': String(picture.size) };
    await cache.put(address, new Response(picture, { headers }));
    const { count, bytes } = this.#weight ?? { count: Infinity, bytes: 0 };
    this.#weight = { count: count + 1, bytes: bytes + picture.size };
    if (isOver(this.#weight, 1)) this.#weight = await shorten(cache);
  }
}

interface Weight {
  readonly count: number;
  readonly bytes: number;
}

const isOver = ({ count, bytes }: Weight, part: number): boolean =>
  count > mostPictures * part || bytes > mostBytes * part;

/**
 * Drops the oldest where there are too many: the keys of a cache stand in the order in which they were put there.
 *
 * @returns what is left
 */
async function shorten(cache: Cache): Promise<Weight> {
  const requests = await cache.keys();
  const sizes = await Promise.all(
    requests.map(async (request) => Number((await cache.match(request))?.headers.get('content-length') ?? 0)),
  );
  let weight: Weight = { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  const part = isOver(weight, 1) ? 0.9 : 1;
  for (const [index, request] of requests.entries()) {
    if (!isOver(weight, part)) break;
    await cache.delete(request);
    weight = { count: weight.count - 1, bytes: weight.bytes - (sizes[index] ?? 0) };
  }
  return weight;
}
