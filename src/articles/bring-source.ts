import type { Article } from './article.ts';
import { isTeaser } from './bring-pages.ts';
import type { FeedItem } from './feed-fields.ts';
import { itemReader, listFeed, type FeedListing } from './feed-reader.ts';
import { stableHash } from './hash.ts';
import { identity } from './feed-item.ts';
import { canonicalAddress, type KnownItem, type KnownItems } from './known-items.ts';
import type { RemoteDocument } from './remote-document.ts';
import type { RemoteFetcher } from './remote.ts';
import { afterFailure, afterSuccess, sourceKey, type Source, type SourceProblem } from './source.ts';

/** A source with the items that it brought last, newest first. */
export interface FollowedSource {
  readonly source: Source;
  readonly items: readonly KnownItem[];
}

/** What a source brought. */
export interface SourceNews extends FollowedSource {
  /** New ones, and those that changed, under their old ids. */
  readonly articles: readonly Article[];
  readonly problem?: SourceProblem;
}

/** What bringing needs from outside. */
export interface SourceTools {
  readonly fetcher: Pick<RemoteFetcher, 'get'>;
  /** Parses a whole HTML document, to one in which nothing runs or loads. */
  readonly parseHtml: (html: string) => Document;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Lets the page answer the listener, between one item and the next. */
  readonly breathe: () => Promise<void>;
}

/**
 * Asks one source for what is new. What was read before and did not change is not read again. Rejects only when
 * `signal` is aborted.
 *
 * @param known of all sources; what is new is added
 */
export async function bringSource(
  { source, items }: FollowedSource,
  known: KnownItems,
  tools: SourceTools,
  signal?: AbortSignal,
): Promise<SourceNews> {
  const failed = (problem: SourceProblem, retryAfter?: number): SourceNews => {
    return { source: afterFailure(source, tools.now(), problem, retryAfter), items, articles: [], problem };
  };
  try {
    const result = await tools.fetcher.get(source.address, {
      ...(source.validators && { validators: source.validators }),
      ...(signal && { signal }),
    });
    if ('problem' in result) return failed(result.problem, result.retryAfter);
    if ('unchanged' in result) return { source: afterSuccess(source, tools.now()), items, articles: [] };
    const { document } = result;
    const { charset } = document.type;
    const listing = listFeed(document.bytes, {
      ...(charset !== undefined && { contentType: `charset=${charset}` }),
      now: tools.now(),
    });
    if ('problem' in listing) return failed(listing.problem);
    const read = await readNew({ source, items }, listing, document, { known, tools, signal });
    return { source: afterSuccess(source, tools.now(), document.validators), ...read };
  } catch {
    signal?.throwIfAborted();
    return failed('unreadable');
  }
}

interface Reading {
  readonly known: KnownItems;
  readonly tools: SourceTools;
  readonly signal: AbortSignal | undefined;
}

async function readNew(
  { source, items: before }: FollowedSource,
  listing: FeedListing,
  { url }: RemoteDocument,
  { known, tools, signal }: Reading,
): Promise<Pick<SourceNews, 'items' | 'articles'>> {
  const key = sourceKey(source);
  const read = itemReader(listing, { address: url, key, parseHtml: tools.parseHtml, now: tools.now() });
  const addresses = ownAddresses(listing.items, url);
  const byName = new Map(before.map((item) => [item.name ?? item.stamp, item]));
  const items = new Map<string, KnownItem>();
  const articles: Article[] = [];
  for (const [index, item] of listing.items.entries()) {
    await tools.breathe();
    signal?.throwIfAborted();
    const stamp = stampOf(item);
    const name = identity({ ...item });
    const place = name ?? stamp;
    if (items.has(place)) continue;
    const old = byName.get(place);
    const address = addresses[index];
    const found: Omit<KnownItem, 'text' | 'article'> = {
      stamp,
      ...(name !== undefined && { name }),
      ...(address !== undefined && { address }),
    };
    const twin = old ?? known.find(address, name);
    // What another source brought is left as it brought it.
    const isRead = twin !== undefined && (twin.stamp === stamp || !twin.article.startsWith(`${key}/`));
    const entry = isRead ? { ...found, ...asKept(twin, old) } : keep(read(item), found, twin);
    if (entry === undefined) continue;
    items.set(place, entry);
    known.add(entry);
  }
  return { items: [...items.values()], articles };

  function keep(
    article: Article | undefined,
    found: Omit<KnownItem, 'text' | 'article'>,
    old: KnownItem | undefined,
  ): KnownItem | undefined {
    if (article === undefined) return undefined;
    // Not what is said of pictures: another source may show others.
    const told = article.blocks.filter(({ kind }) => kind !== 'image');
    const text = stableHash(told.map((block) => block.text).join('\n'));
    const id = (old ?? known.findText(text))?.article;
    if (id === undefined) articles.push(article);
    else if (old) articles.push({ ...article, id });
    // What another source brought, that one asks for.
    const isShort = isTeaser(article) && (old !== undefined || id === undefined);
    return { ...found, text, article: id ?? article.id, ...(isShort && { tries: 0 }) };
  }
}

function asKept(
  { text, article }: KnownItem,
  own: KnownItem | undefined,
): Pick<KnownItem, 'text' | 'article' | 'tries'> {
  return { text, article, ...(own?.tries !== undefined && { tries: own.tries }) };
}

/** Of the markup, before any of it is read. */
function stampOf({ title, summary, content_html, content_text, date_published }: FeedItem): string {
  return stableHash([title, summary, content_html, content_text, date_published].map(String).join('\n'));
}

/** By item; an address that several of them give is nobody's. */
function ownAddresses(items: readonly FeedItem[], base: string): (string | undefined)[] {
  const addresses = items.map(({ url }) => (typeof url === 'string' ? canonicalAddress(url, base) : undefined));
  const counts = new Map<string | undefined, number>();
  for (const address of addresses) counts.set(address, (counts.get(address) ?? 0) + 1);
  return addresses.map((address) => (counts.get(address) === 1 ? address : undefined));
}
