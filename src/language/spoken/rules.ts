import { abbreviated } from './abbreviated.ts';
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
import { shares } from './shares.ts';
import { signs } from './signs.ts';
import { times } from './times.ts';
import { measures } from './units.ts';
import { web } from './web.ts';

/**
 * The rules to be tried where a word, a run of digits or a sign begins, in order of precedence: the first that answers
 * wins. A new file of rules is one more word in each list that concerns it.
 */
export const rules = {
  word: [web, phones, money, measures, romanNumerals, abbreviated, acronyms, lettersAndModels, signs].flat(),
  digits: [web, phones, dates, times, shares, ordinals, cardinals].flat(),
  sign: [asides, web, phones, shares, money, measures, ranges, romanNumerals, signs].flat(),
} satisfies Record<string, readonly Rule[]>;
