import { isLetter, matchAt } from './characters.ts';
import { cardinal, figures, ordinalStem } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';

const fraction = /(\d{1,3})\/(\d{1,4})(?![\d/]|[.,]\d)(?:-?(?:t?at?|ta|tave|shat)(?!\p{L}))?/uy;
const always = /24\/7(?![\d/])/y;
const raised = /⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}/y;
const powerSign = /\^(\d{1,6})/y;

/** „3/5“ → „tre të pestat“, „1/3“ → „një e treta“, „½“ → „gjysmë“. */
function share(over: number, under: number): string {
  if (over === 1) return under === 2 ? 'gjysmë' : `një e ${ordinalStem(under)}a`;
  return `${cardinal(over)} të ${ordinalStem(under)}at`;
}

function power(exponent: string): string {
  if (exponent === '2') return 'në katror';
  return exponent === '3' ? 'në kub' : `në fuqi ${figures(exponent)}`;
}

/**
 * Parts of a whole. „a/b“ is a fraction where it can be one: b up to 10 or 12, 16, 20, 100, 1000 and a below it;
 * all else with a stroke („45/2021“) is two numbers, see signs.
 */
export const fractions: Rule = {
  name: 'fractions',
  begins: ['digit', 'sign'],
  read({ text }, at) {
    // Unicode takes „¾“ apart: 3⁄4.
    const sign = /^(\d)⁄(\d)$/.exec(text.charAt(at).normalize('NFKD'));
    if (sign) {
      const mixed = /\d ?$/.test(text.slice(Math.max(0, at - 2), at));
      return { end: at + 1, said: (mixed ? 'e ' : '') + share(Number(sign[1]), Number(sign[2])) };
    }
    if (matchAt(always, text, at)) return { end: at + 4, said: 'njëzet e katër orë në shtatë ditë' };
    const match = matchAt(fraction, text, at);
    const over = Number(match?.[1]);
    const under = Number(match?.[2]);
    if (match && over === under) return { end: at + match[0].length, said: `${cardinal(over)} nga ${cardinal(under)}` };
    if (!match || over < 1 || over > under) return undefined;
    if (under > 10 && ![12, 16, 20, 100, 1000].includes(under)) return undefined;
    return { end: at + match[0].length, said: share(over, under) };
  },
};

/** „%“ → „për qind“ (standard; „përqind“ where the text writes it so), „‰“ → „për mijë“, „2 pikë %“ → „pikë përqindjeje“. */
export const percent: Rule = {
  name: 'percent',
  begins: ['sign'],
  read(scene, at) {
    const sign = scene.text.charAt(at);
    if (sign === '‰') return { end: at + 1, said: 'për mijë' };
    if (sign !== '%') return undefined;
    return { end: at + 1, said: /^pik/.test(scene.wordBefore(at)) ? 'përqindjeje' : 'për qind' };
  },
};

/** Raised figures after a number are powers; after a word they are footnote marks, which the profile skips. */
export const powers: Rule = {
  name: 'powers',
  begins: ['sign'],
  read(scene, at) {
    const { text } = scene;
    const written = matchAt(powerSign, text, at);
    if (written) return { end: at + written[0].length, said: power(written[1] ?? '') };
    const match = matchAt(raised, text, at);
    if (!match) return undefined;
    const end = at + match[0].length;
    const exponent = match[0].normalize('NFKD');
    if (exponent.startsWith('−')) return { end, said: `në fuqi minus ${figures(exponent.slice(1))}` };
    if (scene.countBefore(at) && !/\s/.test(text.charAt(at - 1))) return { end, said: power(exponent) };
    if (isLetter(text, at - 1) && !isLetter(text, at - 2)) return { end, said: power(exponent) };
    return { end, said: scene.profile.notes === 'skip' ? '' : figures(exponent) };
  },
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
