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

/**
 * Feminine nouns of the news in the plural, where endings do not tell. With masculine and mixed nouns („muaj“,
 * „vende“, „vendime“) and with words that are not here a number keeps its masculine form.
 */
const feminine = new Set(
  (
    'herë ditë javë orë netë gra vajza nëna motra bija minuta sekonda dekada faqe palë pika këmbë duar fjalë vota shkolla ' +
    'klasa dhoma banesa shtëpi ndërtesa makina vetura raketa bomba armë mina viktima parti qeveri ministri komuna bashki ' +
    'qendra gjykata fitore kupa medalje gara rrugë ura arsye mënyra forma fusha toka lira sterlina franga monedha ' +
    'kompani firma fabrika njësi zona krahina provinca republika vepra këngë poezi letra revista gazeta fotografi foto ' +
    'pamje skena seri gjuhë akuza plagë padi kërkesa oferta lopë dele dhi pemë lule kafshë copa tableta doza ' +
    'vaksina valë gradë këshilla ide nisma alternativa gota shishe lugë shoqe studente nxënëse mësuese deputete ministre ' +
    'nuse gjyshe kushërira pyetje çështje ndërhyrje fletë fletore karrige tavolina dritare dyer porta ' +
    'skuadra stinë vjeshta vera beteja luftëra kriza etapa faza hapësira kolona ' +
    'ambasada organizata shoqata biblioteka kisha xhami kala kulla banka bursa reforma strategji ' +
    'shtresa mundësi përgjegjësi detyra pajisje kamera antena linja biçikleta motoçikleta anije avari ' +
    'pistoleta seanca dëshmi prova dosje vizita'
  ).split(' '),
);
const feminineEnding = /(?:je|esha|ëri|(?:s|t)are|iste|ese)$/;
const articled = / të ([\p{Ll}]+)/uy;

/** Whether what is counted at `at` is feminine in the plural: „tri gra“, „tri të reja“. */
export function countsFeminine(text: string, at: number, next: string): boolean {
  if (next === 'të') {
    articled.lastIndex = at;
    return articled.exec(text)?.[1]?.endsWith('a') ?? false;
  }
  return feminine.has(next) || (next.length > 4 && feminineEnding.test(next));
}
