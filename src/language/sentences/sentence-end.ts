import { isDigit, isLetter, kindOf } from './characters.ts';
import { areWhole, isInitialAt, readInitials } from './initials.ts';
import { endsAtMissingSpace } from './missing-space.ts';
import { beginsSmall, lettersAt, nextWord, tokenAt, type NextWord } from './next-word.ts';
import {
  continuesList,
  isDayBefore,
  isFirstOfList,
  isMonthBeforeYear,
  isNumberAt,
  isRoman,
  numberBefore,
} from './numbers.ts';
import { opensSentence } from './opening-words.ts';
import type { Stop } from './stop.ts';
import { endsInVowel, isClipped, isInitial, wordBefore, type WordBefore } from './word-before.ts';

/** What the rules know of the sentence that a stop may end. */
export interface OpenSentence {
  readonly start: number;
  /** Where its first letter or digit stands. */
  readonly firstWord: number;
}

/** Where the sentence ends if the stop ends it; else `undefined`. The end is not trimmed. */
export function sentenceEnd(text: string, stop: Stop, sentence: OpenSentence): number | undefined {
  // „…“ at the start, and remarks such as „(!)“ and „[…]“, end nothing.
  if (stop.start <= sentence.firstWord || '(['.includes(text.charAt(stop.start - 1))) return undefined;
  const next = nextWord(text, stop.end);
  if (next.kind === 'other' || next.kind === 'space') return undefined;
  if (next.kind === 'lower' && !beginsSentence(text, stop, next)) return undefined;
  if (kindOf(text.charCodeAt(stop.end)) !== 'space' && !endsAtMissingSpace(text, stop, next, sentence))
    return undefined;
  if (stop.kind === 'point' && !stop.final) return endAtPoint(text, stop, next, sentence);
  return stop.final || endsAtMark(text, stop, next, sentence) ? stop.end : undefined;
}

/** A small letter begins a sentence in a brand, in a quotation or bracket of its own, and where a writer was careless. */
function beginsSentence(text: string, stop: Stop, next: NextWord): boolean {
  if (beginsSmall(text, next.at)) return !isDigit(text.charCodeAt(stop.start - 1));
  if (stop.kind !== 'point' || stop.final || stop.closed || !isLetter(text.charCodeAt(stop.start - 1))) return false;
  const word = wordBefore(text, stop.start);
  if (word.abbreviation || word.text !== word.last || isClipped(word.last) || word.last.length < 3) return false;
  if (next.opened) return true;
  // Albanian clips words behind a consonant, so a word that ends in a vowel is whole.
  return (
    word.last.length > 3 && endsInVowel(word.last) && !/^(?:com|net|org|al|info|eu|tv)\b/.test(tokenAt(text, next.at))
  );
}

/** After „!“, „?“ and „…“. */
function endsAtMark(text: string, stop: Stop, next: NextWord, sentence: OpenSentence): boolean {
  // A question in brackets is a remark inside its sentence.
  if (stop.closed === 'bracket' && text.charAt(sentence.start) !== '(') return opens(text, next);
  // „rreth… 5 vetë“ is a hesitation; „… 44-vjeçari“ begins anew.
  return stop.kind === 'shout' || next.kind !== 'digit' || stop.closed !== undefined || isAgeAt(text, next);
}

function endAtPoint(text: string, stop: Stop, next: NextWord, sentence: OpenSentence): number | undefined {
  const before = text.charCodeAt(stop.start - 1);
  if (isDigit(before)) return stop.closed ? stop.end : endAfterNumber(text, stop, next, sentence);
  if (!isLetter(before)) return stop.end;
  const word = wordBefore(text, stop.start);
  if (stop.closed) return endsAfterClosing(text, stop, word, next, sentence) ? stop.end : undefined;
  return endsAfterWord(text, stop, word, next, sentence) ? stop.end : undefined;
}

/** „(mollë, dardhë etj.) Ai“: the stop is the abbreviation's; the sentence's own would stand behind the bracket. */
function endsAfterClosing(text: string, stop: Stop, word: WordBefore, next: NextWord, sentence: OpenSentence): boolean {
  const role = word.abbreviation?.stop;
  const own = role === undefined && !isInitial(word.last);
  const whole = stop.closed === 'quotation' && (role === 'end' || role === 'amount' || role === undefined);
  return own || whole || text.charAt(sentence.start) === '(' || opens(text, next);
}

function endsAfterWord(text: string, stop: Stop, word: WordBefore, next: NextWord, sentence: OpenSentence): boolean {
  if (word.abbreviation) return endsAfterAbbreviation(text, word, next);
  const isFirst = word.start === sentence.firstWord;
  // „17 °C.“ is a unit.
  if (isInitial(word.last) && word.text.split('.').every(isInitial) && text.charAt(word.start - 1) !== '°') {
    return !isFirst && endsAfterInitials(text, word, next, sentence);
  }
  // „II. Historia“, „a. Kushtet“: the number of a chapter or a point of a list.
  if (isFirst && (isRoman(word.text) || word.text.length === 1)) return false;
  if (isRoman(word.text) && isMonthBeforeYear(text, word.start, next)) return false;
  if (word.text.length === 1) return isDigit(text.charCodeAt(stop.start - 3)) || opens(text, next);
  if (word.text === word.last && isClipped(word.last)) return opens(text, next);
  return true;
}

function endsAfterAbbreviation(text: string, word: WordBefore, next: NextWord): boolean {
  const isLetterAlone = word.last.length === 1 && word.text === word.last;
  switch (word.abbreviation?.stop) {
    case 'joins':
      return false;
    case 'name':
      return opens(text, next);
    case 'number':
      return !isNumberAt(text, next) && (!isLetterAlone || opens(text, next));
    case 'amount':
      return next.kind !== 'digit' && !/^(?:Euro|Lekë|Dollar|Paund|EUR|USD|CHF|GBP|ALL)/.test(tokenAt(text, next.at));
    default:
      // „5 m. Ai“ ends; „m. Korab“ is a mountain.
      return !isLetterAlone || followsNumber(text, word.start) || opens(text, next);
  }
}

function endsAfterInitials(text: string, word: WordBefore, next: NextWord, sentence: OpenSentence): boolean {
  if (isInitialAt(text, next.at)) return false;
  const initials = readInitials(text, word.start, word.text);
  if (initials.start <= sentence.firstWord) return false;
  return areWhole(text, initials) || opens(text, next);
}

function endAfterNumber(text: string, stop: Stop, next: NextWord, sentence: OpenSentence): number | undefined {
  const number = numberBefore(text, stop.start);
  if (isLetter(text.charCodeAt(number.start - 1))) return stop.end;
  if (number.small !== undefined) {
    if (number.start === sentence.firstWord || isFirstOfList(text, number)) return undefined;
    if (continuesList(text, sentence.firstWord, number)) return number.start;
  }
  const inDate = isDayBefore(text, number, next) || isMonthBeforeYear(text, number.start, next);
  return inDate ? undefined : stop.end;
}

/** Whether the next word is one with which sentences open. */
function opens(text: string, next: NextWord): boolean {
  if (next.kind === 'digit') return isAgeAt(text, next);
  const word = lettersAt(text, next.at);
  const end = next.at + word.length;
  if (text.charAt(end) === '.' || !opensSentence(word)) return false;
  // „E mori“, but „E Kavajës“ in the name of a street.
  return word.length > 1 || kindOf(text.charCodeAt(end + 1)) === 'lower';
}

/** „44-vjeçari“, „22-vjeçarja“: news sentences often begin so. */
function isAgeAt(text: string, next: NextWord): boolean {
  return /^\d{1,3}[-–] ?vjeç/.test(text.slice(next.at, next.at + 12));
}

function followsNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) || (text.charAt(at - 1) === ' ' && isDigit(text.charCodeAt(at - 2)));
}
