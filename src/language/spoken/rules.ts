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

/** Every rule, in order of precedence: the first that answers at a place wins. A new file of rules is one more line. */
export const rules: readonly Rule[] = [
  ...asides,
  ...web,
  ...phones,
  ...dates,
  ...times,
  ...shares,
  ...ordinals,
  ...money,
  ...measures,
  ...ranges,
  ...cardinals,
  ...romanNumerals,
  ...abbreviated,
  ...acronyms,
  ...lettersAndModels,
  ...signs,
];
