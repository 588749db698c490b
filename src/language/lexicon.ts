import { lexiconEntries, type LexiconEntry } from './lexicon-text.ts';
import { fold } from './spoken/fold.ts';
import type { Reading } from './spoken/rule.ts';

// No imports of what reads every article, or it would be cut off that, and compress worse.
const within = /(?<=[\p{L}\p{M}\p{N}])(?=[\p{L}\p{M}\p{N}])/uy;
const wordEnd = /(?![\p{L}\p{M}\p{N}])/uy;
/** The case endings of Albanian nouns and names, joined or after a hyphen; or none. */
const endingOrEnd = /-?((?:j|v)?[aeëiu]|(?:j?[aeëiu])?(?:[nst]|në|së|të|ve|sh)|jtë?)(?!\p{L})|(?![\p{L}\p{M}\p{N}])/uy;

/** The listener's own words, found at a place of a folded text. */
export class Lexicon {
  private readonly byInitial = new Map<string, LexiconEntry[]>();

  /** @param entries in any order; of two that fit, the longer one is taken */
  constructor(entries: readonly LexiconEntry[]) {
    for (const entry of [...entries].sort((one, other) => other.written.length - one.written.length)) {
      const initial = entry.written.charAt(0).toLowerCase();
      this.byInitial.set(initial, [...(this.byInitial.get(initial) ?? []), entry]);
    }
  }

  find(text: string, at: number): Reading | undefined {
    const entries = this.byInitial.get(text.charAt(at).toLowerCase());
    within.lastIndex = at;
    if (!entries || within.test(text)) return undefined;
    for (const { written, said, endings, exactCase } of entries) {
      const end = at + written.length;
      const here = text.slice(at, end);
      if (here !== written && (exactCase || here.toLowerCase() !== written.toLowerCase())) continue;
      const tail = endings ? endingOrEnd : wordEnd;
      tail.lastIndex = end;
      const found = tail.exec(text);
      if (found) return [tail.lastIndex, said + (found[1] ?? '')];
    }
    return undefined;
  }
}

/**
 * Reads a lexicon: UTF-8 text, one entry a line.
 *
 *     # a comment; empty lines count for nothing
 *     Biden* = Bajden        with any case ending: Bideni, Bidenit, Biden-it
 *     New York = Nju Jork    several words; small and capital letters alike
 *     "US" = ju es           in quotes: only with these very letters
 *
 * @throws LexiconError for a line without „=“, without one of its sides, or written twice
 */
export function readLexicon(text: string): Lexicon {
  const entries = lexiconEntries(text).map(({ entry }) => ({ ...entry, written: fold(entry.written).text.trim() }));
  return new Lexicon(entries);
}
