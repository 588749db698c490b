/** What a character is to the rules. The order counts: letters and marks are `mark` and more, words `number` and more. */
export type CharacterKind = number;
export const other = 0;
export const space = 1;
export const number = 2;
export const digit = 3;
export const mark = 4;
export const upper = 5;
export const lower = 6;

/** By kind, from `space` on; the last that fits decides. A letter without case is `upper`. */
const kinds = [/\s/, /\p{N}/u, /\p{Nd}/u, /\p{M}/u, /\p{L}/u, /\p{Ll}/u];
const latinEnd = 0x250;
const latin = Uint8Array.from({ length: latinEnd }, (_, code) => slowKindOf(code));

/** The kind of a code point, or of a UTF-16 unit: half a pair is `other`, and so is the NaN behind the end of a text. */
export function kindOf(code: number): CharacterKind {
  if (code < latinEnd) return latin[code] ?? other;
  return code >= latinEnd ? slowKindOf(code) : other;
}

function slowKindOf(code: number): CharacterKind {
  const character = String.fromCodePoint(code);
  return kinds.findLastIndex((kind) => kind.test(character)) + 1;
}

/** The kind of the character that begins at a place; surrogate pairs count as one. */
const kindAt = (text: string, at: number): CharacterKind => {
  const code = text.charCodeAt(at);
  return kindOf(code < 0xd800 ? code : (text.codePointAt(at) ?? NaN));
};

/** A letter or a mark. */
export const isLetter = (text: string, at: number): boolean => kindAt(text, at) >= mark;
/** A letter, a mark or any number: what must never be lost between the spans. */
export const isWord = (text: string, at: number): boolean => kindAt(text, at) >= number;
export const isUpper = (text: string, at: number): boolean => kindAt(text, at) === upper;
export const isSpace = (text: string, at: number): boolean => kindOf(text.charCodeAt(at)) === space;

export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 47 && code < 58;
}

/** A half of a pair above the Basic Multilingual Plane belongs to the whole. */
export const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Where the word of letters, marks and inner apostrophes that begins at `at` ends. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    if (isLetter(text, end)) end += widthAt(text, end);
    else if (end > at && text.charAt(end) === "'" && isLetter(text, end + 1)) end++;
    else return end;
  }
}

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  while (isSpace(text, at)) at++;
  return at;
}

/** `end`, without the white space before it. */
export function trimEnd(text: string, end: number): number {
  while (isSpace(text, end - 1)) end--;
  return end;
}

/** The end of what a sticky expression matches at `at`; `at` itself if it does not. */
export function skip(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

/** Whether a sticky expression matches at `at`; with a lookbehind it tells what stands before. */
export function isAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

/** Where a match ends, what matched, and its groups; '' for a group that took no part. */
export type Match = readonly [end: number, ...groups: [string, string, string, string, string, string]];

/** Runs a sticky expression of up to five groups at a place. */
export function matchAt(expression: RegExp, text: string, at: number): Match | undefined {
  expression.lastIndex = at;
  const match = expression.exec(text);
  if (!match) return undefined;
  // Not destructured: that would be twice as slow.
  return [
    expression.lastIndex,
    match[0],
    match[1] ?? '',
    match[2] ?? '',
    match[3] ?? '',
    match[4] ?? '',
    match[5] ?? '',
  ];
}

/** Quotation marks of every habit, for a class of an expression; which of them open is a question of place. */
export const quotationMarks = '"\'“”„‟‘’‚‛«»‹›″`´';
/** Pictures and what holds them together, for a class of an expression: joiners, skin tones, flags. */
export const pictures =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u200D\\uFE0F\\u{E0020}-\\u{E007F}';
