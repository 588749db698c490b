import { findAbbreviation } from '../abbreviations.ts';
import { digit, lower, upper } from '../characters.ts';
import { clipped, initial, isAge, looksLikeWord, type Place } from './place.ts';
import { abbreviationBefore } from './point.ts';

/**
 * Whether a sentence ends at a stop that no white space follows: „tha ai.Kryeministri“, „tha ai.“Ne“.
 *
 * @param touching what stands between the stop and the next word, at most two units of it
 */
export function endsAtMissingSpace(place: Place, touching: string): boolean {
  const { stop, next, before, last, after } = place;
  // „tha ai./gazeta.al/“: a source between slashes.
  if (touching.startsWith('/')) return true;
  if (touching !== '') return next.kind === upper && !/^(?:[@$€£+−±]|-\S?$)/.test(touching);
  if (stop.kind === 'point' && next.kind === digit) return isNumberOfNext(place);
  if (next.kind !== upper) return false;
  if (stop.closed || stop.final) return true;
  // „?Faqja=2“ is a piece of an address.
  if (stop.kind !== 'point') return !/^\S*=/.test(after);
  if (last >= upper) return isSpacelessAfterWord(before, after);
  // „tha ai .Kryeministri“, but „teknologjia .Net“ and „1.Tirana“.
  return looksLikeWord(after) && !nameEnd.test(after) && !/^\n(?:\d{1,3}|\P{L}*)$/u.test(before);
}

/** „tha ai.44-vjeçari“, „mijëra.2 000 prej tyre“, but not „neni.5“. */
function isNumberOfNext({ before, last, after }: Place): boolean {
  if (last !== lower) return false;
  if (isAge(after)) return true;
  const whole = /[^\p{L}.]\p{L}{3,}[aeiouyë]$/iu.test(before) && !numbered.test(before);
  return whole && /^[\d.]+ \p{Ll}{2}/u.test(after);
}

/** What a number follows as its name. */
const numbered = /(?:neni|pika|faqe|faqja|numri|klasa|dhoma|zyra|versioni|paragrafi|figura|tabela|foto|pjesa)$/i;

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

const noWord = new RegExp(`\\P{L}(?:\\p{L}|${initial}|${clipped})$`, 'u');
/** The end of the name of a page or a file, and no Albanian word: „Node.js“, „Kerkesa.Finale.pdf“. */
const nameEnd =
  /^(?:\p{L}+\.)?(?:com|net|org|al|mk|xk|ks|eu|info|tv|de|ch|uk|gov|edu|io|js|ts|pdf|docx?|jpe?g|png|gif|mp[34]|xlsx?|pptx?|zip|txt|html?|php)(?!\p{L})/iu;
