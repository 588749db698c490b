import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import type { Edition } from './edition.ts';
import { maxFeedSize, readFeed, type SourceContext } from './feed-reader.ts';
import { maxArticles } from './feed-item.ts';
import { maxItemLength } from './long-text.ts';
import { maxDepth } from './xml-guard.ts';

const context: SourceContext = {
  address: 'https://gazeta.example/feed/',
  key: 'gazeta',
  parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document,
  now: Date.parse('2026-11-24T12:00:00Z'),
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (feed: string | Uint8Array, known: Partial<SourceContext> = {}) =>
  readFeed(typeof feed === 'string' ? bytes(feed) : feed, { ...context, ...known });

function edition(feed: string | Uint8Array, known?: Partial<SourceContext>): Edition {
  const result = read(feed, known);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

const namespaces =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:atom="http://www.w3.org/2005/Atom"';
const rss = (items: string, head = '<title>Gazeta</title><link>https://gazeta.example/</link>'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${namespaces}><channel>${head}${items}</channel></rss>`;
const articles = (items: string): readonly Article[] => edition(rss(items)).articles;
const texts = (article: Article | undefined): string[] => article?.blocks.map(({ text }) => text) ?? [];

describe('a feed becomes an edition, whatever its format', () => {
  const expected = {
    title: 'Ura & rruga hapen nesër',
    language: 'sq',
    blocks: [
      { kind: 'heading', text: 'Ura & rruga hapen nesër', marks: [] },
      {
        kind: 'paragraph',
        text: 'Kalimi është falas.',
        marks: [{ kind: 'strong', start: 7, end: 12 }],
      },
    ],
    url: 'https://gazeta.example/ura',
    source: 'Gazeta',
    byline: 'Ana Leka',
    topic: 'Ekonomi',
    published: '2026-11-24T07:30:00Z',
  };
  const html = '&lt;p&gt;Kalimi &lt;b&gt;është&lt;/b&gt; falas.&lt;/p&gt;';

  it.each([
    [
      'RSS 2.0',
      rss(
        `<item><title>Ura &amp;amp; rruga hapen nes&amp;euml;r</title><link>https://gazeta.example/ura</link>
        <guid isPermaLink="false">g1</guid><description>Shkurt</description><dc:creator>Ana Leka</dc:creator>
        <content:encoded><![CDATA[<p>Kalimi <b>është</b> falas.</p>]]></content:encoded>
        <category><![CDATA[Ekonomi]]></category><pubDate>Tue, 24 Nov 2026 08:30:00 +0100</pubDate></item>`,
        '<title>Gazeta</title><link>https://gazeta.example/</link><language>sq</language>',
      ),
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sq"><title>Gazeta</title><id>u</id>
      <link rel="self" href="/feed"/><link href="https://gazeta.example/"/><entry><id>g1</id>
      <title type="html">Ura &amp;amp; rruga hapen nesër</title><link href="https://gazeta.example/ura"/>
      <author><name>Ana Leka</name></author><category term="ek" label="Ekonomi"/><summary>Shkurt</summary>
      <published>2026-11-24T08:30:00+01:00</published><content type="html">${html}</content></entry></feed>`,
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${namespaces}>
      <channel rdf:about="x"><title>Gazeta</title><link>https://gazeta.example/</link><dc:language>sq</dc:language></channel>
      <item rdf:about="g1"><title>Ura &amp; rruga hapen nesër</title><link>https://gazeta.example/ura</link>
      <dc:creator>Ana Leka</dc:creator><dc:subject>Ekonomi</dc:subject><dc:date>2026-11-24T08:30+01:00</dc:date>
      <description>${html}</description></item></rdf:RDF>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Gazeta',
        home_page_url: 'https://gazeta.example/',
        language: 'sq',
        items: [
          {
            id: 'g1',
            title: 'Ura & rruga hapen nesër',
            url: 'https://gazeta.example/ura',
            content_html: '<p>Kalimi <b>është</b> falas.</p>',
            authors: [{ name: 'Ana Leka' }],
            tags: ['Ekonomi'],
            date_published: '2026-11-24T08:30:00+01:00',
          },
        ],
      }),
    ],
  ])('%s', (_, feed) => {
    const result = edition(feed);
    expect(result).toMatchObject({ title: 'Gazeta', homepage: 'https://gazeta.example/', language: 'sq' });
    expect(result.articles).toEqual([expect.objectContaining(expected)]);
    expect(result.articles[0]?.id).toBe('gazeta/g1');
  });

  it('a feed that calls Albanian text English is not believed, one in English is', () => {
    const head = '<title>G</title><link>https://g.example</link><language>en-US</language>';
    const albanian = 'Banorët thonë se ura është e vjetër dhe nuk mban më, por për këtë nuk ka ende një vendim.';
    const english = 'The people say that the bridge is old and that nobody has decided what to do about it yet.';
    const item = (text: string) => `<item><title>T</title><description>${text}</description></item>`;
    expect(edition(rss(item(albanian), head)).language).toBe('sq');
    expect(edition(rss(item(english), head)).language).toBe('en-US');
  });

  it('an item in another language says so', () => {
    const [one, other] = articles('<item xml:lang="en"><title>A</title></item><item><title>B</title></item>');
    expect([one?.language, other?.language]).toEqual(['en', 'sq']);
  });
});

describe('an item is taken with what there is', () => {
  it.each([
    ['no title', '<item><description>Kalimi është falas.</description></item>', ['Kalimi është falas.']],
    ['no text', '<item><title>Ura hapet</title></item>', ['Ura hapet']],
    ['blank text', '<item><title>Ura hapet</title><description> </description></item>', ['Ura hapet']],
    ['markup that was not escaped', '<item><description><p>A<br>B</p><p>C</p></description></item>', ['A B', 'C']],
    ['a title in markup', '<item><title><![CDATA[<em>Ura</em> &amp; lumi]]></title></item>', ['Ura & lumi']],
  ])('%s', (_, item, expected) => {
    expect(texts(articles(item)[0])).toEqual(expected);
  });

  it('nothing at all is nothing', () => {
    expect(articles('<item/><item><guid>1</guid></item><item><title> </title></item>')).toEqual([]);
  });

  it('without an id it is known by its address, else by what it says', () => {
    const [byAddress, byText] = articles('<item><title>A</title><link>/a</link></item><item><title>A</title></item>');
    expect(byAddress?.url).toBe('https://gazeta.example/a');
    expect(byAddress?.id).not.toBe(byText?.id);
    expect(articles('<item><title>A</title></item>')[0]?.id).toBe(byText?.id);
  });

  it('an address as its id is its address', () => {
    const [item] = articles('<item><title>A</title><guid>https://gazeta.example/?p=1</guid></item>');
    expect(item?.url).toBe('https://gazeta.example/?p=1');
  });

  it('only once', () => {
    const item = '<item><title>A</title><guid>1</guid></item>';
    expect(articles(item + item)).toHaveLength(1);
  });
});

describe('dates', () => {
  const dated = (date: string, title = date) => `<item><title>${title}</title><pubDate>${date}</pubDate></item>`;

  it('newest first; undated stay behind what they came after; the future was now', () => {
    const items = [
      dated('Mon, 23 Nov 2026 10:00:00 GMT', 'dje'),
      '<item><title>pa datë</title></item>',
      dated('2026-11-24T09:00:00Z', 'sot'),
      dated('Fri, 31 Dec 2099 00:00:00 GMT', 'e ardhmja'),
      dated('Sun, 22 Nov 2026 10:00:00 GMT', 'pardje'),
    ];
    const read = articles(items.join(''));
    expect(read.map(({ title }) => title)).toEqual(['e ardhmja', 'sot', 'dje', 'pa datë', 'pardje']);
    expect(read[0]?.published).toBe('2026-11-24T12:00:00Z');
    expect(read[3]?.published).toBeUndefined();
  });
});

describe('what is too much', () => {
  it('of 10,000 items the newest are read', () => {
    const items = Array.from({ length: 10_000 }, (_, at) => {
      const date = new Date(Date.UTC(2020, 0, 1, 0, at)).toUTCString();
      return `<item><title>Lajmi ${at}</title><guid>${at}</guid><pubDate>${date}</pubDate></item>`;
    });
    const read = articles(items.join(''));
    expect(read).toHaveLength(maxArticles);
    expect(read[0]?.title).toBe('Lajmi 9999');
  });

  it('an item of 5 MB is cut, and says so', () => {
    const html = '<p>Fjalë pas fjale vazhdon rrëfimi, dhe askush nuk e di se ku mbaron.</p>'.repeat(70_000);
    const [item] = articles(`<item><title>A</title><description><![CDATA[${html}]]></description></item>`);
    const all = texts(item);
    expect(all.join('').length).toBeLessThan(maxItemLength + 200);
    expect(all.join('').length).toBeGreaterThan(maxItemLength / 2);
    expect(all.at(-1)).toMatch(/pjesa tjetër mungon/);
  });

  it('likewise where it is one word', () => {
    const [item] = articles(`<item><title>A</title><description>${'x'.repeat(5_000_000)}</description></item>`);
    expect(texts(item).join('').length).toBeLessThan(maxItemLength + 200);
    expect(texts(item).at(-1)).toMatch(/pjesa tjetër mungon/);
  });

  it('a feed over the limit is refused', () => {
    expect(read(new Uint8Array(maxFeedSize + 1))).toEqual({ problem: 'too-large' });
  });
});

describe('what is made to harm is refused', () => {
  const laughs =
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' +
    '<rss version="2.0"><channel><title>&b;</title></channel></rss>';
  it.each([
    ['entities that grow', laughs],
    ['entities from elsewhere', '<!DOCTYPE rss SYSTEM "x" [<!ENTITY % x SYSTEM "file:///etc/passwd">]><rss></rss>'],
    ['200,000 levels', `<rss>${'<a>'.repeat(200_000)}`],
    ['200,000 levels that close', `<rss>${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}</rss>`],
    [`${maxDepth + 1} levels in an item`, rss(`<item>${'<x>'.repeat(maxDepth)}${'</x>'.repeat(maxDepth)}</item>`)],
    ['a comment without an end', '<rss><!-- '],
    ['a tag without an end', `<rss ${'"'.repeat(10_000)}`],
  ])('%s', (_, feed) => {
    expect(read(feed)).toEqual({ problem: 'unsafe' });
  });

  it('but text about such things is text', () => {
    const text = '<![CDATA[&lt;!ENTITY a "b"&gt; <!ENTITY x ""> ]]>';
    expect(articles(`<item><title>XML</title><description>${text}</description></item>`)).toHaveLength(1);
    expect(articles('<item><title>a</title><description>a<br>b<hr></description></item>'.repeat(300))).toHaveLength(1);
  });

  it.each([
    ['a web page', '<!doctype html><html><body><p>A</p></body></html>'],
    ['nothing', ''],
    ['JSON of another kind', '{"items": []}'],
    ['broken JSON', '{"version"'],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0'],
    ['a feed of nothing', '<rss><channel></channel></rss>'],
    ['a feed that was cut off', rss('<item><title>A').slice(0, -40)],
  ])('%s is not a feed', (_, feed) => {
    expect(read(Uint8Array.from(feed, (letter) => letter.charCodeAt(0)))).toHaveProperty('problem');
  });

  it('no markup brings anything but text, http(s) links and marks inside the text', () => {
    const piece = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">a</a>',
      '<a href=" data:text/html,x">b</a>',
      '<a href="/c" onclick="x()">c',
      '<iframe src="https://x.example"></iframe>',
      '<form action="x"><input value="y"></form>',
      '<p lang="en">d',
      '<b><i>',
      '</b>',
      '<style>*{}</style>',
      '<table><tr><td>e<td>f',
      'ë&#776; ',
      ' ',
      ']]&gt;',
      '<svg><a xlink:href="javascript:x">g</a></svg>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const markup = pieces.join('').replaceAll(']]>', '');
        const result = read(rss(`<item><title>A</title><description><![CDATA[${markup}]]></description></item>`));
        if ('problem' in result) return;
        for (const { blocks } of result.articles) expectOnlyAllowed(blocks);
      }),
    );
  });
});

function expectOnlyAllowed(blocks: Article['blocks']): void {
  for (const { text, marks } of blocks) {
    expect(text).not.toMatch(/[\n\0]/);
    for (const mark of marks) {
      expect(0 <= mark.start && mark.start < mark.end && mark.end <= text.length).toBe(true);
      if (mark.kind === 'link') expect(mark.href).toMatch(/^https?:/);
    }
  }
}

describe('the encoding', () => {
  const declared = (name: string) =>
    `<?xml version="1.0" encoding="${name}"?><rss version="2.0"><channel><title>Çelësi i Vučićit</title></channel></rss>`;
  const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

  it.each<[string, Uint8Array, string, string]>([
    ['UTF-8', bytes(declared('UTF-8')), '', 'Çelësi i Vučićit'],
    ['UTF-8 with a mark', bytes(`\uFEFF${declared('UTF-8')}`), '', 'Çelësi i Vučićit'],
    ['UTF-8 that calls itself another', bytes(declared('iso-8859-1')), 'text/xml; charset=latin1', 'Çelësi i Vučićit'],
    [
      'windows-1250 that says so',
      latin(declared('windows-1250').replaceAll('č', '\xE8').replaceAll('ć', '\xE6')),
      '',
      'Çelësi i Vučićit',
    ],
    [
      'windows-1252 that the header names',
      latin(declared('x').replace('Vučićit', 'qytetit \x96')),
      'application/rss+xml; charset="windows-1252"',
      'Çelësi i qytetit –',
    ],
    ['latin-1 that calls itself UTF-8', latin(declared('UTF-8').replace('Vučićit', 'qytetit')), '', 'Çelësi i qytetit'],
    ['an encoding that is none', latin(declared('klingon').replace('Vučićit', 'qytetit')), '', 'Çelësi i qytetit'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, ...Buffer.from(declared('UTF-16'), 'utf16le')]), '', 'Çelësi i Vučićit'],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from(declared('UTF-16'), 'utf16le')), '', 'Çelësi i Vučićit'],
  ])('%s', (_, feed, contentType, title) => {
    expect(edition(feed, { contentType }).title).toBe(title);
  });
});

describe('pictures', () => {
  const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
  const kept = (feed: string) => edition(feed).articles[0]?.blocks.find(({ picture }) => picture);
  const picture = { address: 'https://gazeta.example/kreu.jpg' };
  const inRss = (inner: string) =>
    `<rss version="2.0" ${media} ${namespaces}><channel><title>G</title><item><title>Ura</title>${inner}</item></channel></rss>`;
  const text = '<description>&lt;p&gt;Kalimi.&lt;/p&gt;</description>';

  it.each([
    ['RSS, enclosed', inRss(`${text}<enclosure url="/kreu.jpg" type="image/jpeg" length="1"/>`), { text: '', picture }],
    [
      'RSS, as media',
      inRss(
        `${text}<media:content url="/kreu.jpg" medium="image" width="900" height="600"><media:description>Ura</media:description></media:content>`,
      ),
      { text: '', picture: { ...picture, width: 900, height: 600 } },
    ],
    [
      'RSS, in a group with what it shows',
      inRss(
        `${text}<media:group><media:content url="/kreu.jpg" type="image/jpeg"><media:description>Ura nga lart</media:description></media:content></media:group>`,
      ),
      { text: 'Ura nga lart', picture },
    ],
    ['RSS, the small one', inRss(`${text}<media:thumbnail url="/kreu.jpg"/>`), { text: '', picture }],
    [
      'RSS, in the text before the one besides',
      inRss('<description>&lt;img src="/ura.jpg"/&gt;Kalimi.</description><media:thumbnail url="/kreu.jpg"/>'),
      { text: '', picture: { address: 'https://gazeta.example/ura.jpg' } },
    ],
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><entry><title>Ura</title><id>1</id><summary>Kalimi.</summary>
        <link rel="enclosure" type="image/png" href="/kreu.jpg"/></entry></feed>`,
      { text: '', picture },
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: '1', title: 'Ura', content_html: '<p>Kalimi.</p>', image: 'https://gazeta.example/kreu.jpg' }],
      }),
      { text: '', picture },
    ],
  ])('%s', (_, feed, expected) => {
    expect(kept(feed)).toEqual({ kind: 'image', marks: [], ...expected });
  });

  it.each([
    ['a sound', '<enclosure url="/zeri.mp3" type="audio/mpeg" length="1"/>'],
    ['a film', '<media:content url="/a.mp4" medium="video"/>'],
    ['a script', '<media:thumbnail url="javascript:alert(1)"/>'],
    ['a counter', '<media:thumbnail url="https://pixel.wp.com/g.gif"/>'],
  ])('none of %s', (_, inner) => {
    expect(kept(inRss(text + inner))).toBeUndefined();
  });

  it('alone make an article with a title, and no title is made of them', () => {
    const items = '<item><title>Ura</title><description>&lt;img src="/a.jpg"&gt;</description></item>';
    expect(texts(articles(items)[0])).toEqual(['Ura', '']);
    const summary = '<item><title>A &lt;img src="/b.jpg" alt="x"&gt;B</title><description>C</description></item>';
    expect(articles(summary)[0]?.title).toBe('A B');
    expect(articles('<item><description>&lt;img src="/a.jpg"&gt;</description></item>')).toEqual([]);
  });
});
