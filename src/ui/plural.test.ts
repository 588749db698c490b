import { expect, it } from 'vitest';
import { isOne } from './plural.ts';

it.each([
  ['sq', [1]],
  ['en', [1]],
  ['de', [1]],
  ['it', [1]],
  ['el', [1]],
  ['mk', [1, 21, 101]],
])('of 0, 1, 2, 11, 21 and 101 the form for one is wanted in %s by %j', (locale, ones) => {
  expect([0, 1, 2, 11, 21, 101].filter((count) => isOne(count, locale))).toEqual(ones);
});
