import type { Locale } from './localization.ts';

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
