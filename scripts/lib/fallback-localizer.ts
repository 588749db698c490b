import type { Message } from '@lit/localize-tools/lib/messages.js';
import type { Locale } from '@lit/localize-tools/lib/types/locale.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';

export type RuntimeConfig = ConstructorParameters<typeof RuntimeLitLocalizer>[0];

/** The language that is always whole, and stands in where another one lacks a message. */
export const fallback = 'en' as Locale;

/**
 * Builds the generated modules so that what a language lacks is shown in English: lit-localize alone would show the
 * Albanian source, which somebody who chose another language is least likely to read.
 */
export class FallbackLocalizer extends RuntimeLitLocalizer {
  /** How many messages of each language were taken from English, where any were. */
  readonly borrowed = new Map<Locale, number>();

  override async build(): Promise<void> {
    this.assertTranslationsAreValid();
    const { translations } = this.readTranslationsSync();
    for (const locale of this.config.targetLocales) {
      const own = (translations.get(locale) ?? []).filter(isTranslated);
      const known = new Set(own.map(({ name }) => name));
      const lacking = (translations.get(fallback) ?? []).filter(({ name }) => !known.has(name));
      translations.set(locale, [...own, ...lacking]);
      if (locale !== fallback && lacking.length > 0) this.borrowed.set(locale, lacking.length);
    }
    await super.build();
  }
}

export function isTranslated({ contents }: Pick<Message, 'contents'>): boolean {
  return contents.some((part) => typeof part !== 'string' || part.trim() !== '');
}
