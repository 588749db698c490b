import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RateLimit } from './rate-limit.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const times = (limit: RateLimit, client: string, count: number) =>
  Array.from({ length: count }, () => limit.take(client));

it('lets many through at once, then so many a minute', () => {
  const limit = new RateLimit({ burst: 3, perMinute: 6 });
  expect(times(limit, '93.184.215.14', 5)).toEqual([0, 0, 0, 10, 10]);
  vi.advanceTimersByTime(4_000);
  expect(limit.take('93.184.215.14')).toBe(6);
  vi.advanceTimersByTime(6_000);
  expect(times(limit, '93.184.215.14', 2)).toEqual([0, 10]);
  vi.advanceTimersByTime(24 * 3600_000);
  expect(times(limit, '93.184.215.14', 4)).toEqual([0, 0, 0, 10]);
});

it('counts each listener alone, and all addresses of one subscriber together', () => {
  const limit = new RateLimit({ burst: 1, perMinute: 1 });
  expect(limit.take('93.184.215.14')).toBe(0);
  expect(limit.take('93.184.215.15')).toBe(0);
  expect(limit.take('::ffff:93.184.215.14')).toBe(60);
  expect(limit.take('2606:2800:21f:cb07::1')).toBe(0);
  expect(limit.take('2606:2800:21f:cb07:1:2:3:4')).toBe(60);
  expect(limit.take('2606:2800:21f:cb08::1')).toBe(0);
});

it('is not lifted by a clock that is set back', () => {
  const limit = new RateLimit({ burst: 1, perMinute: 60 });
  limit.take('a');
  vi.setSystemTime(Date.now() - 3600_000);
  expect(limit.take('a')).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(limit.take('a')).toBe(0);
});

it('remembers so many and no more', () => {
  const limit = new RateLimit({ burst: 1, perMinute: 1, clients: 2 });
  expect(['a', 'b', 'b', 'c', 'b', 'a'].map((client) => limit.take(client))).toEqual([0, 0, 60, 0, 60, 0]);
});
