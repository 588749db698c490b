import { isLetter, matchAt } from './characters.ts';
import { caseAfter, inCase } from './grammar.ts';
import { scaleWord } from './money.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** What takes a prefix, and what stands by itself: symbol, one/many. CLDR 48 sq where it has the unit. */
const bases =
  'm metër/metra,g gram/gramë,t ton/tonë,l litër/litra,L litër/litra,W vat,Wh vat-orë,Hz herc,B bajt/bajtë,bps bit në sekondë,Pa paskal,cal kalori';
const others =
  'V volt,kV kilovolt,ha hektar/hektarë,gr gram/gramë,kv kuintal/kuintalë,h orë,min minutë/minuta,s sekondë/sekonda,' +
  'sek sekondë/sekonda,dB decibel/decibelë,Mbps megabit në sekondë,mph milje në orë,ppm pjesë për milion,bar bar,' +
  'mmHg milimetra zhivë,HP kuaj-fuqi,KF kuaj-fuqi,kf kuaj-fuqi,C gradë Celsius,vj vjeç';
const prefixes = 'k kilo,K kilo,M mega,G giga,T tera,m mili,c centi,d deci,h hekto,µ mikro,n nano';

const entries = (table: string) =>
  table.split(',').map((entry) => entry.split(/ (.*)/) as [symbol: string, name: string]);
const based = entries(bases);
const units = new Map([
  ...entries(prefixes).flatMap(([prefix, name]) =>
    based.map(([symbol, unit]) => [prefix + symbol, unit.replace(/[^/]+/g, `${name}$&`)] as const),
  ),
  ...based.filter(([symbol]) => symbol !== 'B'),
  ...entries(others),
]);
/** Known without a number before them: „për km²“, „çmimi i kWh“. */
const alone = /^(?:[kcm]m|kg|[kMG]Wh|[MG]W)$/;
const symbol = /([A-Za-zµ]{1,4})([²³23])?(?!['\p{L}\d])/uy;
const per = / ?\/ ?(\p{L}{1,8}|µg)([²³23])?(?![\p{L}\d])/uy;
const amount = /^(?:euro|lekë?|dollarë?|denarë|franga)$/;
const unitNext = /^ ?(?:k?m[²³]|k[mg]|[kM]Wh|ha)(?!\p{L})/u;
/** Time is „në orë“, everything else „për kilogram“. */
const ofTime = /^(?:or|sek|min|dit|muaj|vit|nat)/;

function named(written: string, raised: string | undefined, one: boolean): string | undefined {
  const [single = '', many = single] = units.get(written.replace(/wh$/i, 'Wh'))?.split('/') ?? [];
  const unit = one ? single : many;
  if (!raised) return unit || undefined;
  if (!written.endsWith('m')) return undefined;
  return unit + (/[³3]/.test(raised) ? ' kub' : one ? ' katror' : ' katrorë');
}

/** „/h“, „/m²“, „/muaj“ after a unit: the divisor stands for one. */
function divisor(text: string, at: number): Reading | undefined {
  const match = matchAt(per, text, at);
  const written = match?.[1];
  if (!match || !written) return undefined;
  const said = named(written, match[2], true) ?? (written.length > 2 ? written : undefined);
  if (!said) return undefined;
  return { end: at + match[0].length, said: `${ofTime.test(said) ? 'në' : 'për'} ${said}` };
}

function unitAt(scene: Scene, at: number): Reading | undefined {
  const { text } = scene;
  const match = matchAt(symbol, text, at);
  const written = match?.[1];
  if (!match || !written) return undefined;
  const before = scene.wordBefore(at);
  const count = scene.countBefore(at) ?? (scaleWord.test(before) ? 'many' : undefined);
  if (!count && !alone.test(written) && !/[²³]/.test(match[2] ?? '')) return undefined;
  if (written === 'km' && !count && !match[2] && scene.digitAfter(at + 2)) {
    return { end: at + 2, said: inCase('kilometri', caseAfter(before)) };
  }
  const said = named(written, match[2], count ? count === 'one' : /^(?:një|çdo|për)$/i.test(before));
  const end = at + match[0].length;
  if (!said || /^-\p{L}/u.test(text.slice(end, end + 2))) return undefined;
  const under = divisor(text, end);
  if (under) return { end: under.end, said: `${said} ${under.said}` };
  return { end: end + (/^\.(?:[,;]| \p{Ll})/u.test(text.slice(end, end + 3)) ? 1 : 0), said };
}

const degree = /([°º˚] ?C|℃)(?!\p{L})|°/uy;

/** Units after a number, one or many, with „në“ or „për“ for a stroke; the plainest of them also without a number. */
export const measures: Rule = {
  name: 'units',
  begins: ['letter', 'sign'],
  words: Array.from(units.keys()),
  read(scene, at) {
    const { text } = scene;
    const sign = text.charAt(at);
    if (sign === '/') {
      const money = amount.test(scene.wordBefore(at)) || unitNext.test(text.slice(at + 1, at + 6));
      return money && scene.wordBefore(at) ? divisor(text, at) : undefined;
    }
    if (sign === 'µ' || isLetter(text, at)) return unitAt(scene, at);
    const match = matchAt(degree, text, at);
    return match ? { end: at + match[0].length, said: match[1] ? 'gradë Celsius' : 'gradë' } : undefined;
  },
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
