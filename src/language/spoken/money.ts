import { matchAt, skip, sticky } from '../characters.ts';
import { figureAt, sayFigure } from './figure.ts';
import { ablative, countsFeminine } from './grammar.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import { countBefore, isAfterAblative } from './scene.ts';
import { sayScale, shortScales } from './scales.ts';
import { unitName } from './unit-names.ts';

/** Letters and words of scale that stand between an amount and its currency. A stop that is the sentence's own stays. */
function scaleAt(text: string, at: number, one: boolean): Reading | undefined {
  const match = matchAt(
    / ?(mijë?|[kKmMbB]|[mb]ilion[ëa]?|miliard[ëa]?|mio|mil|ml[nd]|ML[ND]|ml?rd|bl?n)(?![\p{L}\d])(\.(?![\s”“"»)]{0,4}($|(?!Euro|EUR|USD|Lek|Dollar)\p{Lu})))?/uy,
    text,
    at,
  );
  return match && [match[0], sayScale(match[2], one)];
}

/** „€75“, „$1,2 mln“, „EUR 10–15 mijë“: the sign waits until the amount is said. */
function beforeAmount(text: string, at: number, one: string, many: string): Reading | undefined {
  const figure = figureAt(text, skip(/ /y, text, at));
  if (!figure) return undefined;
  const to = figureAt(text, skip(/ ?[-–] ?(?=\d)/y, text, figure.end));
  const last = to ?? figure;
  const single = !to && last.whole === '1' && !last.fraction;
  const scaled = scaleAt(text, last.end, single);
  const amount = (to ? `${sayFigure(figure)} deri ` : '') + sayFigure(last, !scaled && countsFeminine(many));
  if (scaled) return [scaled[0], `${amount} ${scaled[1]} ${many}`];
  return [last.end, `${amount} ${single ? one : many}`];
}

/** Money in signs and codes: the unit after the amount, one or many; and „mln“, „mld“ after any number. */
export const money: readonly Rule[] = [
  [
    /(?:US(?=\$))?([€$£₺¥]|[A-Z]{3}(?!\p{L}))/uy,
    (scene, end, _written, sign) => {
      const count = countBefore(scene);
      const one = unitName(sign, true);
      const name = unitName(sign);
      if (!one || !name) return undefined;
      const many = isAfterAblative(scene) ? ablative(name) : name;
      const amount = count ? undefined : beforeAmount(scene.text, end, one, many);
      return amount ?? (count === 1 ? one : (sign !== 'ALL' || count > 0) && many);
    },
  ],
  [
    // „5 mln“, „1,5 mld.“, „5M€“, „500K euro“: whatever is counted.
    sticky`(?=(${shortScales}|ML[ND])(?!\p{L})|[kKMB] ?([€$£]|euro|EUR|USD|lekë|dollar)|(?<=\d)[kM] \p{Ll}{4})`,
    (scene) => {
      const count = countBefore(scene);
      return count > 0 && scaleAt(scene.text, scene.at, count === 1);
    },
  ],
];

export const examples: Examples = [
  ['kushton €75', 'kushton shtatëdhjetë e pesë euro'],
  ['kushton 75 €', 'kushton shtatëdhjetë e pesë euro'],
  ['vetëm $1', 'vetëm një dollar'],
  ['një fond prej $1,2 mln', 'një fond prej një presje dy milionë dollarësh'],
  ['3,1 miliard €', 'tre presje një miliard euro'],
  ['€1.5 mld borxh', 'një presje pesë miliardë euro borxh'],
  ['€10–15 mijë', 'dhjetë deri pesëmbëdhjetë mijë euro'],
  ['3 £', 'tri sterlina'],
  ['CHF 250', 'dyqind e pesëdhjetë franga'],
  ['61,5 MKD', 'gjashtëdhjetë e një presje pesë denarë'],
  ['900 lekë', 'nëntëqind lekë'],
];
