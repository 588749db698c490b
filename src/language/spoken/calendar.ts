/** CLDR 48 sq, stand-alone months. */
export const months = 'janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'.split(' ');
/** For expressions. */
export const anyMonth = months.join('|');

/** Whether the Gregorian calendar has the day; 29 February needs a leap year where the year is known. */
export function isDay(day: number, month: number, year = 2000): boolean {
  return day > 0 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}
