import type { Article, Block } from './article.ts';
import { linkedLength } from './boilerplate.ts';
import { stableHash } from './hash.ts';
import { htmlBlocks } from './html-blocks.ts';
import { splitLongBlock } from './long-block.ts';
import { cutMarkup, maxPageElements } from './long-text.ts';
import { maxBlocks } from './text-reader.ts';

/** What stands around the text: boxes of facts, notes, references, pictures, ways to other pages. */
const around = [
  '[class*="infobox"], .navbox, .vertical-navbox, .sidebar, .metadata, .ambox, .hatnote, .dablink, .noprint, .toc',
  '.reference, .references, .reflist, .mw-references-wrap, .mw-editsection, .mw-cite-backlink, .error, .thumb, .gallery',
  'figure, .sistersitebox, .portalbox, .portal-bar, .authority-control, .catlinks, #toc, #coordinates, .geo-nondefault',
  '.mw-empty-elt, [role="navigation"], [role="note"]',
].join(', ');

/** Sections that list where the text is from and where else to look. */
const lists =
  /^(?:referim(?:e|et)|shënim(?:e|et)(?: dhe referime)?|burim(?:e|et)|literatur(?:ë|a)|bibliografi(?:a)?|shi(?:h|hni|ko|koni) edhe|lidhje(?:t)? (?:të )?jashtme|lexim(?:e|et) të mëtejshme|galeri(?:a)?)$/i;

/** Shorter texts say only that there is none yet. In UTF-16 units. */
const shortest = 40;

const licence = { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/deed.sq' };

export interface WikipediaPage {
  readonly title: string;
  /** The inside of the page, as the API's `parse` makes it. */
  readonly html: string;
  /** As in `https://sq.wikipedia.org`. */
  readonly site: string;
  /** Parses a whole HTML document, to one in which nothing runs or loads. */
  readonly parseHtml: (html: string) => Document;
}

/** A page of Wikipedia as an article, which says in the end whose it is, as its licence asks; undefined without a text. */
export function wikipediaArticle(page: WikipediaPage): Article | undefined {
  const url = addressOf(page);
  const blocks = blocksOf(page, (root) => {
    for (const heading of root.querySelectorAll('h2')) {
      if (lists.test(heading.textContent.trim())) removeSection(heading);
    }
  });
  return hasText(blocks) ? toArticle(page.title, blocks, url) : undefined;
}

/**
 * The main page, whose text is new each day, as an article of that day: what is told there, without the lists of
 * links around it.
 *
 * @param day `2026-11-25`
 */
export function wikipediaToday(page: WikipediaPage, title: string, day: string): Article | undefined {
  const told = blocksOf(page).filter(
    (block) => block.kind === 'heading' || block.text.length - linkedLength(block) >= shortest,
  );
  const blocks = told.filter(({ kind }, index) => kind !== 'heading' || isTextAfter(told, index));
  if (!hasText(blocks)) return undefined;
  return { ...toArticle(title, blocks, addressOf(page)), id: `wikipedia/sot-${day}`, published: day };
}

function isTextAfter(blocks: readonly Block[], index: number): boolean {
  const next = blocks[index + 1];
  return next !== undefined && next.kind !== 'heading';
}

function addressOf({ site, title }: WikipediaPage): string {
  return `${site}/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`;
}

function blocksOf({ html, site, parseHtml }: WikipediaPage, prepare?: (root: HTMLElement) => void): Block[] {
  const cut = cutMarkup(html, maxPageElements, 2 * html.length);
  const { body } = parseHtml(`<!doctype html><html><head></head><body>${cut}</body></html>`);
  for (const element of body.querySelectorAll(around)) element.remove();
  // Pages that are not written yet.
  for (const link of body.querySelectorAll('a.new')) link.removeAttribute('href');
  prepare?.(body);
  return htmlBlocks(body, { base: `${site}/wiki/`, language: 'sq' })
    .flatMap(splitLongBlock)
    .slice(0, maxBlocks);
}

/** MediaWiki puts headings into boxes of their own, and did not always. */
function removeSection(heading: Element): void {
  const parent = heading.parentElement;
  const start = parent?.classList.contains('mw-heading') ? parent : heading;
  for (let next = start.nextElementSibling; next && !isSection(next); next = start.nextElementSibling) next.remove();
  start.remove();
}

function isSection(element: Element): boolean {
  return element.localName === 'h2' || element.classList.contains('mw-heading2');
}

function hasText(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind, text }) => kind !== 'heading' && text.length >= shortest);
}

function toArticle(title: string, blocks: readonly Block[], url: string): Article {
  return {
    id: `wikipedia/${stableHash(url)}`,
    title,
    language: 'sq',
    source: 'Wikipedia',
    url,
    blocks: [{ kind: 'heading', text: title, marks: [] }, ...blocks, attribution(url)],
  };
}

/** Among the blocks, so that it goes along wherever the text goes: into a sound file, too. */
function attribution(url: string): Block {
  const text = `Marrë nga Wikipedia, enciklopedia e lirë, punë e shumë vetave. Leja: ${licence.name}.`;
  const link = (part: string, href: string) => {
    const start = text.indexOf(part);
    return { kind: 'link' as const, start, end: start + part.length, href };
  };
  return { kind: 'paragraph', text, marks: [link('Wikipedia', url), link(licence.name, licence.address)] };
}
