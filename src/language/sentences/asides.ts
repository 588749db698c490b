import { kindOf, lower, skipSpace } from '../characters.ts';

/** In UTF-16 units: a bracket that closes later is taken for one that was forgotten. */
const longestAside = 300;

/** Brackets in the midst of a sentence, whose stops do not end it: „u kthye (më në fund! Kush e priste?) dhe tha“. */
export class Asides {
  readonly #text: string;
  #close = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** @returns behind the bracket that opens at `at` where the sentence goes on behind it, else just behind `at` */
  skip(at: number): number {
    // Looked for once: the nearest closing bracket serves every opening one before it.
    if (this.#close < at) {
      const close = this.#text.indexOf(')', at);
      this.#close = close < 0 ? this.#text.length : close;
    }
    const close = this.#close;
    if (close - at > longestAside || close >= this.#text.length) return at + 1;
    const next = skipSpace(this.#text, close + 1);
    const goesOn = kindOf(this.#text.charCodeAt(next)) === lower || ',;:.!?…–—-'.includes(this.#text.charAt(next));
    return goesOn ? close + 1 : at + 1;
  }
}
