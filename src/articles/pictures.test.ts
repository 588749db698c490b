import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Block } from './article.ts';
import { htmlBlocks } from './html-blocks.ts';
import { inventedArticle } from './invented-article.ts';
import { maxPictures, pictureBlock, withPictures, type NamedPicture } from './pictures.ts';

const base = 'https://gazeta.example/lajme/1';

function blocksOf(html: string): Block[] {
  const whole = `<!doctype html><html><head></head><body>${html}</body></html>`;
  const page = new DOMParser().parseFromString(whole, 'text/html') as unknown as Document;
  return htmlBlocks(page.documentElement, { base, language: 'sq', pictureBlock });
}

const title = 'Ura e re hapet nesër';
const heading: Block = { kind: 'heading', text: title, marks: [] };
const settled = (html: string, named?: NamedPicture): readonly Block[] =>
  withPictures(inventedArticle({ title, blocks: [heading, ...blocksOf(html)] }), named, base).blocks.slice(1);
const shown = (html: string, named?: NamedPicture): string[] =>
  settled(html, named).map(
    ({ kind, text, picture }) => `${kind}: ${[text, ...Object.values(picture ?? {}).map(String)].join(' | ')}`,
  );

describe('a picture is kept', () => {
  it.each([
    [
      'with what it shows',
      '<img src="/ura.jpg" alt="Ura  nga\nlart">',
      'image: Ura nga lart | https://gazeta.example/ura.jpg',
    ],
    ['without words', '<img src="ura.jpg">', 'image:  | https://gazeta.example/lajme/ura.jpg'],
    [
      'with its size',
      '<img src="/a.png" width="800" height="450px">',
      'image:  | https://gazeta.example/a.png | 800 | 450',
    ],
    [
      'with no size where half of it is told',
      '<img src="/a.png" width="800" height="auto">',
      'image:  | https://gazeta.example/a.png',
    ],
    ['over https', '<img src="http://foto.example/a.jpg">', 'image:  | https://foto.example/a.jpg'],
    [
      'from where a script would take it',
      '<img src="data:image/gif;base64,R0lGOD" data-src="/ura.webp">',
      'image:  | https://gazeta.example/ura.webp',
    ],
    [
      'in the smallest size that is enough',
      '<img src="/a.jpg" srcset="/a-300.jpg 300w, /a-1024.jpg 1024w,/a-768.jpg 768w, /a-2000.jpg 2000w">',
      'image:  | https://gazeta.example/a-768.jpg',
    ],
    [
      'in the largest where none is',
      '<img src="/a.jpg" srcset="/a-300.jpg 300w">',
      'image:  | https://gazeta.example/a-300.jpg',
    ],
    [
      'where only densities are told',
      '<img src="/a.jpg" srcset="/b.jpg 2x">',
      'image:  | https://gazeta.example/a.jpg',
    ],
    [
      'with its caption, and the words besides',
      '<figure><img src="/a.jpg" alt="Dy burra mbi urë"><figcaption>Ura, dje.</figcaption></figure>',
      'caption: Ura, dje. | https://gazeta.example/a.jpg | Dy burra mbi urë',
    ],
    [
      'with its caption alone where the words are the same',
      '<figure><a href="/a.jpg"><img src="/a.jpg" alt="Ura, dje."></a><figcaption>Ura, dje.</figcaption></figure>',
      'caption: Ura, dje. | https://gazeta.example/a.jpg',
    ],
  ])('%s', (_, html, expected) => {
    expect(shown(html)).toEqual([expected]);
  });

  it('behind the text that it stands in, which is not cut in two', () => {
    expect(shown('<p>Ura <img src="/a.jpg"> është e vjetër.</p><p><img src="/b.jpg"> Lumi.</p>')).toEqual([
      'paragraph: Ura është e vjetër.',
      'image:  | https://gazeta.example/a.jpg',
      'image:  | https://gazeta.example/b.jpg',
      'paragraph: Lumi.',
    ]);
  });

  it('once', () => {
    expect(shown('<img src="/a.jpg"><p>A</p><img src="/a.jpg" alt="Ura">')).toEqual([
      'image:  | https://gazeta.example/a.jpg',
      'paragraph: A',
    ]);
  });

  it.each(['IMG_2041.jpg', 'foto_e_ures', '20261124', 'ura e re.png', title.toUpperCase()])(
    'without words that say nothing, or nothing new: %s',
    (alt) => {
      expect(shown(`<img src="/a.jpg" alt="${alt}">`)).toEqual(['image:  | https://gazeta.example/a.jpg']);
    },
  );

  it('up to a number', () => {
    const html = Array.from({ length: 50 }, (_, index) => `<img src="/${index}.jpg">`).join('');
    expect(settled(html)).toHaveLength(maxPictures);
  });
});

describe('no picture is made of', () => {
  it.each([
    // What counts who reads.
    '<img src="https://gazeta.example/p" width="1" height="1">',
    '<img src="https://gazeta.example/p" width="2" height="600">',
    '<img src="https://gazeta.example/p" style="width: 1px; height:1px">',
    '<img src="https://gazeta.example/p?w=1&h=1">',
    '<img src="https://gazeta.example/p" hidden>',
    '<img src="https://gazeta.example/p" style="display:none">',
    '<img src="https://gazeta.example/1x1.png">',
    '<img src="https://gazeta.example/open.php?u=17">',
    '<img src="https://pixel.gazeta.example/b?post=17">',
    '<img src="https://pixel.wp.com/b.gif?v=1&post=7">',
    '<img src="https://stats.wp.com/g.gif">',
    '<img src="http://feeds.feedburner.com/~r/Gazeta/~4/x1">',
    '<img src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1">',
    '<img src="https://www.google-analytics.com/collect?v=1">',
    '<img src="https://b.scorecardresearch.com/p?c1=2">',
    // What stands in for something else.
    '<img src="/blank.gif" width="800" height="600">',
    '<img src="/spacer.gif">',
    '<img class="emoji" src="/1f600.png" alt="😀">',
    '<img src="/facebook.png" width="24" height="24">',
    // What must not or cannot be asked for.
    '<img src="data:image/png;base64,iVBORw0KGgo=">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img src="javascript:alert(1)">',
    '<img src=" java\nscript:alert(1)">',
    '<img src="blob:https://gazeta.example/1">',
    '<img src="file:///etc/passwd">',
    '<img src="ftp://gazeta.example/a.jpg">',
    '<img src="https://ana:fjala@gazeta.example/a.jpg">',
    '<img src="https://192.168.1.1/a.jpg">',
    '<img src="https://127.1/a.jpg">',
    '<img src="https://[::1]/a.jpg">',
    '<img src="https://localhost/a.jpg">',
    '<img src="https://ruteri.local/a.jpg">',
    '<img src="https://gazeta.example:8443/a.jpg">',
    '<img src="http://[">',
    '<img src="/logo.svg">',
    `<img src="/${'a'.repeat(3000)}.jpg">`,
    '<img alt="Ura">',
    // A table is read by its rows.
    '<table><tr><td><img src="/a.jpg"></td></tr></table>',
  ])('%s', (html) => {
    expect(shown(`<p>A</p>${html}<p>B</p>`)).toEqual(['paragraph: A', 'paragraph: B']);
  });

  it('whatever stands in an img: what comes of it is an https address and words', () => {
    const value = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom('javascript:x', 'data:,x', '1', '  ', ', ,', 'a 1w,b 2w'),
    );
    const image = fc.record({ src: value, srcset: value, alt: value, width: value, 'data-src': value });
    fc.assert(
      fc.property(image, (attributes) => {
        const page = new DOMParser().parseFromString('<html><body></body></html>', 'text/html');
        const element = page.createElement('img', undefined) as unknown as Element;
        for (const [name, written] of Object.entries(attributes)) element.setAttribute(name, written);
        const block = pictureBlock(element, base);
        if (block) {
          expect(new URL(block.picture?.address ?? '').protocol).toBe('https:');
          expect(block.text).not.toMatch(/[\n\0]/);
        }
      }),
    );
  });
});

describe('the picture that a source names besides', () => {
  const named = { url: '/kreu.jpg', width: 1200, height: 630, description: 'Ura në mbrëmje' };

  it('stands above a text that has none', () => {
    expect(shown('<p>A</p>', named)).toEqual([
      'image: Ura në mbrëmje | https://gazeta.example/kreu.jpg | 1200 | 630',
      'paragraph: A',
    ]);
  });

  it('is left where the text has its own', () => {
    expect(shown('<p>A</p><img src="/a.jpg">', named)).toEqual([
      'paragraph: A',
      'image:  | https://gazeta.example/a.jpg',
    ]);
  });

  it.each([
    [{ url: 7 }],
    [{ url: null }],
    [{}],
    [{ url: 'javascript:alert(1)' }],
    [{ url: '/kreu.jpg', width: '1', height: '1' }],
  ])('is none: %j', (odd) => {
    expect(shown('<p>A</p>', odd)).toEqual(['paragraph: A']);
  });
});
