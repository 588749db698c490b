import { isAt, isDigit, isSpace, isWord, matchAt, skip, skipSpace } from '../characters.ts';
import type { Spoken, SpokenSpan } from '../spoken.ts';
import type { Folded } from './fold.ts';
import { defaultProfile, type SpokenOptions } from './options.ts';

const sportWords =
  /(?<!\p{L})(?:fito[nrjv]|fitua|mposht|mund(?:i|ën|ur)(?!\p{L})|humb|baraz|rezultat|shënua|goli?n?(?!\p{L})|gola|ndeshj|epërsi|skuadr|set(?:e|et|in|i)?(?!\p{L})|futboll|basket|kampion|superlig|finale)/iu;
const blanks = /\s{1,3}/y;
const word = /\s{0,3}([\p{L}\p{M}']{0,40})/uy;

function isHeadline(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const large = words.filter((word) => word === word.toUpperCase()).length;
  return large > 2 && large * 2 > words.length;
}

/** Whether a capital letter, or a quotation mark before one, comes next. */
export const capitalAfter = (text: string, at: number): boolean => isAt(/\s{0,3}["“„«'‘]?(?!\p{Ll})\p{L}/uy, text, at);

export type Scene = ReturnType<typeof sceneOf>;

/**
 * The sentence that is being read: the place that has been reached, what only the whole of it tells, and what is said
 * up to there, with a span for every word.
 */
export function sceneOf({ text, origin }: Folded, { engine, profile }: SpokenOptions) {
  const spans: SpokenSpan[] = [];
  let at = 0;
  let spoken = '';
  /** Up to here the text is in `spoken`. */
  let done = 0;
  /** The last unit of `spoken`, so that no two words run together. */
  let last = '';
  /** The last reading or copied word: what was said for it, and where it ends. */
  let lastSaid = '';
  let lastEnd = 0;
  let headline: boolean | undefined;
  let sport: boolean | undefined;

  function add(piece: string): void {
    spoken += piece;
    last = piece.slice(-1) || last;
  }

  /** Parts what is to come from a word before it. */
  function part(next: string): void {
    if (isWord(last, 0) && isWord(next, 0)) add(' ');
  }

  /** @param from where in the spoken text the words begin that are said for what is written up to `end` */
  function remember(end: number, said: string, from: number): void {
    const source = (unit: number) => origin?.[unit] ?? unit;
    if (/[\p{L}\p{N}]/u.test(said))
      spans.push({ at: from, length: said.length, start: source(at), end: source(end - 1) + 1 });
    lastSaid = said;
    lastEnd = end;
  }

  return {
    text,
    engine,
    profile: { ...defaultProfile, ...profile },

    get at(): number {
      return at;
    },

    /** Goes on to `end`, past a word that is said as it is written, or past signs. */
    copy(end: number): void {
      if (isWord(text, at)) remember(end, text.slice(at, end), spoken.length + at - done);
      at = end;
    },

    /** Goes on to `end`, past something that is said otherwise: one span leads all of it back to all that is written. */
    say(end: number, said: string): void {
      add(text.slice(done, at));
      part(said);
      if (said) remember(end, said, spoken.length);
      add(said);
      at = done = end;
      part(text.slice(end, end + 2));
      if (!said && !last.trim()) done = skipSpace(text, end);
    },

    finish(): Spoken {
      add(text.slice(done));
      return { text: spoken, spans };
    },

    /** The last spoken word before the place, in its own letters; '' where more than blanks stand between. */
    get wordBefore(): string {
      return skip(blanks, text, lastEnd) < at ? '' : lastSaid.replace(/.* /, '');
    },

    /** The written word after a place; '' where more than blanks stand between. */
    wordAfter(end: number): string {
      return matchAt(word, text, end)?.[2] ?? '';
    },

    /** Whether a number is written right before the place: exactly 1, any other, or none. */
    get countBefore(): 'one' | 'many' | undefined {
      const before = isSpace(text, at - 1) ? at - 2 : at - 1;
      if (!isDigit(text, before)) return undefined;
      return isAt(/(?<![\d.,:/–-])1/y, text, before) ? 'one' : 'many';
    },

    /** Most words of two letters and more are in capitals: then capitals tell nothing. */
    get headline(): boolean {
      return (headline ??= isHeadline(text));
    },

    /** The sentence talks of a match: „2-1“ is a result. */
    get sport(): boolean {
      return (sport ??= sportWords.test(text));
    },
  };
}
