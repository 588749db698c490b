import { describe, expect, it } from 'vitest';
import { arrivalOf } from './arrival.ts';

const app = 'https://degjo.example/app/';
const arrive = (rest: string, referrer = '') => arrivalOf(new URL(app + rest), referrer);
const nothing = { id: '', title: '', text: '', address: '', html: '', files: [] };

describe('what comes with the app’s address', () => {
  it.each([
    ['?shared=7-a', { shared: '7-a' }],
    ['?shared=', { shared: '' }],
    ['?text=Ura%20e%20re%20hapet.', { thing: { ...nothing, text: 'Ura e re hapet.' } }],
    ['?url=https://gazeta.example/ura', { thing: { ...nothing, address: 'https://gazeta.example/ura' } }],
    ['?title=Ura&text=Hapet+sot.#/shto', { thing: { ...nothing, title: 'Ura', text: 'Hapet sot.' } }],
  ])('%s', (rest, expected) => {
    expect(arrive(rest)).toEqual(expected);
  });

  it.each(['', '#/shto', '?utm_source=x', '?text=', '?html=<p>x</p>', '?page', '?page#/artikull/1'])(
    'is nothing: %j',
    (rest) => {
      expect(arrive(rest)).toBeUndefined();
    },
  );
});

describe('a page from the bookmarklet', () => {
  const html = `<p>${'Çelësi & dera. '.repeat(100)}</p>`;
  const given = `?page#${new URLSearchParams({ title: 'Çelësi', url: 'https://gazeta.example/a', html }).toString()}`;

  it('comes whole, with its address', () => {
    expect(arrive(given, 'https://gazeta.example/')).toEqual({
      thing: { ...nothing, title: 'Çelësi', html, address: 'https://gazeta.example/a' },
    });
  });

  it.each(['', 'https://keq.example/', 'http://gazeta.example/'])(
    'from %j cannot say that it is another’s',
    (referrer) => {
      expect(arrive(given, referrer)).toMatchObject({ thing: { html, address: '' } });
    },
  );
});
