import { isSpace, skipSpace, trimEnd } from './characters.ts';
import type { Span } from './spoken.ts';

/**
 * A sentence in pieces that an engine takes, of at most `max` UTF-16 units each. Each piece is cut at the best place in
 * its last two thirds (so that none is a crumb): behind a mark between clauses (; : – … ! ?), else behind a comma, else
 * before a conjunction, else at white space. Where they offer no white space, it is cut at the last before them; then
 * at a space that holds things together („z. Kurti“, „1 450 300“, a no-break space); then between words that no space
 * parts. A word or a number is cut only if it is longer than `max` itself, and even then no surrogate pair is.
 *
 * @param sentence one sentence
 * @param max in UTF-16 units; less than 2 counts as 2, the length of a surrogate pair
 * @returns `[start, end)` of each piece in the sentence, trimmed, in order; they leave out nothing but white space
 */
export function splitClauses(sentence: string, max: number): Span[] {
  const longest = Math.max(2, Math.floor(max));
  const length = trimEnd(sentence, sentence.length);
  const pieces: Span[] = [];
  for (let start = skipSpace(sentence, 0); start < length;) {
    const cut = length - start <= longest ? length : bestCut(sentence, start, start + longest);
    pieces.push({ start, end: trimEnd(sentence, cut) });
    start = skipSpace(sentence, cut);
  }
  return pieces;
}

/** How good a cut is. */
const quality = { none: 0, betweenWords: 1, heldSpace: 2, space: 3, conjunction: 4, comma: 5, clause: 6 } as const;
type Quality = (typeof quality)[keyof typeof quality];

/** At least one unit behind `start`, at most at `limit`. */
function bestCut(text: string, start: number, limit: number): number {
  const earliest = start + (limit - start) / 3;
  let best = isWithinPair(text, limit) ? limit - 1 : limit;
  let found: Quality = quality.none;
  for (let at = limit; at > start && (at > earliest || found < quality.space); at--) {
    const offered = qualityAt(text, at);
    if (offered <= found) continue;
    best = at;
    found = offered;
    if (found === quality.clause) break;
  }
  return best;
}

/** The quality of a cut between the units before and at `at`. */
function qualityAt(text: string, at: number): Quality {
  if (!isSpace(text, at)) return isWithinWord(text, at) ? quality.none : quality.betweenWords;
  if (holds(text, at)) return quality.heldSpace;
  const mark = markBefore(text, at);
  if (clauseMarks.has(mark)) return quality.clause;
  if (mark === ',') return quality.comma;
  return conjunction.test(text.slice(at + 1, at + 16)) ? quality.conjunction : quality.space;
}

const clauseMarks = new Set(';:–—…!?');
const conjunction =
  /^(?:dhe|edhe|ose|apo|por|porse|kurse|ndërsa|teksa|që|se|sepse|pasi|kur|ku|nëse|ndonëse|megjithëse|duke|për të|i cili|e cila|të cil[ëa]t)\s/u;

/** The last mark before the space at `at`, behind which quotation marks and brackets may have closed. */
function markBefore(text: string, at: number): string {
  let before = at - 1;
  while (before > 0 && at - before < 4 && '"”“’»)'.includes(text.charAt(before))) before--;
  return text.charAt(before);
}

/** Whether the space at `at` holds together what stands around it: a number's groups, an abbreviation and its word. */
function holds(text: string, at: number): boolean {
  const space = text.charCodeAt(at);
  if (space === 0xa0 || space === 0x202f) return true;
  if (/\d/.test(text.charAt(at - 1))) return /^(?:\d{3}(?!\d)|[%‰€$£°])/.test(text.slice(at + 1, at + 5));
  return text.charAt(at - 1) === '.' && /^[\p{Lu}\d]/u.test(text.slice(at + 1, at + 3));
}

/** Whether a cut would part a word or a number, a character and its marks, or a surrogate pair. */
function isWithinWord(text: string, at: number): boolean {
  if (isWithinPair(text, at)) return true;
  const before = characterBefore(text, at);
  const after = characterAt(text, at);
  if (wordPart.test(after)) return wordPart.test(before) || joins(before, characterBefore(text, at - 1), after);
  return joins(after, before, characterAt(text, at + 1));
}

const wordPart = /[\p{L}\p{M}\p{N}\u200D]/u;

/** „t’i“, „20-vjeçar“, „3,14“, „18:45“. */
function joins(sign: string, before: string, after: string): boolean {
  if (/['’-]/.test(sign)) return wordPart.test(before) && wordPart.test(after);
  return /[.,:/–]/.test(sign) && /\d/.test(before) && /\d/.test(after);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  return at > 1 && isWithinPair(text, at - 1) ? text.slice(at - 2, at) : text.charAt(at - 1);
}

function isWithinPair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1));
}
