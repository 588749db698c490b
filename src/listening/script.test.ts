import { describe, expect, it } from 'vitest';
import type { Block } from '../articles/article.ts';
import { inventedArticle } from '../articles/invented-article.ts';
import { Script } from './script.ts';

const paragraphs = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text, marks: [] }));
const scriptOf = (...texts: string[]) => Script.of(inventedArticle({ blocks: paragraphs(...texts) }));
const article = inventedArticle();
const script = await Script.of(article);

describe('an article as it will be read', () => {
  it('is its sentences, in order over all blocks, each with its place', () => {
    expect(script.sentences.map((sentence) => [sentence.block, script.sourceOf(sentence)])).toEqual([
      [0, 'Ura e re hapet nesër'],
      [1, 'Ura mbi lumë hapet nesër.'],
      [1, 'Kalimi është falas.'],
      [2, 'Banorët prisnin prej dy vjetësh.'],
      [2, 'Tani rruga shkurtohet shumë.'],
    ]);
  });

  it('is spoken in the language of the article', async () => {
    const other = await Script.of(inventedArticle({ language: 'sq-XK' }));
    expect([script, other].map((one) => one.spoken({})[0]?.language)).toEqual(['sq', 'sq-XK']);
  });

  it('has no sentence in an empty block', async () => {
    expect((await scriptOf('', ' ', 'Një.')).sentences.map(({ block }) => block)).toEqual([2]);
    expect((await scriptOf()).sentences).toEqual([]);
  });

  it('lets the page breathe while a long one is cut', async () => {
    let breaths = 0;
    const breathing = setInterval(() => breaths++, 0);
    const long = await scriptOf(...Array<string>(200).fill('Fjali e gjatë, por e thjeshtë. '.repeat(40)));
    clearInterval(breathing);
    expect(long.sentences).toHaveLength(8000);
    expect(breaths).toBeGreaterThan(0);
  });
});

it('tells what each sentence closes: a heading, a paragraph, or only itself', () => {
  expect(script.sentences.map(({ closes }) => closes)).toEqual([
    'heading',
    'sentence',
    'paragraph',
    'sentence',
    'paragraph',
  ]);
});

it('a spoken word leads back to the page, and the space between two to nothing', () => {
  const sentence = script.spoken({})[2];
  const at = sentence?.text.indexOf('është') ?? -1;
  const place = sentence?.sourceOf(at + 2);
  expect(article.blocks[1]?.text.slice(place?.start, place?.end)).toBe('është');
  expect(sentence?.sourceOf(at - 1)).toBeUndefined();
  expect(sentence?.sourceOf(1000)).toBeUndefined();
});

describe('the sentence at a point of the text', () => {
  it.each([
    ['the headline', 0, 0, 0],
    ['the first letter of a sentence', 1, 26, 2],
    ['the last letter of a sentence', 1, 24, 1],
    ['the space between two: the one before', 1, 25, 1],
    ['past the end of a block', 1, 999, 2],
    ['past the end of the article', 9, 0, 4],
  ])('%s', (_, block, offset, index) => {
    expect(script.indexAt(block, offset)).toBe(index);
  });

  it('before a block without sentences is the last one before', async () => {
    expect((await scriptOf('Një. Dy.', '', 'Tre.')).indexAt(1, 0)).toBe(1);
  });
});

describe('a place to come back to', () => {
  it('says where a sentence stands and how it begins', () => {
    expect(script.locatorOf(2)).toEqual({ article: 'ura', block: 1, offset: 26, quote: 'Kalimi është falas.' });
  });

  it('quotes no more than a line of a long sentence, and finds it by that', async () => {
    const long = await scriptOf('Hyrja.', `${'fjalë '.repeat(100)}fund.`);
    const locator = long.locatorOf(1);
    expect(locator.quote.length).toBeLessThan(100);
    expect(long.indexOf(locator)).toBe(1);
  });

  it.each(script.sentences.map((sentence, index) => [script.sourceOf(sentence), index] as const))(
    'leads back to „%s“',
    (_, index) => {
      expect(script.indexOf(script.locatorOf(index))).toBe(index);
    },
  );

  it('finds its sentence again where the article grew before it', async () => {
    const longer = await scriptOf('Një paragraf i ri. Me dy fjali.', 'Ura mbi lumë hapet nesër. Kalimi është falas.');
    expect(longer.indexOf({ ...script.locatorOf(2), block: 0, offset: 0 })).toBe(3);
  });

  it('is the nearest of the sentences that begin alike', async () => {
    const refrain = await scriptOf('Hyrja.', 'Dëgjo. Një. Dëgjo. Dy. Dëgjo. Tre.', 'Fundi.');
    expect(refrain.indexOf({ article: 'ura', block: 1, offset: 31, quote: 'Dëgjo.' })).toBe(5);
  });

  it('is the nearest place where its sentence is gone', async () => {
    const other = await scriptOf('Titull tjetër', 'Ura hapet sot. Kalimi kushton dy euro.', 'Fund.');
    expect(other.indexOf(script.locatorOf(2))).toBe(2);
    expect(other.indexOf({ ...script.locatorOf(4), block: 7 })).toBe(3);
    expect((await scriptOf()).indexOf(script.locatorOf(2))).toBe(0);
  });
});
