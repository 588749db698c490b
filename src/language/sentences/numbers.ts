import { isDigit, isSpace, kindOf } from './characters.ts';
import { lettersAt, tokenAt, type NextWord } from './next-word.ts';

/** The number that a stop follows. */
export interface NumberBefore {
  readonly start: number;
  /** Its value where it is digits alone, at most three of them; else `undefined`. */
  readonly small: number | undefined;
}

/** @param stop where the full stop stands, behind a digit */
export function numberBefore(text: string, stop: number): NumberBefore {
  let start = stop;
  while (start > 0 && stop - start < 24 && isNumberPart(text.charCodeAt(start - 1))) start--;
  const digits = text.slice(start, stop);
  return { start, small: /^\d{1,3}$/.test(digits) ? Number(digits) : undefined };
}

/** Whether day, month and year stand apart: „12. 11. 2023“, „3. VIII. 2021“, „5. Maj“. */
export function isDayBefore(text: string, number: NumberBefore, next: NextWord): boolean {
  if (number.small === undefined || number.small < 1 || number.small > 31) return false;
  if (next.kind === 'upper' && isMonth(lettersAt(text, next.at))) return true;
  return /^(?:0?[1-9]|1[0-2]|[IVX]{1,4})(?:\. ?|[ /])(?:\d{4}|\d\d(?!\d))/.test(text.slice(next.at, next.at + 12));
}

/** Whether a year follows the month that begins at `monthStart`, and a day comes before it: „12. 11. 2023“, „20. VII. 1973“. */
export function isMonthBeforeYear(text: string, monthStart: number, next: NextWord): boolean {
  return (
    /^\d{4}/.test(text.slice(next.at, next.at + 4)) &&
    /\d\. ?$/.test(text.slice(Math.max(0, monthStart - 3), monthStart))
  );
}

/** Whether the text before the number hints at a list: „… janë: 1. Të kenë“. */
export function isFirstOfList(text: string, number: NumberBefore): boolean {
  const before = characterBefore(text, number.start);
  return before === ';' || (before === ':' && number.small === 1);
}

/** Whether the sentence that begins at `first` is the point of a list just before this one: „1. Tirana 2. Durrësi“. */
export function continuesList(text: string, first: number, number: NumberBefore): boolean {
  const marker = /^(\d{1,3})[.)] /.exec(text.slice(first, first + 5))?.[1];
  return (
    number.small !== undefined && Number(marker) === number.small - 1 && isSpace(text.charCodeAt(number.start - 1))
  );
}

/** Roman numerals as news writes them: capitals, none so long that it is a word. */
export function isRoman(word: string): boolean {
  return /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(word);
}

/** Whether a number follows, or a name that begins with one or is one: „5“, „XX“, „A-15“. */
export function isNumberAt(text: string, next: NextWord): boolean {
  if (next.kind === 'digit') return true;
  const token = tokenAt(text, next.at);
  return isRoman(/^\p{L}*/u.exec(token)?.[0] ?? '') || /^\p{Lu}{0,3}[-/]?\d/u.test(token);
}

function isMonth(word: string): boolean {
  return /^(?:Janar|Shkurt|Mars|Prill|Maj|Qershor|Korrik|Gusht|Shtator|Tetor|Nëntor|Dhjetor)\p{Ll}{0,3}$/u.test(word);
}

function isNumberPart(code: number): boolean {
  // A point, a comma, a colon, a slash or a dash may stand between digits.
  return (
    isDigit(code) ||
    code === 0x2e ||
    code === 0x2c ||
    code === 0x3a ||
    code === 0x2f ||
    code === 0x2d ||
    code === 0x2013
  );
}

function characterBefore(text: string, at: number): string {
  while (at > 0 && kindOf(text.charCodeAt(at - 1)) === 'space') at--;
  return text.charAt(at - 1);
}
