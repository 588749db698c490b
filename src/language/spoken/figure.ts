import { matchAt, sticky } from '../characters.ts';
import { cardinal, figures } from './number-words.ts';

/** A number written in digits, with the separators that Albanian texts use. */
export interface Figure {
  readonly end: number;
  /** The digits before the decimal sign, without separators. */
  readonly whole: string;
  /** The digits after it; '' for a whole number. */
  readonly fraction: string;
}

/** After „2.345“ some words tell a decimal: nobody writes 2 345 milionë so. */
const decimal = String.raw`\d[.,](?!000)\d{3} ?(?:%|për ?qind|ml|mio|bln|[mbt]r?ili[oa]|ballë)`;
const number = sticky`(?:0(?=\d(?:[-–]\d\d?)? \p{L}{3}))?((?!${decimal})(?<!\p{L})[1-9]\d{0,2}([ .,'])\d{3}(?:\2\d{3}){0,4}(?!\2?\d)|\d+)(?:(?<!\d,\d\d?)[.,](\d{1,40})(?![.,]?\d))?`;

/**
 * Reads the number at a digit. Thousands are grouped by a space (CLDR 48 sq, NTREX 15 times), a comma (13 times) or a
 * stop, so one group of three after 1–3 digits is thousands: „18.500“, „31,200 vota“. It is a decimal after a zero
 * („0,125“) and before a word of scale or percent („2,345 milionë“).
 */
export function figureAt(text: string, at: number): Figure | undefined {
  const match = matchAt(number, text, at);
  return match && { end: match[0], whole: match[2].replace(/\D/g, ''), fraction: match[4] };
}

/** „3,14“ → „tre presje katërmbëdhjetë“ (RBNF x.x, with up to three decimals as one number where they make one). */
export const sayFigure = ({ whole, fraction }: Figure, feminine = false): string =>
  /[^0]|^0$/.test(fraction) ? `${figures(whole)} presje ${figures(fraction, false, 3)}` : figures(whole, feminine);

/** A year as it stands in a date: „05“ is 2005, „23“ stays twenty-three. */
export const sayYear = (year: string): string => cardinal(year.replace(/^0/, '200'));
