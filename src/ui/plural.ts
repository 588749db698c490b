import { currentLocale } from '../localization/localization.ts';

/**
 * Does a number want the form for one thing, by the CLDR rules of the interface's language? In Macedonian so does 21.
 * The rule of Albanian stands here: not every browser has it, and the first list waits for no table.
 */
export function isOne(count: number, locale: string = currentLocale()): boolean {
  return locale === 'sq' ? count === 1 : new Intl.PluralRules(locale).select(count) === 'one';
}
