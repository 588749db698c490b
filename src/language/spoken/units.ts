import { isDigit, isLetter, matchAt } from './characters.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

/** Symbol: one/many; many is left out where it is the same. CLDR 48 sq where it has the unit („kilomentër“ mended). */
const table =
  'km kilometër/kilometra,m metër/metra,dm decimetër/decimetra,cm centimetër/centimetra,mm milimetër/milimetra,' +
  'µm mikrometër/mikrometra,nm nanometër/nanometra,kg kilogram/kilogramë,g gram/gramë,gr gram/gramë,mg miligram/miligramë,' +
  'µg mikrogram/mikrogramë,t ton/tonë,kt kiloton/kilotonë,kv kuintal/kuintalë,ha hektar/hektarë,l litër/litra,L litër/litra,' +
  'dl decilitër/decilitra,cl centilitër/centilitra,ml mililitër/mililitra,mL mililitër/mililitra,hl hektolitër/hektolitra,' +
  'h orë,min minutë/minuta,s sekondë/sekonda,sek sekondë/sekonda,ms milisekondë/milisekonda,W vat,kW kilovat,KW kilovat,' +
  'MW megavat,GW gigavat,kWh kilovat-orë,KWh kilovat-orë,kwh kilovat-orë,KWH kilovat-orë,MWh megavat-orë,MWH megavat-orë,' +
  'GWh gigavat-orë,GWH gigavat-orë,TWh teravat-orë,V volt,kV kilovolt,kVA kilovolt-amper,mAh miliamper-orë,Hz herc,kHz kiloherc,' +
  'MHz megaherc,GHz gigaherc,dB decibel/decibelë,bit bit/bite,KB kilobajt/kilobajtë,kB kilobajt/kilobajtë,' +
  'MB megabajt/megabajtë,GB gigabajt/gigabajtë,TB terabajt/terabajtë,Mbps megabit në sekondë,Mbit megabit,Gbps gigabit në sekondë,' +
  'hPa hektopaskal,kPa kilopaskal,mbar milibar,J xhul,kJ kiloxhul,kcal kilokalori,cal kalori,N njuton,kN kilonjuton,' +
  'lm lumen,nmi milje detare,mph milje në orë,ft këmbë,dpi pika për inç,ppm pjesë për milion,' +
  'mmHg milimetër zhivë/milimetra zhivë,MP megapiksel/megapikselë,HP kuaj-fuqi,hp kuaj-fuqi,PS kuaj-fuqi,KF kuaj-fuqi,' +
  'kf kuaj-fuqi,C gradë Celsius,vj vjeç,pp pikë përqindjeje';

const units = new Map(
  table.split(',').map((entry) => {
    const space = entry.indexOf(' ');
    const [one = '', many = one] = entry.slice(space + 1).split('/');
    return [entry.slice(0, space), { one, many }] as const;
  }),
);
/** Known without a number before them: „për km²“, „çmimi i kWh“. */
const alone = /^(?:km|kg|cm|mm|kWh|MWh|GWh|MW|GW|kV|Mbps|GHz|MHz)$/;
const symbol = /([A-Za-zµμ]{1,4})([²³]|[23](?!\d))?(?!['\p{L}\d])/uy;
const per =
  / ?\/ ?([A-Za-zµμ]{1,4}|muaj|orë|ditë|litër|vit|natë|person|banor|minutë|sekondë)([²³]|[23](?!\d))?(?![\p{L}\d])/uy;
const amount = /^(?:euro|lekë?|dollarë?|centë?|denarë|franga|tonë|litra)$/;
const unitNext = /^ ?(?:k?m[²³]|km|kg|kWh|MWh|ha)(?!\p{L})/u;
/** Time is „në orë“, everything else „për kilogram“. */
const ofTime = /^(?:or|sek|min|dit|muaj|vit|nat)/;
const singularBefore = /^(?:një|çdo|për|njëri|ndonjë|çdonjë|per)$/i;

function named(written: string, raised: string | undefined, one: boolean): string | undefined {
  const unit = units.get(written.replace('μ', 'µ'));
  if (!unit) return undefined;
  if (!raised) return one ? unit.one : unit.many;
  if (!/m$/.test(written)) return undefined;
  const cubic = raised === '³' || raised === '3';
  return `${one ? unit.one : unit.many} ${cubic ? 'kub' : one ? 'katror' : 'katrorë'}`;
}

/** „/h“, „/m²“, „/muaj“ after a unit: the divisor stands for one. */
function divisor(text: string, at: number): Reading | undefined {
  const match = matchAt(per, text, at);
  const written = match?.[1];
  if (!match || !written) return undefined;
  const said = written.length > 2 && !units.has(written) ? written : named(written, match[2], true);
  if (!said) return undefined;
  return { end: at + match[0].length, said: `${ofTime.test(said) ? 'në' : 'për'} ${said}` };
}

function unitAt(scene: Scene, at: number): Reading | undefined {
  const { text } = scene;
  const match = matchAt(symbol, text, at);
  if (!match?.[1]) return undefined;
  const count = scene.countBefore(at);
  const scaled = /^(?:mijë|[mb]ilion|[mb]ilionë|miliard|miliardë)$/.test(scene.wordBefore(at));
  const bare = alone.test(match[1]) || match[2] === '²' || match[2] === '³';
  if (!count && !scaled && !bare) return undefined;
  const one = count === 'one' || (!count && !scaled && singularBefore.test(scene.wordBefore(at)));
  const said = named(match[1], match[2], one);
  if (!said || (count && match[1].length === 1 && /^-\p{L}/u.test(text.slice(at + 1, at + 3)))) return undefined;
  const end = at + match[0].length;
  const under = divisor(text, end);
  const stop = text.charAt(end) === '.' && /^\.[ ]\p{Ll}/u.test(text.slice(end, end + 3)) && !under ? 1 : 0;
  return under ? { end: under.end, said: `${said} ${under.said}` } : { end: end + stop, said };
}

function degrees(scene: Scene, at: number): Reading | undefined {
  const match = matchAt(/[°º˚] ?(C|F|K)?(?!\p{L})|℃/uy, scene.text, at);
  if (!match || !(scene.countBefore(at) ?? match[1])) return undefined;
  const name =
    { C: ' Celsius', F: ' Fahrenheit', K: ' Kelvin' }[match[1] ?? ''] ?? (match[0] === '℃' ? ' Celsius' : '');
  const end = at + match[0].length;
  return { end: match[0].endsWith(' ') ? end - 1 : end, said: `gradë${name}` };
}

/** „lekë/litër“: an amount of money for anything; „banorë/km²“: anything for a unit that is no word. */
function perUnit(scene: Scene, at: number): Reading | undefined {
  const before = scene.wordBefore(at);
  if (!before || !(amount.test(before) || unitNext.test(scene.text.slice(at + 1, at + 6)))) return undefined;
  return divisor(scene.text, at);
}

/** Units after a number, one or many, with „në“ or „për“ for a stroke; the plainest of them also without a number. */
export const measures: Rule = {
  name: 'units',
  begins: ['letter', 'sign'],
  words: Array.from(units.keys()),
  read(scene, at) {
    const { text } = scene;
    if (isLetter(text, at)) return unitAt(scene, at);
    if (text.charAt(at) === '/') return perUnit(scene, at);
    if (text.charAt(at) === 'µ' && isDigit(text, at - 1)) return unitAt(scene, at);
    return degrees(scene, at);
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
