import { findAbbreviation, type Abbreviation, type StopRole } from '../abbreviations.ts';
import { unicode, anyCase } from '../characters.ts';
import { lettered, numbered } from '../named-nouns.ts';
import { anyMonth } from '../spoken/calendar.ts';
import { opensSentence } from './opening-words.ts';
import { clipped, initial, startsWithDigit, type Place } from './place.ts';

/**
 * Whether a full stop ends its sentence. White space stands behind it, or what `endsAtMissingSpace` takes for it.
 *
 * @param bracketed whether a bracket opens the sentence
 */
export function endsAtPoint({ closed, before, after }: Place, bracketed: boolean): boolean {
  const around = `${before}|${after}`;
  if (/\p{Nd}$/u.test(before))
    return closed !== '' || (!order.test(around) && (model.test(around) || !date.test(around)));
  if (wholeWord.test(before)) return true;
  const initials = initialsAtEnd.exec(before)?.[1] ?? '';
  // „A. Z.“ is a person, „Z.“ alone is „zoti“.
  const role = /\. ?(Z|Rr)$/.test(initials) ? '' : (abbreviationBefore(before)?.stop ?? '');
  // „(mollë, dardhë etj.) Ai“: the stop is the abbreviation's; the sentence's own would stand behind the bracket.
  if (closed)
    return bracketed || opensSentence(after) || !(role || initials) || (closed === '"' && /^(end|amount|)$/.test(role));
  if (role) return endsAfterAbbreviation(role, before, after);
  if (initials) return endsAfterInitials(before.slice(0, -initials.length), initials, after);
  if (order.test(around) || date.test(around)) return false;
  return afterNumber.test(before) || notClipped.test(before) || opensSentence(after);
}

/**
 * Most stops stand behind these: no letter at all; no abbreviation of the table is that long, or has four letters and
 * ends in a vowel. And „NATO-s.“ ends in no abbreviation, but in the ending of its case.
 */
export const wholeWord = /$(?<=\P{L}|\p{Ll}{8}|\p{Ll}{3}[aeiouyë]|[-’']\p{Ll}{1,2})/u;
/** Neither „mbr“ nor „b“ nor „v.o“, which no table has. */
const notClipped = unicode`$(?<![^\p{L}./](${clipped}|(\p{L}\.)*\p{L}))`;
const letterAlone = /$(?<=[^\p{L}./]\p{L})/u;
const afterNumber = /$(?<=[\d°]\s?\p{L}+)/u;
/** „E“, „J. F“, „A.H“; „17 °C“ is a unit, „8/B“ a class. */
const initialsAtEnd = unicode`$(?<=(?<![\p{L}.°]|\d[/-]?)((${initial}\. ?)*${initial}))`;
/** „A320.“ */
const model = /\p{L}[\d.,:/–-]*\d\|/u;
/** The number of a chapter or a point: „II. Historia“, „a. Kushtet“, „2.1. Afati“, „… janë: 1. Të kenë“, „…; 2. Të jenë“. */
const order = /(^\n(\p{L}|(?!\d{4})[IVXLC\d.]{1,7})|:\s1|;\s?\d{1,3})\|/u;
/** „12. 11. 2023“, „3. VIII. 2021“, „5. Maj“ */
const date = anyCase`[^\d.,:/–-](0?[1-9]|[12]\d|3[01])\|(${anyMonth}|(0?[1-9]|1[0-2]|[IVX]{1,4})(\. ?|[ /])(\d{4}|\d\d(?!\d)))|\d\. ?(\d\d?|[IVX]+)\|\d{4}`;

/** The abbreviation whose last stop follows `before`: „sh.p.k“; „Dr“ in „Prof.Dr“ and „ish-dr“. */
export function abbreviationBefore(before: string): Abbreviation | undefined {
  const [, whole = '', last = ''] = /$(?<=([\p{L}.]*)(\p{L}*))/u.exec(before) ?? [];
  return findAbbreviation(`${whole}${last}.`) ?? findAbbreviation(`${last}.`);
}

function endsAfterAbbreviation(stop: StopRole, before: string, after: string): boolean {
  if (stop === 'joins') return false;
  if (stop === 'amount') return !/^(\p{Nd}|Euro|Lekë|Dollar|Paund|EUR|USD|CHF|GBP|ALL)/u.test(after);
  // „nr. 5“, „shek. XX“, „nr. A-15“
  if (stop === 'number' && /^(\p{Nd}|[IVXLCDM]+(?!\p{L})|\p{Lu}{0,3}[-/]?\d)/u.test(after)) return false;
  // „në km. 12“
  if (/(?<!\d ?)km$/.test(before) && startsWithDigit(after)) return false;
  // „Në vitin 146 p.K. Korinti …“ has no verb yet.
  if (/^\n\S+ (vit|shek)\D{0,9}[\dIVX]+ \P{Lu}*\p{L}$/u.test(before)) return opensSentence(after);
  // „5 m. Ai“ and „5 min. Ai“ end; „m. Korab“ is a mountain, „kap. Hoxha“ a captain.
  const whole = (stop === 'end' && !letterAlone.test(before)) || afterNumber.test(before);
  return (stop !== 'name' && whole) || opensSentence(after);
}

const initialFirst = unicode`^${initial}\.`;

/** @param noun what stands before the initials */
const endsAfterInitials = (noun: string, initials: string, after: string): boolean =>
  !initialFirst.test(after) &&
  noun !== '\n' &&
  ((initials.includes('.') ? personNoun : letterNoun).test(noun) ||
    numeral.test(noun + initials) ||
    opensSentence(after));

/** Nouns that a letter or numeral follows as a name of its own: „notën A.“, „Grupi D.“, „shekulli V.“, „shek. V.“ */
const letterNoun = anyCase`[^\p{L}]((${lettered})\p{L}{0,4}\s|(shek|kap|vëll|kl)\. ?)$`;
/** „Neni V.“, „Kreu I.“ */
const numeral = anyCase`[^\p{L}](${numbered})\p{L}{0,4}\s[IVX]$`;

/** Words that initials alone follow: „shtetasi A.H.“, „34-vjeçarja E. K.“, „polici shqiptar B.D.“, „Washington D.C.“ */
const personNoun =
  /[^\p{L}](shtetas|qytetar|person|inicial|dyshu|mitur|pandeh|akuzu|arrest|ndalu|viktim|vjeçar|djal|vajz|gru[ae]|burr|quajtur|polic|mjek|mësues|drejtor|[uw]ashington)\p{L}{0,5}\s(\p{L}{5,}\s)?$/iu;
