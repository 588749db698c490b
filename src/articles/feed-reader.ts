import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { isAlbanianText } from './albanian-text.ts';
import type { Article } from './article.ts';
import { decodeMarkup } from './decode-markup.ts';
import type { Edition, FeedProblem } from './edition.ts';
import { feedDate } from './feed-date.ts';
import { fromAtom, fromRdf, fromRss, type FeedFields, type FeedItem } from './feed-fields.ts';
import { htmlBlocks } from './html-blocks.ts';
import { inheritance, maxArticles, readItem, toEdition, type FeedContext } from './feed-item.ts';
import { pictureBlock, withPictures, type NamedPicture } from './pictures.ts';
import { isHarmlessXml } from './xml-guard.ts';

/** In bytes, decompressed. */
export const maxFeedSize = 24_000_000;

export interface ListContext {
  /** The value of the HTTP header, which may name the encoding. */
  readonly contentType?: string;
  /** Milliseconds since 1970; nothing is published later. The clock's, unless given. */
  readonly now?: number;
}

export type SourceContext = FeedContext & ListContext;

/** A feed's own fields, and its items, whose text is still markup: what costs is to read it, and few items are new. */
export interface FeedListing extends FeedFields {
  /** Newest first, at most `maxArticles`. */
  readonly items: readonly FeedItem[];
}

/** A feed that others write: RSS 0.9 to 2.0, RDF, Atom or JSON Feed. */
export function listFeed(
  bytes: Uint8Array,
  { contentType, now = Date.now() }: ListContext = {},
): FeedListing | FeedProblem {
  if (bytes.length > maxFeedSize) return { problem: 'too-large' };
  const text = decodeMarkup(bytes, contentType);
  if (text === undefined) return { problem: 'not-a-feed' };
  const feed = /^\s*\{/.test(text) ? jsonFields(text) : xmlFields(text);
  if ('problem' in feed) return feed;
  const items = newestFirst(feed.items, now).slice(0, maxArticles);
  return { ...feed, language: trueLanguage(feed.language, items), items };
}

/** Reads items of a listing, one at a time; undefined for one with neither text nor title. */
export function itemReader(listing: FeedListing, context: SourceContext): (item: FeedItem) => Article | undefined {
  const inherited = inheritance(tidyFeed(listing, context), { ...context, pictureBlock });
  return (item) => {
    const article = readItem(tidyItem(item, context), inherited);
    return article && withPictures(article, namedPicture(item), article.url ?? context.address);
  };
}

/**
 * A whole feed as an edition, newest items first. Items with neither text nor title, and repetitions of an item, are
 * left out; so are all but the newest `maxArticles`.
 */
export function readFeed(bytes: Uint8Array, context: SourceContext): Edition | FeedProblem {
  const listing = listFeed(bytes, context);
  if ('problem' in listing) return listing;
  const read = itemReader(listing, context);
  const articles = new Map<string, Article>();
  for (const item of listing.items) {
    const article = read(item);
    if (article && !articles.has(article.id)) articles.set(article.id, article);
  }
  return { ...toEdition(tidyFeed(listing, context), [], context), articles: [...articles.values()] };
}

type Json = Readonly<Record<string, unknown>>;

/** A JSON Feed's fields are unchecked here: `readJsonFeed` takes nothing from them on trust. */
function jsonFields(text: string): FeedFields | FeedProblem {
  try {
    const feed = JSON.parse(text) as Json | null;
    const items = feed?.['items'];
    const isFeed = Array.isArray(items) && String(feed?.['version']).includes('jsonfeed.org/version/1');
    if (!isFeed) return { problem: 'not-a-feed' };
    return { ...feed, items: items.filter((item) => typeof item === 'object' && item !== null) as FeedItem[] };
  } catch {
    return { problem: 'not-a-feed' };
  }
}

function xmlFields(text: string): FeedFields | FeedProblem {
  const [root = ''] = /<(?:[\w-]+:)?(?:rss|rdf|feed|channel)[\s>]/i.exec(text.slice(0, 10_000)) ?? [];
  if (root === '') return { problem: 'not-a-feed' };
  if (!isHarmlessXml(text)) return { problem: 'unsafe' };
  try {
    if (/feed/i.test(root)) return fromAtom(parseAtomFeed(text));
    return /rdf[\s>]/i.test(root) ? fromRdf(parseRdfFeed(text)) : fromRss(parseRssFeed(text));
  } catch {
    // Whatever the parser stumbles over, it is none that can be read.
    return { problem: 'not-a-feed' };
  }
}

/** JSON Feed names it by its address alone. */
function namedPicture({ image }: FeedItem): NamedPicture | undefined {
  return typeof image === 'string' ? { url: image } : (image ?? undefined);
}

/** As JSON Feed wants it: plain titles, a language that is true. */
function tidyFeed(feed: FeedFields, { parseHtml }: FeedContext): Json {
  return {
    ...feed,
    title: plainLine(feed.title, parseHtml),
    description: plainLine(feed.description, parseHtml),
  };
}

function tidyItem(item: FeedItem, { parseHtml, now = Date.now() }: SourceContext): Json {
  const title = plainLine(item.title, parseHtml);
  return {
    ...item,
    title,
    summary: plainLine(item.summary, parseHtml),
    date_published: publication(item, now),
    language: trueLanguage(item.language, [item]),
    // Read where there is no content: the title then is all that there is.
    content_text: item.content_text ?? title,
    tags: Array.isArray(item.tags) ? item.tags.slice(0, 1).map((tag) => plainLine(tag, parseHtml)) : undefined,
  };
}

/** Those without a date stay behind the one that they came after. */
function newestFirst(items: readonly FeedItem[], now: number): FeedItem[] {
  let latest = Infinity;
  const dated = items.map((item) => {
    const published = publication(item, now);
    if (published !== undefined) latest = Date.parse(published);
    return { item, time: latest };
  });
  dated.sort((one, other) => (one.time === other.time ? 0 : other.time - one.time));
  return dated.map(({ item }) => item);
}

/** A field of somebody's JSON may be anything. */
function publication({ date_published: written }: FeedItem, now: number): string | undefined {
  return typeof written === 'string' ? feedDate(written, now) : undefined;
}

/** Titles and summaries come as text in one feed and as markup in the next. */
function plainLine(written: unknown, parseHtml: FeedContext['parseHtml']): string | undefined {
  if (typeof written !== 'string') return undefined;
  const text = written.slice(0, 5000);
  if (!/<[a-z/!]|&[a-z#]/i.test(text)) return text;
  const parsed = parseHtml(`<!doctype html><html><head></head><body>${text}</body></html>`);
  const blocks = htmlBlocks(parsed.documentElement, { base: 'https://localhost', language: 'sq' });
  return blocks.map((block) => block.text).join(' ');
}

/** What the feed says, unless it is plainly in Albanian. */
function trueLanguage(stated: unknown, items: readonly FeedItem[]): string | undefined {
  if (typeof stated !== 'string') return undefined;
  return !/^(sq|alb|sqi)\b/i.test(stated.trim()) && isAlbanianText(sample(items)) ? 'sq' : stated;
}

/** Enough words of the first items to tell their language. */
function sample(items: readonly FeedItem[]): string {
  let text = '';
  for (const { title, summary, content_html, content_text } of items) {
    for (const written of [title, summary, content_html, content_text]) {
      if (typeof written === 'string') text += ` ${written.slice(0, 1000).replace(/<[^>]*>|&[a-z]+;/gi, ' ')}`;
    }
    if (text.length > 4000) break;
  }
  return text;
}
