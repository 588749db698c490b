import { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { isAlbanianText } from './albanian-text.ts';
import { decodeMarkup } from './decode-markup.ts';
import type { Edition, FeedProblem } from './edition.ts';
import { feedDate } from './feed-date.ts';
import { fromAtom, fromRdf, fromRss, type FeedFields, type FeedItem } from './feed-fields.ts';
import { htmlBlocks } from './html-blocks.ts';
import { maxArticles, readJsonFeed, type FeedContext } from './json-feed-reader.ts';
import { isHarmlessXml } from './xml-guard.ts';

/** In bytes, decompressed. */
export const maxFeedSize = 24_000_000;

export interface SourceContext extends FeedContext {
  /** The value of the HTTP header, which may name the encoding. */
  readonly contentType?: string;
  /** Milliseconds since 1970; nothing is published later. The clock's, unless given. */
  readonly now?: number;
}

/**
 * A feed that others write, as an edition: RSS 0.9 to 2.0, RDF, Atom or JSON Feed, newest items first. Items with
 * neither text nor title, and repetitions of an item, are left out; so are all but the newest `maxArticles`.
 */
export function readFeed(bytes: Uint8Array, context: SourceContext): Edition | FeedProblem {
  if (bytes.length > maxFeedSize) return { problem: 'too-large' };
  const text = decodeMarkup(bytes, context.contentType);
  if (text === undefined) return { problem: 'not-a-feed' };
  const feed = /^\s*\{/.test(text) ? jsonFields(text) : xmlFields(text);
  if ('problem' in feed) return feed;
  return readJsonFeed(tidied(feed, context), context);
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

/** As JSON Feed wants it: dates in ISO 8601, plain titles, a language that is true. */
function tidied(feed: FeedFields, { parseHtml, now = Date.now() }: SourceContext): Json {
  const line = (written: unknown) => (typeof written === 'string' ? plainLine(written, parseHtml) : undefined);
  const newest = newestFirst(feed.items, now).slice(0, maxArticles);
  return {
    ...feed,
    version: 'https://jsonfeed.org/version/1.1',
    title: line(feed.title),
    description: line(feed.description),
    language: trueLanguage(feed.language, newest),
    items: newest.map((item) => {
      const title = line(item.title);
      return {
        ...item,
        title,
        summary: line(item.summary),
        language: trueLanguage(item.language, [item]),
        // Read where there is no content: the title then is all that there is.
        content_text: item.content_text ?? title,
        tags: Array.isArray(item.tags) ? item.tags.map(line) : undefined,
      };
    }),
  };
}

/** Those without a date stay behind the one that they came after. */
function newestFirst(items: readonly FeedItem[], now: number): FeedItem[] {
  let latest = Infinity;
  return items
    .map((item) => {
      const { date_published: written } = item;
      const published = typeof written === 'string' ? feedDate(written, now) : undefined;
      if (published !== undefined) latest = Date.parse(published);
      return { item: { ...item, date_published: published }, time: latest };
    })
    .sort((one, other) => (one.time === other.time ? 0 : other.time - one.time))
    .map(({ item }) => item);
}

/** Titles and summaries come as text in one feed and as markup in the next. */
function plainLine(written: string, parseHtml: FeedContext['parseHtml']): string {
  const text = written.slice(0, 5000);
  if (!/<[a-z/!]|&[a-z#]/i.test(text)) return text;
  const parsed = parseHtml(`<!doctype html><html><head></head><body>${text}</body></html>`);
  const blocks = htmlBlocks(parsed.documentElement, { base: 'https://localhost', language: 'sq' });
  return blocks.map((block) => block.text).join(' ');
}

/** What the feed says, unless it is plainly in Albanian. */
function trueLanguage(stated: unknown, items: readonly FeedItem[]): unknown {
  if (typeof stated !== 'string' || /^(sq|alb|sqi)\b/i.test(stated.trim())) return stated;
  const sample = items
    .slice(0, 20)
    .map(({ title, summary, content_html, content_text }) =>
      [title, summary, content_html, content_text]
        .map((text) => (typeof text === 'string' ? text.slice(0, 1000).replace(/<[^>]*>|&[a-z]+;/gi, ' ') : ''))
        .join(' '),
    );
  return isAlbanianText(sample.join(' ')) ? 'sq' : stated;
}
