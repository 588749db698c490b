import { unicode } from '../characters.ts';
import { conjunctions } from '../conjunctions.ts';
import { accusative, genitive } from '../spoken/grammar.ts';
import { smallNumbers } from '../spoken/number-words.ts';

/**
 * Words that open Albanian sentences and are hardly ever a surname: what tells „morën notën A. Kjo …“ from „flet A.
 * Hoxha“. Small words, beside prepositions, conjunctions and numbers; verbs and definite nouns with which news sentences
 * begin, with a star for the endings of a subject.
 */
const words =
  'agjenci* ai ajo aksident* arsye* as(?:aj|gjë|htu|kush|një)? at(?:a|ij|je|o|yre|ëherë) autor* avokat* ' +
  'banka bashki* bashkë burri bëhet cil(?:at?|i) deputet* deri(?:sa)? dikus?[hr] disa dita diçka dje djali do ' +
  'duket dyshuar* evrop* filmi fjala gazet* gjith\\p{L}+ gjykat* gjysma goli greqi* gruaja histori* janë java jeta jo ju ' +
  'k?ishin ka kam kandidat* kanë kaq kemi kjo komision* kompani* komun* kosov* kryeminist* kryetar* kurrë kush kuvend* ky ' +
  'kë[st]\\p{L}+ le libri lidhur ligj* lojtar* lufta madje maqedoni* marrëvesh* mbetet mbledhj* mbrojtj* media* ' +
  'megjith\\p{L}+ menjëherë meqë mijëra minist* mirëpo mos mund ndeshj* ndoshta ndër\\p{L}{0,9} ne nesër njerëzit njër[ai] nuk num* ' +
  'opozit* ora pak parlament* partia pastaj person* pjesa po polic* popull* prandaj prapë president* prindërit prishtin* ' +
  'projekt* prokuror* pse puna përkundrazi përpara përse qe qever* qindra raport* rasti rruga sa sapo seanc* secil[ai] ' +
  'serb* shkaku shkoll* shkupi shpesh shqipëri* shtet* shtoi shumica shumë si sidomos situat* siç skuadr* ' +
  'sot spital* sulm* sërish s’ takim* tani tashmë tek? th(?:a|anë|otë) ti tiran* tjetr[ai] trajner* tri trupi ' +
  'tërë u uji universitet* unë vajza vend* vetëm viktim* viti zjarri çdo çfarë çmim* çështj* është';
/**
 * Adverbs („fatkeqësisht“), verbs („raportohet“, „thoshte“), what is many or a woman („banorët“, „mësuesit“, „burimet“,
 * „kryetarja“): no surname ends so.
 */
const endings = '\\p{L}+(?:isht|shte|[uo]het|ët|[eë]sit|(?:im|[ai]t|j)et|(?:ar|tr|nt|et)ja)';

const openingWord = [endings, words, ...conjunctions, ...genitive, ...accusative, ...smallNumbers]
  .join(' ')
  .replaceAll(' ', '|')
  .replaceAll('*', '\\p{L}*(?:[aiu]|[aeë]t)');
/** And „44-vjeçari“, with which many sentences in news begin. */
const opening = unicode`^((${openingWord})(?![\p{L}’'])|\d{1,3}[-–] ?vjeç)`;

/** Whether a text begins as sentences do. „E mori“, but „E Kavajës“ in the name of a street. */
export const opensSentence = (text: string): boolean =>
  opening.test(text.toLowerCase()) && !/^\p{L}(?![\p{L}’']|\s\p{Ll})/u.test(text);
