import { asidesIn } from './sentences/asides.ts';
import { skip, skipSpace, trimEnd } from './characters.ts';
import { doubleQuotationMarks, opensQuotation } from './sentences/quotations.ts';
import { sentenceEnd } from './sentences/sentence-end.ts';
import { readStop, stopMarks } from './sentences/stop.ts';
import type { Span } from './spoken.ts';

/**
 * The sentences of one block of Albanian text, in time linear in its length. Every character that is no white space
 * lies in one of them. Rules: docs/language.md.
 *
 * @param block the text of one block
 * @returns `[start, end)` of each sentence in UTF-16 units, trimmed, in order
 */
export function splitSentences(block: string): Span[] {
  const spans: Span[] = [];
  const skipAside = asidesIn(block);
  let start = skipSpace(block, 0);
  let firstWord = skip(noWord, block, start);
  let quoting = false;
  for (let at = nextOfInterest(block, start); at < block.length; at = nextOfInterest(block, at)) {
    const character = block.charAt(at);
    if (character === '(') at = at > firstWord ? skipAside(at) : at + 1;
    else if (doubleQuotationMarks.includes(character)) quoting = opensQuotation(block, at++, quoting);
    else if (!stopMarks.includes(character)) at = skip(address, block, at);
    else {
      const stop = readStop(block, at, quoting);
      if (stop.closed === '"') quoting = false;
      const end = sentenceEnd(block, stop, start, firstWord);
      at = stop.end;
      if (end === undefined) continue;
      spans.push({ start, end: trimEnd(block, end) });
      start = skipSpace(block, end);
      firstWord = skip(noWord, block, start);
      at = Math.max(at, start);
    }
  }
  if (start < block.length) spans.push({ start, end: trimEnd(block, block.length) });
  return spans;
}

const noWord = /[^\p{L}\p{Nd}]*/uy;
/** From the colon of `https://`, the beginning of `www.` or the sign of an e-mail address on; the stop behind it is the sentence's. */
const address = /(?::\/\/|[wW]{3}|@)[^\s"“”„«»<>()[\]{}]*(?<![.,;:!?…'’])/y;
const ofInterest = /[!?…‼⁇⁈⁉"“”„«»(]|\.(?!(?<=\d.)\d)|:\/\/|\b[wW]{3}\.|@[a-zA-Z]/g;

/** Where the next mark, bracket or address begins: the search passes over everything else, and over points in numbers. */
function nextOfInterest(block: string, at: number): number {
  ofInterest.lastIndex = at;
  return ofInterest.exec(block)?.index ?? block.length;
}
