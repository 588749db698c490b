import { describe, expect, it } from 'vitest';
import { afterFailure, afterSuccess, isDue, sourceKey, type Source } from './source.ts';

const source: Source = {
  address: 'https://gazeta.example/feed/',
  title: 'Gazeta',
  homepage: 'https://gazeta.example/',
  added: 1,
};
const minute = 60_000;
const day = 24 * 60 * minute;
const now = 1000 * day;

it('has a key that names articles, its own', () => {
  expect(sourceKey(source)).toMatch(/^burim-[a-z0-9]+$/);
  expect(sourceKey(source)).not.toBe(sourceKey({ address: 'https://gazeta.example/sport/feed/' }));
});

describe('is asked of itself', () => {
  it('at once when it was never asked, then once in a quarter of an hour', () => {
    const worked = afterSuccess(source, now);
    expect([isDue(source, now), isDue(worked, now + 14 * minute), isDue(worked, now + 15 * minute)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('ever more rarely while it does not work, and never less than once a day', () => {
    let failing = source;
    const pauses = Array.from({ length: 12 }, () => {
      failing = afterFailure(failing, now, 'server');
      return ((failing.trouble?.notBefore ?? 0) - now) / minute;
    });
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 40]);
    expect(pauses.at(-1)).toBe(24 * 60);
    expect([isDue(failing, now + day - 1), isDue(failing, now + day)]).toEqual([false, true]);
  });

  it('at once when the clock was set back by a year meanwhile, whether it worked or not', () => {
    const aYearAgo = now - 365 * day;
    const sources = [afterSuccess(source, now), afterFailure(source, now, 'server'), afterFailure(source, now, 'gone')];
    expect(sources.map((asked) => isDue(asked, aYearAgo))).toEqual([true, true, true]);
  });

  it.each([
    ['as late as it asks for', 'server', 7200, now + 120 * minute],
    ['in a week at the latest, whatever it asks for', 'server', 1e9, now + 7 * day],
    ['in a week when it is gone for good', 'gone', 0, now + 7 * day],
  ] as const)('%s', (_, problem, retryAfter, notBefore) => {
    expect(afterFailure(source, now, problem, retryAfter).trouble?.notBefore).toBe(notBefore);
  });
});

it('remembers since when it fails, and forgets it when it works', () => {
  const failed = afterFailure(afterFailure(source, now, 'slow'), now + day, 'not-found');
  expect(failed.trouble).toMatchObject({ problem: 'not-found', since: now, tries: 2 });
  expect(afterSuccess(failed, now + 2 * day, { etag: '"2"' })).toEqual({
    ...source,
    worked: now + 2 * day,
    validators: { etag: '"2"' },
  });
});

it('that the device is offline is not its fault', () => {
  expect(afterFailure(source, now, 'offline')).toBe(source);
});
