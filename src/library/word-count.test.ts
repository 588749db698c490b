import { expect, it } from 'vitest';
import type { Block } from '../articles/article.ts';
import { inventedArticle } from '../articles/invented-article.ts';
import { wordCount } from './word-count.ts';

const blocks = (...texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text, marks: [] }));

it.each([
  [[], 0],
  [['Dy fjalë.', 'Dhe tri të tjera.'], 6],
  [['10,5 % e çmimit – më pak'], 7],
  [[' '], 0],
])('%j: %i words', (texts, count) => {
  expect(wordCount(inventedArticle({ blocks: blocks(...texts) }))).toBe(count);
});
