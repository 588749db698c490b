import type { CharacterKind } from '../characters.ts';
import { opensSentence } from './opening-words.ts';
import type { NextWord } from './next-word.ts';
import type { Stop } from './stop.ts';

/** A stop and what stands around it: what the rules look at. */
export interface Place {
  readonly stop: Stop;
  readonly next: NextWord;
  /** Up to 32 UTF-16 units before the stop. Begins with a line feed where the first word of the sentence is in it. */
  readonly before: string;
  /** The kind of its last character. */
  readonly last: CharacterKind;
  /** 24 units from the next word on. */
  readonly after: string;
  /** Whether a bracket opens the sentence. */
  readonly bracketed: boolean;
}

/** A letter that stands for a name, for expressions: „E“, and the digraphs that are one letter in Albanian: „Sh“. */
export const initial = '(?:[DSTXZ][Hh]|[GN][Jj]|L[Ll]|R[Rr]|\\p{Lu})';
/** Letters without a vowel, the last one small, for expressions: an abbreviation that no table has („mbr“, „Fr“). */
export const clipped = '[B-DF-HJ-NP-TV-XZÇb-df-hj-np-tv-xzç]+[b-df-hj-np-tv-xzç]';

/** Whether what follows is how sentences open: a word of the list, or „44-vjeçari“, with which many in news begin. */
export function opens({ after }: Place): boolean {
  if (isAge(after)) return true;
  const word = /^[\p{L}’']*/u.exec(after)?.[0] ?? '';
  const rest = after.slice(word.length);
  // „E mori“, but „E Kavajës“ in the name of a street.
  return opensSentence(word) && (word.length > 1 || /^\s\p{Ll}/u.test(rest));
}

export function isAge(text: string): boolean {
  return /^\d{1,3}[-–] ?vjeç/.test(text);
}

/** A capital and a small letter, or a word of one letter before a space. */
export function looksLikeWord(text: string): boolean {
  return /^(?:\p{Lu}\p{Ll}|[AEIOU]\s)/u.test(text);
}
