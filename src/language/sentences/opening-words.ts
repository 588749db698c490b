import { unicode } from '../characters.ts';
import { conjunctions } from '../conjunctions.ts';
import { accusative, genitive } from '../spoken/grammar.ts';
import { smallNumbers } from '../spoken/number-words.ts';

/**
 * Words that open Albanian sentences and are hardly ever a surname: what tells „morën notën A. Kjo …“ from „flet A.
 * Hoxha“. Small words, beside prepositions, conjunctions and numbers; verbs and definite nouns with which news sentences
 * begin, with a star for the endings of a subject. Those that begin with the same letter share a bracket.
 */
const words =
  'a(gjenci* i jo ksident* rsye* s saj sgjë shtu skush snjë ta tij tje to tyre tëherë utor* vokat*) b(anka ashki* ' +
  'ashkë urri ëhet) cila cilat cili d(eputet* eri erisa ikus?[hr] isa ita içka jali je o uket yshuar*) evrop* filmi ' +
  'fjala g(azet* jith\\p{L}+ jykat* jysma oli reqi* ruaja) histori* j(anë ava eta o u) k(a am andidat* anë aq emi ' +
  'jo omision* ompani* omun* osov* ryeminist* ryetar* urrë ush uvend* y ë[st]\\p{L}+) l(e ibri idhur igj* ojtar* ' +
  'ufta) m(adje aqedoni* arrëvesh* betet bledhj* brojtj* edia* egjith\\p{L}+ enjëherë eqë ijëra inist* irëpo os ' +
  'und) n(deshj* doshta dër\\p{L}{0,9} e esër jër[ai] uk um*) opozit* ora p(ak arlament* artia astaj erson* jesa o ' +
  'olic* opull* randaj rapë resident* rishtin* rojekt* rokuror* se una ërkundrazi ërpara ërse) qe qever* qindra ' +
  'raport* rasti rruga s(a apo eanc* ecil[ai] erb* hkaku hkoll* hkupi hpesh hqipëri* htet* htoi humica humë i ' +
  'idomos ituat* iç kuadr* ot pital* ulm* ërish ’) t(akim* ani ashmë ek? ha hanë hotë i iran* jetr[ai] rajner* ri ' +
  'rupi ërë) u(ji niversitet* në)? v(ajza end* etëm iktim* iti) zjarri ç(do farë mim* ështj*) është';
/**
 * Adverbs („fatkeqësisht“), verbs („raportohet“, „thoshte“), what is many or a woman („banorët“, „mësuesit“, „burimet“,
 * „kryetarja“): no surname ends so.
 */
const endings = '\\p{L}+(isht|sh(te|in)|[uo]het|ët|[eë][rsz]it|(im|[ai]t|j)et|(ar|tr|nt|et)ja)';

const openingWord = [endings, words, ...conjunctions, ...genitive, ...accusative, ...smallNumbers]
  .join(' ')
  .replaceAll(' ', '|')
  .replaceAll('*', '\\p{L}*([aiu]|[aeë]t)');
/** And „44-vjeçari“, with which many sentences in news begin. */
const opening = unicode`^((${openingWord})(?![\p{L}’'])|\d{1,3}[-–] ?vjeç)`;

/** Whether a text begins as sentences do. „E mori“, but „E Kavajës“ in the name of a street. */
export const opensSentence = (text: string): boolean =>
  opening.test(text.toLowerCase()) && !/^\p{L}(?![\p{L}’']|\s\p{Ll})/u.test(text);
