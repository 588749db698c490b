import { expect, it } from 'vitest';
import { isoDate } from './iso-date.ts';

it.each([
  ['2023-11', '2023-11'],
  ['2023-11-24', '2023-11-24'],
  ['2024-02-29', '2024-02-29'],
  ['2023-11-24T08:30:00Z', '2023-11-24T08:30:00Z'],
  ['2023-11-24T08:30:00.125+01:00', '2023-11-24T07:30:00Z'],
  ['2023-11-24 08:30+0100', '2023-11-24T07:30:00Z'],
  ['2023-11-24t00:15:00z', '2023-11-24T00:15:00Z'],
  [' 2023-11-24 ', '2023-11-24'],
])('%s is %s', (written, expected) => {
  expect(isoDate(written)).toBe(expected);
});

it('a time without its zone is no known instant: the day is', () => {
  expect(isoDate('2023-11-24T08:30:00')).toBe('2023-11-24');
});

it.each([
  '',
  '2023',
  '2023-13',
  '2023-00-10',
  '2023-02-29',
  '2023-11-31',
  '0023-11',
  '24.11.2023',
  'dje',
  '2023-11-24T25:00:00Z',
  '2023-11-24T10:00:00+99:00',
])('%j is no date', (written) => {
  expect(isoDate(written)).toBeUndefined();
});
