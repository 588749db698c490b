import { expect, it } from 'vitest';
import type { Article } from '../../articles/article.ts';
import { passageOf } from './passage.ts';

/** The segmenter's own tests are elsewhere: here an end is a stop and a space. */
const splitSentences = (text: string) =>
  [...text.matchAll(/\S.*?(?:\.(?= )|$)/g)].map(({ 0: said, index }) => ({ start: index, end: index + said.length }));

const article: Article = {
  id: 'a',
  title: 'Tregu',
  language: 'sq',
  blocks: [
    { kind: 'heading', text: 'Tregu i Korçës', marks: [] },
    { kind: 'paragraph', text: 'Mira Deda shet rrush. Çmimet në Korçë u ulën, thotë ai. Pastaj iku.', marks: [] },
  ],
};
const find = (...words: string[]) => passageOf(article, words, splitSentences);

it('is the sentence with the most of the words, with these marked', () => {
  const passage = find('cmimet', 'korce', 'korces');
  expect(passage?.text).toBe('Çmimet në Korçë u ulën, thotë ai.');
  expect(passage?.marks.map(({ start, end }) => passage.text.slice(start, end))).toEqual(['Çmimet', 'Korçë']);
  expect(passage && article.blocks[passage.block]?.text.slice(passage.start, passage.end)).toBe(passage?.text);
});

it('is the first of several that are alike', () => {
  expect(find('korces')?.text).toBe('Tregu i Korçës');
  expect(find('rrush')?.text).toBe('Mira Deda shet rrush.');
});

it('is none where the words are gone', () => {
  expect(find('kos')).toBeUndefined();
});
