import { sticky, unicode } from '../characters.ts';
import { anyMonth } from './calendar.ts';
import { cardinal, compound, ordinal, ordinalStem, withEnding } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import { wordBefore } from './scene.ts';

/** „-të“ and its forms in every case, with or without the t; „-rë“ belongs to the first. */
export const ordinalEnding = '[tr](i[nt]?|a(?:t|ve)?|ë(?:[nst]|ve)?)?';
const isOrdinal = unicode`^${ordinalEnding}$`;
/** A number as a noun („2023-shin“, „90-ave“), or as a year with its case („2019-ën“, „2024-s“). */
const nounEnding = /^(sh(i[nt]?|e[nst]?|ja|eve)?|[ns]|ë[ns]?|a(t|ve)?|ve|i[nt]?|j(a|ë[ns])|ta)$/;
/** What is written right after the digits all the same. */
const compoundWord = /^(vje[çct]|mujor|ditor|javor|orësh|minutësh|kat[ëe]sh|metër|fish)/;

/**
 * espeak-ng 1.51 says „17-vjeçare“ with the vowels of „shtatëmbëdhjetë“; the joined word gets a full vowel in every
 * other ë (St,at@mb,VDjet,Vvjet…). Not so where 1 or 20 is in it (n^'I#zEt), nor below 12, where both sound alike.
 */
const espeakSaysBetter = /^(1[2-9]|[3-9][02-9])$/;

/** Ordinals, years and numbers with a case ending, and words made with a number. */
export const ordinals: readonly Rule[] = [
  [
    sticky`(\d{1,3}(?:\.\d{3}){1,3}|\d{1,12})( ?[-–](?: (?=vje|mujor|ditor))?|)(?!${anyMonth})(\p{Ll}[\p{L}\p{M}']*|(?<=-)(?:[TR]Ë|VJE)\p{Lu}*)`,
    (scene, _end, _written, digits, hyphen, written) => {
      const ending = written.toLowerCase();
      const value = Number(digits.replaceAll('.', ''));
      const decade = ending === 'ta' && value > 0 && value % 10 === 0 && /^vite/i.test(wordBefore(scene));
      const [found, vowel] = isOrdinal.exec(ending) ?? [];
      if (found && value > 0 && (hyphen || found.length > 1) && !decade)
        return vowel && vowel !== 'ë' ? ordinalStem(value) + vowel : ordinal(value);
      if (hyphen && nounEnding.test(ending)) return withEnding(cardinal(value), ending === 'ta' ? 'a' : ending);
      if (!(hyphen.length === 1 && ending.length > 2) && !compoundWord.test(ending)) return undefined;
      return scene.engine === 'espeak' && espeakSaysBetter.test(digits)
        ? `${digits}-${ending}`
        : compound(value) + ending;
    },
  ],
];

export const examples: Examples = [
  ['i 7-ti', 'i shtati'],
  ['e 7-ta', 'e shtata'],
  ['kongresi i 22-të', 'kongresi i njëzetedytë'],
  ['takimi i 21-të', 'takimi i njëzetenjëtë'],
  ['hyri i 1-rë', 'hyri i parë'],
  ['vendi i 4-t', 'vendi i katërt'],
  ['për të 5-tin vit', 'për të pestin vit'],
  ['pas 1-shit', 'pas njëshit'],
  ['nga viti 2024-s', 'nga viti dy mijë e njëzet e katrës'],
  ['në 2019-ën', 'në dy mijë e nëntëmbëdhjetën'],
  ['në 2023-shin', 'në dy mijë e njëzet e treshin'],
  ['30-vjetori', 'tridhjetëvjetori'],
  ['17-vjeçarja', 'shtatëmbëdhjetëvjeçarja'],
  ['ndërtesa 3-katëshe', 'ndërtesa trekatëshe'],
  ['grevë 24-orëshe', 'grevë njëzetekatërorëshe'],
  ['vitet 90-ta', 'vitet nëntëdhjeta'],
];
