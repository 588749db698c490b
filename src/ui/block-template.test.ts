import type { TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import type { Block, BlockKind, Mark } from '../articles/article.ts';
import { blocksTemplate, marked } from './block-template.ts';

/** A template as its text would stand in a file: Node has no document to render it into. */
function written(template: unknown): string {
  if (Array.isArray(template)) return template.map(written).join('');
  if (typeof template === 'string') return `“${template}”`;
  if (typeof template === 'number') return String(template);
  const { strings, values } = template as TemplateResult;
  const text = strings.map((string, index) => string + (index < values.length ? written(values[index]) : '')).join('');
  return text.replace(/>\s+/g, '>').replace(/\s+</g, '<');
}

const block = (kind: BlockKind, text: string, ...marks: Mark[]): Block => ({ kind, text, marks });
const rendered = (blocks: readonly Block[], from = 0) => written(blocksTemplate(blocks, from));
/** What stands between the quotation marks of `written`: the text nodes. */
const textNodes = (template: unknown) =>
  Array.from(written(template).matchAll(/>?“([^”]*)”(?!")/g), ([, text]) => text);

describe('each kind of block is its own element, and knows its number', () => {
  it.each<[BlockKind, string]>([
    ['paragraph', '<p data-block=0>“Një.”</p>'],
    ['heading', '<h2 data-block=0>“Një.”</h2>'],
    ['quote', '<blockquote data-block=0>“Një.”</blockquote>'],
    ['code', '<pre data-block=0>“Një.”</pre>'],
    ['caption', '<p class=“caption” data-block=0>“Një.”</p>'],
    ['image', '<p class=“image” data-block=0>“Një.”</p>'],
    ['table', '<p class=“table” data-block=0>“Një.”</p>'],
    ['item', '<ul><li data-block=0>“Një.”</li></ul>'],
  ])('%s', (kind, html) => {
    expect(rendered([block(kind, 'Një.')])).toBe(html);
  });
});

it('a picture stands above its caption, in whose text it has no part', () => {
  const picture = { address: 'https://gazeta.example/ura.jpg' };
  const template = blocksTemplate([{ ...block('caption', 'Ura, dje.'), picture }], 0);
  expect(template[0]?.strings[0]).toBe('<degjo-article-picture .picture=');
  expect(template[0]?.values[0]).toBe(picture);
  expect(written(template[0]?.values[1])).toBe('<p class=“caption” data-block=0>“Ura, dje.”</p>');
});

it('items that follow each other are one list; numbers are those of the article, also behind a headline', () => {
  const blocks = [
    block('heading', 'Titulli'),
    block('item', 'Një'),
    block('item', 'Dy'),
    block('paragraph', 'Tekst'),
    block('item', 'Tre'),
  ];
  expect(rendered(blocks, 1)).toBe(
    '<ul><li data-block=1>“Një”</li><li data-block=2>“Dy”</li></ul>' +
      '<p data-block=3>“Tekst”</p>' +
      '<ul><li data-block=4>“Tre”</li></ul>',
  );
});

describe('marks', () => {
  const text = 'Një dy tre';

  it.each<[string, Mark, string]>([
    ['emphasis', { kind: 'emphasis', start: 4, end: 6 }, '“Një ”<em>“dy”</em>“ tre”'],
    ['strong', { kind: 'strong', start: 0, end: 3 }, '<strong>“Një”</strong>“ dy tre”'],
    [
      'a foreign language',
      { kind: 'language', start: 7, end: 10, language: 'en' },
      '“Një dy ”<span lang=“en”>“tre”</span>',
    ],
    [
      'a link',
      { kind: 'link', start: 0, end: 10, href: 'https://gazeta.example/' },
      '<a href=“https://gazeta.example/” rel="noopener noreferrer" target="_blank">“Një dy tre”</a>',
    ],
  ])('%s', (_, mark, html) => {
    expect(written(marked(block('paragraph', text, mark)))).toBe(html);
  });

  it('that overlap are cut at every edge, and each piece is wrapped in all that cover it', () => {
    const overlapping: Mark[] = [
      { kind: 'strong', start: 0, end: 6 },
      { kind: 'emphasis', start: 4, end: 10 },
    ];
    const template = marked(block('paragraph', text, ...overlapping));
    expect(written(template)).toBe('<strong>“Një ”</strong><em><strong>“dy”</strong></em><em>“ tre”</em>');
    expect(textNodes(template).join('')).toBe(text);
  });
});

it('what looks like markup stays text: no letter of a block stands in the template itself', () => {
  const [template] = blocksTemplate([block('paragraph', '<img src=x onerror=alert(1)>')], 0);
  expect(template?.strings.join('')).toBe('<p data-block=></p>');
  expect(template?.values).toEqual([0, '<img src=x onerror=alert(1)>']);
});
