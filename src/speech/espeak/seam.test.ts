import { expect, it } from 'vitest';
import { stretchSilence } from './seam.ts';

const underway = 0.085;

/** How long a silence really takes: what is underway is heard as it was, at both changes of the rate. */
function takes(silence: number, wanted: number, rate: number): number {
  const stretch = stretchSilence(silence, wanted, rate);
  if (!stretch) return silence / rate;
  const passed = underway * rate + stretch.seconds * stretch.rate;
  // No word is hurried or slowed.
  expect(passed).toBeLessThan(silence);
  return underway + stretch.seconds + (silence - passed) / rate;
}

it.each([
  ['in time', 0.16, 0.16, 1],
  ['early', 0.16, 0.19, 1],
  ['late', 0.16, 0.14, 1],
  ['late, with fast speech', 0.25, 0.12, 2],
  ['early, with slow speech', 0.16, 0.4, 0.5],
])('a silence that would end %s ends when it should', (_, silence, wanted, rate) => {
  expect(takes(silence, wanted, rate)).toBeCloseTo(wanted);
});

it('a silence that is much too long is over soon, and never hurries more than twice, nor slows below the half', () => {
  expect(stretchSilence(0.2, -1, 1)?.rate).toBe(2);
  expect(takes(0.2, -1, 1)).toBeLessThan(0.16);
  expect(stretchSilence(0.2, 1, 1)?.rate).toBe(0.5);
});

it.each([
  ['right to some milliseconds', 0.16, 0.163, 1],
  ['nearly over', 0.05, 0.01, 1],
])('a silence that is %s is left alone', (_, silence, wanted, rate) => {
  expect(stretchSilence(silence, wanted, rate)).toBeUndefined();
});
