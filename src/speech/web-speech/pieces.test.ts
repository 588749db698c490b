import { expect, test } from 'vitest';
import { isSpeakable } from './pieces.ts';

test.each(['', ' \n ', '…', '— * * *', '„“', '😀'])('there is nothing to say in "%s"', (text) => {
  expect(isSpeakable(text)).toBe(false);
});

test.each(['ç', '2024', '(e)', '100 %'])('there is something to say in "%s"', (text) => {
  expect(isSpeakable(text)).toBe(true);
});
