import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addresses, routeOf } from './router.ts';

const at = (path: string, base = '/') => routeOf(new URL(path, 'https://degjo.example'), base);

describe.each(['/', '/degjo/'])('the app at %s', (base) => {
  it.each([
    ['', { page: 'home' }],
    ['#', { page: 'home' }],
    ['#/', { page: 'home' }],
    ['index.html', { page: 'home' }],
    ['?nga=telefoni#/', { page: 'home' }],
    ['#/shto', { page: 'add' }],
    ['#/radha', { page: 'queue' }],
    ['#/fjalite', { page: 'bookmarks' }],
    ['#/zerat', { page: 'voices' }],
    ['#/fjalori', { page: 'lexicon' }],
    ['#/rreth', { page: 'about' }],
    ['#rreth', { page: 'about' }],
    ['#/zerat/', { page: 'unknown' }],
    ['#/artikull/mostra/ura', { page: 'article', id: 'mostra/ura' }],
    ['index.html#/artikull/tekst/1a', { page: 'article', id: 'tekst/1a' }],
    ['#/artikull/', { page: 'unknown' }],
    ['#/artikull', { page: 'unknown' }],
    ['#/artikull/%E0%A4%A', { page: 'unknown' }],
    ['#/shto/diçka', { page: 'unknown' }],
    ['#/askund', { page: 'unknown' }],
    ['askund', { page: 'unknown' }],
    ['askund/#/shto', { page: 'unknown' }],
  ])('%s', (path, route) => {
    expect(at(base + path, base)).toEqual(route);
  });

  it.each(['home', 'add', 'queue', 'bookmarks', 'voices', 'lexicon', 'about'] as const)(
    'leads to its page by its own address: %s',
    (page) => {
      expect(at(base + addresses[page], base)).toEqual({ page });
    },
  );

  it('finds any article by the address that it gives it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        expect(at(base + addresses.article(id), base)).toEqual({ page: 'article', id });
      }),
    );
  });
});

it('an address outside the app is none of its pages', () => {
  expect(at('/', '/degjo/')).toEqual({ page: 'unknown' });
});

it('an edition’s article has an address that can be read', () => {
  expect(addresses.article('mostra/ura-e-re')).toBe('#/artikull/mostra/ura-e-re');
});
