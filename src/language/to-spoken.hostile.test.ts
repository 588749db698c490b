import { describe, expect, it } from 'vitest';
import { toSpoken } from './to-spoken.ts';

/** In UTF-16 units. Were anything quadratic, this would take hours, and the run would stop at its limit. */
const megabyte = 1_000_000;

function readsToItsEnd(unit: string, size: number): void {
  const hostile = unit.repeat(size / unit.length);
  const { text, spans } = toSpoken(hostile, { profile: { brackets: 'skip' } });
  expect(text.length).toBeLessThan(size * 8);
  expect(spans.at(-1)?.end ?? 0).toBeLessThanOrEqual(hostile.length);
}

describe('a megabyte of', () => {
  it.each(['a.', '(', '1.', '„', '"', 'a', '\u0000'])(
    '%j is read to its end',
    (unit) => readsToItsEnd(unit, megabyte),
    60_000,
  );
});

describe('a tenth of a megabyte of', () => {
  it.each(
    "A ' 1 1- 1/ 1: 1, A. @a a@ #a www. I- €1 +1 '90 🎉 a\u00ad - ² ora_1. x1 m² [1] 111_ NATO- 1h ٣"
      .split(' ')
      .map((unit) => unit.replace('_', ' ')),
  )('%j is read to its end', (unit) => readsToItsEnd(unit, megabyte / 10), 30_000);
});
