import { expect, it } from 'vitest';
import type { ArticleSummary, Place } from '../library/library.ts';
import { countsOf, viewOf, type View } from './library-views.ts';

const article = (id: string, rest: Partial<ArticleSummary> = {}): ArticleSummary => ({
  ...{ id, title: id, words: 100, origin: 'gazeta', added: 0 },
  ...rest,
});
const all = [
  article('a', { words: 300, source: 'Zëri', topic: 'Sport', added: Date.parse('2026-03-05') }),
  article('b', {
    words: 100,
    source: 'Çlirimi',
    topic: 'Moti',
    published: '2026-03-01',
    added: Date.parse('2026-03-06'),
  }),
  article('c', { words: 200, source: 'Zëri', origin: 'own', added: Date.parse('2026-03-03') }),
  // Whoever dates a story into the future does not stand on top for ever.
  article('d', { words: 150, published: '2099-01-01', added: Date.parse('2026-03-02') }),
];
const place = (id: string, progress: number): [string, Place] => [
  id,
  { locator: { article: id, block: 0, offset: 0, quote: '' }, progress, saved: 0 },
];
const kept = { all, places: new Map([place('a', 1), place('b', 0.5)]), saved: new Set(['d']) };
const ids = (view: Partial<View>) => viewOf(kept, { shelf: 'all', order: 'newest', ...view }).map(({ id }) => id);

it.each<[Partial<View>, string]>([
  [{}, 'acdb'],
  [{ order: 'oldest' }, 'bdca'],
  [{ order: 'shortest' }, 'bdca'],
  [{ order: 'longest' }, 'acdb'],
  [{ order: 'source' }, 'dbac'],
  [{ shelf: 'unheard' }, 'cdb'],
  [{ shelf: 'saved' }, 'd'],
  [{ shelf: 'own' }, 'c'],
  [{ source: 'Zëri' }, 'ac'],
  [{ source: 'Zëri', shelf: 'unheard' }, 'c'],
  [{ topic: 'Moti' }, 'b'],
])('%j: %s', (view, expected) => {
  expect(ids(view).join('')).toBe(expected);
});

it('counts sources and topics, the fullest first', () => {
  expect(countsOf(all, 'source')).toEqual([
    ['Zëri', 2],
    ['Çlirimi', 1],
  ]);
  expect(countsOf(all, 'topic')).toEqual([
    ['Moti', 1],
    ['Sport', 1],
  ]);
});
