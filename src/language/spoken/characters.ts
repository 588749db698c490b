/** Of characters: what the scanner and the rules ask of one UTF-16 unit. */

const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const letterCharacter = /[\p{L}\p{M}]/u;

/** 1 letter or mark, 2 digit 0–9, 3 any other number sign, 0 nothing of these; for all but the rare characters. */
const classes = new Uint8Array(0x250);
for (let code = 0; code < classes.length; code += 1) {
  const character = String.fromCharCode(code);
  if (code >= 48 && code <= 57) classes[code] = 2;
  else if (letterCharacter.test(character)) classes[code] = 1;
  else if (wordCharacter.test(character)) classes[code] = 3;
}

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < classes.length) return classes[code] ?? 0;
  if (!(code >= 0x250)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (letterCharacter.test(character)) return 1;
  return wordCharacter.test(character) ? 3 : 0;
}

export const isLetter = (text: string, at: number): boolean => classAt(text, at) === 1;
export const isDigit = (text: string, at: number): boolean => classAt(text, at) === 2;
/** A letter, a mark or any number: what must never be lost between the spans. */
export const isWord = (text: string, at: number): boolean => classAt(text, at) > 0;

/** A half of a pair above the Basic Multilingual Plane belongs to the whole. */
export const widthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

export function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  const character = text.charAt(at);
  return character !== character.toLowerCase();
}

export const isBlank = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
};

const quiet = new Set(Array.from(' \n\r\t,;!?"„“”«»)]…'));

/** Blanks and marks at which no rule begins: they are copied unasked. */
export const isQuiet = (text: string, at: number): boolean => quiet.has(text.charAt(at));

/** Where the word of letters, marks and inner apostrophes that begins at `at` ends. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    if (isLetter(text, end)) end += widthAt(text, end);
    else if (end > at && text.charCodeAt(end) === 39 && isLetter(text, end + 1)) end += 1;
    else return end;
  }
}

/** Runs a sticky expression at a place. */
export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
