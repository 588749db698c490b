import { oneLine } from './text-blocks.ts';
import { webAddress } from './web-address.ts';

/** A feed that a page names. */
export interface FeedLink {
  /** Absolute http(s) address. */
  readonly address: string;
  /** What the page calls it. */
  readonly title?: string;
}

const maxLinks = 20;

const types = new Set(
  ['rss+xml', 'atom+xml', 'rdf+xml', 'feed+json', 'json', 'xml']
    .map((name) => `application/${name}`)
    .concat('text/xml'),
);

/**
 * The feeds that a page says are its own, in its order, those of comments last.
 *
 * @param page an inert document
 * @param address of the page, absolute
 */
export function findFeeds(page: Document, address: string): FeedLink[] {
  const base = webAddress(page.querySelector('base[href]')?.getAttribute('href') ?? '', address) ?? address;
  const found = new Map<string, FeedLink>();
  for (const link of page.querySelectorAll('link[rel][href]')) {
    const feed = isFeed(link) ? feedLink(link, base) : undefined;
    if (feed && !found.has(feed.address)) found.set(feed.address, feed);
  }
  const feeds = [...found.values()];
  return [...feeds.filter((feed) => !isOfComments(feed)), ...feeds.filter(isOfComments)].slice(0, maxLinks);
}

function isFeed(link: Element): boolean {
  const relations = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
  const type = (link.getAttribute('type') ?? '').toLowerCase().replace(/;.*/s, '').trim();
  // WordPress names its programming interface as application/json; that is no feed.
  const isInterface = type === 'application/json' && /\/wp-json|\/oembed/.test(link.getAttribute('href') ?? '');
  return relations.includes('feed') || (relations.includes('alternate') && types.has(type) && !isInterface);
}

function feedLink(link: Element, base: string): FeedLink | undefined {
  const address = webAddress(link.getAttribute('href') ?? '', base);
  const title = oneLine(link.getAttribute('title') ?? '').text;
  return address === undefined ? undefined : { address, ...(title !== '' && { title }) };
}

function isOfComments({ address, title = '' }: FeedLink): boolean {
  return /comments|komente/i.test(`${address} ${title}`);
}

/**
 * Where sites keep their feed when they do not name it: addresses to try in this order, the likeliest first. Those of
 * the section that the address leads to come before those of the whole site.
 */
export function feedGuesses(address: string): string[] {
  const page = webAddress(address);
  if (page === undefined) return [];
  const { origin, pathname } = new URL(page);
  const section = pathname.replace(/\/+$/, '');
  const ofSection = section === '' ? [] : [`${section}/feed/`, `${section}/rss`];
  const ofSite = ['/feed/', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/feed.json', '/index.xml', '/?feed=rss2'];
  return [...new Set([...ofSection, ...ofSite])].map((path) => `${origin}${path}`);
}
