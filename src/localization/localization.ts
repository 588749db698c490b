import { configureLocalization } from '@lit/localize';
import type { allLocales } from './generated/locale-codes.ts';
import { sourceLocale, targetLocales } from './generated/locale-codes.ts';

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

export interface Language {
  readonly locale: Locale;
  /** Its own name, for those who cannot read the present language; says so where no speaker has read it through. */
  readonly name: string;
  /** Whether a speaker of the language has read the whole interface in it: docs/translating.md. */
  readonly reviewed: boolean;
}

/** The languages of the interface, in the order in which they are offered. */
export const languages: readonly Language[] = [
  { locale: 'sq', name: 'Shqip', reviewed: true },
  { locale: 'en', name: 'English', reviewed: true },
  { locale: 'de', name: 'Deutsch (noch nicht geprüft)', reviewed: false },
  { locale: 'it', name: 'Italiano (non ancora riletto)', reviewed: false },
  { locale: 'mk', name: 'Македонски (сè уште непроверен)', reviewed: false },
  { locale: 'el', name: 'Ελληνικά (δεν έχουν ελεγχθεί ακόμη)', reviewed: false },
];

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
  return languages.some(({ locale }) => locale === value);
}
