/** `[start, end)` in UTF-16 code units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text into pieces that a voice can take, in order, at most about `longest` code units each. Must be pure;
 * white space between pieces may be left out.
 */
export type CutPieces = (text: string, longest: number) => readonly Piece[];

/** Is there anything in it that a voice can say? */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Cuts at the white space after a clause's mark, else at white space, else anywhere. */
export const cutPieces: CutPieces = (text, longest) => {
  const pieces: Piece[] = [];
  let start = 0;
  while (text.length - start > longest) {
    const end = cutAt(text, start, start + longest);
    pieces.push({ start, end });
    start = end;
    while (isSpace(text.charAt(start))) start += 1;
  }
  if (start < text.length) pieces.push({ start, end: text.length });
  return pieces;
};

function cutAt(text: string, start: number, furthest: number): number {
  // A clause that ends earlier would leave a crumb.
  const earliest = start + (furthest - start) / 3;
  let space = 0;
  for (let at = furthest; at > start; at -= 1) {
    if (!isSpace(text.charAt(at))) continue;
    if (at > earliest && /[,;:–—]/.test(text.charAt(at - 1))) return at;
    space ||= at;
  }
  return space || afterCharacter(text, Math.max(furthest, start + 1));
}

/** White space that may be broken: the no-break kinds hold a number's groups together. */
function isSpace(character: string): boolean {
  return /[^\S\u00A0\u202F]/.test(character);
}

function afterCharacter(text: string, at: number): number {
  const isLowSurrogate = /[\uDC00-\uDFFF]/.test(text.charAt(at));
  return isLowSurrogate ? at + 1 : at;
}
