import { decodeMarkup } from './decode-markup.ts';
import { oneLine } from './text-blocks.ts';
import type { Entries } from './unzip.ts';
import { isHarmlessXml } from './xml-guard.ts';

/** A book as its package describes it. */
export interface Book {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly language?: string | undefined;
  readonly published?: string | undefined;
  readonly identifier?: string | undefined;
  /** Paths of the documents of its text, in reading order. */
  readonly spine: readonly string[];
  /** What the table of contents calls them, by path. */
  readonly titles: ReadonlyMap<string, string>;
}

type Parse = (html: string) => Document;

/** The package document of EPUB 2 and 3, and its table of contents; undefined where there is none that can be read. */
export function readPackage(entries: Entries, parseHtml: Parse): Book | undefined {
  const container = parseEntry(entries, 'META-INF/container.xml', parseHtml);
  const path = container?.querySelector('rootfile')?.getAttribute('full-path') ?? '';
  const opf = parseEntry(entries, path, parseHtml);
  if (!opf) return undefined;
  const items = new Map(
    [...opf.querySelectorAll('manifest item')].map((item) => [item.getAttribute('id') ?? '', item]),
  );
  const pathOf = (item: Element | undefined) => resolve(path, item?.getAttribute('href') ?? '');
  const navigation = [...items.values()].find((item) => /(^|\s)nav(\s|$)/.test(item.getAttribute('properties') ?? ''));
  const ncx = [...items.values()].find((item) => item.getAttribute('media-type') === 'application/x-dtbncx+xml');

  const spine = [...opf.querySelectorAll('spine itemref')]
    .filter((reference) => reference.getAttribute('linear') !== 'no')
    .map((reference) => items.get(reference.getAttribute('idref') ?? ''))
    .filter((item) => item !== navigation && /html/.test(item?.getAttribute('media-type') ?? ''))
    .map(pathOf);
  return {
    title: field(opf, 'dc:title'),
    byline: field(opf, 'dc:creator'),
    language: field(opf, 'dc:language'),
    published: field(opf, 'dc:date'),
    identifier: field(opf, 'dc:identifier'),
    spine: [...new Set(spine)],
    titles: navigation
      ? titles(entries, pathOf(navigation), 'nav a[href]', parseHtml)
      : titles(entries, pathOf(ncx), 'navPoint', parseHtml),
  };
}

/** Is text of the book encrypted? Fonts alone often are, so that they cannot be taken out of it. */
export function isLocked(entries: Entries, parseHtml: Parse): boolean {
  const encryption = parseEntry(entries, 'META-INF/encryption.xml', parseHtml);
  const references = [...(encryption?.querySelectorAll('*') ?? [])].filter((element) =>
    /(^|:)cipherreference$/i.test(element.localName),
  );
  return references.some((reference) =>
    /html?$/i.test(reference.getAttribute('uri') ?? reference.getAttribute('URI') ?? ''),
  );
}

/** An XHTML or XML document of the book, read as HTML: what we look for in it is found by name all the same. */
export function parseEntry(entries: Entries, path: string, parseHtml: Parse): Document | undefined {
  const bytes = entries.get(path);
  const text = bytes && decodeMarkup(bytes);
  return text !== undefined && isHarmlessXml(text) ? parseHtml(htmlOf(text)) : undefined;
}

const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** HTML does not close an element by `/>`: `<title/>` would swallow the book. */
function htmlOf(xhtml: string): string {
  const html = xhtml
    .replace(/^\s*<\?xml[^>]*>/, '')
    .replace(/<([a-z][\w:.-]*)((?:\s[^<>]*)?)\/>/gi, (whole, name: string, attributes: string) =>
      voids.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`,
    );
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
}

function titles(entries: Entries, path: string, selector: string, parseHtml: Parse): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of parseEntry(entries, path, parseHtml)?.querySelectorAll(selector) ?? []) {
    const source =
      entry.localName === 'a' ? entry.getAttribute('href') : entry.querySelector('content')?.getAttribute('src');
    const label = entry.localName === 'a' ? entry : entry.querySelector('navLabel');
    const target = resolve(path, source ?? '');
    const title = oneLine(label?.textContent ?? '').text;
    if (title !== '' && !found.has(target)) found.set(target, title);
  }
  return found;
}

/** A path inside the archive, as a reference at another path means it; without the place in the document. */
function resolve(from: string, reference: string): string {
  try {
    const { pathname } = new URL(reference, `https://book.invalid/${encodeURI(from)}`);
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return '';
  }
}

function field(opf: Document, name: string): string | undefined {
  const [element] = opf.getElementsByTagName(name);
  return oneLine(element?.textContent ?? '').text || undefined;
}
