import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feedDate } from './feed-date.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

it.each([
  ['Tue, 24 Nov 2026 08:30:00 +0100', '2026-11-24T07:30:00Z'],
  ['Tue, 24 Nov 2026 08:30:00 GMT', '2026-11-24T08:30:00Z'],
  ['24 Nov 26 08:30 CET', '2026-11-24T07:30:00Z'],
  ['Tue,24 Nov 2026 8:30:00 Z', '2026-11-24T08:30:00Z'],
  ['Tue Nov 24 2026', '2026-11-24'],
  ['2026-11-24T08:30:00+01:00', '2026-11-24T07:30:00Z'],
  ['2026-11-24T08:30:00.123Z', '2026-11-24T08:30:00Z'],
  ['2026-11-24 08:30:00', '2026-11-24'],
  ['2026-11-24', '2026-11-24'],
  ['2026-11', '2026-11'],
  ['24.11.2026 08:30', '2026-11-24'],
  ['24/11/2026', '2026-11-24'],
  ['2026/11/24 08:30 CET', '2026-11-24T07:30:00Z'],
  ['E martë, 24 Nëntor 2026, ora 08:30', '2026-11-24'],
  ['24 shtator 2026', '2026-09-24'],
  ['3 prill 2026', '2026-04-03'],
  ['November 24, 2026 8:30 am', '2026-11-24'],
  ['1795509000', '2026-11-24T08:30:00Z'],
  ['1795509000000', '2026-11-24T08:30:00Z'],
])('%s', (written, expected) => {
  expect(feedDate(written, now)).toBe(expected);
});

it('every moment is read from the way in which feeds write it, with whatever offset', () => {
  const moment = fc.date({ min: new Date('1971-01-01'), max: new Date(now), noInvalidDate: true });
  fc.assert(
    fc.property(moment, fc.integer({ min: -13, max: 13 }), (date, hours) => {
      const expected = date.toISOString().replace(/\.\d+Z$/, 'Z');
      expect(feedDate(date.toUTCString(), now)).toBe(expected);
      const there = new Date(date.getTime() + hours * 3600_000).toUTCString();
      const offset = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}00`;
      expect(feedDate(there.replace('GMT', offset), now)).toBe(expected);
    }),
  );
});

it.each([
  '',
  'sot',
  '31 Nën',
  '32 Nov 2026',
  'Tue, 31 Feb 2026 08:30:00 GMT',
  'Tue, 24 Foo 2026 08:30:00 GMT',
  '2026-13-01',
  '99999999999999',
  '24 Foo 2026',
  '0000-00-00',
  '\0',
  '-1',
])('is no date: %j', (written) => {
  expect(feedDate(written, now)).toBeUndefined();
});

it.each(['Fri, 31 Dec 2099 00:00:00 GMT', '2027-01-01', '4102444800'])('%s has not come yet: it is now', (written) => {
  expect(feedDate(written, now)).toBe('2026-11-24T12:00:00Z');
});
