import { isAt, isDigit, isLetter, isSpace, matchAt } from '../characters.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

const numberBefore = /(\d{1,4})((?:[.,:]\d{1,3}){0,2} ?[%°€]?) ?$/;
const numberAfter = / ?(?:[€$£] ?)?(\d{1,4})(?!\d)/y;
/** Words that do not name what is counted: „fitoi 2-1 ndaj“. */
const notCounted =
  /^(?!\p{Ll}{2})|^(?:ndaj|kundër|me|në|dhe|për|pas|falë|mbi|te|tek|nga|por|ku|kur|si|sipas|gjatë|duke|jashtë|brenda|përballë|edhe|që|nuk|u|ishte|është|i|e|të|së|fitor\p{L}*|rezultat\p{L}*)$/u;

/** „2-0“: what falls, is equal or begins at nothing is a result; what rises is one only in talk of a match. */
function isScore(scene: Scene, first: number, second: number, end: number): boolean {
  if (first > 199 || second > 199) return false;
  if (second <= first) return true;
  const open = notCounted.test(scene.wordAfter(end));
  if (first === 0) return scene.sport || open;
  return scene.sport && open && !isAt(/ ?[%°€]/y, scene.text, end);
}

function betweenNumbers(scene: Scene, at: number, end: number): Reading | undefined {
  const { text } = scene;
  const before = text.slice(Math.max(0, at - 16), at);
  const [, one, more = ''] = numberBefore.exec(before) ?? [];
  const after = matchAt(numberAfter, text, end);
  if (!one || !after) return undefined;
  const [past, , two] = after;
  const first = Number(one);
  const second = Number(two);
  const sign = text.charAt(at);
  const spaced = isSpace(text, at - 1) || isSpace(text, end);
  if (sign === '-' && (/\d-\d{1,9}$/.test(before) || isAt(/-\d/y, text, past))) return [end, ', '];
  if (sign === ':') return spaced ? undefined : [end, 'me'];
  if (!more.trim() && !isAt(/[.,:]\d/y, text, past)) {
    if (isScore(scene, first, second, past)) return spaced && !scene.sport ? undefined : [end, 'me'];
    if (second <= first) {
      if (spaced) return undefined;
      if (one.length > 2 && two.length < one.length && !(one.length === 4 && two.length === 2)) return [end, ', '];
    }
  }
  return [end, 'deri'];
}

/**
 * A dash or colon between two numbers: a range („12–18 vjeç“: deri), a result or a ratio („2-0“, „1:50.000“: me), a
 * number of a file („12-345-6“: a pause). A dash before a number alone is a minus; between letter and number it is mute.
 */
export const ranges: Rule = (scene, at) => {
  const { text } = scene;
  if (!isAt(/[-–—−:]\s?[\d€$£]/y, text, at)) return undefined;
  const sign = text.charAt(at);
  const end = at + 1;
  const tight = isDigit(text, end);
  const apart = tight && isSpace(text, at - 1);
  const between = isAt(/(?<=[\d%°€]\s?)/y, text, at);
  if (between && !(sign === '−' && apart))
    return sign === '-' && apart ? [end, 'minus'] : betweenNumbers(scene, at, end);
  if (/[:—]/.test(sign) || !tight) return undefined;
  if (isLetter(text, at - 1)) return sign === '−' ? undefined : [end, ''];
  const opens = isAt(/(?<=^|[\s(["“„«:=±])(?:[^–]|(?<=.)|.\d{1,3}(?:[.,]\d{1,3})? ?(?:°|gradë|%))/y, text, at);
  return opens ? [end, 'minus'] : undefined;
};

export const examples: Examples = [
  ['mosha 12–18 vjeç', 'mosha dymbëdhjetë deri tetëmbëdhjetë vjeç'],
  ['më 3-5 gusht', 'më tre deri pesë gusht'],
  ['gjatë 2015-2019', 'gjatë dy mijë e pesëmbëdhjetë deri dy mijë e nëntëmbëdhjetë'],
  ['10%–15%', 'dhjetë për qind deri pesëmbëdhjetë për qind'],
  ['fituan 2-0', 'fituan dy me zero'],
  ['Ndeshja mbaroi 1-3 në Elbasan', 'Ndeshja mbaroi një me tre në Elbasan'],
  ['për 2-3 ndeshje të tjera', 'për dy deri tri ndeshje të tjera'],
  ['harta 1:50.000', 'harta një me pesëdhjetë mijë'],
  ['rezultati 3:1', 'rezultati tre me një'],
  ['temperatura −12', 'temperatura minus dymbëdhjetë'],
  ['ra në -5 gradë', 'ra në minus pesë gradë'],
];
