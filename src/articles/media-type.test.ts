import { expect, it } from 'vitest';
import { isPageOrFeed, readMediaType } from './media-type.ts';

it.each([
  ['text/html', { essence: 'text/html' }],
  ['TEXT/HTML; Charset=UTF-8', { essence: 'text/html', charset: 'utf-8' }],
  [' text/html;charset="windows-1250"', { essence: 'text/html', charset: 'windows-1250' }],
  ["text/xml; a=b ;charset='iso-8859-2'; c=d", { essence: 'text/xml', charset: 'iso-8859-2' }],
  ['application/rss+xml ;', { essence: 'application/rss+xml' }],
  ['text/html; charset=', { essence: 'text/html' }],
  ['text/html; charset="\r\nSet-Cookie: a"', { essence: 'text/html' }],
])('%j', (header, type) => {
  expect(readMediaType(header)).toEqual(type);
});

it.each(['', 'html', '/', 'text/', 'text/html, text/plain', 'text/ht ml', null, undefined])('%j is none', (header) => {
  expect(readMediaType(header)).toBeUndefined();
});

it.each([
  'text/html',
  'text/plain',
  'text/xml',
  'application/xml',
  'application/json',
  'application/feed+json',
  'a/b+xml',
])('%s may be a page or feed', (essence) => {
  expect(isPageOrFeed({ essence })).toBe(true);
});

it.each(['image/svg+xml', 'text/css', 'application/pdf', 'text/htmlx', 'x-text/html', 'application/xml-dtd'])(
  '%s may not',
  (essence) => {
    expect(isPageOrFeed({ essence })).toBe(false);
  },
);
