import { isAt, isDigit, isSpace, isUpper, skip, wordEnd } from '../characters.ts';
import { defaultProfile, type Profile, type SpokenOptions } from './options.ts';

const allWords = /\p{L}{2,}/gu;
const sportWords =
  /(?<!\p{L})(?:fito[nrjv]|fitua|mposht|mund(?:i|ën|ur)(?!\p{L})|humb|baraz|rezultat|shënua|goli?n?(?!\p{L})|gola|ndeshj|epërsi|skuadr|set(?:e|et|in|i)?(?!\p{L})|futboll|basket|kampion|superlig|finale)/iu;
const hourWord = /(?<!\p{L})or(?:a|ën|ës|ët|ar|ari|arin|arit|ave)(?!\p{L})(?!.*[.!?](?!\d))/iu;
const addressSign = /@|:\/\/|\p{L}\.\p{Ll}|\d\.\p{Ll}{2}/u;
const blanks = /\s{1,3}/y;
const end = /\s{0,4}(?:["'”“’»)\]]\s{0,4}){0,4}$/y;
const quotation = /["“„«'‘]/y;

/** The sentence that is being read: its text, what was read just before, and what only the whole of it tells. */
export class Scene {
  readonly text: string;
  readonly engine: SpokenOptions['engine'];
  readonly profile: Profile;
  /** The last reading or copied word: where it stands, and what was said for it where that differs. */
  private lastStart = 0;
  private lastEnd = 0;
  private lastSaid: string | undefined;
  /** Something like an address may be in it: the dear expressions of the web are worth trying. */
  readonly hasAddress: boolean;
  private isHeadline: boolean | undefined;
  private isSport: boolean | undefined;

  constructor(text: string, options: SpokenOptions) {
    this.text = text;
    this.hasAddress = addressSign.test(text);
    this.engine = options.engine;
    this.profile = { ...defaultProfile, ...options.profile };
  }

  passed(start: number, end: number, said?: string): void {
    this.lastStart = start;
    this.lastEnd = end;
    this.lastSaid = said;
  }

  /** The last spoken word before a place, in its own letters; '' where more than blanks stand between. */
  wordBefore(at: number): string {
    if (skip(blanks, this.text, this.lastEnd) < at) return '';
    const said = this.lastSaid ?? this.text.slice(this.lastStart, this.lastEnd);
    return said.slice(said.lastIndexOf(' ') + 1);
  }

  /** The written word after a place; '' where more than blanks stand between. */
  wordAfter(at: number): string {
    const from = skip(blanks, this.text, at);
    return this.text.slice(from, Math.min(wordEnd(this.text, from), from + 40));
  }

  /** Whether a number is written right before: exactly 1, any other, or none. */
  countBefore(at: number): 'one' | 'many' | undefined {
    const last = isSpace(this.text, at - 1) ? at - 2 : at - 1;
    if (!isDigit(this.text, last)) return undefined;
    return isAt(/(?<![\d.,:/–-])1/y, this.text, last) ? 'one' : 'many';
  }

  /** Whether the next thing but blanks is a digit. */
  digitAfter(at: number): boolean {
    return isDigit(this.text, skip(blanks, this.text, at));
  }

  /** Whether nothing but closing marks is left. */
  endsAt(at: number): boolean {
    return isAt(end, this.text, at);
  }

  /** Whether a capital letter, or a quotation mark before one, comes next. */
  capitalAfter(at: number): boolean {
    return isUpper(this.text, skip(quotation, this.text, skip(blanks, this.text, at)));
  }

  /** Most words of two letters and more are in capitals: then capitals tell nothing. */
  get headline(): boolean {
    const words = () => this.text.match(allWords) ?? [];
    const large = () => words().filter((word) => word === word.toUpperCase()).length;
    return (this.isHeadline ??= large() > 2 && large() * 2 > words().length);
  }

  /** The sentence talks of a match: „2-1“ is a result. */
  get sport(): boolean {
    return (this.isSport ??= sportWords.test(this.text));
  }

  /** A word for the hour stands shortly before. */
  hourBefore(at: number): boolean {
    return hourWord.test(this.text.slice(Math.max(0, at - 48), at));
  }
}
