import { conjunctions } from './conjunctions.ts';
import type { Span } from './spoken.ts';

/**
 * A sentence in pieces that an engine takes, of at most `max` UTF-16 units each. Each piece is cut at the best place in
 * its last two thirds (so that none is a crumb): behind a mark between clauses (; : – … ! ?), else behind a comma, else
 * before a conjunction, else between groups of words, else at white space. Where they offer no white space, it is cut at
 * the last before them; then at a space that holds things together („z. Kurti“, „1 450 300“, a no-break space); then
 * between words that no space parts. A word or a number is cut only if it is longer than `max` itself, and even then no
 * surrogate pair is.
 *
 * @param sentence one sentence
 * @param max in UTF-16 units; less than 2 counts as 2, the length of a surrogate pair
 * @returns `[start, end)` of each piece in the sentence, trimmed, in order; they leave out nothing but white space
 */
export function splitClauses(sentence: string, max: number): Span[] {
  const longest = Math.max(2, Math.floor(max));
  const { length } = sentence.trimEnd();
  const pieces: Span[] = [];
  for (let start = wordFrom(sentence, 0); start < length;) {
    const cut = length - start <= longest ? length : bestCut(sentence, start, start + longest);
    pieces.push({ start, end: start + sentence.slice(start, cut).trimEnd().length });
    start = wordFrom(sentence, cut);
  }
  return pieces;
}

/** The first place from `at` on that is no white space. */
const wordFrom = (text: string, at: number): number => at + text.slice(at).search(/\S|$/);

/** White space, but not between a number's groups or an abbreviation and its word. */
const space = '(?![\\u00A0\\u202F]|(?<=\\d).(?:\\d{3}(?!\\d)|[%‰€$£°])|(?<=\\.).[\\p{Lu}\\d])\\s';
/** A small word holds to what it leads: „e re“, „në Tiranë“. */
const pause = `(?<!\\s(?:\\p{L}?\\p{Ll}|dhe|për|nga|ose))${space}`;
const word = '[\\p{L}\\p{M}\\p{N}\\u200D]';
/** Where a cut may be, from the best on. A word goes on in „t’i“, „20-vjeçar“, „3,14“, „18:45“. */
const cuts = [
  // A dash, but none between names: „Tiranë – Durrës“.
  `(?<=[;:…!?]["”“’»)]{0,3}|\\s[-–—](?!\\s\\p{Lu}))${space}`,
  `(?<=,["”“’»)]{0,3})${space}`,
  `${pause}(?=(?:${conjunctions.join('|')}|për të|(?:[ie]|të) cil\\p{Ll}+)\\s)`,
  // So does a number to what it counts, a name to a name.
  `(?!(?<=\\d).\\p{Ll}|(?<=\\p{Lu}\\p{Ll}{1,20}(?: [-–—])?).(?:[-–—] )?\\p{Lu})${pause}`,
  space,
  '\\s',
  `(?!(?<=${word}['’-]?)['’-]?${word}|(?<=\\d[.,:/–]?)[.,:/–]?\\d)`,
].map((cut) => new RegExp(cut, 'uy'));
const plainSpace = 4;

/** At least one unit behind `start`, at most at `limit`. */
function bestCut(text: string, start: number, limit: number): number {
  const earliest = start + (limit - start) / 3;
  let best = isWithinPair(text, limit) ? limit - 1 : limit;
  let found = cuts.length;
  for (let at = limit; at > start && found > (at > earliest ? 0 : plainSpace); at--) {
    if (isWithinPair(text, at)) continue;
    const offered = cuts.findIndex((cut) => {
      cut.lastIndex = at;
      return cut.test(text);
    });
    if (offered < 0 || offered >= found) continue;
    best = at;
    found = offered;
  }
  return best;
}

const isWithinPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;
