import { isAt, matchAt, skip, wordEnd } from '../characters.ts';
import { figureAt, sayFigure } from './figure.ts';
import { countsFeminine } from './grammar.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import { sayScale, shortScales } from './scales.ts';
import type { Scene } from './scene.ts';

/** Sign and ISO 4217 code, one/many (CLDR 48 sq). */
const currencies = new Map(
  '€ EUR euro/euro,$ USD dollar/dollarë,£ GBP sterlinë/sterlina,₺ TRY lirë/lira,¥ JPY jen/jenë,ALL ALL lek/lekë,MKD MKD denar/denarë,CHF CHF frangë/franga,RSD RSD dinar/dinarë'
    .split(',')
    .flatMap((entry) => {
      const [sign = '', code = '', names = ''] = entry.split(' ');
      const pair = names.split('/');
      return [[sign, pair] as const, [code, pair] as const];
    }),
);
const code = /(?:US(?=\$))?([€$£₺¥]|[A-Z]{3}(?!\p{L}))/uy;

/** Letters and words of scale that stand between an amount and its currency. A stop that is the sentence's own stays. */
const scale =
  / ?(mijë|mij|[kK]|milion[ëa]?|mln|mio|mil|[mM]|miliard[ëa]?|mld|mlrd|mrd|bn|[bB]|bilion[ëa]?|bln)(?![\p{L}\d])(?:\.(?![\s”“"»)]{0,4}(?:$|(?!Euro|EUR|USD|Lek|Dollar)\p{Lu})))?/uy;
/** What is said of a scale begins with these. */
export const scaleWord = /^(?:mijë|[mb]ilionë?|miliardë?)$/;
const range = / ?[-–] ?(?=\d)/y;

function scaleAt(text: string, at: number, one: boolean): Reading | undefined {
  const match = matchAt(scale, text, at);
  return match && [match[0], sayScale(match[2], one)];
}

/** „€75“, „$1,2 mln“, „EUR 10–15 mijë“: the sign waits until the amount is said. */
function beforeAmount(text: string, at: number, [one = '', many = '']: readonly string[]): Reading | undefined {
  const figure = figureAt(text, skip(/ /y, text, at));
  if (!figure) return undefined;
  const to = figureAt(text, skip(range, text, figure.end));
  const last = to ?? figure;
  const single = !to && last.whole === '1' && !last.fraction;
  const scaled = scaleAt(text, last.end, single);
  const amount = (to ? `${sayFigure(figure)} deri ` : '') + sayFigure(last, !scaled && countsFeminine(many));
  if (scaled) return [scaled[0], `${amount} ${scaled[1]} ${many}`];
  return [last.end, `${amount} ${single ? one : many}`];
}

/** „5 mln“, „1,5 mld.“, „5M€“: words of scale after a number, whatever is counted. */
function scaleAfterAmount(scene: Scene, at: number): Reading | undefined {
  const { text } = scene;
  const count = scene.countBefore(at);
  if (!count) return undefined;
  const known = isAt(/\p{L} ?[€$£]/uy, text, at) || shortScales.includes(text.slice(at, wordEnd(text, at)));
  return known ? scaleAt(text, at, count === 'one') : undefined;
}

/** Money in signs and codes: the unit after the amount, one or many; and „mln“, „mld“ after any number. */
export const money: Rule = (scene, at) => {
  const { text } = scene;
  const [end, , written] = matchAt(code, text, at) ?? [at, '', ''];
  const names = currencies.get(written);
  if (!names) return scaleAfterAmount(scene, at);
  const count = scene.countBefore(at);
  const amount = count ? undefined : beforeAmount(text, end, names);
  if (amount) return amount;
  if (written === 'ALL' && !count && !scaleWord.test(scene.wordBefore(at))) return undefined;
  return [end, names[count === 'one' ? 0 : 1] ?? ''];
};

export const examples: Examples = [
  ['kushton €75', 'kushton shtatëdhjetë e pesë euro'],
  ['kushton 75 €', 'kushton shtatëdhjetë e pesë euro'],
  ['vetëm $1', 'vetëm një dollar'],
  ['një fond prej $1,2 mln', 'një fond prej një presje dy milionë dollarë'],
  ['3,1 miliard €', 'tre presje një miliard euro'],
  ['€1.5 mld borxh', 'një presje pesë miliardë euro borxh'],
  ['€10–15 mijë', 'dhjetë deri pesëmbëdhjetë mijë euro'],
  ['3 £', 'tri sterlina'],
  ['CHF 250', 'dyqind e pesëdhjetë franga'],
  ['61,5 MKD', 'gjashtëdhjetë e një presje pesë denarë'],
  ['900 lekë', 'nëntëqind lekë'],
];
