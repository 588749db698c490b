import { isAt, isLetter, isUpper, matchAt } from '../characters.ts';
import { cardinal, ordinal, ordinalStem } from './number-words.ts';
import { ordinalEnding } from './ordinals.ts';
import { romanValue } from './roman.ts';
import type { Examples, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

const numeral = new RegExp(`([IVXLCDM]{1,12})(-${ordinalEnding})?(?!\\p{L}|['\\d]|-\\p{Ll})`, 'uy');
/** What is numbered, in any case: after these even a single letter is a number. */
const numbered =
  /^(?:shek|kre[ur]|kapitu|vëllim|libri|tom|pjes|nen|faz|klas|lig|kategori|shkall|luft|mbret|perandor|papa?|papë|dinasti|edicion|kongres|akt|sken|brigad|divizion|korpus|aneks|shtojc|titull|seksion|kuart|tremujor|republik|raund|val[ëa]|nivel|grad|botërore|patriark|sulltan|car|gjysm|mandat|legjislatur|olimpiad|festival|asamble)/i;
/** Among these it is a letter, or the name of a thing. */
const lettered = /^(?:grup|vitamin|hepatit|tip|zon|pist|plan|model|projekt|platform|korpus[ -]?d|seria|shtyll|klub)/i;
const article = /^(?:i|e|të|së)$/i;
const feminineName = /^(?:Elizabeth|Elisabeth|Isabel|Mary|Catherine)$/;

/** The article between a noun and its ordinal, as the noun's ending shows gender and case. */
function articleFor(noun: string): string {
  if (/^pap[aë]$/i.test(noun)) return 'i';
  if (feminineName.test(noun)) return 'e';
  if (/(?:it|ut|ve)$/i.test(noun)) return 'të';
  if (/[aëej]s$/i.test(noun)) return 'së';
  return /(?:[iuë]n|a|jt)$/i.test(noun) ? 'e' : 'i';
}

/** „XVI–XVII“ among numerals: the dash between, or the numeral on either side of it. */
const rangeSign = /(?<=[IVX] ?)[-–] ?(?=[IVX]{1,8}(?!\p{L}))/uy;
const rangeBefore = /(?<=[IVX] ?[-–] ?)/y;
const rangeAfter = / ?[-–] ?[IVX]{1,8}(?!\p{L})/uy;

/** Whether a single letter is a number: after what is numbered, or after a name with an article of its own. */
function isNumberedLetter(scene: Scene, written: string, before: string, end: number): boolean {
  if (numbered.test(before)) return !lettered.test(before);
  if (article.test(before)) return /[VX]/.test(written);
  const name = before.length > 2 && isUpper(before, 0) && (written === 'I' ? /[iua]$/ : /[iu]$/).test(before);
  return name && /[IV]/.test(written) && !lettered.test(before) && !scene.headline && !scene.capitalAfter(end);
}

/**
 * Roman numerals: ordinals after what they number („shekulli XVIII“, „Skënderbeu II“), with the article where the text
 * has none. A single letter is a number only after such a noun, or as „I“ and „V“ after a name in the definite form.
 */
export const romanNumerals: Rule = (scene, at) => {
  const { text } = scene;
  const dash = isLetter(text, at) ? undefined : matchAt(rangeSign, text, at);
  if (dash) return [dash[0], 'deri'];
  const match = isLetter(text, at - 1) ? undefined : matchAt(numeral, text, at);
  const [end, , written, declined, vowel = ''] = match ?? [at, '', '', ''];
  const value = romanValue(written);
  if (!value) return undefined;
  const before = scene.wordBefore(at);
  const single = written.length === 1;
  if (/[LCDM]/.test(written) && !(/[IVX]/.test(written) && (declined || numbered.test(before)))) return undefined;
  const inRange = isAt(rangeBefore, text, at) || isAt(rangeAfter, text, end);
  if (inRange && (!single || numbered.test(before) || before === 'deri')) return [end, cardinal(value)];
  if (single && (declined ? lettered.test(before) : !isNumberedLetter(scene, written, before, end))) return undefined;
  if (/^(?:numër|faqe|pika|)$/.test(before)) return [end, cardinal(value)];
  const said = /^ë?$/.test(vowel) ? ordinal(value) : ordinalStem(value) + vowel;
  return [end, article.test(before) ? said : `${articleFor(before)} ${said}`];
};

export const examples: Examples = [
  ['shekulli XVIII', 'shekulli i tetëmbëdhjetë'],
  ['në shekullin XX', 'në shekullin e njëzetë'],
  ['i shekullit XIX', 'i shekullit të nëntëmbëdhjetë'],
  ['shekulli i XXI', 'shekulli i njëzetenjëtë'],
  ['në shek. XV', 'në shekullin e pesëmbëdhjetë'],
  ['Mehmeti II', 'Mehmeti i dytë'],
  ['Papa Gjon Pali II', 'Papa Gjon Pali i dytë'],
  ['Lufta II Botërore', 'Lufta e dytë Botërore'],
  ['gjatë Luftës I Botërore', 'gjatë Luftës së parë Botërore'],
  ['Kreu IV', 'Kreu i katërt'],
  ['Zogu I', 'Zogu i parë'],
  ['shekujt XVI–XVII', 'shekujt gjashtëmbëdhjetë deri shtatëmbëdhjetë'],
  ['në shekullin e XIX-të', 'në shekullin e nëntëmbëdhjetë'],
  ['vitamina C dhe Grupi D', 'vitamina cë dhe Grupi dë'],
];
