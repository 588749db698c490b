/** What the words around a place show of case, number and gender. */

const genitive =
  /^(?:i|e|të|së|prej|pas|para|ndaj|kundër|sipas|gjatë|rreth|afër|pranë|përveç|midis|ndërmjet|mes|nëpërmjet|përmes|drejt|krahas|falë|brenda|jashtë|përballë|karshi|larg|veç)$/i;
const accusative = /^(?:në|me|pa|për|mbi|nën|nëpër|më)$/i;

export type Case = 'nominative' | 'accusative' | 'genitive';

/** The case that the word before asks of the next noun; the nominative („nga“, „te“) where it tells nothing. */
export function caseAfter(word: string): Case {
  if (genitive.test(word)) return 'genitive';
  return accusative.test(word) ? 'accusative' : 'nominative';
}

/** Definite nouns before names and numbers: „zoti, zonja, shekulli, kreu, rruga“, not „minuta“, the plural. */
const definite = /^(?!minuta)\p{L}+[iua]$/u;

/** „zoti“ → „zotin, zotit“, „rruga“ → „rrugën, rrugës“, „lagjja“ → „lagjen, lagjes“. */
export function inCase(said: string, wanted: Case): string {
  if (wanted === 'nominative' || !definite.test(said)) return said;
  const end = wanted === 'accusative' ? 'n' : 't';
  if (!said.endsWith('a')) return said + end;
  return said.replace(/jja$/, 'je').replace(/a$/, 'ë') + (end === 't' ? 's' : end);
}

/**
 * Feminine nouns of the news in the plural, where endings do not tell. With masculine and mixed nouns („muaj“, „vende“,
 * „vendime“) and with words that are not here a number keeps its masculine form.
 */
const feminine =
  /^(?:herë|ditë|javë|orë|netë|gra|faqe|palë|këmbë|duar|fjalë|shtëpi|armë|parti|qeveri|bashki|fitore|rrugë|arsye|kompani|njësi|këngë|poezi|seri|gjuhë|plagë|padi|lopë|dele|pemë|lule|kafshë|valë|gradë|ide|shishe|studente|nxënëse|mësuese|deputete|ministre|nuse|çështje|karrige|dyer|stinë|xhami|strategji|anije|avari|(?:vajz|nën|motr|minut|sekond|dekad|pik|vot|shkoll|klas|dhom|banes|ndërtes|makin|vetur|raket|bomb|min|viktim|ministri|komun|qendr|gjykat|kup|gar|ur|mënyr|form|fush|tok|lir|sterlin|frang|monedh|firm|fabrik|zon|krahin|provinc|republik|vepr|letr|revist|gazet|fotografi|skuadr|betej|kriz|etap|faz|ambasad|organizat|shoqat|kish|bank|reform|shtres|detyr|kamer|anten|linj|seanc|prov|vizit|akuz|kërkes|ofert|cop|tablet|doz|vaksin|got|alternativ|këshill|tavolin|port|bibliotek|nism)a)$/;
const feminineEnding = /(?:je|esha|ëri|[st]are|iste|ese|si)$/;

/** Whether what is counted is feminine in the plural: „tri gra“. */
export const countsFeminine = (noun: string): boolean =>
  feminine.test(noun) || (noun.length > 4 && feminineEnding.test(noun));
