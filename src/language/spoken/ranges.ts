import { isAt, isSpace, matchAt, sticky } from '../characters.ts';
import { conjunctions } from '../conjunctions.ts';
import { anyMonth } from './calendar.ts';
import { caseAfter } from './grammar.ts';
import type { Examples, Rule } from './rule.ts';
import { isSport, justBefore, wordAfter, type Scene } from './scene.ts';

/** Words that do not name what is counted, beside prepositions and conjunctions: „fitoi 2-1 ndaj“. */
const notCounted = /^(\P{Ll}|.?$|(tek?|nga|si|nuk|ishte|është)$|fitor|rezultat)/u;

/** „2-0“: what falls, is equal or begins at nothing is a result; what rises is one only in talk of a match. */
function isScore(scene: Scene, first: number, second: number, end: number): boolean {
  if (first > 199 || second > 199) return false;
  if (second <= first) return true;
  const next = wordAfter(scene, end);
  const open = caseAfter(next) !== '' || conjunctions.includes(next) || notCounted.test(next);
  return first === 0 ? isSport(scene) || open : isSport(scene) && open && !isAt(/ ?[%°€]/y, scene.text, end);
}

/** A number and what is counted. */
const counted = String.raw`\d ?(°C|[kMG]?\p{Ll}{1,12})`;

/**
 * A dash or colon between two numbers: a range („12–18 vjeç“: deri), a result or a ratio („2-0“, „1:50.000“: me), a
 * number of a file („12-345-6“: a pause). A dash before a number alone is a minus; between letter and number it is mute.
 */
export const ranges: readonly Rule[] = [
  [
    /(?<=[\d%°€]\s?)[-–—−:](?=\s?'?[\d€$£])/y,
    (scene, end, sign) => {
      const { text, at } = scene;
      const before = justBefore(scene, 16);
      const [, one, more = ''] = /(\d{1,4})((?:[.,:]\d{1,3}){0,2} ?[%°€]?) ?$/.exec(before) ?? [];
      const after = matchAt(/ ?(?:[€$£] ?|')?(\d{1,4})(?!\d)/y, text, end);
      if (!one || !after) return undefined;
      const [past, , two] = after;
      const first = Number(one);
      const second = Number(two);
      const spaced = isSpace(text, at - 1) || isSpace(text, end);
      // „Targa 01-234-AB“, „Boeing 737-800“
      if (sign === '-' && (/\d-\d{1,9}$|(?:Boeing |\p{Lu})\d+$/u.test(before) || isAt(/-[\dA-Z]/y, text, past)))
        return ', ';
      // „1:45,32“ is the time of a race.
      if (sign === ':') return spaced ? undefined : !more && isAt(/\d\d[.,]\d\d?(?!\d)/y, text, end) ? 'e' : 'me';
      // „14 shtator 2016 - 08:11“, „2023 – 4,5%“
      if (one.length > 3 && isAt(/:|.{0,3}%/y, text, past)) return undefined;
      // „indeksi 98,5 -0,3%“, „-2 -5 gradë“; but „2 -3 herë“
      if (spaced && !isSpace(text, end) && (second <= first || /−$|-\d\d? -$/.test(before + sign)) && !isSport(scene))
        return undefined;
      if (!more.trim() && !isAt(/[.,:]\d/y, text, past)) {
        if (isScore(scene, first, second, past)) return spaced && !isSport(scene) ? undefined : 'me';
        if (second <= first) {
          if (spaced) return undefined;
          if (one.length > 2 && two.length < one.length && !(one.length === 4 && two.length === 2)) return ', ';
        }
      }
      return 'deri';
    },
  ],
  // „1 janar–31 mars“, „6 muaj-2 vjet“, „5 °C–10 °C“
  [sticky`(?<=${counted})[-–](?=\d)|(?<=${counted} )[-–](?= \d\d? (${anyMonth}))`, () => 'deri'],
  [/(?<=[\p{L}\p{M}])[-–](?=\d)/uy, () => ''],
  [/(?<=^|[\s(["“„«:=±/])(?:[-−]|(?<!^|\d\s)–|–(?=\d{1,3}(?:[.,]\d{1,3})? ?(?:°|gradë|%)))(?=\d)/y, () => 'minus'],
];

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
