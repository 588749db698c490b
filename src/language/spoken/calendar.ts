import type { Case } from './grammar.ts';

/** CLDR 48 sq, stand-alone months. */
export const months = 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' ');

/** „më 12 nëntor“, „nga 12 nëntori“, „e 12 nëntorit“. */
export function monthName(month: number, form: 'indefinite' | Case): string {
  const name = months[month - 1] ?? '';
  if (form === 'indefinite' || form === 'accusative') return name;
  return name + (month === 7 ? 'u' : 'i') + (form === 'genitive' ? 't' : '');
}

/** Whether the Gregorian calendar has the day; 29 February needs a leap year where the year is known. */
export function isDay(day: number, month: number, year = 2000): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return day > 0 && date.getUTCMonth() === month - 1;
}
