import { pictures, quotationMarks, skip } from '../characters.ts';

/** One or more marks that may end a sentence, with what closes there. Offsets are in UTF-16 units. */
export interface Stop {
  readonly start: number;
  /** Behind the marks, the quotation marks and brackets that close there, footnote marks and pictures. */
  readonly end: number;
  /** `shout` has an exclamation or question mark in it. */
  readonly kind: 'point' | 'ellipsis' | 'shout';
  /** What closes between the mark and what follows. */
  readonly closed: 'quotation' | 'bracket' | undefined;
  /** A stop stands behind what closes: „(… etj.).“ */
  readonly final: boolean;
}

export const stopMarks = '.!?…‼⁇⁈⁉';

const marks = new RegExp(`[${stopMarks}]+`, 'y');
const closings = new RegExp(`[${quotationMarks})\\]}>]+`, 'y');
/** A word begins: so a quotation mark before it may open one. */
const wordBegins = /[\p{L}\d([{#@$€£]/uy;
/** What belongs to the sentence that ends: footnote marks, faces, pictures (no pointing hands), late closing marks. */
const attached = new RegExp(
  '(?:\\[\\d{1,3}\\]|\\s\\[\\d{1,3}\\](?!\\S)|[¹²³⁰⁴-⁹]{1,3}|[*†‡](?!\\S)|\\s*[:;]-?[)(DP](?!\\S)|\\s*[)\\]}”»](?!\\S)' +
    `|(?!\\s+[👉➡▶⏩🔴🔵🔹🔸📌📍📢🔔⚠🚨📷📸🎥📹📰➤►✅❌❗🔗⬇👇])\\s*(?:(?![©®™])[${pictures}])+(?!\\S))*`,
  'uy',
);
const lateQuotationMark = /\s*[“"](?!\S)/y;

/**
 * @param at where the first mark stands
 * @param quoting whether a quotation is open there: decides for marks that open as well as close
 */
export function readStop(text: string, at: number, quoting: boolean): Stop {
  let end = skip(marks, text, at);
  const kind = kindOfMarks(text.slice(at, end));
  let closed: Stop['closed'];
  let final = false;
  for (let close = skipClosing(text, end, quoting); close > end; close = skipClosing(text, end, quoting)) {
    closed = ')]}'.includes(text.charAt(close - 1)) ? 'bracket' : 'quotation';
    quoting &&= closed === 'bracket';
    end = skip(marks, text, close);
    final ||= end > close;
  }
  if (quoting) end = skip(lateQuotationMark, text, end);
  return { start: at, end: skip(attached, text, end), kind, closed: final ? undefined : closed, final };
}

function kindOfMarks(text: string): Stop['kind'] {
  if (/[^.…]/.test(text)) return 'shout';
  return text === '.' ? 'point' : 'ellipsis';
}

/** The end of the brackets and quotation marks at `at` that close; an Albanian “ or " may do either. */
function skipClosing(text: string, at: number, quoting: boolean): number {
  const end = skip(closings, text, at);
  if (skip(wordBegins, text, end) === end) return end;
  for (; at < end; at++) {
    const mark = text.charAt(at);
    if (')]}”’»›'.includes(mark)) continue;
    if (!quoting || !'"“″'.includes(mark)) return at;
    quoting = false;
  }
  return end;
}
