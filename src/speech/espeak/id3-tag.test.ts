import { expect, it } from 'vitest';
import { id3Tag } from './id3-tag.ts';

const text = (tag: Uint8Array) => Buffer.from(tag).toString('latin1');

it.each([
  ['2023-11-24', true, true],
  ['2023-11-24T08:00:00Z', true, true],
  ['2023-11', true, false],
  ['2023', true, false],
  ['nëntor', false, false],
  [undefined, false, false],
])('the date %s gives a year: %s, and a day: %s', (date, year, day) => {
  const tag = text(id3Tag({ title: 'Bora', ...(date !== undefined && { date }) }));
  expect(tag.includes('TYER')).toBe(year);
  expect(tag.includes('TDAT')).toBe(day);
  if (day) expect(tag).toMatch(/TDAT.{6}\0?2411/s);
});
