import { oneLine } from './text-blocks.ts';

/** A piece of text as pdf.js reports it: where it stands, in points from the bottom left of the page. */
export interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of its baseline, from the bottom of the page. */
  readonly bottom: number;
  /** Height of its letters. */
  readonly size: number;
}

export interface PdfPage {
  /** In points. */
  readonly height: number;
  /** In the order in which the page draws them, which is that of its columns. */
  readonly lines: readonly PdfLine[];
}

/** The items of a page as lines: items that stand on one baseline, one behind the other. */
export function pdfLines(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let current: PdfLine | undefined;
  const end = () => {
    const text = oneLine(current?.text ?? '').text;
    if (current && text !== '') lines.push({ ...current, text });
    current = undefined;
  };
  for (const item of items) {
    const piece = toLine(item);
    if (current && piece.text.trim() !== '') {
      if (standsBehind(piece, current)) current = joined(current, piece);
      else end();
    }
    if (!current && piece.text.trim() !== '') current = piece;
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

function toLine({ str, transform, width }: PdfItem): PdfLine {
  const [, , skew = 0, scale = 0, left = 0, bottom = 0] = transform;
  return { text: str, left, right: left + width, bottom, size: Math.hypot(skew, scale) };
}

/** On the same baseline (a raised figure is a little above it), and not far back, where another line begins. */
function standsBehind(piece: PdfLine, line: PdfLine): boolean {
  const size = Math.max(piece.size, line.size);
  return (
    Math.abs(piece.bottom - line.bottom) < size / 2 &&
    piece.left > line.right - size &&
    piece.left < line.right + 4 * size
  );
}

function joined(line: PdfLine, piece: PdfLine): PdfLine {
  const isApart = piece.left - line.right > line.size * 0.15;
  return {
    ...line,
    text: line.text + (isApart ? ' ' : '') + piece.text,
    right: Math.max(line.right, piece.right),
    size: Math.max(line.size, piece.size),
  };
}
