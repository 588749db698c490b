import { DOMParser } from 'linkedom';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import type { PageWish } from './bring-pages.ts';
import type { FollowedSource } from './bring-source.ts';
import type { RemoteGetOptions, RemoteResult } from './remote.ts';
import { syncSources, type SyncOptions, type SyncProgress } from './sync-sources.ts';
import type { Source } from './source.ts';

interface Item {
  readonly title?: string;
  readonly link?: string;
  readonly guid?: string;
  readonly text?: string;
}

const sentence = 'Banorët thonë se ura është e vjetër dhe nuk mban më.';

/** An RSS feed, newest item first. */
function rss(...items: Item[]): string {
  const written = items.map(
    ({ title, link, guid, text = sentence }) =>
      `<item>${title === undefined ? '' : `<title>${title}</title>`}${link === undefined ? '' : `<link>${link}</link>`}${
        guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`
      }<description>${text}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Gazeta</title><link>https://gazeta.example</link>${written.join('')}</channel></rss>`;
}

type Answer = RemoteResult | Error | string | ((options: RemoteGetOptions) => Promise<RemoteResult>);

/** What the listener keeps of sources, and what each of them answers next. */
class World {
  readonly followed = new Map<string, FollowedSource>();
  readonly kept = new Map<string, Article>();
  readonly answers = new Map<string, Answer>();
  readonly asked: { address: string; validators: unknown }[] = [];
  readonly problems = new Map<string, string | undefined>();
  now = Date.UTC(2026, 10, 24);
  /** Requests under way: all of them, and by host. */
  busy: string[] = [];
  busiest = 0;
  busiestHost = 0;

  follow(address: string, answer: Answer): this {
    const source: Source = { address, title: address, added: this.now };
    this.followed.set(address, { source, items: [] });
    this.answers.set(address, answer);
    return this;
  }

  async sync(options: Partial<SyncOptions> = {}): Promise<void> {
    await syncSources(
      [...this.followed.values()],
      {
        fetcher: { get: (address, asked) => this.#get(address, asked) },
        parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document,
        now: () => this.now,
        breathe: () => Promise.resolve(),
      },
      {
        take: ({ source, items, articles, problem }) => {
          this.followed.set(source.address, { source, items });
          this.problems.set(source.address, problem);
          for (const article of articles) this.kept.set(article.id, article);
          return Promise.resolve();
        },
        ...options,
      },
    );
  }

  async #get(address: string, options: RemoteGetOptions = {}): Promise<RemoteResult> {
    this.asked.push({ address, validators: options.validators });
    const { host } = new URL(address);
    this.busy.push(host);
    this.busiest = Math.max(this.busiest, this.busy.length);
    this.busiestHost = Math.max(this.busiestHost, this.busy.filter((other) => other === host).length);
    await new Promise((done) => setTimeout(done, 1));
    this.busy.splice(this.busy.indexOf(host), 1);
    const answer = this.answers.get(address);
    if (typeof answer === 'function') return answer(options);
    if (answer instanceof Error) throw answer;
    return typeof answer === 'object' ? answer : document(address, answer ?? '');
  }

  titles(address: string): (string | undefined)[] | undefined {
    return this.followed.get(address)?.items.map(({ article }) => this.kept.get(article)?.title);
  }
}

function document(url: string, text: string, validators = {}): RemoteResult {
  return { document: { bytes: new TextEncoder().encode(text), url, type: { essence: 'text/xml' }, validators } };
}

const gazeta = 'https://gazeta.example/feed/';
const portal = 'https://portal.example/rss';
let world: World;

beforeEach(() => (world = new World()));

describe('one source', () => {
  it('brings its articles, and the next time only what is new', async () => {
    const ura = { title: 'Ura', link: 'https://gazeta.example/ura', guid: '1' };
    await world.follow(gazeta, rss(ura)).sync();
    expect(world.titles(gazeta)).toEqual(['Ura']);
    world.answers.set(gazeta, rss({ title: 'Moti', link: 'https://gazeta.example/moti', guid: '2' }, ura));
    const before = new Map(world.kept);
    world.kept.clear();
    await world.sync();
    expect([...world.kept.values()].map(({ title }) => title)).toEqual(['Moti']);
    expect(before.size).toBe(1);
  });

  it('is asked whether its version changed, and keeps what it brought when it did not', async () => {
    await world.follow(gazeta, document(gazeta, rss({ title: 'Ura', guid: '1' }), { etag: '"7"' })).sync();
    world.answers.set(gazeta, { unchanged: true });
    await world.sync();
    expect(world.asked.map(({ validators }) => validators)).toEqual([undefined, { etag: '"7"' }]);
    expect(world.titles(gazeta)).toEqual(['Ura']);
    world.answers.set(gazeta, rss({ title: 'Ura', guid: '1' }));
    await world.sync();
    expect(world.asked.at(-1)?.validators).toEqual({ etag: '"7"' });
  });

  it('an article that changed is the same article, with the new text', async () => {
    await world.follow(gazeta, rss({ title: 'Ura', guid: '1' })).sync();
    const [id] = world.kept.keys();
    world.answers.set(gazeta, rss({ title: 'Ura', guid: '1', text: 'Ura u hap dje.' }));
    await world.sync();
    expect([...world.kept.keys()]).toEqual([id]);
    expect(world.kept.get(id ?? '')?.blocks.at(-1)?.text).toBe('Ura u hap dje.');
  });

  it('items without id and address are known by what they say', async () => {
    await world.follow(gazeta, rss({ title: 'Ura' }, { title: 'Moti' })).sync();
    world.kept.clear();
    await world.sync();
    expect(world.kept.size).toBe(0);
    expect(world.followed.get(gazeta)?.items).toHaveLength(2);
  });

  it('that gives all its items one address has as many articles as items', async () => {
    const link = 'https://gazeta.example/lajme';
    await world.follow(gazeta, rss({ title: 'Ura', guid: '1', link }, { title: 'Moti', guid: '2', link })).sync();
    expect(world.titles(gazeta)).toEqual(['Ura', 'Moti']);
  });

  it('is read in the encoding that its server names', async () => {
    const bytes = Uint8Array.from(rss({ title: 'Ura', text: 'Çdo ditë.' }), (letter) => letter.charCodeAt(0));
    const type = { essence: 'text/xml', charset: 'iso-8859-1' };
    await world.follow(gazeta, { document: { bytes, url: gazeta, type, validators: {} } }).sync();
    expect([...world.kept.values()][0]?.blocks.at(-1)?.text).toBe('Çdo ditë.');
  });
});

describe('what two sources bring is one article', () => {
  it.each<[string, Item, Item]>([
    [
      'by its address, however it is written',
      { title: 'Ura', link: 'https://www.agjencia.example/ura/?utm_source=a', guid: 'a1', text: 'Teksti i gjatë.' },
      { title: 'Ura', link: 'http://agjencia.example/ura#fillimi', guid: 'b1', text: 'Teksti.' },
    ],
    [
      'by an id that is nobody else’s',
      { title: 'Ura', guid: 'tag:agjencia.example,2026:7', text: 'Teksti i gjatë.' },
      { title: 'Ura', guid: 'tag:agjencia.example,2026:7', text: 'Teksti.' },
    ],
    ['by its text', { title: 'Ura', guid: 'a' }, { title: 'Ura', guid: 'b' }],
  ])('%s', async (_, one, other) => {
    await world.follow(gazeta, rss(one)).follow(portal, rss(other)).sync();
    expect(world.kept.size).toBe(1);
    expect(world.titles(gazeta)).toEqual(world.titles(portal));
    await world.sync();
    expect(world.kept.size).toBe(1);
  });

  it('but not because both count from 1, or both lead to a front page', async () => {
    const home = 'https://agjencia.example/';
    world.follow(gazeta, rss({ title: 'Ura', guid: '1', link: home }));
    await world.follow(portal, rss({ title: 'Moti', guid: '1', link: home })).sync();
    expect([...world.kept.values()].map(({ title }) => title).sort()).toEqual(['Moti', 'Ura']);
  });

  it('the one that brought it keeps it up to date; the other does not overwrite it', async () => {
    const link = 'https://agjencia.example/ura';
    await world.follow(gazeta, rss({ title: 'Ura', link })).sync();
    await world.follow(portal, rss({ title: 'Ura', link, text: 'Vetëm fillimi.' })).sync();
    world.answers.set(portal, rss({ title: 'Ura', link, text: 'Vetëm fillimi, por ndryshe.' }));
    await world.sync();
    expect([...world.kept.values()].map(({ blocks }) => blocks.at(-1)?.text)).toEqual([sentence]);
  });
});

describe('a bad source stops nobody, and keeps what it had', () => {
  it.each<[string, Answer, string]>([
    ['not found', { problem: 'not-found' }, 'not-found'],
    ['slow', { problem: 'slow' }, 'slow'],
    ['a page where a feed should be', '<!doctype html><html><body>Mirë se vini</body></html>', 'not-a-feed'],
    ['an entity bomb', '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss><channel/></rss>', 'unsafe'],
    ['nested without end', `<rss version="2.0"><channel>${'<a>'.repeat(200_000)}</channel></rss>`, 'unsafe'],
    ['a fault of ours', new Error('stumbled'), 'unreadable'],
  ])('%s', async (_, answer, problem) => {
    await world.follow(gazeta, rss({ title: 'Ura', guid: '1' })).sync();
    world.answers.set(gazeta, answer);
    await world.follow(portal, rss({ title: 'Moti', guid: '1' })).sync();
    expect(world.problems).toEqual(
      new Map([
        [gazeta, problem],
        [portal, undefined],
      ]),
    );
    expect(world.followed.get(gazeta)?.source.trouble?.problem).toBe(problem);
    expect([world.titles(gazeta), world.titles(portal)]).toEqual([['Ura'], ['Moti']]);
  });

  it('when it works again, its trouble is over', async () => {
    await world.follow(gazeta, { problem: 'server', retryAfter: 60 }).sync();
    world.answers.set(gazeta, rss({ title: 'Ura' }));
    await world.sync();
    expect(world.followed.get(gazeta)?.source).toMatchObject({ worked: world.now });
    expect(world.followed.get(gazeta)?.source.trouble).toBeUndefined();
  });
});

describe('the text of pages', () => {
  const page = (title: string) => `https://gazeta.example/${title}`;
  const long = (title: string) => `<article><h1>${title}</h1>${`<p>${sentence} ${sentence}</p>`.repeat(20)}</article>`;
  const asked = () => world.asked.map(({ address }) => address);
  let pages: PageWish;

  beforeEach(() => {
    pages = {
      ofSource: 5,
      left: 60,
      article: (id) => Promise.resolve(world.kept.get(id)),
      take: ({ source, items, articles }) => {
        world.followed.set(source.address, { source, items });
        for (const article of articles) world.kept.set(article.id, article);
        return Promise.resolve();
      },
    };
  });
  const texts = () => [...world.kept.values()].map(({ title, blocks }) => [title, blocks.length]);

  it('comes after the beginnings that a feed gives, once, and stays when the feed comes again', async () => {
    world.follow(gazeta, rss({ title: 'Ura', link: page('ura') }));
    world.answers.set(page('ura'), long('Ura'));
    await world.sync({ pages });
    expect(asked()).toEqual([gazeta, page('ura')]);
    expect(texts()).toEqual([['Ura', 21]]);
    world.answers.set(gazeta, `${rss({ title: 'Ura', link: page('ura') })} `);
    await world.sync({ pages });
    expect(asked()).toEqual([gazeta, page('ura'), gazeta]);
    expect(texts()).toEqual([['Ura', 21]]);
  });

  it('is not asked for where the feed gives all of it', async () => {
    world.follow(gazeta, rss({ title: 'Ura', link: page('ura'), text: `${sentence} `.repeat(20) }));
    await world.sync({ pages });
    expect(asked()).toEqual([gazeta]);
  });

  it('that does not come, or is no more than the beginning, is asked for three times', async () => {
    world.follow(gazeta, rss({ title: 'Ura', link: page('ura') }, { title: 'Moti', link: page('moti') }));
    world.answers.set(page('ura'), { problem: 'not-found' });
    world.answers.set(page('moti'), `<article><h1>Moti</h1><p>${sentence}</p></article>`);
    for (let sync = 0; sync < 5; sync++) await world.sync({ pages });
    expect(asked().filter((address) => address === page('ura'))).toHaveLength(3);
    expect(asked().filter((address) => address === page('moti'))).toHaveLength(3);
    expect(texts()).toEqual([
      ['Ura', 2],
      ['Moti', 2],
    ]);
  });

  it('is not asked for on and on of a site that does not open itself; it is not that page’s fault', async () => {
    world.follow(gazeta, rss({ title: 'Ura', link: page('ura') }, { title: 'Moti', link: page('moti') }));
    world.answers.set(page('ura'), { problem: 'not-open' });
    for (let sync = 0; sync < 4; sync++) await world.sync({ pages });
    expect(asked().filter((address) => address === page('ura'))).toHaveLength(4);
    expect(asked()).not.toContain(page('moti'));
  });

  it('is brought for so many of each source and of all, the newest first', async () => {
    const items = ['Ura', 'Moti', 'Tregu'].map((title) => ({ title, link: page(title) }));
    world.follow(gazeta, rss(...items)).follow(portal, rss({ title: 'Era', link: 'https://portal.example/era' }));
    for (const { title } of items) world.answers.set(page(title), long(title));
    await world.sync({ pages: { ...pages, ofSource: 2 } });
    expect(texts()).toEqual(
      expect.arrayContaining([
        ['Ura', 21],
        ['Moti', 21],
        ['Tregu', 2],
      ]),
    );
    await world.sync({ pages: { ...pages, left: 0 } });
    expect(texts()).toContainEqual(['Tregu', 2]);
    await world.sync({ pages: { ...pages, ofSource: 2 } });
    expect(texts()).toContainEqual(['Tregu', 21]);
  });
});

describe('many sources', () => {
  it('are asked several at a time, each site by one connection, with their progress told', async () => {
    for (let at = 0; at < 50; at++) {
      world.follow(`https://site${at % 25}.example/feed${at}`, rss({ title: `Lajmi ${at}`, guid: `tag:${at}` }));
    }
    const told: SyncProgress[] = [];
    await world.sync({ onProgress: (progress) => told.push(progress) });
    expect(world.kept.size).toBe(50);
    expect(told.map(({ done }) => done)).toEqual(Array.from({ length: 51 }, (_, at) => at));
    expect(told.every(({ total }) => total === 50)).toBe(true);
    expect([world.busiest, world.busiestHost]).toEqual([6, 1]);
  });

  it('can be left in the middle: what came stays, the rest is not asked, and nothing is a source’s fault', async () => {
    const leaving = new AbortController();
    for (let at = 0; at < 20; at++) {
      world.follow(`https://site${at}.example/feed`, ({ signal }) => {
        if (at === 9) leaving.abort();
        signal?.throwIfAborted();
        return Promise.resolve(document('https://a.example/', rss({ title: `Lajmi ${at}`, guid: `tag:${at}` })));
      });
    }
    await world.sync({ signal: leaving.signal });
    expect(world.kept.size).toBeGreaterThan(3);
    expect(world.asked.length).toBeLessThan(20);
    expect([...world.followed.values()].every(({ source }) => source.trouble === undefined)).toBe(true);
  });

  it('only those that are due are asked, if so wished; what the others brought is known all the same', async () => {
    await world.follow(gazeta, rss({ title: 'Ura', guid: 'a' })).sync();
    world.follow(portal, rss({ title: 'Ura', guid: 'b' }));
    await world.sync({ ask: ({ address }) => address === portal });
    expect(world.asked.map(({ address }) => address)).toEqual([gazeta, portal]);
    expect(world.kept.size).toBe(1);
  });
});
