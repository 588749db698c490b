import { isAt, matchAt, skip } from '../characters.ts';
import { ablative, caseAfter, inCase } from './grammar.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import { countBefore, isAfterAblative, wordBefore, type Scene } from './scene.ts';
import { unitName } from './unit-names.ts';

function named(written: string, raised: string, one: boolean): string | undefined {
  const unit = unitName(written.replace(/wh$/i, 'Wh'), one);
  if (!unit || !raised) return unit;
  if (!written.endsWith('m')) return undefined;
  return unit + (/[³3]/.test(raised) ? ' kub' : one ? ' katror' : ' katrorë');
}

/** „/h“, „/m²“, „/muaj“ after a unit: the divisor stands for one. */
function divisor(text: string, at: number): Reading | undefined {
  const match = matchAt(/ ?\/ ?(\p{L}{1,8})([²³23])?(?![\p{L}\d])/uy, text, at);
  if (!match) return undefined;
  const [end, , written, raised] = match;
  const said = named(written, raised, true) ?? (written.length > 2 ? written : undefined);
  // Time is „në orë“, everything else „për kilogram“.
  return said ? [end, `${/^(or|sek|min|dit|muaj|vit|nat)/.test(said) ? 'në' : 'për'} ${said}`] : undefined;
}

const degrees = (scene: Scene): string => (isAfterAblative(scene) ? 'gradësh' : 'gradë');

/** Units after a number, one or many, with „në“ or „për“ for a stroke; the plainest of them also without a number. */
export const measures: readonly Rule[] = [
  [
    /\//y,
    (scene) =>
      (/^(euro|lekë?|dollarë?|denarë|franga)$/.test(wordBefore(scene)) ||
        (isAt(/\/ ?(k?m[²³23]|k[mg]|[kM]Wh|ha)(?!\p{L})/uy, scene.text, scene.at) && wordBefore(scene) !== '')) &&
      divisor(scene.text, scene.at),
  ],
  [
    /(?:[°º˚] ?|(?<=gradë ))([CF])(?!\p{L})|℃/uy,
    (scene, _end, written, scale) =>
      (written === scale ? '' : `${degrees(scene)} `) + (scale === 'F' ? 'Farenhajt' : 'Celsius'),
  ],
  [/°/y, degrees],
  [/km\.?(?= \d)/y, (scene) => !countBefore(scene) && inCase('kilometri', caseAfter(wordBefore(scene)))],
  [
    /(\p{L}{1,4})([²³23])?(?!['\p{L}\d])/uy,
    (scene, end, _written, unit, raised) => {
      const { text } = scene;
      const before = wordBefore(scene);
      const count = countBefore(scene);
      // Known without a number before them: „për km²“, „çmimi i kWh“.
      if (!count && !/^([kcm]m|kg|[kMG]Wh|[MG]W)$/.test(unit) && !raised) return undefined;
      const name = named(unit, raised, count ? count === 1 : /^(një|çdo|për)$/i.test(before));
      if (!name || isAt(/-\p{L}|(?<=C)-/uy, text, end)) return undefined;
      const said = count > 1 && isAfterAblative(scene) ? ablative(name) : name;
      const [to, under] = divisor(text, end) ?? [];
      // The stop of an abbreviation in the midst of a sentence goes with it.
      return to ? [to, `${said} ${under}`] : [skip(/\.(?=[,;]| \p{Ll})/uy, text, end), said];
    },
  ],
];

export const examples: Examples = [
  ['me 120 km/h', 'me njëqind e njëzet kilometra në orë'],
  ['1 km larg', 'një kilometër larg'],
  ['75 m² banesë', 'shtatëdhjetë e pesë metra katrorë banesë'],
  ['1 m2', 'një metër katror'],
  ['300 mijë m³ ujë', 'treqind mijë metra kub ujë'],
  ['5 kg mollë', 'pesë kilogramë mollë'],
  ['një kg mish', 'një kilogram mish'],
  ['lekë/kWh', 'lekë për kilovat-orë'],
  ['50 €/MWh', 'pesëdhjetë euro për megavat-orë'],
  ['33 °C në hije', 'tridhjetë e tri gradë Celsius në hije'],
  ['15 mg/l', 'pesëmbëdhjetë miligramë për litër'],
  ['disku 512 GB', 'disku pesëqind e dymbëdhjetë gigabajtë'],
];
