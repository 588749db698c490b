import { currentLocale } from '../localization/localization.ts';

/**
 * Does a number want the form for one thing, by the CLDR rules of the interface's language? In Macedonian so does 21.
 * Browsers without Albanian take German's rule, which is the same.
 */
export function isOne(count: number, locale: string = currentLocale()): boolean {
  return new Intl.PluralRules([locale, 'de']).select(count) === 'one';
}
