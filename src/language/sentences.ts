import { skipAddress } from './sentences/addresses.ts';
import { Asides } from './sentences/asides.ts';
import { isDigit, isLetter, isSpace, skipSpace } from './sentences/characters.ts';
import { isDoubleQuotationMark, opensQuotation } from './sentences/quotations.ts';
import { sentenceEnd } from './sentences/sentence-end.ts';
import { isStopMark, readStop } from './sentences/stop.ts';
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
  const asides = new Asides(block);
  let start = skipSpace(block, 0);
  let firstWord = skipToWord(block, start);
  let quoting = false;
  for (let at = start; at < block.length;) {
    const code = block.charCodeAt(at);
    if (!isOfInterest(code)) at++;
    else if (isStopMark(code)) {
      const stop = readStop(block, at, quoting);
      if (stop.closed === 'quotation') quoting = false;
      const end = sentenceEnd(block, stop, { start, firstWord });
      at = stop.end;
      if (end === undefined) continue;
      spans.push(trimmed(block, start, end));
      start = skipSpace(block, end);
      firstWord = skipToWord(block, start);
      at = Math.max(at, start);
    } else if (code === openingBracket) at = at > firstWord ? asides.skip(at) : at + 1;
    else if (isDoubleQuotationMark(code)) {
      quoting = opensQuotation(block, at, quoting);
      at++;
    } else at = skipAddress(block, at);
  }
  if (start < block.length) spans.push(trimmed(block, start, block.length));
  return spans;
}

const openingBracket = 0x28;
const asciiOfInterest = Array.from({ length: 0x80 }, (_, code) => '.!?"(:@wW'.includes(String.fromCharCode(code)));

/** Most characters are none: the search passes over them. */
function isOfInterest(code: number): boolean {
  return code < 0x80 ? (asciiOfInterest[code] ?? false) : isStopMark(code) || isDoubleQuotationMark(code);
}

function trimmed(block: string, start: number, end: number): Span {
  while (end > start && isSpace(block.charCodeAt(end - 1))) end--;
  return { start, end };
}

function skipToWord(block: string, at: number): number {
  while (at < block.length && !isWordCode(block.charCodeAt(at))) at++;
  return at;
}

function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}
