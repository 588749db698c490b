import type { Article, Block } from './article.ts';
import type { Edition } from './edition.ts';
import { stableHash } from './hash.ts';
import { htmlBlocks, type HtmlContext } from './html-blocks.ts';
import { isoDate } from './iso-date.ts';
import { languageTag } from './language-tag.ts';
import { splitLongBlock } from './long-block.ts';
import { cutMarkup, limitBlocks, maxItemLength } from './long-text.ts';
import { oneLine } from './text-blocks.ts';
import { readBlocks } from './plain-blocks.ts';
import { titleFromText } from './title.ts';
import { webAddress } from './web-address.ts';

/** An edition is one sitting's reading, not an archive; what comes after is not read. */
export const maxArticles = 500;

export interface FeedContext {
  /** Absolute address of the feed. */
  readonly address: string;
  /** The app's own name for the edition, `[a-z0-9-]`. */
  readonly key: string;
  /** Parses a whole HTML document, to one in which nothing runs or loads. */
  readonly parseHtml: (html: string) => Document;
  readonly pictureBlock?: HtmlContext['pictureBlock'];
}

/** Of somebody's JSON, unchecked. */
export type Fields = Readonly<Record<string, unknown>>;

/** What the items of a feed inherit from it. */
export interface ItemContext extends FeedContext {
  readonly source: string;
  readonly language: string;
  readonly byline: string | undefined;
}

/**
 * A feed as an edition. Items without text, and repetitions of an item, are left out, as are those after `maxArticles`.
 *
 * @param feed its own fields
 * @param items fields of JSON Feed items
 */
export function toEdition(feed: Fields, items: readonly unknown[], context: FeedContext): Edition {
  const inherited = inheritance(feed, context);
  const { source, language } = inherited;
  return {
    key: context.key,
    title: source,
    address: context.address,
    ...known('homepage', address(feed['home_page_url'], context.address)),
    ...known('description', line(feed['description'])),
    language,
    articles: readItems(items, inherited),
  };
}

function readItems(items: readonly unknown[], context: ItemContext): Article[] {
  const articles = new Map<string, Article>();
  for (const item of items.slice(0, maxArticles)) {
    const article = isFields(item) ? readItem(item, context) : undefined;
    if (article && !articles.has(article.id)) articles.set(article.id, article);
  }
  return [...articles.values()];
}

/** @param feed a JSON Feed's fields, unchecked */
export function inheritance(feed: Fields, context: FeedContext): ItemContext {
  const source = line(feed['title']) ?? new URL(context.address).hostname;
  return { ...context, source, language: tag(feed['language']) ?? 'sq', byline: byline(feed) };
}

/**
 * An item as an article; undefined where it holds no text.
 *
 * @param item a JSON Feed item's fields, unchecked
 */
export function readItem(item: Fields, context: ItemContext): Article | undefined {
  const url = address(item['url'], context.address);
  const language = tag(item['language']) ?? context.language;
  const content = readContent(item, { ...context, base: url ?? context.address, language });
  const first = content.find(({ text }) => text);
  const written = line(item['title']);
  const title = written ?? (first?.kind === 'heading' ? first.text : first && titleFromText(first.text));
  if (!title || !content.length) return undefined;

  return {
    id: `${context.key}/${safeId(identity(item) ?? [title, ...content.map((block) => block.text)].join('\n'))}`,
    title,
    language,
    blocks: written === undefined ? content : withHeadline(written, content),
    ...known('url', url),
    source: context.source,
    ...known('byline', byline(item) ?? context.byline),
    ...known('summary', line(item['summary'])),
    ...known('topic', Array.isArray(item['tags']) ? line(item['tags'][0]) : undefined),
    ...known('published', typeof item['date_published'] === 'string' ? isoDate(item['date_published']) : undefined),
  };
}

function readContent(
  item: Fields,
  { parseHtml, ...context }: HtmlContext & Pick<FeedContext, 'parseHtml'>,
): readonly Block[] {
  const { content_html: html, content_text: text } = item;
  if (typeof html === 'string') {
    const markup = cutMarkup(html);
    // Made a whole document, so that every parser puts the content into the body.
    const parsed = parseHtml(`<!doctype html><html><head></head><body>${markup}</body></html>`);
    const blocks = htmlBlocks(parsed.documentElement, context);
    if (blocks.length > 0) return limitBlocks(blocks.flatMap(splitLongBlock), context.language, markup !== html);
  }
  if (typeof text !== 'string') return [];
  return limitBlocks(
    readBlocks(text.slice(0, 2 * maxItemLength)).blocks,
    context.language,
    text.length > 2 * maxItemLength,
  );
}

/** The headline before the content, once: many feeds repeat it there. */
function withHeadline(title: string, content: readonly Block[]): Block[] {
  const isRepeated = content[0]?.text.toLowerCase() === title.toLowerCase();
  return [{ kind: 'heading', text: title, marks: [] }, ...content.slice(isRepeated ? 1 : 0)];
}

/** The item's own id, which some feeds write as a number, else its address. Else it is known by what it says. */
export function identity({ id, url }: Fields): string | undefined {
  if (typeof id === 'number') return String(id);
  return [id, url].find((name): name is string => typeof name === 'string' && name !== '');
}

/** Goes into the article's address: readable where it can be. */
function safeId(id: string): string {
  return /^[a-z0-9-]{1,80}$/.test(id) ? id : stableHash(id);
}

/** Authors as 1.1 writes them, else the one of 1.0. */
function byline(fields: Fields): string | undefined {
  const authors: unknown[] = Array.isArray(fields['authors']) ? fields['authors'] : [fields['author']];
  const names = authors.map((author) => (isFields(author) ? line(author['name']) : undefined));
  return line(names.filter((name) => name !== undefined).join(', '));
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of plain text, tidied; undefined where there is none. */
function line(value: unknown): string | undefined {
  return typeof value === 'string' ? oneLine(value).text || undefined : undefined;
}

function tag(value: unknown): string | undefined {
  return typeof value === 'string' ? languageTag(value) : undefined;
}

function address(value: unknown, base: string): string | undefined {
  return typeof value === 'string' && value !== '' ? webAddress(value, base) : undefined;
}

/** A property for an object literal, which has it only where the value is known. */
function known<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}
