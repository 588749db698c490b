import { isAt, isDigit, isSpace, isWord, skip, skipSpace } from '../characters.ts';
import type { Spoken, SpokenSpan } from '../spoken.ts';
import type { Folded } from './fold.ts';
import { defaultProfile, type Profile, type SpokenOptions } from './options.ts';

const sportWords =
  /(?<!\p{L})(?:fito[nrjv]|fitua|mposht|mund(?:i|ën|ur)(?!\p{L})|humb|baraz|rezultat|shënua|goli?n?(?!\p{L})|gola|ndeshj|epërsi|skuadr|set(?:e|et|in|i)?(?!\p{L})|futboll|basket|kampion|superlig|finale)/iu;
const blanks = /\s{1,3}/y;
const word = /\s{0,3}([\p{L}\p{M}']{0,40})/uy;

function isHeadline(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const large = words.filter((word) => word === word.toUpperCase()).length;
  return large > 2 && large * 2 > words.length;
}

/**
 * The sentence that is being read: the place that has been reached, what only the whole of it tells, and what is said
 * up to there, with a span for every word.
 */
export class Scene {
  readonly text: string;
  readonly engine: SpokenOptions['engine'];
  readonly profile: Profile;
  at = 0;
  private readonly origin: Folded['origin'];
  private readonly spans: SpokenSpan[] = [];
  private spoken = '';
  /** Up to here the text is in `spoken`. */
  private done = 0;
  /** The last unit of `spoken`, so that no two words run together. */
  private last = '';
  /** The last reading or copied word: what was said for it, and where it ends. */
  private lastSaid = '';
  private lastEnd = 0;
  private isHeadline: boolean | undefined;
  private isSport: boolean | undefined;

  constructor({ text, origin }: Folded, options: SpokenOptions) {
    this.text = text;
    this.origin = origin;
    this.engine = options.engine;
    this.profile = { ...defaultProfile, ...options.profile };
  }

  /** Goes on to `end`, past a word that is said as it is written, or past signs. */
  copy(end: number): void {
    const { text, at } = this;
    if (isWord(text, at)) this.remember(end, text.slice(at, end), this.spoken.length + at - this.done);
    this.at = end;
  }

  /** Goes on to `end`, past something that is said otherwise: one span leads all of it back to all that is written. */
  say(end: number, said: string): void {
    const { text } = this;
    this.add(text.slice(this.done, this.at));
    this.part(said);
    if (said) this.remember(end, said, this.spoken.length);
    this.add(said);
    this.at = this.done = end;
    this.part(text.slice(end, end + 2));
    if (!said && !this.last.trim()) this.done = skipSpace(text, end);
  }

  /** @param at where in the spoken text the words begin that are said for what is written up to `end` */
  private remember(end: number, said: string, at: number): void {
    const { origin, at: start, spans } = this;
    const source = (unit: number) => origin?.[unit] ?? unit;
    if (/[\p{L}\p{N}]/u.test(said))
      spans.push({ at, length: said.length, start: source(start), end: source(end - 1) + 1 });
    this.lastSaid = said;
    this.lastEnd = end;
  }

  finish(): Spoken {
    this.add(this.text.slice(this.done));
    return { text: this.spoken, spans: this.spans };
  }

  private add(piece: string): void {
    this.spoken += piece;
    this.last = piece.slice(-1) || this.last;
  }

  /** Parts what is to come from a word before it. */
  private part(next: string): void {
    if (isWord(this.last, 0) && isWord(next, 0)) this.add(' ');
  }

  /** The last spoken word before the place, in its own letters; '' where more than blanks stand between. */
  get wordBefore(): string {
    return skip(blanks, this.text, this.lastEnd) < this.at ? '' : this.lastSaid.replace(/.* /, '');
  }

  /** The written word after a place; '' where more than blanks stand between. */
  wordAfter(at: number): string {
    word.lastIndex = at;
    return word.exec(this.text)?.[1] ?? '';
  }

  /** Whether a number is written right before the place: exactly 1, any other, or none. */
  get countBefore(): 'one' | 'many' | undefined {
    const { text, at } = this;
    const last = isSpace(text, at - 1) ? at - 2 : at - 1;
    if (!isDigit(text, last)) return undefined;
    return isAt(/(?<![\d.,:/–-])1/y, text, last) ? 'one' : 'many';
  }

  /** Whether nothing but closing marks is left. */
  endsAt(at: number): boolean {
    return isAt(/\s{0,4}(?:["'”“’»)\]]\s{0,4}){0,4}$/y, this.text, at);
  }

  /** Whether a capital letter, or a quotation mark before one, comes next. */
  capitalAfter(at: number): boolean {
    return isAt(/\s{0,3}["“„«'‘]?(?!\p{Ll})\p{L}/uy, this.text, at);
  }

  /** Most words of two letters and more are in capitals: then capitals tell nothing. */
  get headline(): boolean {
    return (this.isHeadline ??= isHeadline(this.text));
  }

  /** The sentence talks of a match: „2-1“ is a result. */
  get sport(): boolean {
    return (this.isSport ??= sportWords.test(this.text));
  }
}
