import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { feedGuesses, findFeeds } from './feed-discovery.ts';

const address = 'https://gazeta.example/lajme/sot';
const feedsOf = (head: string) =>
  findFeeds(
    new DOMParser().parseFromString(
      `<!doctype html><html><head>${head}</head><body></body></html>`,
      'text/html',
    ) as unknown as Document,
    address,
  );

describe('a page names its feeds', () => {
  it.each([
    ['RSS', '<link rel="alternate" type="application/rss+xml" title=" Lajmet\n" href="/feed/">', 'Lajmet'],
    ['Atom', '<link rel="Alternate" type="application/atom+xml" href="/feed/">', undefined],
    ['JSON Feed', '<link href="https://gazeta.example/feed/" rel="alternate" type="application/feed+json">', undefined],
    ['of a kind not said', '<link rel="feed" href="../feed/">', undefined],
    ['with parameters', '<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/feed/">', undefined],
  ])('%s', (_, head, title) => {
    expect(feedsOf(head)).toEqual([{ address: 'https://gazeta.example/feed/', ...(title !== undefined && { title }) }]);
  });

  it('each once, those of comments last, at the address that the page has for itself', () => {
    const link = (href: string, title = '') =>
      `<link rel="alternate" type="application/rss+xml" href="${href}" title="${title}">`;
    const head = `<base href="https://tjeter.example/x/">${link('komente', 'Komentet')}${link('a')}${link('a')}${link('b')}`;
    expect(feedsOf(head).map((feed) => feed.address)).toEqual([
      'https://tjeter.example/x/a',
      'https://tjeter.example/x/b',
      'https://tjeter.example/x/komente',
    ]);
  });

  it.each([
    '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    '<link rel="alternate" type="application/rss+xml" href="data:text/xml,x">',
    '<link rel="alternate" type="application/rss+xml">',
    '<link rel="alternate" hreflang="en" href="/en/">',
    '<link rel="alternate" type="application/json" href="https://gazeta.example/wp-json/wp/v2/posts/1">',
    '<link rel="stylesheet" type="text/css" href="/a.css">',
  ])('and nothing else is one: %s', (head) => {
    expect(feedsOf(head)).toEqual([]);
  });
});

describe('where it names none', () => {
  it('the usual places of the section are tried, then those of the site', () => {
    const guesses = feedGuesses('https://gazeta.example/sport/?x=1#y');
    expect(guesses.slice(0, 3)).toEqual([
      'https://gazeta.example/sport/feed/',
      'https://gazeta.example/sport/rss',
      'https://gazeta.example/feed/',
    ]);
    expect(new Set(guesses.map((guess) => new URL(guess).origin))).toEqual(new Set(['https://gazeta.example']));
  });

  it('of a site itself, its own', () => {
    expect(feedGuesses('https://gazeta.example')[0]).toBe('https://gazeta.example/feed/');
  });

  it.each(['gazeta', 'javascript:x', 'file:///etc/passwd'])('of no web address, none: %s', (written) => {
    expect(feedGuesses(written)).toEqual([]);
  });
});
