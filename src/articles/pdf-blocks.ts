import type { Block } from './article.ts';
import type { PdfLine, PdfPage } from './pdf-lines.ts';

/** Of the page's height, at its top and at its bottom: where running heads and page numbers stand. */
const margin = 0.1;

const longestHeading = 200;

interface Paragraph {
  text: string;
  readonly size: number;
  last: PdfLine;
}

/** The lines of all pages as headings, list items and paragraphs, without what stands on every page. */
export function pdfBlocks(pages: readonly PdfPage[]): Block[] {
  const cleaned = withoutRunningLines(pages);
  const body = bodySize(cleaned.flatMap(({ lines }) => lines));
  const paragraphs: Paragraph[] = [];
  for (const { lines } of cleaned) {
    const [left, right] = column(lines);
    lines.forEach((line, index) => {
      const last = paragraphs.at(-1);
      const isSameText =
        last !== undefined &&
        (index === 0
          ? goesOverPage(last, line)
          : goesOn(last, line, { left, right, gap: usualGap(lines), next: lines[index + 1] }));
      if (last && isSameText) {
        last.text = joinLines(last.text, line.text);
        last.last = line;
      } else paragraphs.push({ text: line.text, size: line.size, last: line });
    });
  }
  return paragraphs.map(({ text, size }) => toBlock(text, size, body));
}

function toBlock(text: string, size: number, body: number): Block {
  const item = /^[•▪◦‣·*–-]\s+(?=\S)/u.exec(text);
  if (item) return { kind: 'item', text: text.slice(item[0].length), marks: [] };
  const isHeading = size > body * 1.15 && text.length <= longestHeading;
  return { kind: isHeading ? 'heading' : 'paragraph', text, marks: [] };
}

interface Around {
  readonly left: number;
  readonly right: number;
  /** From one baseline to the next. */
  readonly gap: number;
  readonly next: PdfLine | undefined;
}

/** A paragraph ends at a wider gap, a change of size, an indented line, a list item, or a short line. */
function goesOn({ size, last, text }: Paragraph, line: PdfLine, { left, right, gap, next }: Around): boolean {
  if (Math.abs(line.size - size) > size * 0.1 || /^[•▪◦‣]\s/u.test(line.text)) return false;
  const step = last.bottom - line.bottom;
  // Upwards: the next column.
  if (step < 0) return !endsSentence(text);
  if (step > Math.max(gap * 1.4, size * 0.9)) return false;
  const isIndented = line.left - left > size * 0.8 && line.left - last.left > size * 0.8;
  // A centred or hanging text is indented as a whole.
  if (isIndented && (next === undefined || next.left < line.left - size * 0.4)) return false;
  return !(last.right < right - size * 4 && endsSentence(text));
}

function goesOverPage({ size, text }: Paragraph, line: PdfLine): boolean {
  return Math.abs(line.size - size) <= size * 0.1 && !endsSentence(text) && !/^[•▪◦‣]\s/u.test(line.text);
}

function endsSentence(text: string): boolean {
  return /[.!?…:][\p{Pe}\p{Pf}\p{Pi}"”]*$/u.test(text);
}

/** A word that was divided at the end of the line is one again. */
function joinLines(text: string, line: string): string {
  const isDivided = /\p{L}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(line);
  return isDivided ? text.slice(0, -1) + line : `${text} ${line}`;
}

/** Where the lines of a page begin and end; a few stick out. */
function column(lines: readonly PdfLine[]): [left: number, right: number] {
  const lefts = lines.map((line) => line.left).sort((a, b) => a - b);
  const rights = lines.map((line) => line.right).sort((a, b) => a - b);
  return [lefts[Math.floor(lines.length * 0.1)] ?? 0, rights[Math.floor(lines.length * 0.9)] ?? 0];
}

function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.flatMap((line, index) => {
    const gap = (lines[index - 1]?.bottom ?? 0) - line.bottom;
    return index > 0 && gap > 0 ? [gap] : [];
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/** The size that most letters have. */
function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

/** Without page numbers, and what is the same, its figures apart, in the margins of several pages. */
function withoutRunningLines(pages: readonly PdfPage[]): PdfPage[] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    const heads = new Set(page.lines.filter((line) => isInMargin(line, page)).map(pattern));
    for (const head of heads) seen.set(head, (seen.get(head) ?? 0) + 1);
  }
  const often = Math.max(2, pages.length * 0.3);
  const isRunning = (line: PdfLine, page: PdfPage) =>
    isInMargin(line, page) && (isPageNumber(line.text) || (seen.get(pattern(line)) ?? 0) >= often);
  return pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !isRunning(line, page)) }));
}

function isInMargin({ bottom }: PdfLine, { height }: PdfPage): boolean {
  return bottom < height * margin || bottom > height * (1 - margin);
}

function isPageNumber(text: string): boolean {
  return /^[-–—\s]*(?:(?:faqe|faqja|page|f\.|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|nga|of)\s*\d{1,4})?[-–—\s]*$/iu.test(
    text,
  );
}

function pattern({ text }: PdfLine): string {
  return text.replace(/\d+/g, '#').toLowerCase();
}
