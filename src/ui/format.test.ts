import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatClock, formatDate, formatDuration, formatLength, formatRate } from './format.ts';

describe('a date', () => {
  beforeEach(() => void vi.stubEnv('TZ', 'Europe/Tirane'));
  afterEach(() => void vi.unstubAllEnvs());

  it.each([
    ['2023', '2023', '2023'],
    ['2023-11', 'nëntor 2023', 'November 2023'],
    ['2023-01-05', '5 janar 2023', '5 January 2023'],
    ['2023-12-31', '31 dhjetor 2023', '31 December 2023'],
    ['2023-11-24T08:30:00Z', '24 nëntor 2023', '24 November 2023'],
    ['2023-12-31T23:30:00Z', '1 janar 2024', '1 January 2024'],
    ['2023-06-30T23:30:00+02:00', '30 qershor 2023', '30 June 2023'],
    ['2023-06-30T00:30:00-08:00', '30 qershor 2023', '30 June 2023'],
    ['dje', 'dje', 'dje'],
    ['2023-02-03Tx', '3 shkurt 2023', '3 February 2023'],
  ])('%s: %s, %s', (published, sq, en) => {
    expect(formatDate(published, 'sq')).toBe(sq);
    expect(formatDate(published, 'en')).toBe(en);
  });

  it('has the months that CLDR has', () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const cldr = new Intl.DateTimeFormat('sq', { month: 'long' });
    const ours = numbers.map((month) => formatDate(`2023-${String(month + 1).padStart(2, '0')}`, 'sq'));
    expect(ours).toEqual(numbers.map((month) => `${cldr.format(new Date(2023, month, 15))} 2023`));
  });
});

it.each([
  [0, 1, '1 min'],
  [150, 1, '1 min'],
  [450, 1, '3 min'],
  [450, 1.5, '2 min'],
  [450, 0.5, '6 min'],
])('%i words at %d: %s', (words, rate, length) => {
  expect(formatLength(words, rate)).toBe(length);
});

it.each([
  [1, '1×', '1×'],
  [1.2, '1,2×', '1.2×'],
  [0.5, '0,5×', '0.5×'],
])('a rate of %d: %s, %s', (rate, sq, en) => {
  expect(formatRate(rate, 'sq')).toBe(sq);
  expect(formatRate(rate, 'en')).toBe(en);
});

it.each([
  [0, '0:00', '0 sek'],
  [7.4, '0:07', '7 sek'],
  [59.6, '1:00', '1 min 0 sek'],
  [760, '12:40', '12 min 40 sek'],
  [3723, '1:02:03', '62 min 3 sek'],
  [-3, '0:00', '0 sek'],
])('%d seconds: %s, %s', (seconds, clock, duration) => {
  expect(formatClock(seconds)).toBe(clock);
  expect(formatDuration(seconds)).toBe(duration);
});
