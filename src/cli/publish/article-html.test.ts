import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Block, Mark } from '../../articles/article.ts';
import { readJsonFeed } from '../../articles/json-feed-reader.ts';
import { articleHtml } from './article-html.ts';

const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
const context = { address: 'https://lajme.example/feed.json', key: 'lajme', parseHtml };

function readAgain(html: string): readonly Block[] {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', content_html: html, language: 'sq' }],
  };
  const edition = readJsonFeed(feed, context);
  return 'problem' in edition ? [] : (edition.articles[0]?.blocks ?? []);
}

const write = (blocks: readonly Block[], pictures = false) => articleHtml(blocks, { pictures });
const block = (kind: Block['kind'], text: string, ...marks: Mark[]): Block => ({ kind, text, marks });

/** What each letter means: where marks overlap, elements cut one of them in two, perhaps at a space. */
function meanings({ text, marks }: Block): string[] {
  return Array.from({ length: text.length }, (_, at) =>
    (text[at] === ' ' ? [] : marks)
      .filter(({ start, end }) => start <= at && at < end)
      .map((mark) => JSON.stringify({ ...mark, start: undefined, end: undefined }))
      .sort()
      .join(),
  );
}

const word = fc.stringMatching(/^[a-zA-ZëçËÇ0-9<>&"'«»„“%€.]{1,9}$/);
const words = fc.array(word, { minLength: 1, maxLength: 8 });
const meaning = fc.constantFrom<Mark>(
  { kind: 'link', href: 'https://lajme.example/?a=1&b=%22', start: 0, end: 0 },
  { kind: 'emphasis', start: 0, end: 0 },
  { kind: 'strong', start: 0, end: 0 },
  { kind: 'language', language: 'en', start: 0, end: 0 },
);
/** Marks of one word and more, at most one of a kind. */
const marked = fc
  .record({
    words,
    marks: fc.uniqueArray(fc.tuple(meaning, fc.nat(7), fc.nat(7)), { selector: ([{ kind }]) => kind, maxLength: 4 }),
  })
  .map(({ words, marks }) => {
    const starts = words.map((_, index) => words.slice(0, index).join(' ').length + (index > 0 ? 1 : 0));
    const placed = marks.map(([mark, one, other]): Mark => {
      const [first, last] = [one % words.length, other % words.length].sort((a, b) => a - b) as [number, number];
      return { ...mark, start: starts[first] ?? 0, end: (starts[last] ?? 0) + (words[last]?.length ?? 0) };
    });
    return { text: words.join(' '), marks: placed };
  });
const kind = fc.constantFrom<Block['kind']>('paragraph', 'heading', 'quote', 'item', 'caption', 'code');
const anyBlock = fc.oneof(
  fc.tuple(kind, marked).map(([kind, content]): Block => ({ kind, ...content })),
  fc
    .array(words, { minLength: 2, maxLength: 4 })
    .map((cells) => block('table', cells.map((cell) => cell.join(' ')).join(', '))),
);

describe('an article as HTML', () => {
  it('read again is the same article, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 6 }), (blocks) => {
        const again = readAgain(write(blocks));
        expect(again.map(({ kind, text }) => [kind, text])).toEqual(blocks.map(({ kind, text }) => [kind, text]));
        expect(again.map(meanings)).toEqual(blocks.map(meanings));
      }),
      { numRuns: 300 },
    );
  });

  it('says no more than its text: markup in it is text', () => {
    const html = write([block('paragraph', '<script>alert(1)</script> & "po"')]);
    expect(html).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;po&quot;</p>');
  });

  it('keeps the items of a list together', () => {
    expect(write([block('item', 'Bukë'), block('item', 'Ujë'), block('paragraph', 'Kaq.')])).toBe(
      '<ul><li>Bukë</li><li>Ujë</li></ul><p>Kaq.</p>',
    );
    expect(write([block('item', 'Bukë')])).toBe('<ul><li>Bukë</li></ul>');
  });

  it('names pictures only where that is wished; their captions stay', () => {
    const picture = { address: 'https://lajme.example/a.jpg?x=1&y=2', alt: 'Ura', width: 640, height: 480 };
    const blocks: Block[] = [
      { ...block('caption', 'Ura e re.'), picture },
      { ...block('image', 'Lumi'), picture: { address: 'https://lajme.example/b.jpg' } },
    ];
    expect(write(blocks)).toBe('<figure><figcaption>Ura e re.</figcaption></figure>');
    expect(write(blocks, true)).toBe(
      '<figure><img src="https://lajme.example/a.jpg?x=1&amp;y=2" alt="Ura" width="640" height="480">' +
        '<figcaption>Ura e re.</figcaption></figure>' +
        '<figure><img src="https://lajme.example/b.jpg" alt="Lumi"></figure>',
    );
  });
});
