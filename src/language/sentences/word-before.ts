import { findAbbreviation, longestAbbreviation, type Abbreviation } from '../abbreviations.ts';
import { isLetter, isSpace } from './characters.ts';

/** The word that a stop follows. */
export interface WordBefore {
  /** From where it begins up to the stop, at most as long as the longest abbreviation: „p.sh“, „J.F“, „fund“. */
  readonly start: number;
  readonly text: string;
  /** What stands behind its last inner stop: „sh“, „F“, „fund“. */
  readonly last: string;
  readonly abbreviation: Abbreviation | undefined;
}

const point = 0x2e;

/** @param stop where the full stop stands, behind a letter */
export function wordBefore(text: string, stop: number): WordBefore {
  const limit = Math.max(0, stop - longestAbbreviation);
  let start = stop;
  let lastStart = stop;
  for (; start > limit; start--) {
    const code = text.charCodeAt(start - 1);
    if (code === point) {
      if (lastStart === stop) lastStart = start;
    } else if (!isLetter(code)) break;
  }
  if (lastStart === stop) lastStart = start;
  const whole = text.slice(start, stop);
  const last = text.slice(lastStart, stop);
  const abbreviation = findAbbreviation(`${whole}.`) ?? (lastStart > start ? findAbbreviation(`${last}.`) : undefined);
  return { start, text: whole, last, abbreviation };
}

/** The letters of the word before the white space before `at`, in small letters; empty where none stands there. */
export function previousWord(text: string, at: number): string {
  let end = at;
  while (end > 0 && at - end < 3 && isSpace(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && end - start < 24 && isLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
}

/** A letter that stands for a name: „E“, and the digraphs that are one letter in Albanian: „Sh“. */
export function isInitial(word: string): boolean {
  return /^(?:\p{Lu}|D[Hh]|G[Jj]|L[Ll]|N[Jj]|R[Rr]|S[Hh]|T[Hh]|X[Hh]|Z[Hh])$/u.test(word);
}

/** Latin letters, not all capitals, and no vowel: an abbreviation that no table has („mbr“, „Fr“). */
export function isClipped(word: string): boolean {
  return word.length > 1 && /^\p{Script=Latin}*\p{Ll}/u.test(word) && !/[aeiouyëáàâäéèêíîóòôöúùûü]/iu.test(word);
}

export function endsInVowel(word: string): boolean {
  return /[aeiouyë]$/i.test(word);
}
