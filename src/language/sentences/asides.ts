import { isAt, skipSpace } from '../characters.ts';

/** In UTF-16 units: a bracket that closes later is taken for one that was forgotten. */
const longestAside = 300;

/**
 * Brackets in the midst of a sentence, whose stops do not end it: „u kthye (më në fund! Kush e priste?) dhe tha“.
 *
 * @returns for a bracket that opens at a place: behind it where the sentence goes on there, else just behind the place
 */
export function asidesIn(text: string): (at: number) => number {
  let close = -1;
  return (at) => {
    // Looked for once: the nearest closing bracket serves every opening one before it.
    if (close < at) close = text.indexOf(')', at);
    if (close < 0) close = Infinity;
    if (close - at > longestAside) return at + 1;
    return isAt(/($|[\p{Ll},;:.!?…–—-])/uy, text, skipSpace(text, close + 1)) ? close + 1 : at + 1;
  };
}
