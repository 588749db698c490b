import type { Locale } from '../localization/localization.ts';

/** Each language by its own name, for those who cannot read the present one. */
export const languageNames: Record<Locale, string> = { sq: 'Shqip', en: 'English' };
