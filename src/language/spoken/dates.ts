import { stickyAnyCase } from '../characters.ts';
import { anyMonth, isDay, months } from './calendar.ts';
import { sayYear } from './figure.ts';
import { caseAfter } from './grammar.ts';
import { cardinal, figures } from './number-words.ts';
import { romanValue } from './roman.ts';
import type { Examples, Rule } from './rule.ts';
import { wordBefore, type Scene } from './scene.ts';

/** Two figures of a year are too few to tell a date from „12-10-08“. */
const dayFirst =
  /(\d{1,2})([./-]| (?=[IVX]))( ?)(\d{1,2}|[IVX]{1,4})\2\3(\d{4}|(?<!-)\d\d)(?![\d%]|[.,:/]\d|-\d{1,2}(?![\d./]))/y;
const yearFirst = /(\d{4})([-./])(\d\d)\2(\d\d)(?!\d|[./-]\d)/y;
/** Only a date comes after these. */
const dayAndMonth = stickyAnyCase`(?<=(?<!\p{L})(?:më|dt\.?|dat\p{L}{1,3}|(?:hën|mart|mërkur|enjt|premt|shtun|diel)\p{L}{1,3},?)\s{1,3})(\d{1,2})[./](\d{1,2}|[IVX]{1,4})(?!\d|\p{L}|[.,:/-]\d|%| ?(?:ml|mij|[mb]ili|euro|lek|${anyMonth}))`;

/** „deri më 30.06., pas 15.7. e deri“: the stop of a month that the sentence goes on behind. */
const clippedDate = /(\d{1,2})\.(0?[1-9]|1[0-2])(?:\.(?=[,;)]| \p{Ll})|\.?(?= ?[-–] ?\d\d?\.\d\d?\.\d))/uy;

/** Where nothing asks for a case, as in „më 12 nëntor“, the month is indefinite; „nga“ asks for the nominative. */
function sayDate(scene: Scene, day: string, numeral: string, year = ''): string | undefined {
  const month = Number(numeral) || romanValue(numeral);
  if (!isDay(Number(day), month, year.length === 4 ? Number(year) : undefined)) return undefined;
  const before = wordBefore(scene);
  const asked = caseAfter(before);
  // „më 12 nëntor“, but „nga 12 nëntori“, „e 12 nëntorit“, „e 12 korrikut“.
  const ending = asked === 't' || /^nga$/i.test(before) ? (month === 7 ? 'u' : 'i') + asked : '';
  return `${cardinal(day)} ${months[month - 1] ?? ''}${ending}${year && ` ${sayYear(year)}`}`;
}

/**
 * Dates in figures: „3.8.2021“, „3.VIII.2021“ (Drejtshkrimi § 102) and what practice adds: slashes, ISO 8601, „më 3.8“.
 * The month stands as the word before asks. What the calendar has not stays a number.
 */
export const dates: readonly Rule[] = [
  [dayFirst, (scene, _end, _written, day, _sign, _space, month, year) => sayDate(scene, day, month, year)],
  [yearFirst, (scene, _end, _written, year, _sign, month, day) => sayDate(scene, day, month, year)],
  [stickyAnyCase`(\d{1,2})\. ?(?=${anyMonth})`, (_scene, _end, _written, day) => figures(day)],
  ...[clippedDate, dayAndMonth].map((short): Rule => [
    short,
    (scene, _end, _written, day, month) => sayDate(scene, day, month),
  ]),
];

export const examples: Examples = [
  ['më 3.8.2021', 'më tre gusht dy mijë e njëzet e një'],
  ['më 03/08/2021', 'më tre gusht dy mijë e njëzet e një'],
  ['Data 2021-08-03', 'Data tre gusht dy mijë e njëzet e një'],
  ['lindi më 3.VIII.1921', 'lindi më tre gusht një mijë e nëntëqind e njëzet e një'],
  ['vendimi i 12.11.2023', 'vendimi i dymbëdhjetë nëntorit dy mijë e njëzet e tre'],
  ['nga 01.02.2020', 'nga një shkurti dy mijë e njëzet'],
  ['më 3.8.05', 'më tre gusht dy mijë e pesë'],
  ['më 5.11 nisi', 'më pesë nëntor nisi'],
  ['më 1 janar', 'më një janar'],
  ['nuk ka 31.2.2021', 'nuk ka tridhjetë e një pikë dy pikë dy mijë e njëzet e një'],
];
