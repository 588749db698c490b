/** `[start, end)` in UTF-16 code units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text into pieces that a voice can take, in order, at most about `longest` code units each. Must be pure;
 * white space between pieces may be left out. A promise where what cuts has to come first.
 */
export type CutPieces = (text: string, longest: number) => readonly Piece[] | Promise<readonly Piece[]>;

/** Is there anything in it that a voice can say? */
export function isSpeakable(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
