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

export function isLetter(code: number): boolean {
  const kind = kindOf(code);
  return kind === 'lower' || kind === 'upper';
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isSpace(code: number): boolean {
  return kindOf(code) === 'space';
}

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Quotation marks of every habit; which of them open and which close is a question of place. */
export const quotationMarks = '"\'“”„‟‘’‚‛«»‹›″';
/** Marks of which each can only open, or only close, whatever stands around it. */
export const closingQuotationMarks = '”’»›';
export const openingQuotationMarks = '„‚‟‛«‹‘';

/** A picture, and what holds pictures together: joiners, skin tones, variation selectors, flags. */
const picture = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200D\uFE0F\u{E0020}-\u{E007F}]/u;
/** Pictures that point at what follows. */
const pointer = /[👉➡▶⏩🔴🟢🔵🔹🔸🔶🔷📌📍📢📣🔔⚠🚨📷📸🎥📹📰🗞➤►✅❌❗🔗⬇⤵👇]/u;

/** The end of the run of pictures that starts at `at`; `at` itself if there is none. */
export function skipPictures(text: string, at: number): number {
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    // Digits, # and * count as parts of keycap pictures; © and ® are ordinary signs.
    if (code < 0x200d || !picture.test(String.fromCodePoint(code))) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

export function isPointer(text: string, at: number): boolean {
  return pointer.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
