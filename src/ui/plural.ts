import { currentLocale } from '../localization/localization.ts';

const rules = new Map<string, Intl.PluralRules>();

/**
 * Does a number want the form for one thing, by the CLDR rules of the interface's language? In Macedonian so does 21.
 * Browsers without Albanian take German's rule, which is the same.
 */
export function isOne(count: number, locale: string = currentLocale()): boolean {
  let own = rules.get(locale);
  if (!own) rules.set(locale, (own = new Intl.PluralRules([locale, 'de'])));
  return own.select(count) === 'one';
}
