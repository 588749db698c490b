import {
  closingQuotationMarks,
  isLetter,
  isDigit,
  isPointer,
  isSpace,
  openingQuotationMarks,
  quotationMarks,
  skipPictures,
  skipSpace,
} from './characters.ts';

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

/**
 * @param at where the first mark stands
 * @param quoting whether a quotation is open there: decides for marks that open as well as close
 */
export function readStop(text: string, at: number, quoting: boolean): Stop {
  let end = skipMarks(text, at);
  const kind = kindOfMarks(text, at, end);
  let closed: Stop['closed'];
  let final = false;
  for (let close = skipClosing(text, end, quoting); close > end; close = skipClosing(text, end, quoting)) {
    closed = ')]}'.includes(text.charAt(close - 1)) ? 'bracket' : 'quotation';
    if (closed === 'quotation') quoting = false;
    const behind = skipMarks(text, close);
    final ||= behind > close;
    end = behind;
  }
  return { start: at, end: skipAttached(text, end, quoting), kind, closed: final ? undefined : closed, final };
}

export function isStopMark(code: number): boolean {
  return (
    code === 0x2e ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x2026 ||
    code === 0x203c ||
    (code >= 0x2047 && code <= 0x2049)
  );
}

function skipMarks(text: string, at: number): number {
  while (at < text.length && isStopMark(text.charCodeAt(at))) at++;
  return at;
}

function kindOfMarks(text: string, start: number, end: number): Stop['kind'] {
  let kind: Stop['kind'] = end - start > 1 ? 'ellipsis' : 'point';
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2026) kind = 'ellipsis';
    else if (code !== 0x2e) return 'shout';
  }
  return kind;
}

/** The end of the brackets and quotation marks at `at` that close; an Albanian “ or " may do either. */
function skipClosing(text: string, at: number, quoting: boolean): number {
  let runEnd = at;
  while (runEnd < text.length && (isClosingBracket(text, runEnd) || isQuotationMark(text, runEnd))) runEnd++;
  const loose = isLooseAfter(text, runEnd);
  while (at < runEnd && closes(text, at, loose, quoting)) {
    if (isQuotationMark(text, at)) quoting = false;
    at++;
  }
  return at;
}

function closes(text: string, at: number, loose: boolean, quoting: boolean): boolean {
  const mark = text.charAt(at);
  if (loose || isClosingBracket(text, at) || closingQuotationMarks.includes(mark)) return true;
  return quoting && !openingQuotationMarks.includes(mark) && mark !== "'";
}

/** Whether no word begins at `at`: so a quotation mark before it opens nothing. */
function isLooseAfter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at >= text.length || (!isLetter(code) && !isDigit(code) && !'([{#@$€£'.includes(text.charAt(at)));
}

/** Closing marks set off by a space, marks of footnotes, and pictures: they belong to the sentence that ends. */
function skipAttached(text: string, at: number, quoting: boolean): number {
  for (let end = at; ;) {
    const next = skipSpace(text, end);
    const behind = skipOneAttached(text, next, next > end, quoting);
    if (behind === next) return end;
    end = behind;
  }
}

function skipOneAttached(text: string, at: number, spaced: boolean, quoting: boolean): number {
  if (at >= text.length) return at;
  const pictures = skipPictures(text, at);
  if (pictures > at) return (spaced && isPointer(text, at)) || !isSpaceOrEnd(text, pictures) ? at : pictures;
  const face = /^[:;]-?[)(DP](?!\S)/.exec(text.slice(at, at + 4));
  if (face) return at + face[0].length;
  if (!spaced) return at + footnoteLength(text, at);
  const mark = text.charAt(at);
  const closing = ')]}”»'.includes(mark) || (quoting && '“"'.includes(mark));
  return closing && isSpaceOrEnd(text, at + 1) ? at + 1 : at;
}

function footnoteLength(text: string, at: number): number {
  return /^(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|[*†‡](?!\S))/.exec(text.slice(at, at + 6))?.[0].length ?? 0;
}

function isSpaceOrEnd(text: string, at: number): boolean {
  return at >= text.length || isSpace(text.charCodeAt(at));
}

function isQuotationMark(text: string, at: number): boolean {
  return quotationMarks.includes(text.charAt(at));
}

function isClosingBracket(text: string, at: number): boolean {
  return ')]}'.includes(text.charAt(at));
}
