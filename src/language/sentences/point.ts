import { findAbbreviation, longestAbbreviation, type Abbreviation, type StopRole } from '../abbreviations.ts';
import { digit, upper } from '../characters.ts';
import { clipped, initial, opens, type Place } from './place.ts';

/** Whether a full stop ends its sentence. White space stands behind it, or what `endsAtMissingSpace` takes for it. */
export function endsAtPoint(place: Place): boolean {
  const { stop, before, last, bracketed } = place;
  if (last === digit) return stop.closed !== undefined || endsAfterNumber(place);
  if (last < upper || wholeWord.test(before)) return true;
  const role = abbreviationBefore(before)?.stop;
  const initials = initialsAtEnd.exec(before)?.[1];
  // „(mollë, dardhë etj.) Ai“: the stop is the abbreviation's; the sentence's own would stand behind the bracket.
  if (stop.closed && bracketed) return true;
  if (stop.closed === 'quotation' && (!role || /end|amount/.test(role))) return true;
  if (stop.closed) return (!role && !initials) || opens(place);
  if (role) return endsAfterAbbreviation(place, role);
  if (initials) return endsAfterInitials(place, initials);
  // „II. Historia“, „a. Kushtet“: the number of a chapter or a point of a list.
  if (/^\n(?:[IVXLC]+|\p{L})$/u.test(before) || isMonthBeforeYear(place)) return false;
  return (letterAlone.test(before) ? afterNumber : notClipped).test(before) || opens(place);
}

/**
 * Most stops stand behind these: no abbreviation of the table is that long, or has four letters and ends in a vowel.
 * And „NATO-s.“ ends in no abbreviation, but in the ending of its case.
 */
const wholeWord = /$(?<=\p{Ll}{8}|\p{Ll}{3}[aeiouyë]|[-’']\p{Ll}{1,2})/u;
const notClipped = new RegExp(`$(?<![^\\p{L}.]${clipped})`, 'u');
const letterAlone = /$(?<=[^\p{L}.]\p{L})/u;
const afterNumber = /$(?<=[\d°]\s?\p{L})/u;

/** The abbreviation whose last stop follows `before`: „sh.p.k“; „Dr“ in „Prof.Dr“ and „ish-dr“. */
export function abbreviationBefore(before: string): Abbreviation | undefined {
  const [, whole = '', last = ''] = /$(?<=([\p{L}.]*)(\p{L}*))/u.exec(before.slice(-longestAbbreviation)) ?? [];
  return findAbbreviation(`${whole}${last}.`) ?? findAbbreviation(`${last}.`);
}

function endsAfterAbbreviation(place: Place, stop: StopRole): boolean {
  const { before, after, next } = place;
  if (stop === 'joins') return false;
  if (stop === 'amount') return next.kind !== digit && !/^(?:Euro|Lekë|Dollar|Paund|EUR|USD|CHF|GBP|ALL)/.test(after);
  // „nr. 5“, „shek. XX“, „nr. A-15“
  const number = next.kind === digit || /^(?:[IVXLCDM]+(?!\p{L})|\p{Lu}{0,3}[-/]?\d)/u.test(after);
  if (stop === 'number' && number) return false;
  // „5 m. Ai“ ends; „m. Korab“ is a mountain.
  const whole = !letterAlone.test(before) || (stop === 'end' && afterNumber.test(before));
  return (stop !== 'name' && whole) || opens(place);
}

/** „E“, „J. F“, „A.H“; „17 °C“ is a unit. */
const initialsAtEnd = new RegExp(`$(?<=[^\\p{L}.°]((?:${initial}\\. ?)*${initial}))`, 'u');
const initialFirst = new RegExp(`^${initial}\\.`, 'u');

function endsAfterInitials(place: Place, initials: string): boolean {
  if (initialFirst.test(place.after)) return false;
  const noun = place.before.slice(0, -initials.length);
  if (noun === '\n') return false;
  return letterNoun.test(noun) || (initials.includes('.') && personNoun.test(noun)) || opens(place);
}

/** Nouns that a letter or numeral follows as a name of its own: „notën A.“, „Grupi D.“, „shekulli V.“, „shek. V.“ */
const letterNoun = new RegExp(
  '[^\\p{L}](?:(?:not[aë]|grup|vitamin|hepatit|klas|paralel|kategori|seri|plan|variant|version|pik[aëe]|bllok|lagj|zon|sall' +
    '|port[aëe]|shkronj|g[eë]rm|tip|lloj|lig[aë]|grip|hyrj|shkall|godin|terminal|linj|ekip|skuadr|divizion|nivel|shekull' +
    '|kapitull|vëllim|faz[aëe]|shtojc|aneks|formular|tabel|figur|profil|opsion)\\p{L}{0,4}\\s|(?:shek|kap|vëll|kl)\\. ?)$',
  'iu',
);

/** Nouns that a person known only by initials follows: „shtetasi A.H.“, „34-vjeçarja E. K.“ */
const personNoun =
  /[^\p{L}](?:shtetas|qytetar|person|inicial|dyshuar|mitur|pandehur|akuzuar|arrestuar|ndaluar|viktim|vjeçar|djal|vajz|gru[ae]|burr|quajtur)\p{L}{0,4}\s$/iu;

function endsAfterNumber(place: Place): boolean {
  const { before, after } = place;
  // „A320.“
  if (/$(?<=\p{L}[\d.,:/–-]*\d)/u.test(before)) return true;
  // The number of a point: „1. Hapni“, „… janë: 1. Të kenë“, „…; 2. Të jenë“.
  if (/(?:^\n\d{1,3}|:\s1|;\s?\d{1,3})$/.test(before)) return false;
  return !(isMonthBeforeYear(place) || (isDay.test(before) && monthFollows.test(after)));
}

/** „12. 11. 2023“, „3. VIII. 2021“, „5. Maj“ */
const isDay = /[^\d.,:/–-](?:0?[1-9]|[12]\d|3[01])$/;
const monthFollows =
  /^(?:(?:Janar|Shkurt|Mars|Prill|Maj|Qershor|Korrik|Gusht|Shtator|Tetor|Nëntor|Dhjetor)|(?:0?[1-9]|1[0-2]|[IVX]{1,4})(?:\. ?|[ /])(?:\d{4}|\d\d(?!\d)))/;

function isMonthBeforeYear({ before, after }: Place): boolean {
  return /\d\. ?(?:\d\d?|[IVX]+)$/.test(before) && /^\d{4}/.test(after);
}
