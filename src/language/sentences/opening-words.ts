import { conjunctions } from '../conjunctions.ts';
import { accusative, genitive } from '../spoken/grammar.ts';
import { smallNumbers } from '../spoken/number-words.ts';

/**
 * Words that open Albanian sentences and are hardly ever a surname: what tells „morën notën A. Kjo …“ from „flet A.
 * Hoxha“. Small words, beside prepositions, conjunctions and numbers; verbs and definite nouns with which news sentences begin.
 */
const words =
  'agjencia ai ajo aksidenti arsyeja as asaj asgjë ashtu askush asnjë ata atij atje ato atyre atëherë ' +
  'autori autoritetet avokati banka bashkia bashkë burri bëhet cila cilat cili deputeti deri derisa ' +
  'dikur dikush disa dita diçka djali dje do duket dyshuari evropa filmi fjala gazeta gazetari ' +
  'gjithashtu gjithmonë gjithsesi gjithçka gjithë gjykata gjysma goli greqia gruaja hetuesit historia ' +
  'ishin ishte janë java jeta jo ju ka kam kandidati kanë kaq kemi kishin kishte kjo komisioni kompania ' +
  'komuna kosova kryeministri kryetari kurrë kush kuvendi ky kësaj kështu këta këtij këto këtu këtyre ' +
  'le libri lidhur ligji lojtari lufta madje maqedonia marrëveshja mbetet mbledhja mbrojtja media ' +
  'mediat megjithatë menjëherë meqë mijëra ministri ministria mirëpo mos mund ndeshja ndoshta ndër ' +
  'ndërkaq ndërkohë ne nesër nga njerëzit njëra njëri nuk numri nxënësit opozita ora pak parlamenti ' +
  'partia pastaj personat personi pjesa po policia populli prandaj prapë presidenti prindërit prishtina ' +
  'projekti prokuroria pse puna përkundrazi përpara përse qe qeveria qindra raporti rasti rruga sa sapo ' +
  'seanca secila secili serbia shkaku shkolla shkupi shpesh shqipëria shteti shtoi shumica shumë si ' +
  'sidomos situata siç skuadra sot spitali sulmi sërish s’ takimi tani tashmë te tek tha thanë thotë ti ' +
  'tirana tjetra tjetri trajneri tri trupi tërë u uji universiteti unë vajza vendi vendimi vetëm ' +
  'viktima viktimat viti zjarri çdo çfarë çmimi çështja është';
/** Adverbs („fatkeqësisht“), verbs („raportohet“), what is many or a woman („banorët“, „burimet“, „kryetarja“): no surname ends so. */
const endings = /(?:isht|[uo]het|.ët|(?:im|[ai]t|j)et|(?:ar|tr|nt|et)ja)$/;

const openingWords: ReadonlySet<string> = new Set([
  ...words.split(' '),
  ...conjunctions,
  ...genitive,
  ...accusative,
  ...smallNumbers,
]);

/** @param word as it stands in the text */
export function opensSentence(word: string): boolean {
  const low = word.toLowerCase();
  return openingWords.has(low) || endings.test(low);
}
