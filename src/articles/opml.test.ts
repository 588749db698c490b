import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxListed, maxListSize, readOpml, writeOpml, type ListedSource } from './opml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const opml = (outlines: string): Uint8Array =>
  bytes(`<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>${outlines}</body></opml>`);

describe('reading', () => {
  it('flattens folders, and keeps their names', () => {
    const outlines = `
      <outline text="Telegrafi &amp; të tjerë" type="rss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example"/>
      <outline text="Lajme"><outline title="Kosovë">
        <outline title="B" xmlUrl="https://b.example/feed"/>
      </outline><outline text="C" XMLURL="https://c.example/feed" htmlUrl="javascript:x"/></outline>`;
    expect(readOpml(opml(outlines))).toEqual([
      { title: 'Telegrafi & të tjerë', address: 'https://a.example/feed', homepage: 'https://a.example/' },
      { title: 'B', address: 'https://b.example/feed', folder: 'Lajme / Kosovë' },
      { title: 'C', address: 'https://c.example/feed', folder: 'Lajme' },
    ]);
  });

  it('takes each feed once, names the nameless by their host, leaves out what is no feed', () => {
    const outlines = `<outline xmlUrl="https://a.example/feed"/><outline text="A" xmlUrl="https://a.example/feed"/>
      <outline text="x"/><outline text="y" xmlUrl="javascript:alert(1)"/><outline text="z" url="https://z.example"/>`;
    expect(readOpml(opml(outlines))).toEqual([{ title: 'a.example', address: 'https://a.example/feed' }]);
  });

  it('takes no more than anybody follows', () => {
    const outlines = Array.from({ length: maxListed + 5 }, (_, at) => `<outline xmlUrl="https://a.example/${at}"/>`);
    expect(readOpml(opml(outlines.join('')))).toHaveLength(maxListed);
  });

  it.each<[string, Uint8Array, string]>([
    ['a feed', bytes('<rss version="2.0"><channel/></rss>'), 'not-opml'],
    ['nothing', bytes(''), 'not-opml'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'not-opml'],
    ['one that is cut off', opml('<outline text="a').slice(0, -20), 'unsafe'],
    ['endless folders', opml('<outline text="a">'.repeat(200_000)), 'unsafe'],
    ['entities', bytes('<!DOCTYPE opml [<!ENTITY a "b">]><opml><body/></opml>'), 'unsafe'],
    ['too much', new Uint8Array(maxListSize + 1), 'too-large'],
  ])('refuses %s', (_, file, problem) => {
    expect(readOpml(file)).toEqual({ problem });
  });
});

describe('writing', () => {
  const listed = fc.record(
    {
      title: fc.stringMatching(/^[a-zë"<>&'][a-zë"<>&' ]{0,20}[a-zë"<>&']$/),
      address: fc.webUrl().map((url) => new URL(url).href),
      homepage: fc.webUrl().map((url) => new URL(url).href),
      folder: fc.constantFrom('Lajme', 'Sport & "të tjera"'),
    },
    { requiredKeys: ['title', 'address'] },
  );

  it('and reading again loses nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(listed, { selector: ({ address }) => address, minLength: 1, maxLength: 8 }),
        (sources) => {
          const read = readOpml(bytes(writeOpml(sources, 'Burimet e mia', '2026-11-24T08:00:00Z')));
          const tidy = sources.map((source) => ({ ...source, title: source.title.replace(/ +/g, ' ').trim() }));
          const byAddress = (one: ListedSource, other: ListedSource) => (one.address < other.address ? -1 : 1);
          expect(Array.isArray(read) && [...(read as ListedSource[])].sort(byAddress)).toEqual(tidy.sort(byAddress));
        },
      ),
    );
  });

  it('of nothing is no list', () => {
    expect(() => writeOpml([], 'x', '2026-11-24T08:00:00Z')).toThrow();
  });
});
