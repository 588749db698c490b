/** The tag of an expression that others are put into, written as a literal is: sticky`${initial}\.` */
const tag =
  (flags: string) =>
  (parts: TemplateStringsArray, ...others: readonly string[]): RegExp =>
    new RegExp(String.raw(parts, ...others), flags);
export const unicode = tag('u');
export const anyCase = tag('iu');
export const sticky = tag('uy');
export const stickyAnyCase = tag('iuy');

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

/** A test for the character that stands at a place; a surrogate pair is one. */
const is =
  (kind: RegExp) =>
  (text: string, at: number): boolean =>
    at >= 0 && isAt(kind, text, at);

/** A letter or a mark. */
export const isLetter = is(/[\p{L}\p{M}]/uy);
/** A letter, a mark or any number: what must never be lost between the spans. */
export const isWord = is(/[\p{L}\p{M}\p{N}]/uy);
/** A letter without case is none that is small. */
export const isUpper = is(/(?!\p{Ll})\p{L}/uy);
export const isDigit = is(/\d/y);
export const isSpace = is(/\s/y);

/** The first place from `at` on that is no white space. */
export const skipSpace = (text: string, at: number): number => skip(/\s*/y, text, at);

/** `end`, without the white space before it. */
export const trimEnd = (text: string, end: number): number => text.slice(0, end).trimEnd().length;

/** Quotation marks of every habit, for a class of an expression; which of them open is a question of place. */
export const quotationMarks = '"\'“”„‟‘’‚‛«»‹›″`´';
/** Pictures and what holds them together, for a class of an expression: skin tones, flags, joiners and other
 * characters that nobody sees. */
export const pictures = String.raw`\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}\uFE0F`;
