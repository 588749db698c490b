import { expect, it } from 'vitest';
import { stretchSilence } from './seam.ts';

/** How long a silence really takes: 70 ms are underway when the rate is changed, and then it is changed back. */
function takes(silence: number, wanted: number, rate: number): number {
  const stretch = stretchSilence(silence, wanted, rate);
  if (!stretch) return silence / rate;
  const passed = 0.07 * rate + (stretch.seconds - 0.07) * stretch.rate;
  return stretch.seconds + (silence - passed) / rate;
}

it.each([
  ['in time', 0.16, 0.16, 1],
  ['early', 0.16, 0.19, 1],
  ['late', 0.16, 0.13, 1],
  ['late, with fast speech', 0.25, 0.11, 2],
  ['early, with slow speech', 0.16, 0.4, 0.5],
])('a silence that would end %s ends when it should', (_, silence, wanted, rate) => {
  expect(takes(silence, wanted, rate)).toBeCloseTo(wanted);
});

it('a silence that is much too long is over soon, and never hurries more than four times', () => {
  expect(stretchSilence(0.2, -1, 1)?.rate).toBe(4);
  expect(takes(0.2, -1, 1)).toBeLessThan(0.13);
});

it.each([
  ['right to some milliseconds', 0.16, 0.163, 1],
  ['nearly over', 0.05, 0.01, 1],
])('a silence that is %s is left alone', (_, silence, wanted, rate) => {
  expect(stretchSilence(silence, wanted, rate)).toBeUndefined();
});
