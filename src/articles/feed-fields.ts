import type { parseAtomFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { NamedPicture } from './pictures.ts';

type Rss = ReturnType<typeof parseRssFeed<string>>;
type Rdf = ReturnType<typeof parseRdfFeed<string>>;
type Atom = ReturnType<typeof parseAtomFeed<string>>;
type RssItem = NonNullable<Rss['items']>[number];
type RdfItem = NonNullable<Rdf['items']>[number];
type AtomEntry = NonNullable<Atom['entries']>[number];

/** An item of any feed, in the fields of JSON Feed 1.1 that we read. All but `content_text` may hold markup. */
export interface FeedItem {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly content_html?: string | undefined;
  readonly content_text?: string | undefined;
  readonly summary?: string | undefined;
  /** As the feed writes it. */
  readonly date_published?: string | undefined;
  readonly language?: string | undefined;
  readonly authors?: readonly Author[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Besides those in the text: its address, or more about it. */
  readonly image?: string | NamedPicture | undefined;
}

interface Author {
  readonly name?: string | undefined;
}

/** A feed likewise. */
export interface FeedFields {
  readonly title?: string | undefined;
  readonly home_page_url?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly authors?: readonly Author[] | undefined;
  readonly items: readonly FeedItem[];
}

/** RSS 0.9 to 2.0, with the modules that news sites write. */
export function fromRss(feed: Rss): FeedFields {
  return {
    title: feed.title,
    home_page_url: feed.link ?? webLink(feed.atom?.links),
    description: feed.description,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    items: (feed.items ?? []).map(fromRssItem),
  };
}

function fromRssItem(item: RssItem): FeedItem {
  const shared = fromModules(item);
  const guid = item.guid?.value;
  const isAddress = item.guid?.isPermaLink !== false && /^https?:/.test(guid ?? '');
  return {
    ...shared,
    id: guid,
    url: shared.url ?? (isAddress ? guid : undefined),
    date_published: item.pubDate ?? shared.date_published,
    authors: shared.authors ?? item.authors?.map(({ name }) => ({ name })),
    tags: item.categories?.flatMap(({ name }) => name ?? []) ?? shared.tags,
    image: shared.image ?? item.enclosures?.find(({ type }) => type?.startsWith('image/')),
  };
}

/** RSS 1.0. */
export function fromRdf(feed: Rdf): FeedFields {
  return {
    title: feed.title,
    home_page_url: feed.link,
    description: feed.description,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    items: (feed.items ?? []).map((item) => ({ ...fromModules(item), id: item.rdf?.about })),
  };
}

/** What RSS and RDF write alike: the text, and the fields of Dublin Core and Atom. */
function fromModules(item: RssItem | RdfItem): FeedItem {
  const full = item.content?.encoded;
  return {
    url: item.link ?? webLink(item.atom?.links),
    title: item.title ?? item.dc?.titles?.[0],
    content_html: full ?? item.description ?? item.dc?.descriptions?.[0],
    summary: full === undefined ? undefined : item.description,
    date_published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published,
    language: item.xml?.lang ?? item.dc?.languages?.[0],
    authors: item.dc?.creators?.map((name) => ({ name })),
    tags: item.dc?.subjects,
    image: mediaPicture(item.media),
  };
}

export function fromAtom(feed: Atom): FeedFields {
  return {
    title: feed.title?.value,
    home_page_url: webLink(feed.links),
    description: feed.subtitle?.value,
    language: feed.xml?.lang,
    authors: feed.authors,
    items: (feed.entries ?? []).map(fromEntry),
  };
}

function fromEntry(entry: AtomEntry): FeedItem {
  const content = entry.content?.value ?? entry.summary?.value;
  const isPlain = (entry.content ?? entry.summary)?.type === 'text';
  return {
    id: entry.id,
    url: webLink(entry.links),
    title: entry.title?.value,
    ...(isPlain ? { content_text: content } : { content_html: content }),
    summary: entry.content?.value === undefined ? undefined : entry.summary?.value,
    date_published: entry.published ?? entry.updated ?? entry.dc?.dates?.[0],
    language: entry.content?.xml?.lang ?? entry.xml?.lang ?? entry.dc?.languages?.[0],
    authors: entry.authors ?? entry.dc?.creators?.map((name) => ({ name })),
    tags: entry.categories?.flatMap(({ label, term }) => label ?? term ?? []),
    image: mediaPicture(entry.media) ?? enclosedPicture(entry),
  };
}

function enclosedPicture({ links }: AtomEntry): NamedPicture | undefined {
  const link = links?.find(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/'));
  return link && { url: link.href };
}

/** Media RSS: the picture itself, else the small one that stands for it. */
function mediaPicture(media: RssItem['media']): NamedPicture | undefined {
  if (!media) return undefined;
  const parts = [media, ...(media.groups ?? [])];
  const contents = parts.flatMap(({ contents = [] }) => contents);
  const found = contents.find(({ medium, type }) => (medium ?? type)?.startsWith('image'));
  if (found) return { ...found, description: found.description?.value };
  return parts.flatMap(({ thumbnails = [] }) => thumbnails)[0];
}

/** Where people read it; other links lead to the feed itself, to sounds, or to where one can edit. */
function webLink(links: readonly { href?: string; rel?: string }[] | undefined): string | undefined {
  return links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
}
