import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Block } from './article.ts';
import { htmlBlocks } from './html-blocks.ts';

const base = 'https://gazeta.example/lajme/1';

function parse(html: string): Document {
  const whole = `<!doctype html><html><head></head><body>${html}</body></html>`;
  return new DOMParser().parseFromString(whole, 'text/html') as unknown as Document;
}

const blocksOf = (html: string): Block[] => htmlBlocks(parse(html).documentElement, { base, language: 'sq' });
const shown = (html: string): string[] => blocksOf(html).map((block) => `${block.kind}: ${block.text}`);

/** Each mark as its words and what they mean. */
const marked = (html: string): string[] =>
  blocksOf(html).flatMap((block) =>
    block.marks.map((mark) => {
      const words = block.text.slice(mark.start, mark.end);
      if (mark.kind === 'link') return `${words} → ${mark.href}`;
      return mark.kind === 'language' ? `${words} (${mark.language})` : `${words} (${mark.kind})`;
    }),
  );

describe('markup becomes blocks', () => {
  it.each([
    [
      'paragraphs and headings',
      '<h1>A</h1><p>B</p><h3>C</h3><p>D</p>',
      ['heading: A', 'paragraph: B', 'heading: C', 'paragraph: D'],
    ],
    [
      'a quotation and its paragraphs',
      '<blockquote><p>A</p><p>B</p></blockquote><p>C</p>',
      ['quote: A', 'quote: B', 'paragraph: C'],
    ],
    [
      'list items, nested',
      '<ul><li>A<ul><li>B</li></ul></li><li><p>C</p></li></ul>',
      ['item: A', 'item: B', 'item: C'],
    ],
    ['captions', '<figure><img alt="x"><figcaption>A</figcaption></figure>', ['caption: A']],
    [
      'table rows',
      '<table><caption>T</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td></td><td><p>2</p></td></tr></table>',
      ['caption: T', 'table: A, B', 'table: 1, 2'],
    ],
    [
      'a table that sets texts side by side',
      '<table><tr><td><p>A</p><p>B</p></td><td><p>C</p></td></tr></table>',
      ['paragraph: A', 'paragraph: B', 'paragraph: C'],
    ],
    [
      'a table that lays out a page',
      '<table><tr><td></td><td><h2>A</h2><p>B</p><p>C</p></td></tr></table>',
      ['heading: A', 'paragraph: B', 'paragraph: C'],
    ],
    ['program text', '<pre>let a\n  = 1</pre>', ['code: let a = 1']],
    [
      'bare text between blocks',
      'A <b>B</b><p>C</p>D<div>E</div>F',
      ['paragraph: A B', 'paragraph: C', 'paragraph: D', 'paragraph: E', 'paragraph: F'],
    ],
    ['a line break is a space', '<p>A<br>B<br/> C</p>', ['paragraph: A B C']],
    [
      'two of them are the end of a paragraph',
      'A<br><br>B<br>\n<br>C',
      ['paragraph: A', 'paragraph: B', 'paragraph: C'],
    ],
    ['white space collapses', '<p>\n  A\t&nbsp; B <b> C</b> </p>', ['paragraph: A B C']],
    ['words stay whole across elements', '<p>Shqip<b>ëri</b>a</p>', ['paragraph: Shqipëria']],
    ['letters are composed, across elements too', '<p>e&#776; <i>e</i>&#776;</p>', ['paragraph: ë ë']],
    ['entities are letters', '<p>&euml;&amp;&#231; &lt;b&gt;</p>', ['paragraph: ë&ç <b>']],
    ['nothing', '<p> </p><div>&nbsp;</div><br><hr>', []],
  ])('%s', (_, html, expected) => {
    expect(shown(html)).toEqual(expected);
  });

  it.each([
    '<script>x</script>',
    '<style>x</style>',
    '<noscript>x</noscript>',
    '<template>x</template>',
    '<iframe>x</iframe>',
    '<svg><text>x</text></svg>',
    '<object data="x">x</object>',
    '<video src="x">x</video>',
    '<img src="https://matja.example/1.gif" width="1" height="1" alt="x">',
    '<img src="https://matja.example/2.gif" style="display:none" alt="x">',
    '<nav><a href="/">x</a></nav>',
    '<button>x</button>',
    '<select><option>x</option></select>',
    '<textarea>x</textarea>',
    '<input value="x">',
    '<p hidden>x</p>',
    '<div aria-hidden="true"><p>x</p></div>',
    '<span style="color: red; display : none">x</span>',
    '<!-- x -->',
  ])('left out with its text: %s', (html) => {
    expect(shown(`<p>A</p>${html}<p>B</p>`)).toEqual(['paragraph: A', 'paragraph: B']);
  });
});

describe('markup becomes marks', () => {
  it('emphasis, and what is inside of what', () => {
    expect(marked('<p>A <b>b <i>c</i></b> <em>d</em> <strong>e</strong></p>')).toEqual([
      'b c (strong)',
      'c (emphasis)',
      'd (emphasis)',
      'e (strong)',
    ]);
  });

  it('without the spaces at their ends, and not where there is nothing', () => {
    expect(marked('<p>A<b> b </b>c<i> </i><i></i></p>')).toEqual(['b (strong)']);
  });

  it('links lead where the page would', () => {
    expect(marked('<p><a href="/x">a</a> <a href="y?z#w">b</a> <a href="//tjeter.example">c</a></p>')).toEqual([
      'a → https://gazeta.example/x',
      'b → https://gazeta.example/lajme/y?z#w',
      'c → https://tjeter.example/',
    ]);
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc',
    'mailto:a@b.al',
    'blob:https://x/1',
    'http://[',
  ])('and nowhere else: %j', (href) => {
    expect(marked(`<p><a href="${href}">a</a></p>`)).toEqual([]);
    expect(shown(`<p><a href="${href}">a</a></p>`)).toEqual(['paragraph: a']);
  });

  it('a link without an address is none', () => {
    expect(marked('<p><a name="x">a</a></p>')).toEqual([]);
  });

  it('another language, and back', () => {
    expect(
      marked('<p>A <span lang="en">b <i lang="sq">c</i></span></p><p lang="sr_Latn">d</p><p lang="sq-AL">e</p>'),
    ).toEqual(['b c (en)', 'c (emphasis)', 'c (sq)', 'd (sr-Latn)']);
  });

  it('a mark around several blocks is in each of them', () => {
    expect(marked('A <a href="/x">B<p>C D</p></a><p>E</p>')).toEqual([
      'B → https://gazeta.example/x',
      'C D → https://gazeta.example/x',
    ]);
  });

  it('marks in a table row stand over their own words', () => {
    expect(marked('<table><tr><td>A <b>b</b></td><td><b>c</b> d</td></tr></table>')).toEqual([
      'b (strong)',
      'c (strong)',
    ]);
  });
});

describe('hostile markup', () => {
  /** Built from the inside out: a parser's own limits are not the subject. */
  function nested(depth: number, names: readonly string[]): Element {
    const document = parse('');
    let element: Element = document.createElement('p');
    element.textContent = 'fundi';
    for (let level = 0; level < depth; level++) {
      const outer = document.createElement(names[level % names.length] ?? 'div');
      outer.append(element);
      element = outer;
    }
    return element;
  }

  it.each([[['div']], [['b', 'i', 'a']], [['blockquote', 'li']], [['table', 'tr', 'td']]])(
    '200,000 levels of %s',
    (names) => {
      const blocks = htmlBlocks(nested(200_000, names), { base, language: 'sq' });
      expect(blocks.map((block) => block.text)).toEqual(['fundi']);
    },
  );

  it('what is open a thousand times over marks only so often', () => {
    const html = `${'<i lang="en"><i lang="sq">'.repeat(1000)}a`;
    expect(blocksOf(html)[0]?.marks.length).toBeLessThan(20);
  });

  const tags = 'p div b i em strong a span h2 blockquote ul li table tr td th pre br script svg noscript'.split(' ');
  const attribute = fc.constantFrom(
    '',
    ' href="/x"',
    ' href="javascript:alert(1)"',
    ' href=data:text/html,x',
    ' href="ftp://x"',
    ' href="https://"',
    ' lang="en"',
    ' lang="!"',
    ' hidden',
    ' onclick="x"',
  );
  const piece = fc.oneof(
    fc.tuple(fc.constantFrom(...tags), attribute).map(([tag, written]) => `<${tag}${written}>`),
    fc.constantFrom(...tags).map((tag) => `</${tag}>`),
    fc.constantFrom(
      ' ',
      '\n',
      'fjalë',
      'e\u0308',
      '\u0308',
      '&nbsp;',
      '&#x1F600;',
      '&lt;script&gt;',
      '\uFEFF',
      '<',
      '<!--',
      '-->',
      ']]>',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const markup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('marks stay inside the text, in order, not empty, and lead only to http(s)', () => {
    fc.assert(
      fc.property(markup, (html) => {
        for (const { text, marks } of blocksOf(html)) {
          expect(text).not.toBe('');
          expect(text).toBe(text.normalize('NFC').replace(/\s+/g, ' ').trim());
          let last = 0;
          for (const mark of marks) {
            expect(mark.start).toBeGreaterThanOrEqual(last);
            expect(mark.end).toBeGreaterThan(mark.start);
            expect(mark.end).toBeLessThanOrEqual(text.length);
            if (mark.kind === 'link') expect(mark.href).toMatch(/^https?:\/\//);
            last = mark.start;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
