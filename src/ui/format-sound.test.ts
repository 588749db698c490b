import { expect, it } from 'vitest';
import { formatMinutes, formatSize } from './format-sound.ts';

it.each([
  [5, '1 min'],
  [331, '6 min'],
  [3600, '1 orë'],
  [27_670, '7 orë e 41 min'],
])('%i seconds last %s', (seconds, text) => {
  expect(formatMinutes(seconds)).toBe(text);
});

it.each([
  [20, '0,1 MB', '0.1 MB'],
  [440_000, '0,4 MB', '0.4 MB'],
  [1_986_000, '2,0 MB', '2.0 MB'],
  [14_600_000, '15 MB', '15 MB'],
  [1_220_000_000, '1,2 GB', '1.2 GB'],
])('%i bytes are %s, %s', (bytes, sq, en) => {
  expect([formatSize(bytes, 'sq'), formatSize(bytes, 'en')]).toEqual(
    [sq, en].map((text) => text.replace(' ', '\u00A0')),
  );
});
