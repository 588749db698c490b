/** Letters and digits, with the hyphens, apostrophes and points inside: `Biden-it`, `s'ka`, `G7`. */
const words = /[\p{L}\p{M}\p{N}]+(?:[-'’.][\p{L}\p{M}\p{N}]+)*/gu;

/** The word that an offset of a text stands in or right after; UTF-16 units. */
export function wordAt(text: string, offset: number): { readonly at: number; readonly word: string } | undefined {
  for (const { 0: word, index } of text.matchAll(words)) {
    if (index > offset) return undefined;
    if (offset <= index + word.length) return { at: index, word };
  }
  return undefined;
}
