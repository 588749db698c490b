import { isAt, isLetter, matchAt, skip } from '../characters.ts';
import { caseAfter, inCase } from './grammar.ts';
import { scaleWord } from './money.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';
import { unitName } from './unit-names.ts';

/** Known without a number before them: „për km²“, „çmimi i kWh“. */
const alone = /^(?:[kcm]m|kg|[kMG]Wh|[MG]W)$/;
const symbol = /([A-Za-zµ]{1,4})([²³23])?(?!['\p{L}\d])/uy;
const per = / ?\/ ?(\p{L}{1,8}|µg)([²³23])?(?![\p{L}\d])/uy;
const amount = /^(?:euro|lekë?|dollarë?|denarë|franga)$/;
const unitNext = /\/ ?(?:k?m[²³]|k[mg]|[kM]Wh|ha)(?!\p{L})/uy;
const degree = /([°º˚] ?C|℃)(?!\p{L})|°/uy;
/** Time is „në orë“, everything else „për kilogram“. */
const ofTime = /^(?:or|sek|min|dit|muaj|vit|nat)/;
/** The stop of an abbreviation in the midst of a sentence. */
const innerStop = /\.(?=[,;]| \p{Ll})/uy;

function named(written: string, raised: string, one: boolean): string | undefined {
  const unit = unitName(written.replace(/wh$/i, 'Wh'), one);
  if (!unit || !raised) return unit;
  if (!written.endsWith('m')) return undefined;
  return unit + (/[³3]/.test(raised) ? ' kub' : one ? ' katror' : ' katrorë');
}

/** „/h“, „/m²“, „/muaj“ after a unit: the divisor stands for one. */
function divisor(text: string, at: number): Reading | undefined {
  const match = matchAt(per, text, at);
  if (!match) return undefined;
  const [end, , written, raised] = match;
  const said = named(written, raised, true) ?? (written.length > 2 ? written : undefined);
  return said ? [end, `${ofTime.test(said) ? 'në' : 'për'} ${said}`] : undefined;
}

function unitAt(scene: Scene, at: number): Reading | undefined {
  const { text } = scene;
  const match = matchAt(symbol, text, at);
  if (!match) return undefined;
  const [end, , written, raised] = match;
  const before = scene.wordBefore(at);
  const count = scene.countBefore(at) ?? (scaleWord.test(before) ? 'many' : undefined);
  if (!count && !alone.test(written) && !/[²³]/.test(raised)) return undefined;
  if (!count && /^km \d/.test(text.slice(at, at + 4))) return [end, inCase('kilometri', caseAfter(before))];
  const said = named(written, raised, count ? count === 'one' : /^(?:një|çdo|për)$/i.test(before));
  if (!said || isAt(/-\p{L}/uy, text, end)) return undefined;
  const [to, under] = divisor(text, end) ?? [];
  return to ? [to, `${said} ${under}`] : [skip(innerStop, text, end), said];
}

/** Units after a number, one or many, with „në“ or „për“ for a stroke; the plainest of them also without a number. */
export const measures: Rule = (scene, at) => {
  const { text } = scene;
  if (text.charAt(at) === '/') {
    const before = scene.wordBefore(at);
    return amount.test(before) || (before && isAt(unitNext, text, at)) ? divisor(text, at) : undefined;
  }
  const match = isLetter(text, at) ? undefined : matchAt(degree, text, at);
  return match ? [match[0], match[2] ? 'gradë Celsius' : 'gradë'] : unitAt(scene, at);
};

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
