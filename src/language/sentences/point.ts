import { findAbbreviation, longestAbbreviation, type Abbreviation } from '../abbreviations.ts';
import { digit, upper } from '../characters.ts';
import { clipped, initial, opens, type Place } from './place.ts';

/** Whether a full stop ends its sentence. White space stands behind it, or what `endsAtMissingSpace` takes for it. */
export function endsAtPoint(place: Place): boolean {
  const { stop, before, last } = place;
  if (last === digit) return stop.closed !== undefined || endsAfterNumber(place);
  if (last < upper || wholeWord.test(before)) return true;
  return stop.closed ? endsAfterClosing(place) : endsAfterWord(place);
}

/**
 * Most stops stand behind these: no abbreviation of the table is that long, or has four letters and ends in a vowel.
 * And „NATO-s.“ ends in no abbreviation, but in the ending of its case.
 */
const wholeWord = /$(?<=\p{Ll}{8}|\p{Ll}{3}[aeiouyë]|[-’']\p{Ll}{1,2})/u;

/** The abbreviation whose last stop follows `before`: „sh.p.k“; „Dr“ in „Prof.Dr“ and „ish-dr“. */
export function abbreviationBefore(before: string): Abbreviation | undefined {
  const [whole = ''] = /$(?<=([\p{L}.]*))/u.exec(before.slice(-longestAbbreviation))?.slice(1) ?? [];
  return findAbbreviation(`${whole}.`) ?? findAbbreviation(`${whole.slice(whole.lastIndexOf('.') + 1)}.`);
}

/** „(mollë, dardhë etj.) Ai“: the stop is the abbreviation's; the sentence's own would stand behind the bracket. */
function endsAfterClosing(place: Place): boolean {
  const { stop, before, bracketed } = place;
  const role = abbreviationBefore(before)?.stop;
  const own = role === undefined ? !isInitials(before) || stop.closed === 'quotation' : false;
  return own || bracketed || (stop.closed === 'quotation' && /end|amount/.test(role ?? '')) || opens(place);
}

function endsAfterWord(place: Place): boolean {
  const { before } = place;
  const abbreviation = abbreviationBefore(before);
  if (abbreviation) return endsAfterAbbreviation(place, abbreviation);
  if (isInitials(before)) return endsAfterInitials(place);
  // „II. Historia“, „a. Kushtet“: the number of a chapter or a point of a list.
  if (/^\n(?:[IVXLC]+|\p{L})$/u.test(before) || isMonthBeforeYear(place)) return false;
  if (isLetterAlone(before)) return followsNumber(before) || opens(place);
  return !isClipped.test(before) || opens(place);
}

const isClipped = new RegExp(`$(?<=[^\\p{L}.]${clipped})`, 'u');

function endsAfterAbbreviation(place: Place, { stop }: Abbreviation): boolean {
  const { before, after, next } = place;
  switch (stop) {
    case 'joins':
      return false;
    case 'name':
      return opens(place);
    case 'number':
      // „nr. 5“, „shek. XX“, „nr. A-15“
      if (next.kind === digit || /^(?:[IVXLCDM]+(?!\p{L})|\p{Lu}{0,3}[-/]?\d)/u.test(after)) return false;
      return !isLetterAlone(before) || opens(place);
    case 'amount':
      return next.kind !== digit && !/^(?:Euro|Lekë|Dollar|Paund|EUR|USD|CHF|GBP|ALL)/.test(after);
    case 'end':
      // „5 m. Ai“ ends; „m. Korab“ is a mountain.
      return !isLetterAlone(before) || followsNumber(before) || opens(place);
  }
}

function isLetterAlone(before: string): boolean {
  return /$(?<=[^\p{L}.]\p{L})/u.test(before);
}

function followsNumber(before: string): boolean {
  return /$(?<=[\d°]\s?\p{L})/u.test(before);
}

/** „E“, „J. F“, „A.H“; „17 °C“ is a unit. */
function isInitials(before: string): boolean {
  return initialsAtEnd.test(before);
}

const initialsAtEnd = new RegExp(`$(?<=[^\\p{L}.°]((?:${initial}\\. ?)*${initial}))`, 'u');
const initialFirst = new RegExp(`^${initial}\\.`, 'u');

function endsAfterInitials(place: Place): boolean {
  const { before, after } = place;
  if (initialFirst.test(after)) return false;
  const initials = initialsAtEnd.exec(before)?.[1] ?? '';
  const noun = before.slice(0, before.length - initials.length);
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
