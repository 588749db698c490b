import { abbreviated, stopless } from './abbreviated.ts';
import { acronyms } from './acronyms.ts';
import { asides } from './asides.ts';
import { cardinals } from './cardinals.ts';
import { dates } from './dates.ts';
import { lettersAndModels } from './letters-and-models.ts';
import { money } from './money.ts';
import { ordinals } from './ordinals.ts';
import { phones } from './phones.ts';
import { ranges } from './ranges.ts';
import { romanNumerals } from './roman-numerals.ts';
import type { Rule } from './rule.ts';
import { shortScales } from './scales.ts';
import { fractions, percent, powers } from './shares.ts';
import { signs } from './signs.ts';
import { times } from './times.ts';
import { unitSymbols } from './unit-names.ts';
import { measures } from './units.ts';
import { web } from './web.ts';

/**
 * Every rule, in order of precedence: the first that answers at a place wins. Behind each where it is asked, and the
 * words in small letters that it claims with nothing but blanks and stops beside them; all others are copied unasked. A
 * new rule is one more line.
 */
export const rules: readonly (readonly [rule: Rule, begins: string, words?: readonly string[]])[] = [
  [asides, 'sign'],
  [web, 'letter digit sign'],
  [phones, 'digit sign'],
  [dates, 'digit'],
  [times, 'digit'],
  [fractions, 'digit sign'],
  [ordinals, 'digit'],
  [money, 'letter sign', shortScales],
  [measures, 'letter sign', unitSymbols],
  [percent, 'sign'],
  [powers, 'sign'],
  [ranges, 'sign'],
  [cardinals, 'digit'],
  [romanNumerals, 'letter sign'],
  [abbreviated, 'letter', stopless],
  [acronyms, 'letter'],
  [lettersAndModels, 'letter', ['covid']],
  [signs, 'letter sign'],
];
