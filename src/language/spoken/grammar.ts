/** What the words around a place show of case, number and gender. */

/** Prepositions and articles by the case that they ask for. */
export const genitive =
  'i e të së prej pas para ndaj kundër sipas gjatë rreth afër pranë përveç midis ndërmjet mes nëpërmjet përmes drejt krahas falë brenda jashtë përballë karshi larg veç'.split(
    ' ',
  );
export const accusative = 'në me pa për mbi nën nëpër më'.split(' ');

/** A case, by the ending that it gives to „zoti“: nominative, accusative „zotin“, genitive „zotit“. */
export type Case = '' | 'n' | 't';

/** The case that the word before asks of the next noun; the nominative („nga“, „te“) where it tells nothing. */
export function caseAfter(word: string): Case {
  const low = word.toLowerCase();
  return genitive.includes(low) ? 't' : accusative.includes(low) ? 'n' : '';
}

/** Definite nouns before names and numbers: „zoti, zonja, shekulli, kreu, rruga“. */
const definite = /^\p{L}+[iua]$/u;

/** „zoti“ → „zotin, zotit“, „rruga“ → „rrugën, rrugës“, „lagjja“ → „lagjen, lagjes“. */
export function inCase(said: string, wanted: Case): string {
  if (!wanted || !definite.test(said)) return said;
  if (!said.endsWith('a')) return said + wanted;
  return said.replace(/jja$/, 'je').replace(/a$/, 'ë') + (wanted === 't' ? 's' : wanted);
}

/** What is counted after „prej, pas, para“: „kilometra në orë“ → „kilometrash në orë“, „lekë“ → „lekësh“. */
export const ablative = (counted: string): string =>
  counted.replace(/^[\p{L}-]+/u, (noun) => noun + (/[aeioë]$/.test(noun) ? 'sh' : 'ësh'));

/**
 * Feminine nouns in the plural. Those in -a are („vajza, vota, faza“), but for those in -ra that are not listed
 * („metra, libra, zëra“) and some („hapa, plumba, persona“); those in -ë are only where the news count them. With
 * masculine and mixed nouns („muaj“, „vende“, „lloje“) and with words that are not here a number keeps its masculine form.
 */
const feminine =
  /^((her|dit|jav|or|net|pal|këmb|fjal|arm|rrug|këng|gjuh|plag|lop|pem|kafsh|val|grad|stin|pik|lug|vez|qep|buk|moll|cop|pushk|flet|an|deg|shkall|lënd)ë|net|gra|gjëra|leje|faqe|duar|fitore|arsye|dele|lule|ide|shishe|studente|deputete|ministre|karrige|dyer|(?!lloj)\p{Ll}.{2,}(je|esha|ëri|[st]are|iste|[eë]se|e[dmr]i|si|gji)|shtëpi|parti|bashki|kompani|poezi|seri|padi|xhami|avari|nuse|(?!((hap|trup|gol|plumb|tip|nip|gisht|top|dem|derr|burr|laps|vet|çels|rresht|xham|xhep|person|film|tren|tele?|(tele|mikro)fon|stol|kosh|rrip|gjemb|pëllumb|.*ment)a|nga|.*para|pra|tha|dha|ata|prapa)$)(?=\p{Ll}{3})\p{Ll}*([^ru]|([aioyur]|kame|mot|let|qend|vep|skuad)r)a)$/u;

/** Whether what is counted is feminine in the plural, in any case: „tri gra“, „të tri gratë“, „pas tri javësh“. */
export const countsFeminine = (noun: string): boolean =>
  !genitive.includes(noun) && (feminine.test(noun) || feminine.test(noun.replace(/((?<=[aeë])(t|sh)|të|ve)$/, '')));
