import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import { maxPageElements } from './long-text.ts';
import { maxPageSize, readHtmlFile, readPage, type PageContext } from './page-reader.ts';

const context: PageContext = {
  address: 'https://faqja.example/lajm',
  parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document,
  now: Date.parse('2026-11-24T12:00:00Z'),
};
const bytes = (html: string): Uint8Array => new TextEncoder().encode(html);
const read = (html: string, known: Partial<PageContext> = {}) => readPage(bytes(html), { ...context, ...known });

function article(html: string, known?: Partial<PageContext>): Article {
  const result = read(html, known);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

/** As in the .txt files: what is said of the article, then its blocks, each with its marks below it. */
function told(result: ReturnType<typeof readPage>): string {
  if ('problem' in result) return `problem: ${result.problem}\n`;
  const { blocks, ...metadata } = result;
  const lines = blocks.flatMap(({ kind, text, marks, picture }) => [
    `${kind}: ${text}`,
    ...(picture ? [`  picture ${Object.values(picture).join(' ')}`] : []),
    ...marks.map((mark) => {
      const meaning = mark.kind === 'link' ? ` ${mark.href}` : mark.kind === 'language' ? ` ${mark.language}` : '';
      return `  ${mark.kind}${meaning}: ${text.slice(mark.start, mark.end)}`;
    }),
  ]);
  return [
    ...Object.entries(metadata)
      .filter(([key]) => key !== 'id')
      .map(([key, value]) => `${key} = ${value}`),
    '',
    ...lines,
    '',
  ].join('\n');
}

const folder = new URL('fixtures/pages/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

describe('a page becomes the article that is in it, and nothing else of it', () => {
  it.each(pages)('%s', async (name) => {
    const result = readPage(readFileSync(new URL(name, folder)), context);
    await expect(told(result)).toMatchFileSnapshot(new URL(name.replace('.html', '.txt'), folder).pathname);
  });
});

const sentence = 'Banorët thonë se ura është e vjetër dhe nuk mban më, por për këtë nuk ka ende një vendim. ';
const paragraphs = `<p>${sentence.repeat(3)}</p><p>${sentence.repeat(2)}</p>`;
const page = (body: string, head = '') =>
  `<!doctype html><html lang="sq"><head><title>Ura e vjetër</title>${head}</head><body><article>${body}</article></body></html>`;

describe('an article that is not found at once', () => {
  it('is found where the page calls it something else, with nothing lost', () => {
    // Readability leaves out first what has such a name, and takes the page from the start when too little is left.
    const body = `<div><p>Kreu</p></div><div class="extra"><p>${sentence}</p><p>Hapi i fundit është <b>vota</b>. ${sentence.repeat(2)}</p></div>`;
    const html = `<!doctype html><html><head><title>Ura e vjetër</title></head><body>${body}</body></html>`;
    const texts = article(html).blocks.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('Banorët'))).toEqual([sentence.trim()]);
    expect(texts.filter((text) => text.startsWith('Hapi'))).toEqual([
      `Hapi i fundit është vota. ${sentence.repeat(2)}`.trim(),
    ]);
  });
});

describe('addresses', () => {
  /** As in a browser, where what is parsed has the address of the app. */
  const parseHtml: PageContext['parseHtml'] = (html) =>
    Object.defineProperty(context.parseHtml(html), 'baseURI', { value: 'https://degjo.example/', configurable: true });

  it('of links and pictures lead where the page does, not where the app is', () => {
    const html = page(`${paragraphs}<p>${sentence}<a href="/b">Lexoni këtu</a>.</p><img src="a.jpg">${paragraphs}`);
    const { blocks } = article(html, { parseHtml });
    const links = blocks.flatMap(({ marks }) => marks.map((mark) => mark.kind === 'link' && mark.href));
    expect(links).toEqual(['https://faqja.example/b']);
    expect(blocks.flatMap(({ picture }) => picture?.address ?? [])).toEqual(['https://faqja.example/a.jpg']);
  });
});

describe('its own name', () => {
  it.each([
    ['what the page calls itself', '/lajme/ura', 'https://faqja.example/lajme/ura'],
    ['not another site’s', 'https://tjeter.example/lajme/ura', 'https://faqja.example/lajm'],
    ['not the front page', 'https://faqja.example/', 'https://faqja.example/lajm'],
    ['not a script', 'javascript:alert(1)', 'https://faqja.example/lajm'],
  ])('%s', (_, href, url) => {
    const canonical = new URL(href, 'https://faqja.example/');
    const head = `<link rel="canonical" href="${href.startsWith('/') ? canonical.href : href}">`;
    expect(article(page(paragraphs, head)).url).toBe(url);
  });

  it('makes the same article of two visits', () => {
    expect(article(page(paragraphs)).id).toBe(article(page(paragraphs + paragraphs)).id);
  });
});

describe('what is left out', () => {
  const middle = (html: string) =>
    article(page(paragraphs + html + paragraphs))
      .blocks.map(({ text }) => text)
      .filter((text) => !sentence.repeat(3).includes(text.slice(0, 60)) && text !== 'Ura e vjetër');

  it.each([
    '<p>Lexo edhe: <a href="/b">Tuneli i vjetër mbyllet</a></p>',
    '<p><strong>LEXO MË SHUMË</strong> <a href="/b">Tuneli i vjetër mbyllet</a></p>',
    '<p>Shihni gjithashtu – Tuneli i vjetër mbyllet</p>',
    '<p>Read also: The tunnel closes</p>',
    '<h3>Lajme të ngjashme</h3><ul><li><a href="/b">Tuneli i vjetër mbyllet</a></li><li><a href="/c">Bora</a></li></ul>',
    '<p>Shpërndaje në Facebook</p>',
    '<p>Share this article</p>',
    '<p>Facebook Twitter WhatsApp</p>',
    '<p>Na ndiqni edhe në Instagram</p>',
    '<p>Abonohuni në buletinin tonë të lajmeve</p>',
    '<p>Kjo faqe përdor cookies që të punojë më mirë.</p>',
    '<p>We use cookies to improve your experience.</p>',
    '<p>Reklamë</p>',
    '<p>12 komente</p>',
    '<p>Koha e leximit: 3 min</p>',
    '<p>Etiketa: ura, lumi</p>',
    '<p>© 2026 Gazeta. Të gjitha të drejtat e rezervuara.</p>',
  ])('%s', (html) => {
    expect(middle(html)).toEqual([]);
  });

  it.each([
    'Lexo edhe një herë këtë fjali, dhe do ta kuptosh pse ura nuk mban më.',
    'Komente të tilla nuk i bëjnë mirë askujt, tha kryetari.',
    'Shpërndaja e ndihmave nis të hënën në mëngjes.',
    'Cookies quhen biskotat e vogla të kompjuterit, thotë mësuesi.',
    'Reklama e parë e fabrikës doli në vitin 1932.',
    'Facebook do të paguajë një gjobë.',
  ])('but a sentence that only sounds so stays: %s', (text) => {
    expect(middle(`<p>${text}</p>`)).toEqual([text]);
  });
});

describe('what is no article is told', () => {
  it.each([
    ['nothing', ''],
    ['a few words', page('<p>Faqja nuk u gjet.</p>')],
    [
      'a page that a script would fill',
      '<!doctype html><html><body><div id="root"></div><script>x</script></body></html>',
    ],
    ['links only', page(`<p><a href="/a">${sentence.repeat(5)}</a></p>`)],
    ['200,000 levels', '<div>'.repeat(200_000)],
  ])('%s: too little', (_, html) => {
    expect(read(html)).toEqual({ problem: 'too-little' });
  });

  it('a picture is no page', () => {
    expect(readPage(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), context)).toEqual({ problem: 'not-text' });
  });

  it('one that is too large', () => {
    expect(readPage(new Uint8Array(maxPageSize + 1), context)).toEqual({ problem: 'too-large' });
  });
});

describe('hostile pages', () => {
  it('deep nesting around an article does not hide it', () => {
    const levels = 5000;
    const html = page(`${'<div>'.repeat(levels)}${paragraphs}${'</div>'.repeat(levels)}`);
    expect(article(html).blocks.length).toBeGreaterThan(1);
  });

  it('of more elements than are parsed the beginning is read', () => {
    const html = page(paragraphs + `<p>${'<i>x</i> y '.repeat(maxPageElements)}</p>`);
    expect(article(html).blocks[1]?.text).toBe(sentence.repeat(3).trim());
  });

  it('whatever the markup, nothing but text, http(s) links and marks inside the text comes of it', () => {
    const piece = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">a</a>',
      '<a href="/c">c',
      '<a href="data:text/html,x">d</a>',
      '<iframe src="https://x.example"></iframe>',
      '<form><input>',
      '<p lang="en">',
      '<b><i>',
      '</b>',
      '<table><tr><td>e<td>f',
      '<blockquote>',
      '<base href="javascript:x">',
      '</article>',
      '<svg><a xlink:href="javascript:x">g</a></svg>',
      paragraphs,
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const result = readHtmlFile(bytes(page(pieces.join(''))), context);
        if ('problem' in result) return;
        for (const { text, marks } of result.blocks) {
          expect(text).not.toMatch(/[\n\0]/);
          for (const mark of marks) {
            expect(0 <= mark.start && mark.start < mark.end && mark.end <= text.length).toBe(true);
            if (mark.kind === 'link') expect(mark.href).toMatch(/^https?:/);
          }
        }
      }),
    );
  });
});

describe('a page kept as a file', () => {
  const file: PageContext = { parseHtml: context.parseHtml };

  it('gives its article, known by the address that it has for itself', () => {
    const html = page(paragraphs, '<link rel="canonical" href="https://faqja.example/ura">');
    expect(readHtmlFile(bytes(html), file)).toMatchObject({ title: 'Ura e vjetër', url: 'https://faqja.example/ura' });
  });

  it('gives all its text where it is no article', () => {
    const result = readHtmlFile(bytes('<nav>x</nav><p>Bukë, <a href="/x">kripë</a> e zemër.</p>'), file);
    expect(result).toMatchObject({ blocks: [{ kind: 'paragraph', text: 'Bukë, kripë e zemër.', marks: [] }] });
  });

  it('of no text says so', () => {
    expect(readHtmlFile(bytes('<script>x</script>'), context)).toEqual({ problem: 'too-little' });
  });
});
