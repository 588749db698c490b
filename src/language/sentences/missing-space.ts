import { findAbbreviation } from '../abbreviations.ts';
import { isDigit, isLetter, isSpace, kindOf } from './characters.ts';
import { lettersAt, tokenAt, type NextWord } from './next-word.ts';
import { isRoman, numberBefore } from './numbers.ts';
import type { OpenSentence } from './sentence-end.ts';
import type { Stop } from './stop.ts';
import { endsInVowel, isClipped, isInitial, wordBefore } from './word-before.ts';

/** What follows a dot in the name of a page or a file, and is no Albanian word. */
const nameEnds =
  /^(?:com|net|org|al|mk|xk|ks|eu|info|tv|de|ch|uk|gov|edu|io|ai|js|ts|pdf|docx?|jpe?g|png|gif|mp[34]|xlsx?|pptx?|zip|txt|html?|php|aspx?)$/i;

/** Whether a sentence ends at a stop that no white space follows: „tha ai.Kryeministri“, „tha ai.“Ne“. */
export function endsAtMissingSpace(text: string, stop: Stop, next: NextWord, sentence: OpenSentence): boolean {
  if (next.at > stop.end) return touchesOpening(text, stop, next);
  if (stop.closed || stop.final) return next.kind === 'upper';
  const before = text.charCodeAt(stop.start - 1);
  if (stop.kind !== 'point') return next.kind === 'upper' && !tokenAt(text, next.at, 60).includes('=');
  if (next.kind === 'digit') return isLetter(before) && isNumberOfNext(text, stop, next);
  if (next.kind !== 'upper') return false;
  if (isDigit(before)) return isSpacelessAfterNumber(text, stop, next, sentence);
  if (!isLetter(before)) return !isSpace(before) && looksLikeWord(text, next.at);
  return isSpacelessAfterWord(text, stop, next);
}

/** A quotation mark, a bracket or the dash of a dialogue stands between the stop and a capital. */
function touchesOpening(text: string, stop: Stop, next: NextWord): boolean {
  const first = text.charAt(stop.end);
  if (first === '-' && !isSpace(text.charCodeAt(stop.end + 1))) return false;
  return next.kind === 'upper' && !'@$€£+−±'.includes(first);
}

/** „tha ai.44-vjeçari“, „mijëra.2 000 prej tyre“, but not „neni.5“. */
function isNumberOfNext(text: string, stop: Stop, next: NextWord): boolean {
  if (/^\d{1,3}[-–]vjeç/.test(text.slice(next.at, next.at + 12))) return true;
  const word = wordBefore(text, stop.start);
  const whole = word.text === word.last && !word.abbreviation && word.last.length > 3 && endsInVowel(word.last);
  return whole && !numbered.test(word.last) && /^[\d.]+ \p{Ll}{2}/u.test(text.slice(next.at, next.at + 16));
}

/** What a number follows as its name. */
const numbered = /^(?:neni|pika|faqe|faqja|numri|kati|klasa|dhoma|zyra|versioni|paragrafi|figura|tabela|foto|pjesa)$/i;

function isSpacelessAfterNumber(text: string, stop: Stop, next: NextWord, sentence: OpenSentence): boolean {
  const number = numberBefore(text, stop.start);
  if (number.start === sentence.firstWord && number.small !== undefined) return false;
  return looksLikeWord(text, next.at) && !isRoman(lettersAt(text, next.at));
}

function isSpacelessAfterWord(text: string, stop: Stop, next: NextWord): boolean {
  const word = wordBefore(text, stop.start);
  const following = lettersAt(text, next.at);
  // „z.Rama“ is for the rules of abbreviations; „mb.Kr.“ is one abbreviation.
  if (findAbbreviation(`${word.text}.${following}.`)) return false;
  if (word.abbreviation) return word.abbreviation.stop !== 'end' || looksLikeWord(text, next.at);
  if (word.last.length < 2 || isInitial(word.last) || isClipped(word.last) || isNameEnd(text, next.at, following))
    return false;
  if (looksLikeWord(text, next.at)) return true;
  // In capitals only, where two words are long enough to be words.
  return isLongCapitals(word.last) && isLongCapitals(following);
}

/** A capital and small letters, or a word of one letter before a space: „E“. */
function looksLikeWord(text: string, at: number): boolean {
  const second = kindOf(text.charCodeAt(at + 1));
  return second === 'lower' || (second === 'space' && /[EIOUA]/.test(text.charAt(at)));
}

function isNameEnd(text: string, at: number, word: string): boolean {
  if (nameEnds.test(word) && !isLetter(text.charCodeAt(at + word.length))) return true;
  const extension = /^\p{L}+\.(\p{L}{2,4}\d?)(?!\p{L})/u.exec(tokenAt(text, at, 40))?.[1];
  return extension !== undefined && nameEnds.test(extension);
}

function isLongCapitals(word: string): boolean {
  return word.length > 3 && word === word.toUpperCase();
}
