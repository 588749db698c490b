import type { Block, BlockKind, Mark, Picture } from '../../articles/article.ts';

/** What stands between the cells of a row that was read as one block. */
const cellBorder = ', ';

/**
 * Blocks as HTML, in the elements that our own readers take: read again, they are the same blocks. Nothing but text,
 * links, emphasis, languages and, where wished, the addresses of pictures goes into it.
 */
export function articleHtml(blocks: readonly Block[], { pictures }: { readonly pictures: boolean }): string {
  let html = '';
  let inList = false;
  for (const block of blocks) {
    const isItem = block.kind === 'item';
    if (isItem !== inList) html += isItem ? '<ul>' : '</ul>';
    inList = isItem;
    html += blockHtml(block, pictures);
  }
  return inList ? `${html}</ul>` : html;
}

function blockHtml({ kind, text, marks, picture }: Block, pictures: boolean): string {
  const image = picture && pictures ? imageHtml(picture, kind === 'image' ? text : (picture.alt ?? '')) : '';
  if (kind === 'image') return image && `<figure>${image}</figure>`;
  if (kind === 'caption') return `<figure>${image}<figcaption>${inline(text, marks)}</figcaption></figure>`;
  if (kind === 'table') return `<table><tr>${cells(text, marks)}</tr></table>`;
  return simple[kind](inline(text, marks));
}

const simple: Readonly<Record<Exclude<BlockKind, 'image' | 'caption' | 'table'>, (inner: string) => string>> = {
  paragraph: (inner) => `<p>${inner}</p>`,
  heading: (inner) => `<h2>${inner}</h2>`,
  quote: (inner) => `<blockquote><p>${inner}</p></blockquote>`,
  item: (inner) => `<li>${inner}</li>`,
  code: (inner) => `<pre>${inner}</pre>`,
};

function imageHtml({ address, width, height }: Picture, alt: string): string {
  const size = width !== undefined && height !== undefined ? ` width="${width}" height="${height}"` : '';
  return `<img src="${escape(address)}" alt="${escape(alt)}"${size}>`;
}

/** A row of one cell would be read as a page's layout, and no table. */
function cells(text: string, marks: readonly Mark[]): string {
  let html = '';
  let start = 0;
  for (const cell of text.split(cellBorder)) {
    const end = start + cell.length;
    html += `<td>${inline(cell, marksWithin(marks, start, end))}</td>`;
    start = end + cellBorder.length;
  }
  return html;
}

function marksWithin(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }));
}

/** Marks may overlap, elements may not: where one ends inside another, the other is closed and opened anew. */
function inline(text: string, written: readonly Mark[]): string {
  const marks = [...written].sort((one, other) => one.start - other.start || other.end - one.end);
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const open: Mark[] = [];
  let html = '';
  const closeDownTo = (depth: number) => {
    while (open.length > depth) html += closing(open.pop());
  };
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? text.length;
    const wanted = marks.filter((mark) => mark.start <= start && mark.end >= end);
    closeDownTo(commonDepth(open, wanted));
    for (const mark of wanted.slice(open.length)) {
      open.push(mark);
      html += opening(mark);
    }
    html += escape(text.slice(start, end));
  }
  closeDownTo(0);
  return html;
}

function commonDepth(one: readonly Mark[], other: readonly Mark[]): number {
  const differs = one.findIndex((mark, depth) => mark !== other[depth]);
  return differs < 0 ? one.length : differs;
}

const elements = { link: 'a', emphasis: 'em', strong: 'strong', language: 'span' } as const;

function opening(mark: Mark): string {
  if (mark.kind === 'link') return `<a href="${escape(mark.href)}">`;
  return mark.kind === 'language' ? `<span lang="${escape(mark.language)}">` : `<${elements[mark.kind]}>`;
}

function closing(mark: Mark | undefined): string {
  return mark ? `</${elements[mark.kind]}>` : '';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}
