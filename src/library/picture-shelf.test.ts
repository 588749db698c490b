import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Article } from '../articles/article.ts';
import { inventedArticle } from '../articles/invented-article.ts';
import type { RemoteResult } from '../articles/remote.ts';
import type { Library } from './library.ts';
import { mostBytes, mostPictures, PictureShelf } from './picture-shelf.ts';
import { comeUnasked, type Connection, type PictureWish } from './picture-wish.ts';

const address = (name: number | string): string => `https://gazeta.example/${name}.jpg`;

/** As browsers do it: what is put anew comes last. */
class FakeCaches {
  readonly kept = new Map<string, Response>();
  isFull = false;

  open(): Promise<unknown> {
    return Promise.resolve({
      keys: () => Promise.resolve([...this.kept.keys()]),
      match: (key: string) => Promise.resolve(this.kept.get(key)?.clone()),
      delete: (key: string) => Promise.resolve(this.kept.delete(key)),
      put: (key: string, response: Response) => {
        if (this.isFull) return Promise.reject(new DOMException('', 'QuotaExceededError'));
        this.kept.delete(key);
        this.kept.set(key, response);
        return Promise.resolve();
      },
    });
  }

  match(key: string): Promise<Response | undefined> {
    return Promise.resolve(this.kept.get(key)?.clone());
  }
}

/** An article with so many pictures. */
function illustrated(id: string, count: number): Article {
  const blocks = Array.from({ length: count }, (_, index) => ({
    kind: 'image' as const,
    text: '',
    marks: [],
    picture: { address: address(`${id}-${index}`) },
  }));
  return inventedArticle({ id, blocks });
}

let caches: FakeCaches;
let asked: string[];
let answer: (url: string) => RemoteResult;
let connection: Connection | undefined;

const came = (bytes: number): RemoteResult => ({
  document: { bytes: new Uint8Array(bytes), url: address(0), type: { essence: 'image/jpeg' }, validators: {} },
});

beforeEach(() => {
  caches = new FakeCaches();
  asked = [];
  answer = () => came(10);
  connection = undefined;
});

function shelfOf({ pictures, articles = [] }: { pictures?: PictureWish; articles?: Article[] } = {}): PictureShelf {
  const article = (id: string) => Promise.resolve(articles.find((one) => one.id === id));
  const library = { settings: { ...(pictures && { pictures }) }, article } as unknown as Library;
  const get = (url: string, options?: object) => {
    expect(options).toEqual({ as: 'picture' });
    asked.push(url);
    return Promise.resolve(answer(url));
  };
  return new PictureShelf(library, {
    fetcher: { get },
    caches: caches as unknown as CacheStorage,
    connection: () => connection,
  });
}

describe('a picture', () => {
  it('is asked for once, and then is here', async () => {
    const shelf = shelfOf();
    expect(await shelf.kept(address(1))).toBeUndefined();
    const [one, same] = await Promise.all([shelf.bring(address(1)), shelf.bring(address(1))]);
    expect(one).toBe(same);
    expect(await shelf.bring(address(1))).toMatchObject({ size: 10, type: 'image/jpeg' });
    expect(asked).toEqual([address(1)]);
  });

  it('that does not come says why, and is asked for again', async () => {
    answer = () => ({ problem: 'offline' });
    const shelf = shelfOf();
    expect(await shelf.bring(address(1))).toEqual({ problem: 'offline' });
    answer = () => came(3);
    expect(await shelf.bring(address(1))).toMatchObject({ size: 3 });
  });

  it('is shown where nothing can be kept', async () => {
    caches.isFull = true;
    expect(await shelfOf().bring(address(1))).toMatchObject({ size: 10 });
    expect(caches.kept.size).toBe(0);
  });

  it('that is none is not kept', async () => {
    const shelf = shelfOf();
    await shelf.bring(address(1));
    await shelf.forget(address(1));
    expect(await shelf.kept(address(1))).toBeUndefined();
  });
});

describe('what is kept has an end', () => {
  it('by number: the oldest leave', async () => {
    const shelf = shelfOf();
    for (let index = 0; index <= mostPictures; index++) await shelf.bring(address(index));
    const left = 0.9 * mostPictures;
    expect([...caches.kept.keys()].map(String)).toEqual(
      Array.from({ length: left }, (_, index) => address(index + mostPictures + 1 - left)),
    );
  });

  it('also what an earlier visit left', async () => {
    for (let index = 0; index < mostPictures; index++) await shelfOf().bring(address(index));
    expect(caches.kept.size).toBe(mostPictures);
    await shelfOf().bring(address('new'));
    expect(caches.kept.size).toBeLessThan(mostPictures);
    expect(caches.kept.has(address('new'))).toBe(true);
  });

  it('by size: the oldest leave, and the newest is there', async () => {
    const large = mostBytes / 20;
    answer = () => came(large);
    const shelf = shelfOf();
    for (let index = 0; index < 21; index++) await shelf.bring(address(index));
    expect([...caches.kept.keys()]).toEqual(Array.from({ length: 18 }, (_, index) => address(index + 3)));
  });
});

describe('before anybody looks', () => {
  const articles = [illustrated('ura', 5), illustrated('moti', 1)];
  const ids = ['ura', 'gone', 'moti'];

  it('the first pictures of each article come, where that is wished', async () => {
    await shelfOf({ pictures: 'always', articles }).fetchAhead(ids);
    expect(asked).toEqual(['ura-0', 'ura-1', 'ura-2', 'moti-0'].map(address));
  });

  it.each(['never', 'ask', 'wifi', undefined] as const)('none comes with the wish %s', async (pictures) => {
    await shelfOf({ ...(pictures && { pictures }), articles }).fetchAhead(ids);
    expect(asked).toEqual([]);
  });

  it('one that fails stops nobody, but no network does', async () => {
    answer = (url) => (url === address('ura-0') ? { problem: 'not-found' } : { problem: 'offline' });
    await shelfOf({ pictures: 'always', articles }).fetchAhead(ids);
    expect(asked).toEqual(['ura-0', 'ura-1'].map(address));
  });

  it('a gateway that asks to wait is given the time', async () => {
    vi.useFakeTimers();
    answer = () => (asked.length === 1 ? { problem: 'too-often', retryAfter: 5 } : came(1));
    const done = shelfOf({ pictures: 'always', articles: [illustrated('moti', 1)] }).fetchAhead(['moti']);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    await done;
    vi.useRealTimers();
    expect(asked).toHaveLength(2);
    expect(caches.kept.size).toBe(1);
  });
});

describe('unasked', () => {
  it.each<[PictureWish | undefined, Connection | undefined, boolean]>([
    ['always', undefined, true],
    ['always', { type: 'cellular', saveData: true }, true],
    ['wifi', { type: 'wifi' }, true],
    ['wifi', { type: 'ethernet', saveData: false }, true],
    ['wifi', { type: 'wifi', saveData: true }, false],
    ['wifi', { type: 'cellular' }, false],
    ['wifi', {}, false],
    ['wifi', undefined, false],
    ['ask', { type: 'wifi' }, false],
    ['never', { type: 'wifi' }, false],
    [undefined, { type: 'wifi' }, false],
  ])('with the wish %s on %j: %s', (wish, network, expected) => {
    expect(comeUnasked(wish, network)).toBe(expected);
  });

  it('Wi-Fi is offered where the browser tells of it', () => {
    expect(shelfOf().knowsWifi).toBe(false);
    connection = {};
    expect(shelfOf().knowsWifi).toBe(false);
    connection = { type: 'cellular' };
    expect(shelfOf().knowsWifi).toBe(true);
  });
});
