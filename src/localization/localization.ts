import { configureLocalization } from '@lit/localize';
import { allLocales, sourceLocale, targetLocales } from './generated/locale-codes.ts';

export type Locale = (typeof allLocales)[number];

/** One loader for each language: a computed address would give the bundler nothing to find. */
const loaders = {
  en: () => import('./generated/en.ts'),
  de: () => import('./generated/de.ts'),
  it: () => import('./generated/it.ts'),
  mk: () => import('./generated/mk.ts'),
  el: () => import('./generated/el.ts'),
};

const { getLocale, setLocale } = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale) => loaders[locale as keyof typeof loaders](),
});

export function currentLocale(): Locale {
  return getLocale() as Locale;
}

/**
 * Switches the interface's language; elements render again by themselves, and the document says its new language.
 * Where the language cannot be loaded, the present one stays.
 */
export async function switchLocale(locale: Locale): Promise<void> {
  try {
    await setLocale(locale);
  } catch {
    return;
  }
  document.documentElement.lang = locale;
}

/**
 * The interface's language for somebody who chose none: Albanian for every reader of Albanian and for everybody whose
 * language is not spoken here; otherwise the first of their languages that is spoken here.
 *
 * @param wished the browser's languages, most wanted first (BCP 47)
 */
export function preferredLocale(wished: readonly string[]): Locale {
  for (const language of wished) {
    const primary = language.toLowerCase().split('-')[0];
    if (isLocale(primary)) return primary;
  }
  return sourceLocale;
}

export function isLocale(value: string | undefined): value is Locale {
  return allLocales.some((locale) => locale === value);
}
