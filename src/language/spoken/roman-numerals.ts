import { isLetter, isUpper, matchAt } from './characters.ts';
import { cardinal, ordinal, ordinalStem } from './number-words.ts';
import { romanValue } from './roman.ts';
import type { Examples, Reading, Rule } from './rule.ts';
import type { Scene } from './scene.ts';

const numeral = /([IVXLCDM]{1,12})(?:-(?:[tr](i|in|it|a|ën|ës|ë|at|ët|ave|ëve)?))?(?!\p{L}|['\d]|-\p{Ll})/uy;
/** What is numbered, in any case: after these even a single letter is a number. */
const numbered =
  /^(?:shek|kre[ur]|kapitu|vëllim|libri|librin|librit|tom|pjes|nen|faz|klas|lig|kategori|shkall|luft|mbret|perandor|papa?|papë|dinasti|edicion|kongres|akt|sken|brigad|divizion|korpus|aneks|shtojc|titull|seksion|kuart|tremujor|republik|raund|valë|vala|nivel|grad|botërore|patriark|sulltan|car|gjysm|mandat|legjislatur|olimpiad|festival|asamble)/i;
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
  return /(?:in|un|ën|a|jt)$/i.test(noun) ? 'e' : 'i';
}

/** „XVI–XVII“ among numerals: the dash between, or the numeral on either side of it. */
const rangeSign = /(?<=[IVX] ?)[-–] ?(?=[IVX]{1,8}(?!\p{L}))/uy;
const besideRange = (text: string, at: number, end: number): boolean =>
  /[IVX] ?[-–] ?$/.test(text.slice(Math.max(0, at - 4), at)) ||
  /^ ?[-–] ?[IVX]{1,8}(?!\p{L})/u.test(text.slice(end, end + 12));

/** Whether a single letter is a number: after what is numbered, or after a name with an article of its own. */
function isNumberedLetter(scene: Scene, written: string, before: string, end: number): boolean {
  if (numbered.test(before)) return true;
  if (article.test(before)) return written === 'V' || written === 'X';
  const name = before.length > 2 && isUpper(before, 0) && (written === 'I' ? /[iua]$/ : /[iu]$/).test(before);
  return name && 'IV'.includes(written) && !scene.headline && !scene.capitalAfter(end);
}

/**
 * Roman numerals: ordinals after what they number („shekulli XVIII“, „Skënderbeu II“), with the article where the text
 * has none. A single letter is a number only after such a noun, or as „I“ and „V“ after a name in the definite form.
 */
export const romanNumerals: Rule = {
  name: 'roman numerals',
  begins: ['letter', 'sign'],
  read(scene, at): Reading | undefined {
    const { text } = scene;
    if (!isUpper(text, at)) {
      const dash = matchAt(rangeSign, text, at);
      return dash ? { end: at + dash[0].length, said: 'deri' } : undefined;
    }
    if (isLetter(text, at - 1)) return undefined;
    const match = matchAt(numeral, text, at);
    const written = match?.[1] ?? '';
    const value = romanValue(written);
    if (!match || !value) return undefined;
    const end = at + match[0].length;
    const before = scene.wordBefore(at);
    const declined = match[0] !== written;
    if (/[LCDM]/.test(written) && !(/[IVX]/.test(written) && (declined || numbered.test(before)))) return undefined;
    if (besideRange(text, at, end) && (written.length > 1 || numbered.test(before) || /deri$/.test(before))) {
      return { end, said: cardinal(value) };
    }
    if (written.length === 1 && !declined && !isNumberedLetter(scene, written, before, end)) return undefined;
    if (written.length === 1 && lettered.test(before)) return undefined;
    if (!before || /^(?:numër|faqe|pika)$/.test(before)) return { end, said: cardinal(value) };
    const vowel = match[2] ?? 'ë';
    const said = vowel === 'ë' ? ordinal(value) : ordinalStem(value) + vowel;
    return { end, said: article.test(before) ? said : `${articleFor(before)} ${said}` };
  },
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
