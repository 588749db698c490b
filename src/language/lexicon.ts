import { isWord, matchAt } from './characters.ts';
import { fold } from './spoken/fold.ts';
import type { Reading } from './spoken/rule.ts';

interface Entry {
  readonly written: string;
  readonly said: string;
  readonly endings: boolean;
  readonly exactCase: boolean;
}

/** A line of a lexicon that cannot be read. */
export class LexiconError extends Error {
  /** Counted from 1. */
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`lexicon, line ${line}: ${reason}`);
    this.name = 'LexiconError';
    this.line = line;
  }
}

const entryLine = /^(?:"([^"]*)"|([^"=*][^=*]*?))(\*?)\s*=\s*(.*)$/;
/** The case endings of Albanian nouns and names, joined or after a hyphen. */
const ending = /-?((?:j|v)?[aeëiu]|(?:j?[aeëiu])?(?:[nst]|në|së|të|ve|sh)|jtë?)(?!\p{L})/uy;

/** The listener's own words, found at a place of a folded text. */
export class Lexicon {
  private readonly byInitial = new Map<string, Entry[]>();

  /** @param entries in any order; of two that fit, the longer one is taken */
  constructor(entries: readonly Entry[]) {
    for (const entry of [...entries].sort((one, other) => other.written.length - one.written.length)) {
      const initial = entry.written.charAt(0).toLowerCase();
      this.byInitial.set(initial, [...(this.byInitial.get(initial) ?? []), entry]);
    }
  }

  find(text: string, at: number): Reading | undefined {
    const entries = this.byInitial.get(text.charAt(at).toLowerCase());
    if (!entries || (isWord(text, at) && isWord(text, at - 1))) return undefined;
    for (const { written, said, endings, exactCase } of entries) {
      const end = at + written.length;
      const here = text.slice(at, end);
      if (here !== written && (exactCase || here.toLowerCase() !== written.toLowerCase())) continue;
      const joined = endings ? matchAt(ending, text, end) : undefined;
      if (joined) return [joined[0], said + joined[2]];
      if (!isWord(text, end)) return [end, said];
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
  const entries = new Map<string, Entry>();
  text.split(/\r\n?|\n/).forEach((raw, index) => {
    // White space to JavaScript: the byte order mark too.
    const line = raw.trim();
    if (/^(?:#|$)/.test(line)) return;
    const [, exact, loose = '', star, said] = entryLine.exec(line) ?? [];
    const written = fold(exact ?? loose).text.trim();
    const key = exact === undefined ? written.toLowerCase() : `"${written}`;
    let reason = '';
    if (!line.includes('=')) reason = 'no „=“ between what is written and what is said';
    else if (!written) reason = 'nothing that is written, or a stray mark in it';
    else if (!said) reason = `nothing to say for „${written}“`;
    else if (entries.has(key)) reason = `„${written}“ stands here for the second time`;
    else entries.set(key, { written, said, endings: star === '*', exactCase: exact !== undefined });
    if (reason) throw new LexiconError(index + 1, reason);
  });
  return new Lexicon([...entries.values()]);
}
