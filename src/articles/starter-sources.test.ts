import { expect, it } from 'vitest';
import { starterSources } from './starter-sources.ts';

it('every starter source is a public https address, listed once, and not said to be checked', () => {
  for (const { title, homepage, feed, checked } of starterSources) {
    for (const address of feed === undefined ? [homepage] : [homepage, feed]) {
      expect(new URL(address).protocol, title).toBe('https:');
    }
    expect(checked).toBe(false);
  }
  expect(new Set(starterSources.map(({ homepage }) => homepage)).size).toBe(starterSources.length);
});

it('no region is forgotten', () => {
  const regions = new Set(starterSources.map(({ region }) => region));
  expect(regions.size).toBe(7);
});
