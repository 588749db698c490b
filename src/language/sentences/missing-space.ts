import { findAbbreviation } from '../abbreviations.ts';
import { anyCase, unicode } from '../characters.ts';
import { clipped, initial, isAge, looksLikeWord, startsWithDigit, type Place } from './place.ts';
import { lettered } from '../named-nouns.ts';
import { fileTypes, topDomains } from '../sites-and-files.ts';
import { abbreviationBefore } from './point.ts';

/**
 * Whether a sentence ends at a stop that no white space follows: „tha ai.Kryeministri“, „tha ai.“Ne“.
 *
 * @param touching what stands between the stop and the next word, at most two units of it
 */
export function endsAtMissingSpace({ marks, closed, before, after }: Place, touching: string): boolean {
  const large = /^(?!\p{Ll})\p{L}/u.test(after);
  // „tha ai./gazeta.al/“: a source between slashes.
  if (touching.startsWith('/')) return true;
  if (touching) return large && !/^([@$€£+−±]|-\S?$)/.test(touching);
  if (marks === '.' && startsWithDigit(after)) return isNumberOfNext(before, after);
  if (!large || closed) return large;
  // „?Faqja=2“ is a piece of an address.
  if (marks !== '.') return !/^\S*=/.test(after);
  if (/\p{L}$/u.test(before)) return isSpacelessAfterWord(before, after);
  // „tha ai .Kryeministri“, but „teknologjia .Net“ and „1.Tirana“.
  return looksLikeWord(after) && !nameEnd.test(after) && !/^\n(\d{1,3}|\P{L}*)$/u.test(before);
}

/** „tha ai.44-vjeçari“, „mijëra.2 000 prej tyre“, but not „neni.5“. */
const isNumberOfNext = (before: string, after: string): boolean =>
  /\p{Ll}$/u.test(before) &&
  (isAge(after) ||
    (/[^\p{L}.]\p{L}{3,}[aeiouyë]$/iu.test(before) && !numberedNoun.test(before) && /^[\d.]+ \p{Ll}{2}/u.test(after)));

/** What a number follows as its name. */
const numberedNoun = anyCase`(${lettered}|nen|faq|num|dhom|zyr|paragraf|foto|pjes)\p{L}{0,4}$`;

function isSpacelessAfterWord(before: string, after: string): boolean {
  const [whole = ''] = /[\p{L}.]*$/u.exec(before) ?? [];
  const [following = ''] = /^\p{L}*/u.exec(after) ?? [];
  // „mb.Kr.“ is one abbreviation; „z.Rama“ is for the rules of abbreviations.
  if (findAbbreviation(`${whole}.${following}.`)) return false;
  const abbreviation = abbreviationBefore(before);
  if (abbreviation) return abbreviation.stop !== 'end' || looksLikeWord(after);
  if (noWord.test(before) || nameEnd.test(after)) return false;
  return looksLikeWord(after) || (/\p{Lu}{4}$/u.test(before) && /^\p{Lu}{4}/u.test(after));
}

const noWord = unicode`\P{L}(\p{L}|${initial}|${clipped})$`;
/** The end of the name of a page or a file, and no Albanian word: „Node.js“, „Kerkesa.Finale.pdf“. */
export const nameEnd = anyCase`^(\p{L}+\.)?(${topDomains}|${fileTypes}|js|ts|php)(?!\p{L})`;
