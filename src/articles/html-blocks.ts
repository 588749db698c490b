import type { Block, BlockKind } from './article.ts';
import { BlockWriter, type Meaning } from './block-writer.ts';
import { isSameLanguage, languageTag } from './language-tag.ts';
import { mergeRow } from './table-row.ts';
import { walk } from './walk.ts';
import { webAddress } from './web-address.ts';

export interface HtmlContext {
  /** Absolute address that relative links are resolved against. */
  readonly base: string;
  /** BCP 47, of the text where it says nothing else. */
  readonly language: string;
  /** What is made of a picture; they are left out where it is not given. */
  readonly pictureBlock?: ((image: Element, base: string) => Block | undefined) | undefined;
}

/** Not text of the article: machinery, controls, and what stands in for media. */
const dropped = new Set(
  (
    'head script style noscript template iframe frameset object embed canvas audio video svg math nav dialog ' +
    'button input select option datalist textarea output progress meter label legend'
  ).split(' '),
);

/** These begin and end a block, and say of what kind. */
const kinds = new Map<string, BlockKind>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
  ...['li', 'dt', 'dd'].map((name) => [name, 'item'] as const),
  ...['figcaption', 'caption'].map((name) => [name, 'caption'] as const),
  ['blockquote', 'quote'],
  ['pre', 'code'],
]);

/** These begin and end a block of the kind that is around them. */
const separators = new Set(
  (
    'p div section article main header footer aside address figure hgroup details summary hr form fieldset center ' +
    'ul ol menu dl table thead tbody tfoot tr td th'
  ).split(' '),
);

/** An element that the walk is inside of. */
interface Frame {
  readonly kind: BlockKind;
  readonly language: string;
  readonly isBlock: boolean;
  readonly openMarks: number;
  /** Of a table row: how many blocks there were at its beginning, and at that of each of its cells. */
  readonly row?: { readonly start: number; readonly cells: number[] };
}

/**
 * The text of an inert document, or of a part of it, as blocks with marks. Nothing but text, http(s) addresses and
 * language tags comes through, and of a picture what `pictureBlock` makes of it; what is hidden, or is not text of the article, does not. Bare text is a paragraph.
 * Linear in the size of the document, however deeply it is nested.
 */
export function htmlBlocks(root: Node, { base, language, pictureBlock }: HtmlContext): Block[] {
  const writer = new BlockWriter();
  const outermost: Frame = { kind: 'paragraph', language, isBlock: true, openMarks: 0 };
  const frames: Frame[] = [];
  const rows: NonNullable<Frame['row']>[] = [];
  const current = (): Frame => frames.at(-1) ?? outermost;

  walk(root, {
    text(data) {
      writer.text(data);
    },
    enter(element) {
      const name = element.localName;
      // Most have none, and to look for one is slow.
      const hasAttributes = element.hasAttributes();
      if (dropped.has(name) || (hasAttributes && isHidden(element))) return false;
      const around = current();
      if (name === 'br') writer.lineBreak(around.kind);
      // Not in a row of a table, which is read as one.
      const picture = name === 'img' && !rows.length ? pictureBlock?.(element, base) : undefined;
      if (picture) writer.picture(picture);
      const isBlock = kinds.has(name) || separators.has(name);
      if (isBlock) writer.endBlock(around.kind);
      if (name === 'td' || name === 'th') rows.at(-1)?.cells.push(writer.blocks.length);

      const inner = (hasAttributes && languageTag(element.getAttribute('lang') ?? '')) || around.language;
      const openMarks = meanings(element, around.language, inner, base).filter((meaning) => writer.openMark(meaning));
      const row = name === 'tr' ? { start: writer.blocks.length, cells: [] } : undefined;
      if (row) rows.push(row);
      frames.push({
        kind: kinds.get(name) ?? around.kind,
        language: inner,
        isBlock,
        openMarks: openMarks.length,
        ...(row && { row }),
      });
      return true;
    },
    leave() {
      const frame = frames.pop() ?? outermost;
      if (frame.isBlock) writer.endBlock(frame.kind);
      for (let count = 0; count < frame.openMarks; count++) writer.closeMark();
      if (frame.row) {
        rows.pop();
        mergeRow(writer.blocks, frame.row.start, frame.row.cells);
      }
    },
  });
  writer.endBlock('paragraph');
  return writer.blocks;
}

function meanings(element: Element, around: string, inner: string, base: string): Meaning[] {
  const found: Meaning[] = [];
  if (!isSameLanguage(around, inner)) found.push({ kind: 'language', language: inner });
  const name = element.localName;
  if (name === 'em' || name === 'i') found.push({ kind: 'emphasis' });
  if (name === 'strong' || name === 'b') found.push({ kind: 'strong' });
  const written = name === 'a' ? element.getAttribute('href') : null;
  const href = written === null ? undefined : webAddress(written, base);
  if (href !== undefined) found.push({ kind: 'link', href });
  return found;
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}
