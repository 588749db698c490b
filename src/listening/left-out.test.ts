import { describe, expect, it } from 'vitest';
import type { Block } from '../articles/article.ts';
import { inventedArticle } from '../articles/invented-article.ts';
import type { Manner } from '../library/manner.ts';
import { Reading } from './reading.ts';
import { Script } from './script.ts';

const block = (kind: Block['kind'], text: string): Block => ({ kind, text, marks: [] });
const article = inventedArticle({
  title: 'Ura e re hapet nesër',
  byline: 'Arta Gjoka',
  blocks: [
    block('heading', 'Ura e re hapet nesër'),
    block('image', 'Ura nga lart.'),
    block('paragraph', 'Kalimi (edhe me biçikletë) është falas. Lexo te ura.al sot.'),
    block('quote', '„Erdhi koha[1]“, tha ajo.'),
    block('table', 'E hënë, 40 vetë'),
    block('heading', 'Çfarë pason'),
    block('caption', 'Foto nga arkivi.'),
  ],
});
const script = await Script.of(article);

function said(manner: Manner): string[] {
  return new Reading().utterances(script, undefined, { lexicon: '', manner }).map(({ text }) => text);
}

const usual = [
  'Ura e re hapet nesër',
  'Ura nga lart.',
  'Kalimi (edhe me biçikletë) është falas.',
  'Lexo te ura pikë al sot.',
  '„Erdhi koha“, tha ajo.',
  'E hënë, dyzet vetë',
  'Çfarë pason',
  'Foto nga arkivi.',
];

describe('what is read', () => {
  it('is everything, unless the listener wishes otherwise', () => expect(said({})).toEqual(usual));

  it.each([
    ['headline', [0]],
    ['captions', [1, 7]],
    ['quotes', [4]],
    ['tables', [5]],
  ] as const)('without %s: the rest keeps its place in the script', (leaveOut, silent) => {
    const expected = usual.map((text, index) => (silent.some((other) => other === index) ? '' : text));
    expect(said({ leaveOut: [leaveOut] })).toEqual(expected);
  });

  it('without written-out addresses and brackets', () => {
    expect(said({ leaveOut: ['links', 'brackets'] }).slice(2, 4)).toEqual(['Kalimi është falas.', 'Lexo te sot.']);
  });

  it('with footnote marks', () => expect(said({ readToo: ['notes'] })[4]).toBe('„Erdhi koha[një]“, tha ajo.'));
});

describe('who wrote it', () => {
  it.each([
    [['headline'], 1],
    [['captions'], 2],
  ] as const)('is said ahead of the first text that is read, without %s', (leaveOut, index) => {
    const texts = said({ readToo: ['byline'], leaveOut });
    expect(texts[index]).toBe(`Arta Gjoka. ${usual[index] ?? ''}`);
    expect(texts.filter((text) => text.includes('Arta'))).toHaveLength(1);
  });

  it('is said also where a picture without words comes first', async () => {
    const blocks = [block('heading', 'Ura'), block('image', ''), block('paragraph', 'Kalimi është falas.')];
    const pictured = await Script.of(inventedArticle({ title: 'Ura', byline: 'Arta Gjoka', blocks }));
    const wish = { lexicon: '', manner: { readToo: ['byline'] } } as const;
    const texts = new Reading().utterances(pictured, undefined, wish).map(({ text }) => text);
    expect(texts).toEqual(['Ura', 'Arta Gjoka. Kalimi është falas.']);
  });

  it('leaves the light on the words of the page', () => {
    const reading = new Reading();
    const wish = { lexicon: '', manner: { readToo: ['byline'] } } as const;
    const text = reading.utterances(script, undefined, wish)[1]?.text ?? '';
    expect(reading.sourceOf(1, text.indexOf('lart'))).toEqual({ block: 1, start: 8, end: 12 });
    expect(reading.sourceOf(1, 0)).toBeUndefined();
  });
});

it('a headline that is not read is not announced either', () => {
  const reading = new Reading();
  reading.utterances(script, undefined, { lexicon: '', manner: { leaveOut: ['headline'] } });
  expect(reading.announcement(1).map(({ text }) => text)).toEqual(article.source ? [article.source] : []);
});
