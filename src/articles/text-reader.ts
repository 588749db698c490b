import type { Article } from './article.ts';
import { stableHash } from './hash.ts';
import { readBlocks } from './plain-blocks.ts';
import { titleFromText } from './title.ts';

/** In UTF-16 units: some 300,000 words, more than a listener hears in a day. */
export const maxTextLength = 2_000_000;
export const maxBlocks = 20_000;

/** Why a text is no article. `limit` counts UTF-16 units of the text, or its blocks. */
export type TextProblem =
  | { readonly problem: 'empty' }
  | { readonly problem: 'too-long'; readonly limit: number; readonly unit: 'characters' | 'blocks' };

/**
 * Plain text as an article: the same text is always the same article.
 *
 * A short first block that does not end like a sentence is the headline where more blocks follow; otherwise the title
 * is made from the first words.
 */
export function readText(input: string): Article | TextProblem {
  if (input.length > maxTextLength) return { problem: 'too-long', limit: maxTextLength, unit: 'characters' };
  const { published, blocks, text } = readBlocks(input);
  const [first] = blocks;
  if (!first) return { problem: 'empty' };
  if (blocks.length > maxBlocks) return { problem: 'too-long', limit: maxBlocks, unit: 'blocks' };
  return {
    id: `tekst/${stableHash(text)}`,
    title: first.kind === 'heading' ? first.text : titleFromText(first.text),
    language: 'sq',
    blocks,
    ...(published !== undefined && { published }),
  };
}
