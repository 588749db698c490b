import { Readability } from '@mozilla/readability';
import { isAlbanianText } from './albanian-text.ts';
import type { Article, Block } from './article.ts';
import { linkedLength, withoutBoilerplate } from './boilerplate.ts';
import { decodeMarkup } from './decode-markup.ts';
import { stableHash } from './hash.ts';
import { htmlBlocks } from './html-blocks.ts';
import { splitLongBlock } from './long-block.ts';
import { cutMarkup, maxPageElements } from './long-text.ts';
import { pageMetadata, type PageMetadata } from './page-metadata.ts';
import { removeParts } from './page-parts.ts';
import { pictureBlock, withPictures } from './pictures.ts';
import { maxBlocks } from './text-reader.ts';
import { titleFromText } from './title.ts';
import { walk } from './walk.ts';
import { webAddress } from './web-address.ts';

/** In bytes. */
export const maxPageSize = 8_000_000;

/** News pages nest some 40 deep. Readability takes cubic time over what is deeper: 15 seconds for 1000 levels. */
const maxPageDepth = 128;

/** In UTF-16 units that are no link: shorter ones are notes, front pages, or the stub before a paywall. */
const shortestArticle = 200;
const shortestBeforePaywall = 700;

export interface PageContext {
  /** Absolute address of the page, where it came from one. */
  readonly address?: string;
  /** The value of the HTTP header, which may name the encoding. */
  readonly contentType?: string;
  /** Parses a whole HTML document, to one in which nothing runs or loads. */
  readonly parseHtml: (html: string) => Document;
  /** Milliseconds since 1970; nothing is published later. The clock's, unless given. */
  readonly now?: number;
}

/**
 * Why a page is no article:
 * - `not-text`: it is no markup
 * - `too-large`: over `maxPageSize`
 * - `too-little`: no article is in it, or only its beginning
 */
export interface PageProblem {
  readonly problem: 'not-text' | 'too-large' | 'too-little';
}

/** The article of a web page: Readability finds it, our own walk makes it blocks and marks, the page's rest is left. */
export function readPage(bytes: Uint8Array, context: PageContext): Article | PageProblem {
  return read(bytes, context, (page, metadata, html) => {
    const found = extract(page, metadata, context.parseHtml);
    const { blocks, isStub } = withoutBoilerplate(found ?? shownBlocks(context.parseHtml(html), metadata));
    const isEnough = proseLength(blocks) >= (isStub ? shortestBeforePaywall : shortestArticle);
    return isEnough && isMostlyProse(blocks) ? blocks : [];
  });
}

/** A page that the listener kept as a file: its article, else all the text that it shows. */
export function readHtmlFile(bytes: Uint8Array, context: PageContext): Article | PageProblem {
  const article = readPage(bytes, context);
  if (!('problem' in article) || article.problem !== 'too-little') return article;
  return read(bytes, context, (page, metadata) => bodyBlocks(page, metadata));
}

type Base = PageMetadata & { readonly base: string; readonly walkLanguage: string };

function read(
  bytes: Uint8Array,
  { address, contentType, parseHtml, now = Date.now() }: PageContext,
  blocksOf: (page: Document, metadata: Base, html: string) => readonly Block[],
): Article | PageProblem {
  if (bytes.length > maxPageSize) return { problem: 'too-large' };
  const text = decodeMarkup(bytes, contentType);
  if (text === undefined) return { problem: 'not-text' };
  const html = whole(cutMarkup(text, maxPageElements, maxPageSize));
  const page = parseHtml(html);
  const metadata = pageMetadata(page, now);
  const url = canonical(metadata.url, address);
  // Where nothing is known, only whole addresses lead somewhere.
  const base = webAddress(page.querySelector('base[href]')?.getAttribute('href') ?? '', url) ?? url ?? 'about:blank';
  const found = blocksOf(page, { ...metadata, base, walkLanguage: metadata.language ?? 'sq' }, html);
  if (!found.some(({ kind }) => kind !== 'image')) return { problem: 'too-little' };
  return withPictures(toArticle(found, { ...metadata, url }), metadata.image, base);
}

/** Made a whole document where it is a part of one, so that every parser gives it a body. */
function whole(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
}

/** The page's own name for itself, unless it leads to another site; a file has only that. */
function canonical(own: string | undefined, address: string | undefined): string | undefined {
  if (own === undefined || address === undefined) return own ?? address;
  return new URL(own).origin === new URL(address).origin && new URL(own).pathname !== '/' ? own : address;
}

/** What Readability takes for the article; undefined where it takes nothing, fails, or would not end. */
function extract(
  page: Document,
  { base, walkLanguage }: Base,
  parseHtml: PageContext['parseHtml'],
): Block[] | undefined {
  if (depth(page) > maxPageDepth) return undefined;
  removeParts(page);
  restoreByParser(page.body, parseHtml);
  // Readability makes addresses whole, by a base that for a page parsed in the app is the app’s.
  Object.defineProperty(page, 'baseURI', { value: base });
  try {
    // The metadata is read already; elements are what our walk needs, not markup.
    const reader = new Readability<Node>(page, { disableJSONLD: true, serializer: (element) => element });
    const content = reader.parse()?.content;
    return content ? htmlBlocks(content, { base, language: walkLanguage, pictureBlock }) : undefined;
  } catch {
    // Markup that it was not made for.
    return undefined;
  }
}

function depth(page: Document): number {
  let deepest = 0;
  let current = 0;
  walk(page.documentElement, {
    text: () => undefined,
    enter() {
      deepest = Math.max(deepest, ++current);
      return true;
    },
    leave: () => current--,
  });
  return deepest;
}

/** Readability puts the body back by its markup when it tries again. Trusted Types want that done by our own parser. */
function restoreByParser(body: HTMLElement, parseHtml: PageContext['parseHtml']): void {
  Object.defineProperty(body, 'innerHTML', {
    get: () => body.outerHTML,
    set: (markup: string) =>
      body.replaceChildren(...parseHtml(`<!doctype html><html><head></head>${markup}</html>`).body.childNodes),
  });
}

/** All that the page shows, without what is certainly not its article's. */
function shownBlocks(page: Document, base: Base): Block[] {
  removeParts(page);
  return bodyBlocks(page, base);
}

function bodyBlocks(page: Document, { base, walkLanguage }: Base): Block[] {
  for (const element of page.querySelectorAll('body > header, body > footer, aside')) element.remove();
  return htmlBlocks(page.body, { base, language: walkLanguage, pictureBlock });
}

function proseLength(blocks: readonly Block[]): number {
  const prose = blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'image');
  return prose.reduce((sum, block) => sum + block.text.length - linkedLength(block), 0);
}

/** A front page is headlines that lead elsewhere. */
function isMostlyProse(blocks: readonly Block[]): boolean {
  const linked = blocks.reduce((sum, block) => sum + linkedLength(block), 0);
  return linked < proseLength(blocks) && blocks.some(({ kind, text }) => kind !== 'heading' && text.length >= 60);
}

function toArticle(found: readonly Block[], metadata: PageMetadata): Article {
  const content = found.flatMap(splitLongBlock).slice(0, maxBlocks);
  const told = content.filter(({ kind }) => kind !== 'image');
  const text = told.map((block) => block.text).join('\n');
  const language = isAlbanianText(text) ? 'sq' : (metadata.language ?? 'sq');
  const title = metadata.title ?? titleFromText(told[0]?.text ?? '');
  const blocks = withoutFalseMarks(content, language);
  const { byline, source, summary, topic, published, url } = metadata;
  const known = Object.entries({ url, source, byline, summary, topic, published });
  return {
    id: `faqe/${stableHash(url ?? text)}`,
    title,
    language,
    blocks: metadata.title === undefined ? blocks : withHeadline(title, blocks, metadata),
    ...Object.fromEntries(known.filter(([, value]) => value !== undefined)),
  };
}

/** Once, with nothing before it; the byline is told apart from the text. */
function withHeadline(title: string, blocks: readonly Block[], { byline = '' }: PageMetadata): Block[] {
  const same = (block: Block) => block.text.toLowerCase() === title.toLowerCase();
  const repeated = blocks.slice(0, 3).findIndex(same);
  const rest = blocks.slice(repeated + 1);
  const names = new Set([byline, `nga ${byline}`, `by ${byline}`].map((name) => name.toLowerCase()));
  const first = rest[0];
  const isByline = byline !== '' && first !== undefined && names.has(first.text.toLowerCase());
  return [{ kind: 'heading', text: title, marks: [] }, ...rest.slice(isByline ? 1 : 0)];
}

/** Where a site says of its Albanian that it is another language, the mark would have it read by a foreign voice. */
function withoutFalseMarks(blocks: readonly Block[], language: string): Block[] {
  return blocks.map((block) => ({
    ...block,
    marks: block.marks.filter(
      ({ kind, start, end }) =>
        kind !== 'language' || language !== 'sq' || !isAlbanianText(block.text.slice(start, end)),
    ),
  }));
}
