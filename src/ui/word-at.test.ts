import { expect, it } from 'vitest';
import { wordAt } from './word-at.ts';

const text = 'Fjala e Biden-it: “s’ka” ujë, tha G7.';

it.each([
  [0, 'Fjala'],
  [4, 'Fjala'],
  [5, 'Fjala'],
  [6, 'e'],
  [8, 'Biden-it'],
  [13, 'Biden-it'],
  [20, 's’ka'],
  [25, 'ujë'],
  [34, 'G7'],
])('at %i stands %s', (offset, word) => {
  expect(wordAt(text, offset)).toEqual({ at: text.indexOf(word), word });
});

it.each([
  [17, 'a blank'],
  [18, 'a quotation mark'],
  [99, 'beyond the end'],
])('at %i stands no word: %s', (offset) => expect(wordAt(text, offset)).toBeUndefined());

it('knows words with combining letters, and none in signs alone', () => {
  expect(wordAt('uje\u0308', 1)?.word).toBe('uje\u0308');
  expect(wordAt('… – !', 2)).toBeUndefined();
});
