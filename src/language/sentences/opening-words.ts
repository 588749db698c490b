import { accusative, genitive } from '../spoken/grammar.ts';

/**
 * Words that open Albanian sentences and are hardly ever a surname: what tells „morën notën A. Kjo …“ from „flet A.
 * Hoxha“. Small words, beside the prepositions; verbs and definite nouns with which news sentences begin.
 */
const words = `
agjencia ai ajo aksidenti arsyeja as asaj asgjë ashtu askush asnjë ata atëherë atij atje ato atyre autori
autoritetet avokati banka bashkë bashkia bëhet burri cila cilat cili çdo çështja çfarë çmimi deputeti deri derisa
dhe dhjetë diçka dikur dikush disa dita djali dje do duke duket dy dyshuari edhe evropa është filmi fjala gazeta
gazetari gjashtë gjithashtu gjithçka gjithë gjithmonë gjithsesi gjykata gjysma goli greqia gruaja hetuesit historia
ishin ishte janë java jeta jo ju ka kam kandidati kanë kaq katër kemi kësaj kështu këta këtij këto këtu këtyre
kishin kishte kjo komisioni kompania komuna kosova kryeministri kryetari ku kur kurrë kurse kush kuvendi ky le libri
lidhur ligji lojtari lufta madje maqedonia marrëveshja mbetet mbledhja mbrojtja media mediat megjithatë megjithëse
menjëherë meqë mijëra ministri ministria mirëpo mos mund ndeshja ndër ndërkaq ndërkohë ndërsa ndonëse ndoshta ne
nesër nëse nga njerëzit një njëra njëri nuk numri nxënësit opozita ora ose pak parlamenti partia pasi pastaj
personat personi pesë përkundrazi përpara përse pjesa po policia populli por porse prandaj prapë presidenti
prindërit prishtina projekti prokuroria pse puna qe qeveria që qindra raporti rasti rruga sa sapo seanca secila
secili sepse serbia sërish shkaku shkolla shkupi shpesh shqipëria shtatë shteti shtoi shumë shumica si siç sidomos
situata skuadra sot spitali sulmi s’ takimi tani tashmë te tek teksa tetë tërë tha thanë thotë ti tirana tjetra
tjetri trajneri tri trupi u uji unë universiteti vajza vendi vendimi vetëm viktima viktimat viti zjarri`;
/** Adverbs („fatkeqësisht“), verbs („raportohet“), what is many or a woman („banorët“, „burimet“, „kryetarja“): no surname ends so. */
const endings = /(?:isht|[uo]het|.ët|(?:im|[ai]t|j)et|(?:ar|tr|nt|et)ja)$/;

const openingWords: ReadonlySet<string> = new Set([...words.trim().split(/\s+/), ...genitive, ...accusative]);

/** @param word as it stands in the text */
export function opensSentence(word: string): boolean {
  const low = word.toLowerCase();
  return openingWords.has(low) || endings.test(low);
}
