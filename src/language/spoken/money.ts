import { isDigit, matchAt, wordEnd } from './characters.ts';
import { figureAt, isOne, sayFigure } from './figure.ts';
import { countsFeminine } from './grammar.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** Sign or ISO 4217 code → one, many (CLDR 48 sq). */
const currencies: Readonly<Record<string, readonly [one: string, many: string]>> = {
  '€': ['euro', 'euro'],
  $: ['dollar', 'dollarë'],
  '£': ['sterlinë', 'sterlina'],
  '¥': ['jen', 'jenë'],
  '₺': ['lirë', 'lira'],
  '₽': ['rubël', 'rubla'],
  '¢': ['cent', 'centë'],
  ALL: ['lek', 'lekë'],
  MKD: ['denar', 'denarë'],
  CHF: ['frangë', 'franga'],
  RSD: ['dinar', 'dinarë'],
};
const alias: Readonly<Record<string, string>> = {
  EUR: '€',
  USD: '$',
  US$: '$',
  GBP: '£',
  JPY: '¥',
  TRY: '₺',
  RUB: '₽',
};

/** Letters and words of scale that stand between an amount and its currency. */
const scale =
  / ?(?:(mijë|mij|k|K)|(milion(?:ë|a)?|mln|mio|mil|m|M|MM)|(miliard(?:ë|a)?|mld|mlrd|mrd|md|bn|B|b)|(bilion(?:ë|a)?|bln|tn))(?![\p{L}\d])\.?/uy;
const scaleNames = [
  ['mijë', 'mijë'],
  ['milion', 'milionë'],
  ['miliard', 'miliardë'],
  ['bilion', 'bilionë'],
] as const;
const code = /(?:EUR|USD|US\$|ALL|MKD|CHF|GBP|RSD|JPY|TRY|RUB)(?!\p{L})/uy;
const shortScale = /^(?:mln|mio|mld|mlrd|mrd|bln|mij|mil)$/;
const scaleWord = /^(?:mijë|[mb]ilion(?:ë)?|miliard(?:ë)?)$/;
/** A stop that is the sentence's own stays. */
const endsSentence = /^[\s”“"»)]*(?:$|(?!Euro|EUR|USD|Lek|Dollar)\p{Lu})/u;
const range = / ?[-–] ?(?=\d)/y;

const namesOf = (written: string) => currencies[alias[written] ?? written];

function scaleAt(text: string, at: number, one: boolean): Reading | undefined {
  const match = matchAt(scale, text, at);
  const names = match && scaleNames[[1, 2, 3, 4].findIndex((group) => match[group] !== undefined)];
  if (!names) return undefined;
  let end = at + match[0].length;
  if (match[0].endsWith('.') && endsSentence.test(text.slice(end, end + 8))) end -= 1;
  return { end, said: one ? names[0] : names[1] };
}

/** „€75“, „$1,2 mln“, „EUR 10–15 mijë“: the sign waits until the amount is said. */
function beforeAmount(scene: Scene, at: number, written: string): Reading | undefined {
  const { text } = scene;
  const names = namesOf(written);
  let start = at + written.length;
  if (text.charAt(start) === ' ') start += 1;
  let figure = names && isDigit(text, start) ? figureAt(text, start) : undefined;
  if (!names || !figure) return undefined;
  const isFeminine = countsFeminine('', 0, names[1]);
  let said = '';
  let one = isOne(figure);
  const dash = matchAt(range, text, figure.end);
  const to = dash && figureAt(text, figure.end + dash[0].length);
  if (to) {
    said = `${sayFigure(figure)} deri `;
    figure = to;
    one = false;
  }
  const scaled = scaleAt(text, figure.end, isOne(figure) && !to);
  said += sayFigure(figure, isFeminine && !scaled);
  if (scaled) said += ` ${scaled.said}`;
  return { end: scaled?.end ?? figure.end, said: `${said} ${one && !scaled ? names[0] : names[1]}` };
}

/** Money in signs and codes: the unit after the amount, one or many; and „mln“, „mld“ after any number. */
export const money: Rule = {
  name: 'money',
  begins: ['sign', 'letter'],
  words: ['mln', 'mio', 'mld', 'mlrd', 'mrd', 'bln', 'mij', 'mil'],
  read(scene, at) {
    const { text } = scene;
    const sign = text.charAt(at);
    let written = sign in currencies ? sign : '';
    if (sign >= 'A' && sign <= 'Z') written = matchAt(code, text, at)?.[0] ?? '';
    if (!written) return scaleAfterAmount(scene, at);
    const count = scene.countBefore(at);
    const amount = count ? undefined : beforeAmount(scene, at, written);
    if (amount) return amount;
    const names = namesOf(written);
    if (!names || (written === 'ALL' && !count && !scaleWord.test(scene.wordBefore(at)))) return undefined;
    return { end: at + written.length, said: count === 'one' ? names[0] : names[1] };
  },
};

/** „5 mln“, „1,5 mld.“, „5M€“: words of scale after a number, whatever is counted. */
function scaleAfterAmount(scene: Scene, at: number): Reading | undefined {
  const { text } = scene;
  const count = scene.countBefore(at);
  if (!count) return undefined;
  const word = text.slice(at, wordEnd(text, at));
  const glued = word.length === 1 && /[€$£]/.test(text.charAt(scene.skipBlanks(at + 1)));
  if (!glued && !shortScale.test(word)) return undefined;
  return scaleAt(text, at, count === 'one');
}

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
