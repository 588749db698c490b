import { hasHeadline, type Article } from '../../articles/article.ts';
import type { KnownItem } from '../../articles/known-items.ts';
import type { Validators } from '../../articles/remote-document.ts';
import { articleHtml } from './article-html.ts';

/** An item of JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), and under `_degjo` what the next run wants to know. */
export interface PublishedItem {
  readonly id: string;
  readonly url?: string;
  readonly title?: string;
  readonly content_html: string;
  readonly summary?: string;
  /** RFC 3339. */
  readonly date_published?: string;
  readonly authors?: readonly Author[];
  readonly tags?: readonly string[];
  readonly language: string;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly _degjo?: ItemNotes | undefined;
}

export interface Author {
  readonly name: string;
  readonly url?: string;
}

interface Attachment {
  readonly url: string;
  readonly mime_type: 'audio/mpeg';
  readonly size_in_bytes: number;
  readonly duration_in_seconds: number;
}

export interface ItemNotes {
  /** When it was first brought: RFC 3339. */
  readonly seen: string;
  readonly audio?: Episode;
}

/** An article as a sound file. */
export interface Episode {
  /** Under the published folder. */
  readonly file: string;
  readonly bytes: number;
  readonly seconds: number;
  /** Under the published folder too, where the article has chapters. */
  readonly chapters?: string;
}

export interface PublishedFeed {
  readonly version: 'https://jsonfeed.org/version/1.1';
  readonly title: string;
  readonly home_page_url?: string;
  readonly feed_url?: string;
  readonly description?: string;
  readonly language: string;
  readonly items: readonly PublishedItem[];
  readonly _degjo?: FeedNotes;
}

/** What is known of a source since the last run. */
export interface FeedNotes {
  readonly address: string;
  /** Where the feed was found after redirects. */
  readonly found?: string;
  readonly validators?: Validators;
  readonly items: readonly KnownItem[];
}

/** @param seen RFC 3339: when it was first brought */
export function toItem(article: Article, seen: string, options: { readonly pictures: boolean }): PublishedItem {
  const { id, url, title, summary, byline, topic, language, published } = article;
  const isTitled = hasHeadline(article);
  const date = instant(published);
  return {
    id,
    ...(url !== undefined && { url }),
    ...(isTitled && { title }),
    content_html: articleHtml(article.blocks.slice(isTitled ? 1 : 0), options),
    ...(summary !== undefined && { summary }),
    ...(date !== undefined && { date_published: date }),
    ...(byline !== undefined && { authors: [{ name: byline }] }),
    ...(topic !== undefined && { tags: [topic] }),
    language,
    _degjo: { seen },
  };
}

/** JSON Feed wants an instant. Of a day the noon is taken, which is that day in all of Europe; of a month, nothing. */
function instant(published: string | undefined): string | undefined {
  if (published === undefined || published.length < 10) return undefined;
  return published.length === 10 ? `${published}T12:00:00Z` : published;
}

/** When it came out, as far as known. Milliseconds since 1970. */
export function timeOf({ date_published: published, _degjo: notes }: PublishedItem): number {
  return Date.parse(published ?? notes?.seen ?? '') || 0;
}

export function newestFirst(items: readonly PublishedItem[]): PublishedItem[] {
  return [...items].sort((one, other) => timeOf(other) - timeOf(one) || (one.id < other.id ? -1 : 1));
}

export function serialise(feed: PublishedFeed): string {
  return `${JSON.stringify(feed, null, 1)}\n`;
}

/** What this program wrote before; undefined for anything else. */
export function readPublished(text: string | undefined): (PublishedFeed & { readonly _degjo: FeedNotes }) | undefined {
  try {
    const feed = JSON.parse(text ?? '') as Partial<PublishedFeed> | null;
    const isOurs = Array.isArray(feed?.items) && Array.isArray(feed._degjo?.items);
    return isOurs ? (feed as PublishedFeed & { readonly _degjo: FeedNotes }) : undefined;
  } catch {
    return undefined;
  }
}
