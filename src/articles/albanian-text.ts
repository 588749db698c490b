/** Frequent words that hardly another language has, also as they are written without ë and ç. */
const words = new Set('të në që për një është dhe nga nuk edhe por kjo ky kështu eshte nje duke'.split(' '));

/**
 * Is the text Albanian? Many a site in Albanian says that it is English, which is what its software came with. In
 * running Albanian about one word in five is one of these; a heading may have none, so only enough text tells.
 */
export function isAlbanianText(text: string): boolean {
  const found =
    text
      .slice(0, 4000)
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return found.filter((word) => words.has(word)).length > Math.max(2, found.length * 0.06);
}
