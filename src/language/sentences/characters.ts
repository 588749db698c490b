/** What a character is to the search for sentences. */
export type CharacterKind = 'lower' | 'upper' | 'digit' | 'space' | 'other';

const latinEnd = 0x250;
const latin: readonly CharacterKind[] = Array.from({ length: latinEnd }, (_, code) => slowKindOf(code));

/**
 * The kind of a code point, or of a UTF-16 unit: half a pair is `other`, and so is the NaN behind the end of a text. A
 * letter without case is `upper`.
 */
export function kindOf(code: number): CharacterKind {
  return latin[code] ?? (code >= latinEnd ? slowKindOf(code) : 'other');
}

function slowKindOf(code: number): CharacterKind {
  const character = String.fromCodePoint(code);
  if (/\p{Ll}/u.test(character)) return 'lower';
  if (/\p{L}/u.test(character)) return 'upper';
  if (/\p{Nd}/u.test(character)) return 'digit';
  return /\s/.test(character) ? 'space' : 'other';
}

export function isSpace(code: number): boolean {
  return kindOf(code) === 'space';
}

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** `end`, without the white space before it. */
export function trimEnd(text: string, end: number): number {
  while (isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The end of what a sticky expression matches at `at`; `at` itself if it does not. */
export function skip(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

/** Quotation marks of every habit, for a class of an expression; which of them open is a question of place. */
export const quotationMarks = '"\'“”„‟‘’‚‛«»‹›″';
/** Pictures and what holds them together, for a class of an expression: joiners, skin tones, flags. */
export const pictures =
  '\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{Regional_Indicator}\\u200D\\uFE0F\\u{E0020}-\\u{E007F}';
