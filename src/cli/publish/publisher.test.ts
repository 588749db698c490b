import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { DOMParser } from 'linkedom';
import { parseFile } from 'music-metadata';
import { parseFeed } from 'podcast-partytime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFeeds } from '../../articles/feed-discovery.ts';
import { readFeed } from '../../articles/feed-reader.ts';
import { readOpml, type ListedSource } from '../../articles/opml.ts';
import type { PublishedFeed } from './edition-file.ts';
import { longText, rss, Sites, type WrittenItem } from './fixtures/sites.ts';
import { Folder } from './folder.ts';
import { publish, rooms, type PublishSummary, type PublishWish } from './publisher.ts';

const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
const address = 'https://botime.example/lajme/';
const gazeta: ListedSource = { title: 'Gazeta', address: 'https://gazeta.example/feed' };
const portal: ListedSource = { title: 'Portali', address: 'https://portal.example/feed' };

let out: string;
let sites: Sites;
/** Milliseconds since 1970; a minute later at each run. */
let now: number;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'degjo-publish-'));
  sites = new Sites();
  now = Date.parse('2026-11-24T12:00:00Z');
  sites.set(gazeta.address, rss('gazeta.example', [item('Ura'), item('Shkolla')]));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

function item(title: string, more: Partial<WrittenItem> = {}): WrittenItem {
  return { title, name: title.toLowerCase(), html: longText(title), ...more };
}

type Run = PublishSummary & { readonly changes: number; readonly asked: readonly string[] };

/** @returns what came of it, what was asked for, and how many files changed */
async function run(wish: Partial<PublishWish> = {}): Promise<Run> {
  now += 60_000;
  sites.asked.length = 0;
  const folder = Folder.open(out, rooms);
  try {
    const whole = {
      ...{ sources: [gazeta], title: 'Lajme', address, most: 100, pause: 0 },
      pictures: false,
      audio: false,
    };
    const tools = { folder, hop: sites.hop, parseHtml, now: () => now, signal: new AbortController().signal };
    const summary = await publish({ ...whole, ...wish }, { ...tools, onProgress: () => undefined });
    return { ...summary, changes: folder.changes, asked: [...sites.asked] };
  } finally {
    folder.close();
  }
}

const text = (file: string) => readFileSync(join(out, file), 'utf8');
const feed = (file: string) => JSON.parse(text(file)) as PublishedFeed;
const editions = () => readdirSync(join(out, 'burime')).map((name) => `burime/${name}`);
const titles = (file: string) => feed(file).items.map(({ title }) => title);
const edition = (host: string) => editions().find((name) => name.includes(host)) ?? '';

describe('what is published', () => {
  it('is an edition of each source and one of the day, which our own readers follow by the address of the index', async () => {
    sites.set(portal.address, rss('portal.example', [item('Tregu')]));
    expect(await run({ sources: [gazeta, portal] })).toMatchObject({ brought: 3, failed: [] });
    const found = findFeeds(parseHtml(text('index.html')), address);
    expect(found.map(({ title }) => title)).toEqual(['Lajme: dita', 'Gazeta', 'Portali']);
    const [day, first] = found.map((link) => link.address.replace(address, ''));
    const bytes = readFileSync(join(out, first ?? ''));
    const read = readFeed(bytes, { address, key: 'botim', parseHtml, now });
    const [article] = 'problem' in read ? [] : read.articles;
    expect(article).toMatchObject({
      title: 'Shkolla',
      source: 'Gazeta',
      url: 'https://gazeta.example/shkolla',
      language: 'sq',
      published: '2026-11-24T08:00:00Z',
    });
    expect(article?.blocks).toHaveLength(10);
    expect(titles(day ?? '').sort()).toEqual(['Shkolla', 'Tregu', 'Ura']);
    expect(feed('dita.json').items.find(({ title }) => title === 'Tregu')?.authors).toEqual([{ name: 'Portali' }]);
  });

  it('is listed for other readers too', async () => {
    await run();
    expect(readOpml(readFileSync(join(out, 'index.opml')))).toEqual([
      { title: 'Lajme: dita', address: `${address}dita.json`, homepage: address },
      { title: 'Gazeta', address: `${address}${edition('gazeta')}`, homepage: address },
    ]);
  });

  it('is text, links and emphasis, whatever the source wrote', async () => {
    const html = `${longText('Ura')}<script>alert(1)</script><p onclick="x()">Po <a href="javascript:alert(1)">ja</a> <em>kjo</em>
      <img src="https://gazeta.example/foto-e-ures.jpg" width="640" height="480"><iframe src="https://a.example"></iframe></p>`;
    sites.set(gazeta.address, rss('gazeta.example', [item('Ura', { html })]));
    await run();
    const written = feed(edition('gazeta')).items[0]?.content_html ?? '';
    expect(written).toMatch(/<p>Po ja <em>kjo<\/em><\/p>$/);
    expect(written).not.toMatch(/script|onclick|iframe|img/);
    sites.set(gazeta.address, rss('gazeta.example', [item('Ura', { html: `${html}<p>Fund.</p>` })]));
    await run({ pictures: true });
    expect(feed(edition('gazeta')).items[0]?.content_html).toContain(
      '<img src="https://gazeta.example/foto-e-ures.jpg"',
    );
  });

  it('brings once what two sources bring', async () => {
    sites.set(portal.address, rss('gazeta.example', [item('Ura'), item('Tregu')]));
    await run({ sources: [gazeta, portal] });
    expect(titles('dita.json').sort()).toEqual(['Shkolla', 'Tregu', 'Ura']);
  });

  it('of the day is what came out in the day before the newest', async () => {
    const old = item('Vjetra', { date: 'Mon, 23 Nov 2026 07:00:00 GMT' });
    sites.set(gazeta.address, rss('gazeta.example', [item('Ura'), old]));
    await run();
    expect(titles('dita.json')).toEqual(['Ura']);
    expect(titles(edition('gazeta'))).toEqual(['Ura', 'Vjetra']);
  });
});

describe('full text', () => {
  const teaser = item('Ura', { html: '<p>Ura u hap sot.</p>' });
  const page = `<!doctype html><title>Ura</title><article><h1>Ura</h1>${longText('Ura e gjatë')}</article>`;

  it('comes from the article’s page where the feed has its beginning only', async () => {
    sites.set(gazeta.address, rss('gazeta.example', [teaser]));
    sites.set('https://gazeta.example/ura', page);
    expect(await run()).toMatchObject({ brought: 1, teasers: 0 });
    const [written] = feed(edition('gazeta')).items;
    expect(written?.title).toBe('Ura');
    expect(written?.content_html).toBe(longText('Ura e gjatë'));
  });

  it('is asked for in three runs where the page does not come, and the beginning stays', async () => {
    sites.set(gazeta.address, rss('gazeta.example', [teaser]));
    for (const runs of [1, 2, 3]) expect((await run()).asked, String(runs)).toContain('https://gazeta.example/ura');
    const fourth = await run();
    expect(fourth.asked).not.toContain('https://gazeta.example/ura');
    expect(feed(edition('gazeta')).items[0]?.content_html).toBe('<p>Ura u hap sot.</p>');
  });

  it('is there at the second time, if the page comes then', async () => {
    sites.set(gazeta.address, rss('gazeta.example', [teaser]));
    await run();
    sites.set('https://gazeta.example/ura', page);
    await run();
    expect(feed(edition('gazeta')).items[0]?.content_html).toBe(longText('Ura e gjatë'));
    expect((await run()).changes).toBe(0);
  });
});

describe('run again', () => {
  it('asks for the feed alone, and writes nothing where nothing is new', async () => {
    const text = rss('gazeta.example', [item('Ura')]);
    sites.set(gazeta.address, ({ etag }) => (etag === '"1"' ? { status: 304 } : { text, etag: '"1"' }));
    const first = await run();
    expect(first.asked).toEqual(['https://gazeta.example/robots.txt', gazeta.address]);
    const before = statSync(join(out, 'dita.json')).mtimeMs;
    expect(await run()).toMatchObject({ brought: 0, changes: 0, failed: [] });
    expect(statSync(join(out, 'dita.json')).mtimeMs).toBe(before);
    sites.set(gazeta.address, { text }.text);
    expect(await run()).toMatchObject({ brought: 0, failed: [] });
  });

  it('keeps what the feed no longer has, changes what changed, and drops the oldest beyond the limit', async () => {
    await run();
    const changed = item('Ura', { html: `${longText('Ura')}<p>Shtohet: hapja u shty.</p>` });
    const newest = item('Tregu', { date: 'Tue, 24 Nov 2026 09:00:00 GMT' });
    sites.set(gazeta.address, rss('gazeta.example', [newest, changed]));
    expect(await run()).toMatchObject({ brought: 2 });
    expect(titles(edition('gazeta'))).toEqual(['Tregu', 'Shkolla', 'Ura']);
    expect(feed(edition('gazeta')).items[2]?.content_html).toContain('u shty');
    await run({ most: 2 });
    expect(titles(edition('gazeta'))).toEqual(['Tregu', 'Shkolla']);
  });

  it('leaves what was published of a source that fails, and goes on with the others', async () => {
    sites.set(portal.address, rss('portal.example', [item('Tregu')]));
    await run({ sources: [gazeta, portal] });
    sites.set(gazeta.address, () => ({ status: 500 }));
    sites.set(portal.address, rss('portal.example', [item('Moti')]));
    const { failed } = await run({ sources: [gazeta, portal] });
    expect(failed).toEqual([{ source: gazeta, problem: 'server' }]);
    expect(titles('dita.json').sort()).toEqual(['Moti', 'Shkolla', 'Tregu', 'Ura']);
  });

  it('removes the edition of a source that is no longer on the list, and nothing else', async () => {
    sites.set(portal.address, rss('portal.example', [item('Tregu')]));
    await run({ sources: [gazeta, portal] });
    await run({ sources: [portal] });
    expect(editions()).toEqual([edition('portal')]);
    expect(titles('dita.json')).toEqual(['Tregu']);
  });
});

describe('manners', () => {
  it('where robots.txt keeps programs out, nothing is asked for', async () => {
    sites.set('https://gazeta.example/robots.txt', 'User-agent: Degjo\nDisallow: /feed');
    const { asked, failed } = await run();
    expect(asked).toEqual(['https://gazeta.example/robots.txt']);
    expect(failed).toEqual([{ source: gazeta, problem: 'refused' }]);
  });

  it('an address inside somebody’s network is not gone to', async () => {
    const inside = { title: 'Brenda', address: 'http://192.168.1.1/feed' };
    expect(await run({ sources: [inside] })).toMatchObject({ asked: [], failed: [{ problem: 'not-allowed' }] });
  });

  it('one program at a time writes into the folder; a lock that a killed one left is nobody’s', async () => {
    const first = Folder.open(out, rooms);
    expect(() => Folder.open(out, rooms)).toThrow(/një tjetër/);
    first.close();
    await run();
  });
});

describe('the podcast', { timeout: 30_000 }, () => {
  const told = '<p>Ura u hap sot.</p><h2>Çmimi</h2><p>Ajo kushtoi pak.</p>';
  const ura = item('Ura', { html: told });
  const mp3 = () => readdirSync(join(out, 'audio')).filter((name) => name.endsWith('.mp3'));
  const podcast = () => parseRssFeed(text('podcast.xml'));

  it('has each article of the day as a file that the feed describes as it is', async () => {
    sites.set(gazeta.address, rss('gazeta.example', [ura]));
    expect(await run({ audio: true })).toMatchObject({ episodes: 1 });
    const [name = ''] = mp3();
    const path = join(out, 'audio', name);
    const { common, format } = await parseFile(path, { duration: true });
    expect(common).toMatchObject({ title: 'Ura', artist: 'Gazeta', album: 'Lajme' });
    const [episode] = podcast().items ?? [];
    expect(episode?.enclosures).toEqual([
      { url: `${address}audio/${name}`, type: 'audio/mpeg', length: statSync(path).size },
    ]);
    expect(episode?.itunes?.duration).toBe(Math.round(format.duration ?? 0));
    const [sound] = feed('dita.json').items[0]?.attachments ?? [];
    expect(sound).toMatchObject({ url: `${address}audio/${name}`, size_in_bytes: statSync(path).size });
  });

  it('has the headings as chapters, at the second where they are said', async () => {
    sites.set(gazeta.address, rss('gazeta.example', [ura]));
    await run({ audio: true });
    const { url = '', type } = podcast().items?.[0]?.podcast?.chapters ?? {};
    expect(type).toBe('application/json+chapters');
    const { chapters } = JSON.parse(text(url.replace(address, ''))) as {
      chapters: { startTime: number; title: string }[];
    };
    expect(chapters.map(({ title }) => title)).toEqual(['Ura', 'Çmimi']);
    expect(chapters[0]?.startTime).toBe(0);
    expect(chapters[1]?.startTime).toBeGreaterThan(1.5);
    expect(chapters[1]?.startTime).toBeLessThan(5);
  });

  it('says what podcast apps require of it', async () => {
    sites.set(gazeta.address, rss('gazeta.example', [ura]));
    await run({ audio: true });
    const { title, description, language, link, itunes, atom, items = [] } = podcast();
    expect({ title, link, language }).toEqual({ title: 'Lajme', link: address, language: 'sq' });
    expect(description).not.toBe('');
    expect(itunes).toMatchObject({ image: `${address}podcast.png`, explicit: false, categories: [{ text: 'News' }] });
    expect(atom?.links?.[0]).toMatchObject({ href: `${address}podcast.xml`, rel: 'self' });
    // Apple takes squares of 1400 to 3000 pixels.
    const artwork = readFileSync(join(out, 'podcast.png'));
    expect([artwork.readUInt32BE(16), artwork.readUInt32BE(20)]).toEqual([1400, 1400]);
    for (const { title, guid, pubDate, enclosures } of items) {
      expect(title).toBe('Ura');
      expect(guid).toMatchObject({ isPermaLink: false });
      expect(new Date(pubDate ?? '').getTime()).toBe(Date.parse('2026-11-24T08:00:00Z'));
      expect(enclosures).toHaveLength(1);
    }
    expect(text('podcast.xml')).toMatch(/<pubDate>Tue, 24 Nov 2026 08:00:00 GMT<\/pubDate>/);
  });

  it('is taken whole by the parser of the Podcast Index, which leaves out what is no episode', async () => {
    await run({ audio: true });
    const taken = parseFeed(text('podcast.xml'), { allowMissingGuid: false });
    expect(taken).toMatchObject({
      ...{ title: 'Lajme', language: 'sq', explicit: false, itunesCategory: ['News'], author: 'Lajme' },
      ...{ itunesImage: `${address}podcast.png`, pubsub: { self: `${address}podcast.xml` } },
    });
    expect(taken?.items.map(({ title, enclosure }) => [title, enclosure.type])).toEqual([
      ['Shkolla', 'audio/mpeg'],
      ['Ura', 'audio/mpeg'],
    ]);
  });

  it('is not read again where nothing changed, anew where something did, and goes when it is no longer wished', async () => {
    sites.set(gazeta.address, rss('gazeta.example', [item('Ura')]));
    await run({ audio: true });
    const first = mp3();
    expect(await run({ audio: true })).toMatchObject({ episodes: 0, changes: 0 });
    sites.set(gazeta.address, rss('gazeta.example', [item('Ura', { html: `${longText('Ura')}<p>U shty.</p>` })]));
    expect(await run({ audio: true })).toMatchObject({ episodes: 1 });
    expect(mp3()).toHaveLength(1);
    expect(mp3()).not.toEqual(first);
    await run();
    expect(mp3()).toEqual([]);
    expect(existsSync(join(out, 'podcast.xml'))).toBe(false);
    expect(text('dita.json')).not.toContain('attachments');
  });
});
