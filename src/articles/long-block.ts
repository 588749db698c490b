import type { Block, Mark } from './article.ts';

/**
 * In UTF-16 units. Longer blocks are cut: a page lays out and a listener finds a place in many paragraphs, not in one
 * endless one.
 */
export const maxBlockLength = 20_000;

/** The block, or what it is cut into: after sentence ends where it can be. Cuts take the place of a space, if any. */
export function splitLongBlock(block: Block): Block[] {
  if (block.text.length <= maxBlockLength) return [block];
  const pieces: Block[] = [];
  for (let start = 0; start < block.text.length;) {
    const end = start + pieceLength(block.text, start);
    pieces.push({ ...block, text: block.text.slice(start, end), marks: marksWithin(block.marks, start, end) });
    start = block.text[end] === ' ' ? end + 1 : end;
  }
  return pieces;
}

/** To the last sentence end in the second half, else to the last space, else to between two characters. */
function pieceLength(text: string, start: number): number {
  const piece = text.slice(start, start + maxBlockLength);
  if (start + piece.length === text.length) return piece.length;
  const half = piece.length / 2;
  for (let space = piece.lastIndexOf(' '); space > half; space = piece.lastIndexOf(' ', space - 1)) {
    if (/[.!?…][\p{Pe}\p{Pf}\p{Pi}"']?$/u.test(piece.slice(space - 2, space))) return space;
  }
  const lastSpace = piece.lastIndexOf(' ');
  if (lastSpace > 0) return lastSpace;
  return /[\uD800-\uDBFF]$/.test(piece) ? piece.length - 1 : piece.length;
}

function marksWithin(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }));
}
