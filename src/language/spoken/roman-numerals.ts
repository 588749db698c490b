import { anyCase, isAt, isUpper, sticky } from '../characters.ts';
import { numbered, onlyLettered } from '../named-nouns.ts';
import { initial } from '../sentences/place.ts';
import { endsAt } from './abbreviated.ts';
import { cardinal, ordinal, ordinalStem } from './number-words.ts';
import { ordinalEnding } from './ordinals.ts';
import { romanValue } from './roman.ts';
import type { Examples, Rule } from './rule.ts';
import { capitalAfter, isHeadline, wordBefore, type Scene } from './scene.ts';

/** What is numbered, in any case: after these even a single letter is a number. */
const isNumbered = anyCase`^(${numbered})`;
/** Among these it is a letter, or the name of a thing. */
const isLettered = anyCase`^(${onlyLettered})`;
const article = /^(i|e|të|së)$/i;
const feminineName = /(beth|bel|Mary|rine|grethe)$/;

/** The article between a noun and its ordinal, as the noun's ending shows gender and case. */
function articleFor(noun: string): string {
  if (/^(pap|nikoll|luk)[aë]$/i.test(noun)) return 'i';
  if (feminineName.test(noun)) return 'e';
  if (/(it|ut|ve)$/i.test(noun)) return 'të';
  if (/(ë|je)s$|së$/i.test(noun)) return 'së';
  return /([iuë]n|a|jt)$/i.test(noun) ? 'e' : 'i';
}

/** A numeral before the place or behind it, with a dash between. */
const inRange = /(?<=[IVX] ?[-–] ?[IVX]+)(?!\p{L})|(?= ?[-–] ?[IVX]{1,8}(?!\p{L}))/uy;

/** Whether a single letter is a number: after what is numbered, or after a name with an article of its own. */
function isNumberedLetter(scene: Scene, written: string, before: string, end: number): boolean {
  // „e V. Osmanit“, „Shtetasi I.A., 35 vjeç“: an initial.
  if (scene.text.startsWith('.', end) && !endsAt(scene, end + 1)) return false;
  // „KREU I SHTETIT“
  if (written === 'I' && isHeadline(scene) && capitalAfter(scene, end)) return false;
  if (isNumbered.test(before)) return true;
  if (article.test(before)) return /[VX]/.test(written);
  const name = before.length > 2 && isUpper(before, 0) && (written === 'I' ? /([iua]|Zog)$/ : /[iu]$/).test(before);
  return name && /[IV]/.test(written) && !isLettered.test(before) && !capitalAfter(scene, end);
}

/**
 * Roman numerals: ordinals after what they number („shekulli XVIII“, „Skënderbeu II“), with the article where the text
 * has none. A single letter is a number only after such a noun, or as „I“ and „V“ after a name in the definite form.
 */
export const romanNumerals: readonly Rule[] = [
  [/(?<=[IVX] ?)[-–] ?(?=[IVX]{1,8}(?!\p{L}))/uy, () => 'deri'],
  [
    sticky`(?<!\p{L}|(?<!\p{L})${initial}\. ?)([IVXLCDM]{1,12})(-${ordinalEnding})?(?!\p{L}|['\d]|-\p{Ll}{2})`,
    (scene, end, _written, numeral, declined, vowel) => {
      const before = wordBefore(scene);
      const value = romanValue(numeral);
      const single = numeral.length === 1;
      const afterNumbered = isNumbered.test(before);
      if (!value || (/[LCDM]/.test(numeral) && !(/[IVX]/.test(numeral) && (declined || afterNumbered))))
        return undefined;
      if (isAt(inRange, scene.text, end) && (!single || afterNumbered || before === 'deri')) return cardinal(value);
      if (single && (declined ? isLettered.test(before) : !isNumberedLetter(scene, numeral, before, end)))
        return undefined;
      if (/^(numër|faqe|pika|)$/.test(before)) return cardinal(value);
      const said = /^ë?$/.test(vowel) ? ordinal(value) : ordinalStem(value) + vowel;
      return article.test(before) ? said : `${articleFor(before)} ${said}`;
    },
  ],
];

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
