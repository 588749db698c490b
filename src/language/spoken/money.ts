import { isDigit, matchAt, wordEnd } from './characters.ts';
import { figureAt, isOne, sayFigure } from './figure.ts';
import { countsFeminine } from './grammar.ts';
import type { Examples, Reading, Rule } from './rule.ts';
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
const code = /[A-Z]{3}(?!\p{L})|US\$/uy;

/** Letters and words of scale that stand between an amount and its currency; what is said of them begins with these. */
const scale =
  / ?(mijë|mij|[kK]|milion[ëa]?|mln|mio|mil|[mM]|miliard[ëa]?|mld|mlrd|mrd|bn|[bB]|bilion[ëa]?|bln)(?![\p{L}\d])\.?/uy;
export const scaleWord = /^(?:mijë|[mb]ilionë?|miliardë?)$/;
const shortScale = /^(?:mij|m(?:ln|io|ld|lrd|rd|il)|bln)$/;
/** A stop that is the sentence's own stays. */
const endsSentence = /^[\s”“"»)]*(?:$|(?!Euro|EUR|USD|Lek|Dollar)\p{Lu})/u;
const range = / ?[-–] ?(?=\d)/y;

function sayScale(written: string, one: boolean): string {
  if (/^(?:mij|k)/i.test(written)) return 'mijë';
  const name = /^(?:miliard|ml?r?d|bn|b$)/i.test(written) ? 'miliard' : written.startsWith('b') ? 'bilion' : 'milion';
  return one ? name : `${name}ë`;
}

function scaleAt(text: string, at: number, one: boolean): Reading | undefined {
  const match = matchAt(scale, text, at);
  if (!match?.[1]) return undefined;
  let end = at + match[0].length;
  if (match[0].endsWith('.') && endsSentence.test(text.slice(end, end + 8))) end -= 1;
  return { end, said: sayScale(match[1], one) };
}

/** „€75“, „$1,2 mln“, „EUR 10–15 mijë“: the sign waits until the amount is said. */
function beforeAmount(text: string, at: number, [one = '', many = '']: readonly string[]): Reading | undefined {
  const start = text.charAt(at) === ' ' ? at + 1 : at;
  let figure = isDigit(text, start) ? figureAt(text, start) : undefined;
  if (!figure) return undefined;
  let said = '';
  const dash = matchAt(range, text, figure.end);
  const to = dash && figureAt(text, figure.end + dash[0].length);
  if (to) {
    said = `${sayFigure(figure)} deri `;
    figure = to;
  }
  const single = isOne(figure) && !to;
  const scaled = scaleAt(text, figure.end, single);
  said += sayFigure(figure, !scaled && countsFeminine(many));
  const unit = single && !scaled ? one : many;
  return { end: scaled?.end ?? figure.end, said: scaled ? `${said} ${scaled.said} ${unit}` : `${said} ${unit}` };
}

/** „5 mln“, „1,5 mld.“, „5M€“: words of scale after a number, whatever is counted. */
function scaleAfterAmount(scene: Scene, at: number): Reading | undefined {
  const { text } = scene;
  const count = scene.countBefore(at);
  if (!count) return undefined;
  const word = text.slice(at, wordEnd(text, at));
  const glued = word.length === 1 && /[€$£]/.test(text.charAt(scene.skipBlanks(at + 1)));
  return glued || shortScale.test(word) ? scaleAt(text, at, count === 'one') : undefined;
}

/** Money in signs and codes: the unit after the amount, one or many; and „mln“, „mld“ after any number. */
export const money: Rule = {
  name: 'money',
  begins: ['sign', 'letter'],
  words: ['mln', 'mio', 'mld', 'mlrd', 'mrd', 'bln', 'mij', 'mil'],
  read(scene, at) {
    const { text } = scene;
    const written = matchAt(code, text, at)?.[0] ?? text.charAt(at);
    const names = currencies.get(written === 'US$' ? '$' : written);
    if (!names) return scaleAfterAmount(scene, at);
    const end = at + written.length;
    const count = scene.countBefore(at);
    const amount = count ? undefined : beforeAmount(text, end, names);
    if (amount) return amount;
    if (written === 'ALL' && !count && !scaleWord.test(scene.wordBefore(at))) return undefined;
    return { end, said: names[count === 'one' ? 0 : 1] ?? '' };
  },
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
