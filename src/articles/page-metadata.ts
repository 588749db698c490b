import { feedDate } from './feed-date.ts';
import { languageTag } from './language-tag.ts';
import type { NamedPicture } from './pictures.ts';
import { oneLine } from './text-blocks.ts';
import { webAddress } from './web-address.ts';

/** What a page says of its article. Plain lines; addresses are absolute http(s), the date is ISO 8601. */
export interface PageMetadata {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly source?: string | undefined;
  readonly summary?: string | undefined;
  readonly topic?: string | undefined;
  readonly published?: string | undefined;
  /** BCP 47, as the page has it, which is often wrong. */
  readonly language?: string | undefined;
  /** The address that the page has for itself. */
  readonly url?: string | undefined;
  /** The one that stands for the page where others link to it. */
  readonly image?: NamedPicture | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * From JSON-LD (schema.org Article and its kinds), then Open Graph and the other meta elements, then what is shown.
 *
 * @param now milliseconds since 1970; nothing is published later
 */
export function pageMetadata(page: Document, now: number): PageMetadata {
  const article = linkedData(page) ?? {};
  const meta = metaElements(page);
  const source = name(article['publisher']) ?? meta.get('og:site_name') ?? meta.get('application-name');
  const dates = [
    line(article['datePublished']),
    ...['article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.created', 'pubdate'].map((key) =>
      meta.get(key),
    ),
    attribute(page, 'time', 'datetime'),
  ];
  const languages = [
    line(article['inLanguage']),
    line(page.documentElement.getAttribute('lang')),
    meta.get('og:locale'),
  ];
  return {
    title: pageTitle(page, line(article['headline']) ?? meta.get('og:title'), source),
    byline: bylineOf(article['author']) ?? personName(meta.get('author') ?? meta.get('article:author')),
    source,
    summary: meta.get('og:description') ?? meta.get('description') ?? line(article['description']),
    topic: line(first(article['articleSection'])) ?? meta.get('article:section'),
    published: dates.map((date) => date && feedDate(date, now)).find((date) => date !== undefined),
    language: languages.map((tag) => tag && languageTag(tag)).find((tag) => tag !== undefined),
    url: webAddress(canonicalLink(page) ?? meta.get('og:url') ?? ''),
    image: namedPicture(meta),
  };
}

/** The first article that the page's JSON-LD describes, in whatever graph or list. */
function linkedData(page: Document): Fields | undefined {
  for (const script of page.getElementsByTagName('script')) {
    if (script.getAttribute('type') !== 'application/ld+json') continue;
    const found = findArticle(parseJson(script.textContent));
    if (found) return found;
  }
  return undefined;
}

function findArticle(data: unknown): Fields | undefined {
  const rest = [data];
  for (let looked = 0; rest.length > 0 && looked < 1000; looked++) {
    const item = rest.shift();
    if (Array.isArray(item)) rest.push(...(item as unknown[]).slice(0, 1000));
    if (!isFields(item)) continue;
    if ([item['@type']].flat().some((type) => /(Article|Posting|Report)$/.test(String(type)))) return item;
    rest.push(item['@graph'], item['mainEntity']);
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    // Many a site breaks lines inside strings.
    return JSON.parse(text.replace(/[\n\r\t]/g, ' '));
  } catch {
    return undefined;
  }
}

function namedPicture(meta: ReadonlyMap<string, string>): NamedPicture {
  return {
    url: meta.get('og:image') ?? meta.get('og:image:url') ?? meta.get('twitter:image'),
    width: meta.get('og:image:width'),
    height: meta.get('og:image:height'),
    description: meta.get('og:image:alt'),
  };
}

/** By name or property, in lower case; the first of each that says something. */
function metaElements(page: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of page.getElementsByTagName('meta')) {
    const key = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop'))
      ?.trim()
      .toLowerCase();
    const value = line(element.getAttribute('content'));
    if (key !== undefined && value !== undefined && !found.has(key)) found.set(key, value);
  }
  return found;
}

/** The headline that is shown, where it is the one that is told; told ones often end with the name of the site. */
function pageTitle(page: Document, told: string | undefined, source: string | undefined): string | undefined {
  const headlines = [...page.getElementsByTagName('h1')].map((heading) => line(heading.textContent));
  const whole = told ?? line(page.querySelector('title')?.textContent);
  const shown = headlines.find((headline) => headline !== undefined && whole?.startsWith(headline));
  if (shown !== undefined) return shown;
  if (told !== undefined) return withoutSite(told, source);
  const [only, other] = headlines.filter((headline) => headline !== undefined && headline !== source);
  return only !== undefined && other === undefined ? only : whole && withoutSite(whole, source);
}

function withoutSite(title: string, source: string | undefined): string {
  const [, head = '', tail = ''] = /^(.{10,}?)\s+[-–—|•»]\s+([^-–—|•»]{2,40})$/u.exec(title) ?? [];
  if (head === '') return title;
  return source === undefined || tail.toLowerCase() === source.toLowerCase() ? head : title;
}

function bylineOf(author: unknown): string | undefined {
  const names = [author].flat().map((one) => personName(name(one)));
  return line(names.filter((one) => one !== undefined).join(', '));
}

/** Addresses stand where names should. */
function personName(written: string | undefined): string | undefined {
  return written === undefined || /^https?:|^www\.|@/.test(written) ? undefined : written;
}

function name(value: unknown): string | undefined {
  return isFields(value) ? line(first(value['name'])) : line(value);
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function line(value: unknown): string | undefined {
  return typeof value === 'string' ? oneLine(value.slice(0, 2000)).text || undefined : undefined;
}

function canonicalLink(page: Document): string | undefined {
  const links = [...page.getElementsByTagName('link')];
  return line(links.find((link) => link.getAttribute('rel') === 'canonical')?.getAttribute('href'));
}

/** Of the first element of this name that has it. */
function attribute(page: Document, name: string, key: string): string | undefined {
  const elements = [...page.getElementsByTagName(name)];
  return line(elements.find((element) => element.hasAttribute(key))?.getAttribute(key));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
