import { msg } from '@lit/localize';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { languages } from './languages.ts';

const root = { lang: 'sq' };
vi.stubGlobal('window', new EventTarget());
vi.stubGlobal('document', { documentElement: root });
const { currentLocale, isLocale, preferredLocale, switchLocale } = await import('./localization.ts');

beforeEach(() => switchLocale('sq'));

describe('the language of somebody who chose none', () => {
  it.each([
    [['sq-AL', 'en'], 'sq'],
    [['SQ'], 'sq'],
    [['sq-XK'], 'sq'],
    [['EN-gb', 'sq'], 'en'],
    [['fr-FR', 'en', 'sq'], 'en'],
    [['de-CH', 'sq'], 'de'],
    [['it-CH', 'sq'], 'it'],
    [['mk-MK'], 'mk'],
    [['el-GR', 'en'], 'el'],
    [['nl', 'fr'], 'sq'],
    [['sqi-x', 'english'], 'sq'],
    [[], 'sq'],
  ])('%j: %s', (wished, locale) => {
    expect(preferredLocale(wished)).toBe(locale);
  });
});

describe('switching', () => {
  const words = () => msg('Artikulli mbaroi.');

  it('to each language that is offered has the words of that language', async () => {
    const said = new Map<string, string>();
    for (const { locale } of languages) {
      await switchLocale(locale);
      expect([currentLocale(), root.lang]).toEqual([locale, locale]);
      said.set(words(), locale);
    }
    expect([...said.values()]).toEqual(languages.map(({ locale }) => locale));
  });

  it('changes the words and says so on the page, and back', async () => {
    await switchLocale('en');
    expect([currentLocale(), root.lang]).toEqual(['en', 'en']);
    expect(words()).not.toBe('Artikulli mbaroi.');
    const english = words();
    await switchLocale('de');
    expect([currentLocale(), root.lang]).toEqual(['de', 'de']);
    expect(words()).not.toBe(english);
    await switchLocale('sq');
    expect([currentLocale(), root.lang]).toEqual(['sq', 'sq']);
    expect(words()).toBe('Artikulli mbaroi.');
  });

  it('to a language that does not load leaves the present one', async () => {
    await switchLocale('fr' as never);
    expect([currentLocale(), root.lang]).toEqual(['sq', 'sq']);
  });
});

it.each([
  ['sq', true],
  ['en', true],
  ['de', true],
  ['fr', false],
  [undefined, false],
])('what was kept as the wish, %s, is a language here: %s', (value, known) => {
  expect(isLocale(value)).toBe(known);
});
