/** A word in a text: UTF-16 code units. */
export interface Word {
  readonly at: number;
  readonly length: number;
}

const liesForgiven = 1;

/**
 * Believes a voice's reports of words only while they prove right against the text itself: some voices report places
 * that are far off, which would light wrong words.
 */
export class WordProof {
  readonly #lies = new Map<string, number>();
  readonly #truthful = new Set<string>();

  /** Did a report of this voice prove right, and is it still believed? */
  isProven(voice: string): boolean {
    return this.#truthful.has(voice) && this.#isBelieved(voice);
  }

  /**
   * @param voice the voice's id: whoever lies twice is not believed again
   * @param index where the voice says that a word begins
   * @param last the place it reported before; words never go back
   * @returns the word that stands there, if one does
   */
  wordAt(voice: string, text: string, index: number, last: number): Word | undefined {
    if (!this.#isBelieved(voice)) return undefined;
    if (index >= last && startsToken(text, index)) {
      // Where the text begins a word always does: it proves nothing.
      if (index > 0) this.#truthful.add(voice);
      return nextWord(text, index);
    }
    this.#lies.set(voice, (this.#lies.get(voice) ?? 0) + 1);
    return undefined;
  }

  #isBelieved(voice: string): boolean {
    return (this.#lies.get(voice) ?? 0) <= liesForgiven;
  }
}

const inWord = /[\p{L}\p{M}\p{N}]/u;
const space = /\s/;

/** Does a word begin here, or the quotation mark or bracket before one? */
function startsToken(text: string, index: number): boolean {
  const here = text.charAt(index);
  const before = text.charAt(index - 1);
  if (here === '' || space.test(here)) return false;
  return before === '' || space.test(before) || (inWord.test(here) && !inWord.test(before));
}

function nextWord(text: string, index: number): Word | undefined {
  const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
  word.lastIndex = index;
  const match = word.exec(text);
  return match ? { at: match.index, length: match[0].length } : undefined;
}
