import { describe, expect, it } from 'vitest';
import { sharedAddress, soleAddress, typedAddress } from './typed-address.ts';

const address = 'https://gazeta.example/lajmi?nr=1';

it.each([
  ['gazeta.example', 'https://gazeta.example/'],
  [' HTTP://gazeta.example/rss ', 'http://gazeta.example/rss'],
  ['gazeta', undefined],
  ['mailto:a@b.example', undefined],
  ['', undefined],
])('typed %j is %j', (written, expected) => {
  expect(typedAddress(written)).toBe(expected);
});

describe('a pasted text', () => {
  it.each([
    [address, address],
    [`\n ${address} `, address],
    ['gazeta.example', 'https://gazeta.example/'],
    ['www.gazeta.example/lajmi', 'https://www.gazeta.example/lajmi'],
    ['përditë.example/a', 'https://xn--prdit-nsae.example/a'],
  ])('that is an address: %j', (text, expected) => {
    expect(soleAddress(text)).toBe(expected);
  });

  it.each([
    'Ura e re hapet nesër.',
    'nesër',
    'Nesër.',
    '12.30',
    '3.14',
    `Lexoni ${address}`,
    `${address} ${address}`,
    '',
    'javascript:alert(1)',
  ])('that is none: %j', (text) => {
    expect(soleAddress(text)).toBeUndefined();
  });
});

describe('a shared text', () => {
  it.each([
    [address, address],
    [`Ura e re hapet nesër ${address}`, address],
    [`Lexoni këtu: ${address}.`, address],
    [`(${address})`, address],
  ])('leads to a page: %j', (text, expected) => {
    expect(sharedAddress(text)).toBe(expected);
  });

  it.each([
    'Ura e re hapet nesër.',
    `${address} dhe ${address}/tjetra`,
    `${'Ura e re hapet nesër. '.repeat(20)}${address}`,
  ])('is the text itself: %j', (text) => {
    expect(sharedAddress(text)).toBeUndefined();
  });
});
