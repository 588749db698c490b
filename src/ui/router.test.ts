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
    ['#/shto', { page: 'rare', address: '#/shto' }],
    ['#/radha', { page: 'rare', address: '#/radha' }],
    ['#/fjalite', { page: 'rare', address: '#/fjalite' }],
    ['#/zerat', { page: 'rare', address: '#/zerat' }],
    ['#/fjalori', { page: 'rare', address: '#/fjalori' }],
    ['#/rreth', { page: 'rare', address: '#/rreth' }],
    ['#rreth', { page: 'rare', address: '#/rreth' }],
    ['#/zerat/', { page: 'rare', address: '#/zerat/' }],
    ['#/artikull/mostra/ura', { page: 'article', id: 'mostra/ura' }],
    ['index.html#/artikull/tekst/1a', { page: 'article', id: 'tekst/1a' }],
    ['#/artikull/', { page: 'rare', address: '#/artikull/' }],
    ['#/artikull', { page: 'rare', address: '#/artikull' }],
    ['#/artikull/%E0%A4%A', { page: 'rare', address: '#/artikull/%E0%A4%A' }],
    ['#/shto/diçka', { page: 'rare', address: '#/shto/di%C3%A7ka' }],
    ['#/askund', { page: 'rare', address: '#/askund' }],
    ['askund', { page: 'rare', address: '' }],
    ['askund/#/shto', { page: 'rare', address: '' }],
  ])('%s', (path, route) => {
    expect(at(base + path, base)).toEqual(route);
  });

  it('finds any article by the address that it gives it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        expect(at(base + addresses.article(id), base)).toEqual({ page: 'article', id });
      }),
    );
  });
});

it('an address outside the app is none of its pages', () => {
  expect(at('/', '/degjo/')).toEqual({ page: 'rare', address: '' });
});

it('an edition’s article has an address that can be read', () => {
  expect(addresses.article('mostra/ura-e-re')).toBe('#/artikull/mostra/ura-e-re');
});
