/**
 * Albanian number words. Base: CLDR 48 RBNF for sq (cardinal-masculine, cardinal-feminine). Mended: „miliard“ as CLDR's
 * own compact format has it, „tre milionë“ (milion is masculine). Ordinals, which CLDR lacks, after Drejtshkrimi 1973.
 */

export const smallNumbers = 'zero një dy tre katër pesë gjashtë shtatë tetë nëntë dhjetë'.split(' ');
const scales: readonly (readonly [size: number, name: string])[] = [
  [1e12, ' bilion'],
  [1e9, ' miliard'],
  [1e6, ' milion'],
  [1e3, ' mijë'],
  [100, 'qind'],
  [10, 'dhjetë'],
];
const tens = ',,njëzet,tridhjetë,dyzet'.split(',');
/** One figure more and no scale is left; longer ones are said digit by digit. */
const longestCardinal = 15;

/**
 * @param number a whole number from 0 to 10¹⁵ − 1, or its digits
 * @param feminine whether it counts feminine things: „tri“ for „tre“ at the end (RBNF cardinal-feminine)
 */
export function cardinal(number: number | string, feminine = false): string {
  const value = Number(number);
  if (feminine && value === 3) return 'tri';
  if (value > 10 && value < 20) return `${cardinal(value - 10)}mbëdhjetë`;
  for (const [size, name] of scales) {
    const count = Math.floor(value / size);
    if (count === 0 || value === 10) continue;
    const words = (size === 10 && tens[count]) || cardinal(count) + name + (count > 1 && size > 1e3 ? 'ë' : '');
    return words + (value % size ? ` e ${cardinal(value % size, feminine)}` : '');
  }
  return smallNumbers[value] ?? '';
}

/** „007“: every digit by itself. */
export const digitByDigit = (figures: string): string =>
  Array.from(figures, (figure) => smallNumbers[Number(figure)]).join(' ');

/** What a run of digits says: a cardinal, or digit by digit where it begins with 0 or is longer than `longest`. */
export const figures = (run: string, feminine = false, longest = longestCardinal): string =>
  run.length > longest || /^0./.test(run) ? digitByDigit(run) : cardinal(run, feminine);

/** The tail below a hundred in one word, as ordinals and compounds have it: „njëzetepesë“, „njëqind e dyzetepesë“. */
function joined(value: number, end: (word: string) => string): string {
  const tail = value % 100;
  const unit = value % 10;
  if (value > 100 && tail > 0) return `${cardinal(value - tail)} e ${joined(tail, end)}`;
  if (value < 20 || unit === 0) return end(cardinal(value).replace(/^një m(?!b)/, 'njëm'));
  return `${cardinal(value - unit).replace(/ë$/, '')}e${end(cardinal(unit))}`;
}

/** A number as the first part of a word: „tridhjetë|vjetori“, „njëzetekatër|orësh“. */
export const compound = (value: number): string => joined(value, (word) => word);

/** An ordinal without its last vowel: „pest|ë“, „njëzetenjët|ë“, „njëqindt|ë“, „par|ë“. */
export const ordinalStem = (value: number): string =>
  value === 1 ? 'par' : joined(value, (word) => word.replace(/(?<=...)ë$/, '').replace(/t?$/, 't'));

/** „i pestë“, „e shtatë“: the form after the article; the fourth alone has no vowel. */
export const ordinal = (value: number): string => ordinalStem(value).replace(/(?<!katërt)$/, 'ë');

/** Joins a case ending to a number word: „nëntë“ + „ën“ → „nëntën“, „katër“ + „s“ → „katrës“, „dhjetë“ + „s“ → „dhjetës“. */
export function withEnding(said: string, ending: string): string {
  if (/^(sh|v)/.test(ending)) return said + ending;
  if (/[ey]$/.test(said) && ending.startsWith('i')) return `${said}sh${ending}`;
  const base = ending.length < 4 ? said.replace(/katër$/, 'katr') : said;
  if (/^[aeëiouy]/.test(ending)) return base.replace(/ë$/, '') + ending;
  return base + (/[aeëiouy]$/.test(base) || ending.length > 1 ? '' : 'ë') + ending;
}
