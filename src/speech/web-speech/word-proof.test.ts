import { expect, test } from 'vitest';
import { WordProof } from './word-proof.ts';

const text = 'Ai tha: “s’ka vend”, shqiptaro-grek.';
const wordAt = (index: number, last = 0): string | undefined => {
  const word = new WordProof().wordAt('v', text, index, last);
  return word && text.slice(word.at, word.at + word.length);
};

test.each([
  [0, 'Ai'],
  [3, 'tha'],
  [9, 's’ka'],
  [8, 's’ka'],
  [11, 'ka'],
  [14, 'vend'],
  [31, 'grek'],
])('a report at %i is the word %s', (index, word) => expect(wordAt(index)).toBe(word));

test.each([1, 2, 4, 6, 7, 15, 36, 99, -1, 2.5, NaN])('a report at %d is no word', (index) =>
  expect(wordAt(index)).toBeUndefined(),
);

test('words do not go back', () => {
  expect(wordAt(3, 14)).toBeUndefined();
  expect(wordAt(14, 14)).toBe('vend');
});

test('a voice that lied twice is not believed again, another voice is', () => {
  const proof = new WordProof();
  proof.wordAt('liar', text, 1, 0);
  expect(proof.wordAt('liar', text, 3, 0)).toEqual({ at: 3, length: 3 });
  proof.wordAt('liar', text, 500, 0);
  expect(proof.wordAt('liar', text, 3, 0)).toBeUndefined();
  expect(proof.wordAt('honest', text, 3, 0)).toEqual({ at: 3, length: 3 });
});

test('a voice is proven by a word inside a text, and no more once it has lied twice', () => {
  const proof = new WordProof();
  expect(proof.isProven('v')).toBe(false);
  proof.wordAt('v', text, 0, 0);
  expect(proof.isProven('v')).toBe(false);
  proof.wordAt('v', text, 3, 0);
  expect(proof.isProven('v')).toBe(true);
  proof.wordAt('v', text, 4, 3);
  expect(proof.isProven('v')).toBe(true);
  proof.wordAt('v', text, 1, 3);
  expect(proof.isProven('v')).toBe(false);
});
