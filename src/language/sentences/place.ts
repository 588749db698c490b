/** A stop and what stands around it: what the rules look at. */
export interface Place {
  /** One mark or more: „.“, „?!“. */
  readonly marks: string;
  /** What closes between the marks and the next word: '"' a quotation, ')' a bracket, '.' either, and a stop behind it. */
  readonly closed: '' | '"' | ')' | '.';
  /** Up to 32 UTF-16 units before the stop. Begins with a line feed where the first word of the sentence is in it. */
  readonly before: string;
  /** 24 units from the next word on, behind the marks that open it. */
  readonly after: string;
}

/** Two letters that are one in Albanian, for expressions: „Sh“, „SH“. */
export const digraph = '[DSTXZ][Hh]|[GN][Jj]|L[Ll]|R[Rr]';
/** A letter that stands for a name, for expressions: „E“, „Sh“. */
export const initial = String.raw`(?:${digraph}|\p{Lu})`;
/** Letters without a vowel, the last one small, for expressions: an abbreviation that no table has („mbr“, „Fr“). */
export const clipped = '[B-DF-HJ-NP-TV-XZÇb-df-hj-np-tv-xzç]+[b-df-hj-np-tv-xzç]';

export const startsWithDigit = (text: string): boolean => /^\p{Nd}/u.test(text);
/** „44-vjeçari“ */
export const isAge = (text: string): boolean => /^\d{1,3}[-–] ?vjeç/.test(text);
/** A capital and a small letter, or a word of one letter before a space. */
export const looksLikeWord = (text: string): boolean => /^(\p{Lu}\p{Ll}|[AEIOU]\s)/u.test(text);
