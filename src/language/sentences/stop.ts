import { pictures, quotationMarks, skip, sticky } from '../characters.ts';
import type { Place } from './place.ts';

/** One or more marks that may end a sentence, with what closes there. Offsets are in UTF-16 units. */
export interface Stop extends Pick<Place, 'marks' | 'closed'> {
  readonly start: number;
  /** Behind the marks, the quotation marks and brackets that close there, footnote marks and pictures. */
  readonly end: number;
}

export const stopMarks = '.!?…‼⁇⁈⁉';

const anyMarks = sticky`[${stopMarks}]+`;
/**
 * The brackets and quotation marks that close: all of them if no word begins behind them, for that one the last may open;
 * else those that cannot open, and where a quotation is open one of the marks “ and ", which may do either.
 */
const closingWith = (either: string): RegExp =>
  sticky`[${quotationMarks})\]}>]+(?![${quotationMarks})\]}>\p{L}\d([{#@$€£])|[)\]}”’»›]*${either}`;
const closing = closingWith('');
const closingQuotation = closingWith('(["“″][)\\]}”’»›]*)?');
/** What belongs to the sentence that ends: footnote marks, faces, pictures (no pointing hands), late closing marks. */
const attached = sticky`(\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|(\s\[\d{1,3}\]|[*†‡]|(?!\s+[➡▶⏩➤►⬇👇👉📌-📹🔔-🔗🔴-🔹⚠✅❌❗🎥🚨])\s*([:;]-?[)(DP]|[)\]}”»]|((?![©®™])[${pictures}])+))(?!\S))*`;

/**
 * @param at where the first mark stands
 * @param quoting whether a quotation is open there: decides for marks that open as well as close
 */
export function readStop(text: string, at: number, quoting: boolean): Stop {
  let end = skip(anyMarks, text, at);
  const marks = text.slice(at, end);
  let closed: Stop['closed'] = '';
  for (;;) {
    const close = skip(quoting ? closingQuotation : closing, text, end);
    if (close === end) break;
    const last = ')]}'.includes(text.charAt(close - 1)) ? ')' : '"';
    quoting &&= last === ')';
    end = skip(anyMarks, text, close);
    if (closed !== '.') closed = end > close ? '.' : last;
  }
  // A late closing mark.
  if (quoting) end = skip(/\s*[“"](?!\S)/y, text, end);
  return { start: at, end: skip(attached, text, end), marks, closed };
}
