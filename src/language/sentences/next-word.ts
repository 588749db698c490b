import { kindOf, pictures, quotationMarks, skip, type CharacterKind } from '../characters.ts';

/** The word that follows a stop, behind what opens it: quotation marks, brackets, dashes, a currency sign. */
export interface NextWord {
  readonly at: number;
  /** `other`: no word follows, but a sign or nothing. */
  readonly kind: CharacterKind;
  /** Whether a quotation mark, a bracket, #, @ or / touches the word. */
  readonly opened: boolean;
}

/** „“…dhe kjo“: a quotation may begin with an omission. */
const openings = new RegExp(
  `(?:[\\s${quotationMarks}([{–—―\\-•·*¿¡#@$€£+−±</|_§\\u00AD\\u200B-\\u200F\\u2060${pictures}]|,,)*(?:(?<=["“„«‘'(])(?:\\.{3}|…))?`,
  'uy',
);

export function nextWord(text: string, from: number): NextWord {
  const at = skip(openings, text, from);
  const opened = at > from && '"“„‟‘‚‛«‹\'([{#@/…'.includes(text.charAt(at - 1));
  return { at, kind: kindOf(text.codePointAt(at) ?? NaN), opened };
}
