import {
  closingQuotationMarks,
  isDigit,
  isSpace,
  kindOf,
  quotationMarks,
  skipPictures,
  type CharacterKind,
} from './characters.ts';

/** The word that follows a stop, behind what opens it: quotation marks, brackets, dashes, a currency sign. */
export interface NextWord {
  readonly at: number;
  /** `other`: no word follows but a sign; `space`: nothing follows. */
  readonly kind: CharacterKind;
  /** Whether a quotation mark, a bracket, # or @ touches the word. */
  readonly opened: boolean;
}

const openers = `${quotationMarks}([{–—―-•·*¿¡#@$€£+−±</|_§\u00AD\u200B\u200C\u200D\u200E\u200F\u2060`;

export function nextWord(text: string, from: number): NextWord {
  let at = from;
  let opened = false;
  // „“…dhe kjo“: a quotation may begin with an omission.
  let omission = 3;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === 'space') opened = false;
    else if (kind === 'other' && openers.includes(text.charAt(at))) opened ||= isQuoteOrBracket(text.charAt(at));
    else if (opened && omission > 0 && '.…'.includes(text.charAt(at))) omission--;
    else {
      const behind = kind === 'other' ? skipPictures(text, at) : at;
      if (behind === at) return { at, kind: kindAt(text, at), opened };
      at = behind;
      continue;
    }
    at++;
  }
  return { at, kind: 'space', opened: false };
}

/** What begins small and a sentence all the same: a brand („iPhone“, „e-Albania“), the letter of a list („b) …“). */
export function beginsSmall(text: string, at: number): boolean {
  return /^(?:\p{Ll}{1,6}\p{Lu}|\p{Ll}-\p{Lu}|\p{Ll}\) )/u.test(text.slice(at, at + 8));
}

/** The letters from `at` on, at most as many as any opening word has. */
export function lettersAt(text: string, at: number): string {
  const end = Math.min(text.length, at + 24);
  let to = at;
  while (to < end && isWordCharacter(text.charCodeAt(to))) to++;
  return text.slice(at, to);
}

/** The word or number that begins at `at` up to white space, at most `limit` UTF-16 units. */
export function tokenAt(text: string, at: number, limit = 24): string {
  const end = Math.min(text.length, at + limit);
  let to = at;
  while (to < end && !isSpace(text.charCodeAt(to))) to++;
  return text.slice(at, to);
}

function kindAt(text: string, at: number): CharacterKind {
  return kindOf(text.codePointAt(at) ?? 0);
}

function isQuoteOrBracket(character: string): boolean {
  return (
    !closingQuotationMarks.includes(character) && (quotationMarks.includes(character) || '([{#@'.includes(character))
  );
}

function isWordCharacter(code: number): boolean {
  const kind = kindOf(code);
  return kind === 'lower' || kind === 'upper' || code === 0x2019 || code === 0x27 || isDigit(code);
}
