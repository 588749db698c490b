import { isDigit, sticky } from '../characters.ts';
import { opensSentence } from '../sentences/opening-words.ts';
import { digraph } from '../sentences/place.ts';
import { isPronounceable, lettersOf, spell } from './letters.ts';
import { withEnding } from './number-words.ts';
import type { Examples, Rule } from './rule.ts';
import { isHeadline, wordAfter } from './scene.ts';
import { entriesOf } from './table.ts';

/** Short or hard to say, and words all the same; and how they sound, or are spelled, where that is not by their letters. */
export const asWords = new Map(
  entriesOf(
    'KFOR,KEK,KEDS,KESH,TAP,IPA,VAR,AKI,ASHI,DASH,TASS,FAO,SHIK,SHISH,VIP,PIN,SIM,RAM,LED,TOP,PRO,MASH,MAP,GAP,COP,HIV,MIG,' +
      'ODIHR,KOSTT kost,BRICS briks,TEC tec,HEC hec,AIDS ejds,DAX daks,' +
      'BBC bibisi,CNN si-en-en,FBI ef-bi-aj,CIA si-aj-ej,NBA en-bi-ej,IT aj-ti,PR pi-ar,DJ di-xhej,OK okej,CEO si-i-o,' +
      'UK ju-kej,USA ju-es-ej,IBM aj-bi-em,SHBA shë-bë-a,BE bë-e,KE kë-e,AAK a-a-kë',
  ),
);

/** A long word in capitals: who writes it beside others is shouting, and these are words. */
const isShout = (word: string): boolean =>
  word.length > 3 && word === word.toUpperCase() && !asWords.has(word) && isPronounceable(word);

/** No acronym has ë or three vowels among seven letters („EKSKLUZIVE“), nor one vowel thrice. */
const word = /Ë|([AEIOU])\1\1|^(?=.{7})(.*[AEIOUY]){3}|^(JAM|JE|ISH)$/;

/**
 * What stands for capitals, letter names or a word. Lists first; then the ending (a bare „-s“ or „-it“ follows a word,
 * „-së“ and „-ja“ letters), then whether it can be pronounced and is long enough to be a word. Short words that people
 * put in capitals to stress them are mostly those that open sentences; „JOOOO“ is one, too.
 *
 * @param large whether it stands among capitals: then it is a word, unless it is a short one that nobody could say
 */
export function sayAcronym(written: string, suffix = '', large = false): string {
  if (asWords.has(written)) return asWords.get(written) || sounded(written);
  const like = isPronounceable(written)
    ? large || lettersOf(written).length > 3 || /^([sn]|[iu][tn]?)$/.test(suffix)
    : large && /^(?=.*[AEIOUY]).{6}/.test(written);
  const opens = !suffix && !/^A[IS]$/.test(written) && opensSentence(written);
  return word.test(written) || opens || like ? sounded(written) : spell(written);
}

/** What is foreign in a word is written as it sounds: UNESCO, EULEX; but not POLICORE. */
const sounded = (written: string): string =>
  written
    .toLowerCase()
    .replace(/c(?=(om?)?$)|(?<=^|s)c(?=o)/, 'k')
    .replace(/x$/, 'ks');

/** A case ending, joined to the word or to the last letter name. */
export function joinEnding(said: string, suffix: string): string {
  if (said.includes('-')) return `${said}-${suffix}`;
  return /^[sn]$/.test(suffix) ? withEnding(said, suffix) : said + suffix;
}

/** Capitals: acronyms with their case endings, and words that are only written large. */
export const acronyms: readonly Rule[] = [
  [
    sticky`(?:(?<=(\p{Lu}{4,}) )|(?<!\p{L}))((?:${digraph}|[A-ZÇË]|(?<=\p{Lu})[ie](?=\p{Lu}(?!\p{Ll}))){2,40})(?!\p{L})(?:[-'](\p{Ll}{1,4}|[SNT]Ë?|JA|[IU][TN]?|VE)(?!\p{L}))?`,
    (scene, end, _written, before, mixed, ending) => {
      const written = mixed.toUpperCase();
      const suffix = ending.toLowerCase();
      if (suffix) return joinEnding(sayAcronym(written, suffix), suffix);
      const large =
        isHeadline(scene) || (!isDigit(scene.text, end) && (isShout(before) || isShout(wordAfter(scene, end))));
      return sayAcronym(written, '', large);
    },
  ],
];

export const examples: Examples = [
  ['SHBA dhe BE', 'shë-bë-a dhe bë-e'],
  ['selia e OKB-së', 'selia e o-kë-bë-së'],
  ['kreu i NATO-s', 'kreu i natos'],
  ['ushtarët e KFOR-it', 'ushtarët e kforit'],
  ['tha BE-ja', 'tha bë-e-ja'],
  ['raportoi RTSH', 'raportoi rë-të-shë'],
  ['prokurorët e SPAK-ut', 'prokurorët e spakut'],
  ['sipas BBC-së', 'sipas bibisisë'],
  ['vendimi i KLGJ-së', 'vendimi i kë-lë-gjë-së'],
  ['gjyqtarët e GjKKO-së', 'gjyqtarët e gjë-kë-kë-o-së'],
  ['Edi RAMA tha', 'Edi rama tha'],
  ['NUK DO TË KETË ZGJEDHJE', 'nuk do të ketë zgjedhje'],
];
