import { entriesOf } from './table.ts';

/**
 * What takes a prefix, and what stands by itself: its symbol and its stem, behind strokes the endings of one and of many.
 * CLDR 48 sq where it has the unit.
 */
const bases =
  'm met/ër/ra,g gram//ë,t ton//ë,l lit/ër/ra,L lit/ër/ra,W vat,Wh vat-orë,Ah amper-orë,mol mol//ë,b bit,bit bit,Hz herc,' +
  'B bajt//ë,bps bit në sekondë,Pa paskal,cal kalori';
const others =
  'V volt,kV kilovolt,ha hektar//ë,gr gram//ë,kv kuintal//ë,h orë,min minut/ë/a,s sekond/ë/a,sek sekond/ë/a,' +
  'dB decibel//ë,mph milje në orë,ppm pjesë për milion,bar bar,mmHg milimetra zhivë,' +
  'HP kuaj-fuqi,KF kuaj-fuqi,kf kuaj-fuqi,C gradë Celsius,vj vjeç,Nm njuton-metra,MP megapikselë,pp pikë përqindjeje';
const prefixes = 'k kilo,K kilo,M mega,G giga,T tera,m mili,c centi,d deci,h hekto,µ mikro,μ mikro,n nano';

/** Currencies by sign and ISO 4217 code (CLDR 48 sq). */
const currencies =
  '€ euro,EUR euro,eur euro,$ dollar//ë,USD dollar//ë,£ sterlin/ë/a,GBP sterlin/ë/a,₺ lir/ë/a,TRY lir/ë/a,' +
  '¥ jen//ë,JPY jen//ë,ALL lek//ë,MKD denar//ë,CHF frang/ë/a,RSD dinar//ë';

const based = entriesOf(bases);
/** By symbol, with its prefix: „km“, „MWh“. */
const units = new Map([
  ...entriesOf(prefixes).flatMap(([prefix, name]) =>
    based.map(([symbol, unit]) => [prefix + symbol, name + unit] as const),
  ),
  ...based.filter(([symbol]) => !/b$/i.test(symbol)),
  ...entriesOf(`${others},${currencies}`),
]);

/** „km“ → „kilometër“ for one, else „kilometra“. */
export function unitName(symbol: string, one = false): string | undefined {
  const small = /^([CKM][GM]|HA?)$/.test(symbol) ? symbol.toLowerCase() : symbol;
  const [stem, ending = '', endingOfMany = ending] = units.get(small)?.split('/') ?? [];
  return stem && stem + (one ? ending : endingOfMany);
}
