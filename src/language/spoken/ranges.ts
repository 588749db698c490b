import { isBlank, isDigit, isLetter, matchAt } from './characters.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

const numberBefore = /(\d{1,4})(?:[.,:]\d{1,3}){0,2} ?[%°€]? ?$/;
const numberAfter = / ?(?:[€$£] ?)?(\d{1,4})(?!\d)/y;
const counted = /^\p{Ll}{2,}/u;
/** Words that do not name what is counted: „fitoi 2-1 ndaj“. */
const notCounted =
  /^(?:ndaj|kundër|me|në|dhe|për|pas|falë|mbi|te|tek|nga|por|ku|kur|si|sipas|gjatë|duke|jashtë|brenda|përballë|edhe|që|nuk|u|ishte|është|i|e|të|së|fitor\p{L}*|rezultat\p{L}*)$/u;

/** „2-0“: what falls, is equal or begins at nothing is a result; what rises is one only in talk of a match. */
function isScore(scene: Scene, first: number, second: number, end: number): boolean {
  if (first > 199 || second > 199) return false;
  if (second <= first) return true;
  const next = scene.wordAfter(end);
  const open = !counted.test(next) || notCounted.test(next);
  if (first === 0) return scene.sport || open;
  return (
    scene.sport && !/^ ?[%°€]/.test(scene.text.slice(end, end + 2)) && (!counted.test(next) || notCounted.test(next))
  );
}

function betweenNumbers(scene: Scene, at: number, end: number): Reading | undefined {
  const { text } = scene;
  const before = numberBefore.exec(text.slice(Math.max(0, at - 16), at));
  const after = matchAt(numberAfter, text, end);
  if (!before?.[1] || !after?.[1]) return undefined;
  const first = Number(before[1]);
  const second = Number(after[1]);
  const past = end + after[0].length;
  const sign = text.charAt(at);
  const spaced = isBlank(text, at - 1) || isBlank(text, end);
  const id = /\d-\d{1,9}$/.test(text.slice(Math.max(0, at - 12), at)) || /^-\d/.test(text.slice(past, past + 2));
  if (id && sign === '-') return { end, said: ', ' };
  if (sign === ':') return spaced ? undefined : { end, said: 'me' };
  const plain = before[0].trimEnd().length === before[1].length && !/[.,:]\d/.test(text.slice(past, past + 2));
  if (plain && isScore(scene, first, second, past)) return spaced && !scene.sport ? undefined : { end, said: 'me' };
  const shortYear = before[1].length === 4 && after[1].length === 2;
  if (spaced && second <= first && plain) return undefined;
  if (plain && second <= first && !shortYear && before[1].length > 2 && after[1].length < before[1].length)
    return { end, said: ', ' };
  return { end, said: 'deri' };
}

/**
 * A dash or colon between two numbers: a range („12–18 vjeç“: deri), a result or a ratio („2-0“, „1:50.000“: me), a
 * number of a file („12-345-6“: a pause). A dash before a number alone is a minus; between letter and number it is mute.
 */
export const ranges: Rule = {
  name: 'ranges',
  begins: ['sign'],
  read(scene, at) {
    const { text } = scene;
    const sign = text.charAt(at);
    if (!'-–—−:'.includes(sign)) return undefined;
    const end = at + 1;
    const next = scene.skipBlanks(end);
    if (!isDigit(text, next) && !/[€$£]/.test(text.charAt(next))) return undefined;
    const tight = isDigit(text, end);
    const between = /[\d%°€]/.test(text.charAt(isBlank(text, at - 1) ? at - 2 : at - 1)) && at > 0;
    if (between && !(sign === '−' && tight && isBlank(text, at - 1))) {
      const opensMinus = sign === '-' && tight && isBlank(text, at - 1);
      return opensMinus ? { end, said: 'minus' } : betweenNumbers(scene, at, end);
    }
    if (sign === ':' || sign === '—' || !tight) return undefined;
    if (isLetter(text, at - 1)) return sign === '-' || sign === '–' ? { end, said: '' } : undefined;
    const opens = at === 0 || /[\s(["“„«:=±]/.test(text.charAt(at - 1));
    const measured = /^\d{1,3}(?:[.,]\d{1,3})? ?(?:°|gradë|%)/.test(text.slice(end, end + 16));
    return opens && (sign !== '–' || at > 0 || measured) ? { end, said: 'minus' } : undefined;
  },
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
