import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { hasHeadline, type Article } from './article.ts';
import type { Edition } from './edition.ts';
import { maxArticles, type FeedContext } from './feed-item.ts';
import { readJsonFeed } from './json-feed-reader.ts';
import { maxElements } from './long-text.ts';

const context: FeedContext = {
  address: 'https://gazeta.example/feed.json',
  key: 'gazeta',
  parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document,
};
const version = 'https://jsonfeed.org/version/1.1';

function edition(input: unknown): Edition {
  const result = readJsonFeed(input, context);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

function article(item: object, feed: object = {}): Article | undefined {
  return edition({ version, title: 'Gazeta', items: [item], ...feed }).articles[0];
}

const text = { id: '1', title: 'Titulli', content_text: 'Teksti i lajmit.' };

describe('a feed becomes an edition', () => {
  it('with all that it says of itself', () => {
    const feed = {
      version,
      title: ' Gazeta\ne qytetit ',
      home_page_url: 'https://gazeta.example',
      description: 'Lajme te\u0308 reja',
      language: 'sq-AL',
      items: [
        {
          ...text,
          url: '/lajme/1',
          summary: 'Shkurt',
          date_published: '2023-11-24T08:30:00+01:00',
          authors: [{ name: 'Ana' }, { name: 'Beni' }],
        },
      ],
    };
    expect(edition(JSON.stringify(feed))).toEqual({
      key: 'gazeta',
      title: 'Gazeta e qytetit',
      address: context.address,
      homepage: 'https://gazeta.example/',
      description: 'Lajme të reja',
      language: 'sq-AL',
      articles: [
        {
          id: 'gazeta/1',
          title: 'Titulli',
          language: 'sq-AL',
          blocks: [
            { kind: 'heading', text: 'Titulli', marks: [] },
            { kind: 'paragraph', text: 'Teksti i lajmit.', marks: [] },
          ],
          url: 'https://gazeta.example/lajme/1',
          source: 'Gazeta e qytetit',
          byline: 'Ana, Beni',
          summary: 'Shkurt',
          published: '2023-11-24T07:30:00Z',
        },
      ],
    });
  });

  it('version 1.0, with its one author, and a byte order mark', () => {
    const feed = { version: 'https://jsonfeed.org/version/1', title: 'G', author: { name: 'Redaksia' }, items: [text] };
    const read = edition(`\uFEFF${JSON.stringify(feed)}`);
    expect(read.language).toBe('sq');
    expect(read.articles[0]?.byline).toBe('Redaksia');
  });

  it.each([
    [['Ekonomi', 'Tirana'], 'Ekonomi'],
    [[' Ekonomi\n e  re '], 'Ekonomi e re'],
    [[''], undefined],
    [[7, 'Sport'], undefined],
    [[], undefined],
    ['Ekonomi', undefined],
    [undefined, undefined],
  ])('its first tag is the topic: %j', (tags, topic) => {
    expect(article({ ...text, tags })?.topic).toBe(topic);
  });

  it('without a title it is called by its host', () => {
    expect(edition({ version, items: [] }).title).toBe('gazeta.example');
  });

  it.each(['', 'x', '<rss/>', '{"version":', '['.repeat(200_000)])('not JSON: %.20s', (input) => {
    expect(readJsonFeed(input, context)).toEqual({ problem: 'not-json' });
  });

  it.each([
    'null',
    '[]',
    '7',
    '"x"',
    '{}',
    '{"version":"https://jsonfeed.org/version/1.1"}',
    '{"version":"https://jsonfeed.org/version/1.1","items":{}}',
    '{"version":"https://jsonfeed.org/version/2","items":[]}',
    '{"version":"https://example.org/version/1.1","items":[]}',
    '{"version":1.1,"items":[]}',
  ])('not JSON Feed: %s', (input) => {
    expect(readJsonFeed(input, context)).toEqual({ problem: 'not-a-feed' });
  });

  it(`no more than ${maxArticles} articles`, () => {
    const items = Array.from({ length: maxArticles + 9 }, (_, index) => ({ ...text, id: String(index) }));
    expect(edition({ version, items }).articles).toHaveLength(maxArticles);
  });
});

describe('an item becomes an article', () => {
  it('with the headline as its first block, once', () => {
    for (const content of ['<h1>Titulli</h1><p>T</p>', '<p>TITULLI</p><p>T</p>', '<p>T</p>']) {
      const read = article({ id: '1', title: 'Titulli', content_html: content });
      expect(read?.blocks.map((block) => block.text)).toEqual(['Titulli', 'T']);
      expect(read && hasHeadline(read)).toBe(true);
    }
  });

  it('without a title, by its own first heading, else by its first words', () => {
    const headed = article({ id: '1', content_html: '<h1>Moti</h1><p>Shi.</p>' });
    expect(headed?.title).toBe('Moti');
    expect(headed && hasHeadline(headed)).toBe(true);

    const untitled = article({ id: '1', content_html: `<p>${'Fjalë të shumta. '.repeat(20)}</p>` });
    expect(untitled?.title).toMatch(/^Fjalë të shumta.*…$/);
    expect(untitled && hasHeadline(untitled)).toBe(false);
  });

  it('from markup before plain text, and from plain text where the markup says nothing', () => {
    const both = { id: '1', title: 'T', content_html: '<p>markup</p>', content_text: 'tekst' };
    expect(article(both)?.blocks[1]?.text).toBe('markup');
    expect(article({ ...both, content_html: '<p> </p>' })?.blocks[1]?.text).toBe('tekst');
  });

  it('is left out where it has no text', () => {
    expect(article({ id: '1', title: 'Titulli', summary: 'x' })).toBeUndefined();
    expect(article({ id: '1', content_html: '<script>x</script>', content_text: ' ' })).toBeUndefined();
  });

  it('from plain text, or not at all, where the markup would hold up the page; the others stay', () => {
    const hostile = { id: '1', content_html: '<div>'.repeat(maxElements + 1) + 'x' };
    const items = [hostile, { ...hostile, id: '2', content_text: 'tekst' }, { ...text, id: '3' }];
    const read = edition({ version, items }).articles;
    expect(read.map(({ blocks }) => blocks.at(-1)?.text)).toEqual(['tekst', 'Teksti i lajmit.']);
  });

  it.each([
    ['moti-2023', 'gazeta/moti-2023'],
    [17, 'gazeta/17'],
  ])('keeps an id that can be read in an address: %s', (id, expected) => {
    expect(article({ ...text, id })?.id).toBe(expected);
  });

  it.each([
    ['an address', { ...text, id: 'https://gazeta.example/lajme/1' }],
    ['a path', { ...text, id: '../../etc' }],
    ['capitals', { ...text, id: 'Moti' }],
    ['too long', { ...text, id: 'a'.repeat(81) }],
    ['missing, but not the address', { ...text, id: undefined, url: '/lajme/1' }],
    ['missing', { ...text, id: undefined }],
    ['no id at all', { ...text, id: { a: 1 } }],
  ])('has a short name of its own where the id is %s', (_, item) => {
    expect(article(item)?.id).toMatch(/^gazeta\/[a-z0-9]{13}$/);
    expect(article(item)?.id).toBe(article(item)?.id);
  });

  it('comes once, however often the feed repeats it', () => {
    const items = [text, { ...text, title: 'Përsëri' }, { ...text, id: '2' }];
    expect(edition({ version, items }).articles.map((read) => read.title)).toEqual(['Titulli', 'Titulli']);
  });

  it('resolves its links against its own address', () => {
    const read = article({ id: '1', url: 'https://tjeter.example/a/b', content_html: '<p><a href="c">x</a></p>' });
    expect(read?.blocks[0]?.marks).toEqual([{ kind: 'link', start: 0, end: 1, href: 'https://tjeter.example/a/c' }]);
  });

  it('has no address that is not a web page', () => {
    expect(article({ ...text, url: 'javascript:alert(1)' })).not.toHaveProperty('url');
  });

  it('has no date where the feed writes nonsense', () => {
    expect(article({ ...text, date_published: 'dje' })).not.toHaveProperty('published');
    expect(article({ ...text, date_published: '2023-11' })?.published).toBe('2023-11');
  });

  it('in another language than its feed, marks what is not in that', () => {
    const read = article({ id: '1', language: 'en', content_html: '<p>Hello <i lang="sq">botë</i></p>' });
    expect(read?.language).toBe('en');
    expect(read?.blocks[0]?.marks).toContainEqual({ kind: 'language', language: 'sq', start: 6, end: 10 });
  });

  it('is signed by the feed’s authors where it names none', () => {
    const feed = { authors: [{ name: 'Redaksia' }, { url: 'x' }, null] };
    expect(article(text, feed)?.byline).toBe('Redaksia');
    expect(article({ ...text, authors: [{ name: 'Ana' }] }, feed)?.byline).toBe('Ana');
    expect(article(text)).not.toHaveProperty('byline');
  });
});

it('whatever the fields hold, nothing throws and every article can be read', () => {
  const anything = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }));
  const names = [
    'id',
    'url',
    'title',
    'content_html',
    'content_text',
    'summary',
    'date_published',
    'authors',
    'author',
    'language',
  ];
  const item = fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] });
  const feed = fc.record(
    {
      version: fc.constant(version),
      title: anything,
      home_page_url: anything,
      language: anything,
      authors: anything,
      items: fc.array(fc.oneof(item, anything)),
    },
    { requiredKeys: ['version', 'items'] },
  );
  fc.assert(
    fc.property(feed, (input) => {
      const { articles } = edition(input);
      expect(new Set(articles.map((read) => read.id)).size).toBe(articles.length);
      for (const read of articles) {
        expect(read.id).toMatch(/^gazeta\/[a-z0-9-]{1,80}$/);
        expect(read.title).not.toBe('');
        expect(read.blocks.length).toBeGreaterThan(0);
      }
    }),
  );
});
