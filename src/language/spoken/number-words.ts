/**
 * Albanian number words. Base: CLDR 48 RBNF for sq (cardinal-masculine, cardinal-feminine). Mended: „miliard“ as CLDR's
 * own compact format has it, „tre milionë“ (milion is masculine). Ordinals, which CLDR lacks, after Drejtshkrimi 1973.
 */

const digits = ['zero', 'një', 'dy', 'tre', 'katër', 'pesë', 'gjashtë', 'shtatë', 'tetë', 'nëntë'];
const scales: readonly (readonly [size: number, one: string, many: string])[] = [
  [1e12, 'bilion', 'bilionë'],
  [1e9, 'miliard', 'miliardë'],
  [1e6, 'milion', 'milionë'],
  [1e3, 'mijë', 'mijë'],
];
/** One figure more and no scale is left; longer ones are said digit by digit. */
const longestCardinal = 15;

const digit = (value: number): string => digits[value] ?? '';

function ten(tens: number): string {
  if (tens === 1) return 'dhjetë';
  if (tens === 2) return 'njëzet';
  if (tens === 4) return 'dyzet';
  return `${tens === 3 ? 'tri' : digit(tens)}dhjetë`;
}

function belowThousand(value: number): string {
  const rest = value % 100;
  const words: string[] = value >= 100 ? [`${digit(Math.floor(value / 100))}qind`] : [];
  if (rest > 10 && rest < 20) words.push(`${digit(rest - 10)}mbëdhjetë`);
  else {
    if (rest >= 10) words.push(ten(Math.floor(rest / 10)));
    if (rest % 10 > 0) words.push(digit(rest % 10));
  }
  return words.join(' e ');
}

/**
 * @param value a whole number from 0 to 10¹⁵ − 1
 * @param feminine whether it counts feminine things: „tri“ for „tre“ at the end (RBNF cardinal-feminine)
 */
export function cardinal(value: number, feminine = false): string {
  if (value === 0) return digit(0);
  const words: string[] = [];
  let rest = value;
  for (const [size, one, many] of scales) {
    const count = Math.floor(rest / size);
    if (count > 0) words.push(`${belowThousand(count)} ${count === 1 ? one : many}`);
    rest %= size;
  }
  if (rest > 0) words.push(belowThousand(rest));
  const said = words.join(' e ');
  return feminine && rest % 10 === 3 && rest % 100 !== 13 ? `${said.slice(0, -1)}i` : said;
}

/** „007“: every digit by itself. */
export const digitByDigit = (figures: string): string =>
  Array.from(figures, (figure) => digit(Number(figure))).join(' ');

/** What a run of digits says: a cardinal, or digit by digit where it begins with 0 or is too long for words. */
export function figures(run: string, feminine = false): string {
  if (run.length > longestCardinal || (run.length > 1 && run.startsWith('0'))) return digitByDigit(run);
  return cardinal(Number(run), feminine);
}

/** Decimals as they are said: „14“ whole, „05“ and anything past three figures digit by digit. */
export function decimals(fraction: string): string {
  return fraction.length > 3 ? digitByDigit(fraction) : figures(fraction);
}

/** The tail below a hundred in one word, as ordinals and compounds have it: „njëzetepesë“, „tridhjetepesë“. */
function joined(tail: number, last: (value: number) => string): string {
  if (tail <= 20 || tail % 10 === 0) return last(tail);
  return `${ten(Math.floor(tail / 10)).replace(/ë$/, '')}e${last(tail % 10)}`;
}

function headAndTail(value: number, last: (value: number) => string): string {
  const tail = value % 100;
  const head = value - tail;
  if (tail === 0) return cardinal(value).replace(/^një m/, 'njëm');
  return head > 0 ? `${cardinal(head)} e ${joined(tail, last)}` : joined(tail, last);
}

/** A number as the first part of a word: „tridhjetë|vjetori“, „njëzetekatër|orësh“. */
export const compound = (value: number): string => (value === 0 ? digit(0) : headAndTail(value, cardinal));

const ordinalUnits = ['', 'njët', 'dyt', 'tret', 'katërt', 'pest', 'gjasht', 'shtat', 'tet', 'nënt'];

/** An ordinal without its last vowel: „pest|ë“, „njëzetenjët|ë“, „njëqindt|ë“, „par|ë“. */
export function ordinalStem(value: number): string {
  if (value === 1) return 'par';
  const stem = headAndTail(value, (last) => ordinalUnits[last] ?? cardinal(last).replace(/ë$/, ''));
  return value % 100 === 0 ? `${stem.replace(/ë$/, '')}t` : stem;
}

/** „i pestë“, „e shtatë“: the form after the article; the fourth alone has no vowel. */
export function ordinal(value: number): string {
  const stem = ordinalStem(value);
  return stem.endsWith('katërt') ? stem : `${stem}ë`;
}

const vowelEnd = /[aeëiouy]$/;
const vowelStart = /^[aeëiouy]/;

/** Joins a case ending to a number word: „nëntë“ + „ën“ → „nëntën“, „katër“ + „s“ → „katrës“, „dhjetë“ + „s“ → „dhjetës“. */
export function withEnding(said: string, ending: string): string {
  if (/^(?:sh|v)/.test(ending)) return said + ending;
  if (/[ey]$/.test(said) && /^i/.test(ending)) return `${said}sh${ending}`;
  const base = said.endsWith('katër') && ending.length <= 3 ? `${said.slice(0, -2)}r` : said;
  if (vowelStart.test(ending)) return base.replace(/ë$/, '') + ending;
  return vowelEnd.test(base) || ending.length > 1 ? base + ending : `${base}ë${ending}`;
}
