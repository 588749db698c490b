import { isAt, sticky } from '../characters.ts';
import { anyMonth } from './calendar.ts';
import { cardinal, figures, ordinalStem } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import { wordBefore } from './scene.ts';

/** „3/5“ → „tre të pestat“, „1/3“ → „një e treta“, „½“ → „gjysmë“. */
function share(over: number, under: number): string {
  if (over === 1) return under === 2 ? 'gjysmë' : `një e ${ordinalStem(under)}a`;
  return `${cardinal(over)} të ${ordinalStem(under)}at`;
}

function power(exponent: string): string {
  if (exponent === '2') return 'në katror';
  if (exponent === '3') return 'në kub';
  return `në fuqi ${/^\d/.test(exponent) ? '' : 'minus '}${figures(exponent.replace(/\D/, ''))}`;
}

/**
 * Parts of a whole, and powers.
 *
 * - „a/b“ is a fraction where it can be one: b up to 10 or 12, 16, 20, 100, 1000 and a below it; all else with a stroke
 *   („45/2021“) is two numbers, see signs.
 * - „%“ → „për qind“ (standard; „përqind“ where the text writes it so), „‰“ → „për mijë“, „2 pikë %“ → „pikë përqindjeje“.
 * - Raised figures after a number are powers; after a word they are footnote marks, which the profile skips.
 */
export const shares: readonly Rule[] = [
  [
    /(?<=(\d ?)?)[¼-¾⅐-⅞]/y,
    (_scene, _end, written, number) => {
      // Unicode takes „¾“ apart: 3⁄4.
      const [over, under] = written.normalize('NFKD').split('⁄').map(Number);
      return over && under ? (number && 'e ') + share(over, under) : undefined;
    },
  ],
  [/24\/7(?![\d/])/y, () => 'njëzet e katër orë në shtatë ditë'],
  [
    sticky`(?<=(\d )?)(?<![-−])(\d{1,3})/(\d{1,4})(?![\d/]|[.,]\d| ?(?:°|gradë|${anyMonth}))(-?(t?at?|tave|shat)(?!\p{L}))?`,
    (_scene, _end, _written, ...[number, top, bottom]) => {
      const over = Number(top);
      const under = Number(bottom);
      if (over === under) return `${cardinal(over)} nga ${cardinal(under)}`;
      if (over < 1 || over > under || (under > 10 && ![12, 16, 20, 100, 1000].includes(under))) return undefined;
      return (number && 'e ') + share(over, under);
    },
  ],
  [/‰/y, () => 'për mijë'],
  [/%/y, (scene) => (wordBefore(scene).startsWith('pik') ? 'përqindjeje' : 'për qind')],
  [
    /⁻?[⁰¹²³⁴-⁹]{1,6}|\^([-−]?\d{1,6})/y,
    ({ text, at, profile }, _end, written, figure) => {
      const exponent = figure || written.normalize('NFKD');
      if (figure || /\D/.test(exponent) || isAt(/(?<=\d|(?<!\p{L})\p{L})/uy, text, at)) return power(exponent);
      return profile.notes === 'say' ? figures(exponent) : '';
    },
  ],
];

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
