import type { Case } from './grammar.ts';

/** CLDR 48 sq, stand-alone months. */
export const months = 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' ');

/** „më 12 nëntor“, „nga 12 nëntori“, „e 12 nëntorit“. */
export function monthName(month: number, form: 'indefinite' | Case): string {
  const name = months[month - 1] ?? '';
  if (form === 'indefinite' || form === 'accusative') return name;
  const vowel = name.endsWith('k') ? 'u' : 'i';
  return form === 'genitive' ? `${name}${vowel}t` : name + vowel;
}

const longMonths = [1, 3, 5, 7, 8, 10, 12];

/** Whether the Gregorian calendar has the day; 29 February needs a leap year where the year is known. */
export function isDay(day: number, month: number, year?: number): boolean {
  if (day < 1 || month < 1 || month > 12) return false;
  if (month !== 2) return day <= (longMonths.includes(month) ? 31 : 30);
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day <= (leap ? 29 : 28);
}
