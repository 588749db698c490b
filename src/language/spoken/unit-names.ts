import { entriesOf } from './table.ts';

/** What takes a prefix, and what stands by itself: symbol, one/many. CLDR 48 sq where it has the unit. */
const bases =
  'm metër/metra,g gram/gramë,t ton/tonë,l litër/litra,L litër/litra,W vat,Wh vat-orë,Ah amper-orë,mol mol/molë,b bit,bit bit,Hz herc,B bajt/bajtë,bps bit në sekondë,Pa paskal,cal kalori';
const others =
  'V volt,kV kilovolt,ha hektar/hektarë,gr gram/gramë,kv kuintal/kuintalë,h orë,min minutë/minuta,s sekondë/sekonda,' +
  'sek sekondë/sekonda,dB decibel/decibelë,Mbps megabit në sekondë,mph milje në orë,ppm pjesë për milion,bar bar,' +
  'mmHg milimetra zhivë,HP kuaj-fuqi,KF kuaj-fuqi,kf kuaj-fuqi,C gradë Celsius,vj vjeç,Nm njuton-metra,MP megapikselë,pp pikë përqindjeje';
const prefixes = 'k kilo,K kilo,M mega,G giga,T tera,m mili,c centi,d deci,h hekto,µ mikro,n nano';

/** Currencies by sign and ISO 4217 code (CLDR 48 sq). */
const currencies =
  '€ euro,EUR euro,eur euro,$ dollar/dollarë,USD dollar/dollarë,£ sterlinë/sterlina,GBP sterlinë/sterlina,₺ lirë/lira,TRY lirë/lira,' +
  '¥ jen/jenë,JPY jen/jenë,ALL lek/lekë,MKD denar/denarë,CHF frangë/franga,RSD dinar/dinarë';

const based = entriesOf(bases);
/** By symbol, with its prefix: „km“, „MWh“. */
const units = new Map([
  ...entriesOf(prefixes).flatMap(([prefix, name]) =>
    based.map(([symbol, unit]) => [prefix + symbol, unit.replace(/[^/]+/g, `${name}$&`)] as const),
  ),
  ...based.filter(([symbol]) => !/b$/i.test(symbol)),
  ...entriesOf(`${others},${currencies}`),
]);

/** „km“ → „kilometër“ for one, else „kilometra“. */
export function unitName(symbol: string, one = false): string | undefined {
  const [single, many = single] = units.get(symbol)?.split('/') ?? [];
  return one ? single : many;
}
