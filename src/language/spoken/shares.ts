import { isAt, matchAt } from '../characters.ts';
import { cardinal, figures, ordinalStem } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

const fraction = /(\d{1,3})\/(\d{1,4})(?![\d/]|[.,]\d)(?:-?(?:t?at?|ta|tave|shat)(?!\p{L}))?/uy;
const always = /24\/7(?![\d/])/y;
const raised = /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}|\^(\d{1,6})/y;

/** „3/5“ → „tre të pestat“, „1/3“ → „një e treta“, „½“ → „gjysmë“. */
function share(over: number, under: number): string {
  if (over === 1) return under === 2 ? 'gjysmë' : `një e ${ordinalStem(under)}a`;
  return `${cardinal(over)} të ${ordinalStem(under)}at`;
}

function power(exponent: string): string {
  if (exponent === '2') return 'në katror';
  if (exponent === '3') return 'në kub';
  return `në fuqi ${exponent.startsWith('−') ? 'minus ' : ''}${figures(exponent.replace('−', ''))}`;
}

/**
 * Parts of a whole. „a/b“ is a fraction where it can be one: b up to 10 or 12, 16, 20, 100, 1000 and a below it;
 * all else with a stroke („45/2021“) is two numbers, see signs.
 */
export const fractions: Rule = ({ text }, at) => {
  // Unicode takes „¾“ apart: 3⁄4.
  const [, top, bottom] = /^(\d)⁄(\d)$/.exec(text.charAt(at).normalize('NFKD')) ?? [];
  if (top) return [at + 1, (isAt(/(?<=\d ?)/y, text, at) ? 'e ' : '') + share(Number(top), Number(bottom))];
  if (isAt(always, text, at)) return [at + 4, 'njëzet e katër orë në shtatë ditë'];
  const match = matchAt(fraction, text, at);
  if (!match) return undefined;
  const [end, , ...numbers] = match;
  const [over, under] = [Number(numbers[0]), Number(numbers[1])];
  if (over === under) return [end, `${cardinal(over)} nga ${cardinal(under)}`];
  if (over < 1 || over > under || (under > 10 && ![12, 16, 20, 100, 1000].includes(under))) return undefined;
  return [end, share(over, under)];
};

/** „%“ → „për qind“ (standard; „përqind“ where the text writes it so), „‰“ → „për mijë“, „2 pikë %“ → „pikë përqindjeje“. */
export const percent: Rule = (scene, at) => {
  const sign = scene.text.charAt(at);
  if (sign === '‰') return [at + 1, 'për mijë'];
  if (sign !== '%') return undefined;
  return [at + 1, scene.wordBefore(at).startsWith('pik') ? 'përqindjeje' : 'për qind'];
};

/** Raised figures after a number are powers; after a word they are footnote marks, which the profile skips. */
export const powers: Rule = ({ text, profile }, at) => {
  const match = matchAt(raised, text, at);
  if (!match) return undefined;
  const [end, written, figure] = match;
  const exponent = figure || written.normalize('NFKD');
  if (figure || /\D/.test(exponent) || isAt(/(?<=\d|(?<!\p{L})\p{L})/uy, text, at)) return [end, power(exponent)];
  return [end, profile.notes === 'skip' ? '' : figures(exponent)];
};

export const examples: Examples = [
  ['12% më shumë', 'dymbëdhjetë për qind më shumë'],
  ['12 % më shumë', 'dymbëdhjetë për qind më shumë'],
  ['alkool 0,3 ‰', 'alkool zero presje tre për mijë'],
  ['2 pikë % më pak', 'dy pikë përqindjeje më pak'],
  ['¾ e votave', 'tre të katërtat e votave'],
  ['3/5 e deputetëve', 'tre të pestat e deputetëve'],
  ['1/3 e buxhetit', 'një e treta e buxhetit'],
  ['2½ vjet', 'dy e gjysmë vjet'],
  ['hapur 24/7', 'hapur njëzet e katër orë në shtatë ditë'],
  ['10² dhe 10³', 'dhjetë në katror dhe dhjetë në kub'],
  ['10⁶', 'dhjetë në fuqi gjashtë'],
  ['tha ai¹', 'tha ai'],
];
