import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, wordsOf } from './fold.ts';

it.each([
  ['Çmimet në Tiranë', 'cmimet ne tirane'],
  ['ËSHTË', 'eshte'],
  ['E\u0308shte\u0308', 'e\u0308shte\u0308'],
  ['Żagan, Ōsaka, Łódź', 'zagan, osaka, łodz'],
  ['İstanbul', 'istanbul'],
  ['OKB-së', 'okb-se'],
])('%s is compared as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it('keeps every code unit in its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(text)).toHaveLength(text.length);
    }),
  );
});

it('words are letters and digits', () => {
  expect(wordsOf(fold('T’i thuash: 5 qershor, Covid-19!'))).toEqual([
    't',
    'i',
    'thuash',
    '5',
    'qershor',
    'covid',
    '19',
  ]);
});
