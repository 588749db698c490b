import { isBlank, isDigit, isLetter, isUpper, wordEnd } from './characters.ts';
import { defaultProfile, type Profile, type SpokenOptions } from './options.ts';

const allWords = /\p{L}{2,}/gu;
const sportWords =
  /(?:^|\P{L})(?:fito[nrjv]|fitua|mposht|mund(?:i|ën|ur)(?!\p{L})|humb|baraz|rezultat|shënua|goli?n?(?!\p{L})|gola|ndeshj|epërsi|skuadr|set(?:e|et|in|i)?(?!\p{L})|futboll|basket|kampion|superlig|finale)/iu;
const hourWord = /(?:^|\P{L})or(?:a|ën|ës|ët|ar|ari|arin|arit|ave)(?!\p{L})(?!.*[.!?](?!\d))/iu;

const addressSign = /@|:\/\/|\p{L}\.\p{Ll}|\d\.\p{Ll}{2}/u;

/** How far a rule looks back for what a number means. */
const memory = 48;

/** The sentence that is being read: its text, what was read just before, and what only the whole of it tells. */
export class Scene {
  readonly text: string;
  readonly engine: 'espeak' | 'system';
  readonly profile: Profile;
  /** Where the last reading or copied word stands, and what was said for it where that differs. */
  private lastStart = 0;
  private lastEnd = 0;
  private lastSaid: string | undefined;
  /** Something like an address may be in it: the dear expressions of the web are worth trying. */
  readonly hasAddress: boolean;
  private headlineKnown: boolean | undefined;
  private sportKnown: boolean | undefined;

  constructor(text: string, options: SpokenOptions) {
    this.text = text;
    this.hasAddress = addressSign.test(text);
    this.engine = options.engine ?? 'system';
    this.profile = { ...defaultProfile, ...options.profile };
  }

  passed(start: number, end: number, said?: string): void {
    this.lastStart = start;
    this.lastEnd = end;
    this.lastSaid = said;
  }

  /** Past the blanks, and past one opening quotation mark. */
  skipBlanks(at: number): number {
    let to = at;
    while (to < at + 3 && isBlank(this.text, to)) to += 1;
    return to;
  }

  /** The last spoken word before a place, in its own letters; '' where more than blanks stand between. */
  wordBefore(at: number): string {
    if (at - this.lastEnd > 3) return '';
    for (let between = this.lastEnd; between < at; between += 1) {
      if (!isBlank(this.text, between)) return '';
    }
    const said = this.lastSaid ?? this.text.slice(this.lastStart, this.lastEnd);
    return said.slice(said.lastIndexOf(' ') + 1);
  }

  /** The written word after a place; '' where more than blanks stand between. */
  wordAfter(at: number): string {
    const from = this.skipBlanks(at);
    return this.text.slice(from, Math.min(wordEnd(this.text, from), from + 40));
  }

  /** Whether a number is written right before: exactly 1, any other, or none. */
  countBefore(at: number): 'one' | 'many' | undefined {
    let last = at - 1;
    if (isBlank(this.text, last)) last -= 1;
    if (!isDigit(this.text, last)) return undefined;
    const alone = !/[\d.,:/–-]/.test(this.text.charAt(last - 1));
    return alone && this.text.charAt(last) === '1' ? 'one' : 'many';
  }

  /** Whether the next thing but blanks is a digit. */
  digitAfter(at: number): boolean {
    return isDigit(this.text, this.skipBlanks(at));
  }

  /** Whether nothing but closing marks is left. */
  endsAt(at: number): boolean {
    return at >= this.text.length || /^[\s"'”“’»)\]]*$/.test(this.text.slice(at, at + 8));
  }

  /** Most words of two letters and more are in capitals: then capitals tell nothing. */
  get headline(): boolean {
    if (this.headlineKnown === undefined) {
      let capitals = 0;
      let all = 0;
      for (const { 0: word } of this.text.matchAll(allWords)) {
        all += 1;
        if (word === word.toUpperCase()) capitals += 1;
      }
      this.headlineKnown = capitals > 2 && capitals * 2 > all;
    }
    return this.headlineKnown;
  }

  /** The sentence talks of a match: „2-1“ is a result. */
  get sport(): boolean {
    this.sportKnown ??= sportWords.test(this.text);
    return this.sportKnown;
  }

  /** A word for the hour stands shortly before. */
  hourBefore(at: number): boolean {
    return hourWord.test(this.text.slice(Math.max(0, at - memory), at));
  }

  /** Whether a capital letter, or a quotation mark before one, comes next. */
  capitalAfter(at: number): boolean {
    let next = this.skipBlanks(at);
    if (/["“„«'‘]/.test(this.text.charAt(next))) next += 1;
    return isLetter(this.text, next) && isUpper(this.text, next);
  }
}
