import { isAt, isDigit, isSpace, isWord, matchAt, skip, skipSpace } from '../characters.ts';
import type { Spoken, SpokenSpan } from '../spoken.ts';
import type { Folded } from './fold.ts';
import type { Profile, SpokenOptions } from './options.ts';
import { scaleWord } from './scales.ts';

/** The sentence that is being read, the place that has been reached, and what is said up to there. */
export interface Scene {
  readonly text: string;
  readonly origin: Folded['origin'];
  readonly engine: SpokenOptions['engine'];
  /** What differs from the default. */
  readonly profile: Partial<Profile>;
  readonly spans: SpokenSpan[];
  at: number;
  spoken: string;
  /** Up to here the text is in `spoken`. */
  done: number;
  /** The last unit of `spoken`, so that no two words run together. */
  last: string;
  /** The last reading or copied word: what was said for it, and where it ends. */
  lastSaid: string;
  lastEnd: number;
  headline?: boolean;
  sport?: boolean;
}

export const sceneOf = ({ text, origin }: Folded, { engine, profile = {} }: SpokenOptions): Scene => ({
  text,
  origin,
  engine,
  profile,
  spans: [],
  at: 0,
  spoken: '',
  done: 0,
  last: '',
  lastSaid: '',
  lastEnd: 0,
});

/** Goes on to `end`, past a word that is said as it is written. */
export function copy(scene: Scene, end: number): void {
  const { text, at, spoken, done } = scene;
  remember(scene, end, text.slice(at, end), spoken.length + at - done);
  scene.at = end;
}

/** Goes on to `end`, past something that is said otherwise: one span leads all of it back to all that is written. */
export function say(scene: Scene, end: number, said: string): void {
  const { text, at, done } = scene;
  add(scene, text.slice(done, at));
  part(scene, said);
  if (/[\p{L}\p{N}]/u.test(said)) remember(scene, end, said, scene.spoken.length);
  add(scene, said);
  scene.at = scene.done = end;
  part(scene, text.slice(end, end + 2));
  if (!said && !scene.last.trim()) scene.done = skipSpace(text, end);
}

export function finish(scene: Scene): Spoken {
  add(scene, scene.text.slice(scene.done));
  return { text: scene.spoken, spans: scene.spans };
}

/** @param at where in the spoken text the words begin that are said for what is written up to `end` */
function remember(scene: Scene, end: number, said: string, at: number): void {
  const { origin, at: start } = scene;
  const source = (unit: number) => origin?.[unit] ?? unit;
  scene.spans.push({ at, length: said.length, start: source(start), end: source(end - 1) + 1 });
  scene.lastSaid = said;
  scene.lastEnd = end;
}

function add(scene: Scene, piece: string): void {
  scene.spoken += piece;
  scene.last = piece.slice(-1) || scene.last;
}

/** Parts what is to come from a word before it. */
function part(scene: Scene, next: string): void {
  if (isWord(scene.last, 0) && isWord(next, 0)) add(scene, ' ');
}

/** The last spoken word before the place, in its own letters; '' where more than blanks stand between. */
export const wordBefore = ({ text, at, lastEnd, lastSaid }: Scene): string =>
  skip(/\s{1,3}/y, text, lastEnd) < at ? '' : lastSaid.slice(lastSaid.lastIndexOf(' ') + 1);

/** The written word after a place; '' where more than blanks stand between. */
export const wordAfter = ({ text }: Scene, at: number): string =>
  matchAt(/\s{0,3}([\p{L}\p{M}']{0,40})/uy, text, at)?.[2] ?? '';

/** What a number right before the place counts: exactly 1, anything else (2, also for „5 mijë“), or 0 if there is none. */
export function countBefore(scene: Scene): 0 | 1 | 2 {
  const { text, at } = scene;
  const last = isSpace(text, at - 1) ? at - 2 : at - 1;
  // „½ kg“, „3/4 kg“ are less than one.
  if (isAt(/[¼-¾⅐-⅞]|(?<![\d.,:/–-])1|(?<=(?<!\d)\d\/)\d/y, text, last)) return 1;
  return isDigit(text, last) || scaleWord.test(wordBefore(scene)) ? 2 : 0;
}

/** Up to so many UTF-16 units before the place. */
export const justBefore = ({ text, at }: Scene, units: number): string => text.slice(Math.max(0, at - units), at);

/** Whether the amount before the place, or the one that begins there, is in the ablative: „prej 5 km“, „pas 2 mijë m“. */
export const isAfterAblative = (scene: Scene): boolean =>
  /(?<!\p{L})(prej|pas|para|brenda) ((rreth|mbi|afro|gati) )?[\d.,– -]*(m\P{Zs}{1,8} ?)?$/iu.test(
    justBefore(scene, 40),
  );

/** Whether a capital letter, or a quotation mark before one, comes next. */
export const capitalAfter = ({ text }: Scene, at: number): boolean =>
  isAt(/\s{0,3}["“„«'‘]?(?!\p{Ll})\p{L}/uy, text, at);

/** Most words of two letters and more are in capitals: then capitals tell nothing. */
export function isHeadline(scene: Scene): boolean {
  if (scene.headline === undefined) {
    const words = scene.text.match(/\p{L}{2,}/gu) ?? [];
    const large = words.filter((word) => word === word.toUpperCase()).length;
    scene.headline = large > 2 && large * 2 > words.length;
  }
  return scene.headline;
}

const sportWords =
  /(?<!\p{L})(fito[nrjv]|fitua|mposht|mund(i|ën|ur)(?!\p{L})|humb|baraz|rezultat|shënua|goli?n?(?!\p{L})|gola|ndeshj|epërsi|skuadr|set(e|et|in|i)?(?!\p{L})|futboll|basket|kampion|superlig|finale|triumf)|[-–] ?\p{L}+ \d-\d(?!\d)/iu;

/** The sentence talks of a match: „2-1“ is a result. */
export const isSport = (scene: Scene): boolean => (scene.sport ??= sportWords.test(scene.text));
