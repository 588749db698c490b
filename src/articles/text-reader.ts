import type { Article, Block, BlockKind } from './article.ts';
import { stableHash } from './hash.ts';
import { splitLongBlock } from './long-block.ts';
import { textBlocks } from './text-blocks.ts';
import { titleFromText } from './title.ts';

/** In UTF-16 units: some 300,000 words, more than a listener hears in a day. */
export const maxTextLength = 2_000_000;
export const maxBlocks = 20_000;

/** Why a text is no article. `limit` counts UTF-16 units of the text, or its blocks. */
export type TextProblem =
  | { readonly problem: 'empty' }
  | { readonly problem: 'too-long'; readonly limit: number; readonly unit: 'characters' | 'blocks' };

/** What makes a block a list item, and is no part of its text. */
export const bullet = /^[•*] (?=.)/;

const maxHeadingLength = 120;

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

/** Plain text as blocks of the kinds that it shows; `text` is the whole, tidied, one line for each block found. */
export function readBlocks(input: string): { blocks: Block[]; text: string; published: string | undefined } {
  const { published, blocks } = textBlocks(input);
  const texts = blocks.map((block) => block.text);
  return {
    blocks: texts.flatMap((_, index) => splitLongBlock(toBlock(texts, index))),
    text: texts.join('\n'),
    published,
  };
}

function toBlock(texts: readonly string[], index: number): Block {
  const text = texts[index] ?? '';
  const mark = bullet.exec(text);
  if (mark) return { kind: 'item', text: text.slice(mark[0].length), marks: [] };
  return { kind: kindOf(texts, index), text, marks: [] };
}

/** A heading stands before something: the headline before anything, others between two blocks that are none. */
function kindOf(texts: readonly string[], index: number): BlockKind {
  const next = texts[index + 1];
  if (next === undefined || !looksLikeHeading(texts[index] ?? '')) return 'paragraph';
  if (index === 0) return 'heading';
  return looksLikeHeading(texts[index - 1] ?? '') || looksLikeHeading(next) ? 'paragraph' : 'heading';
}

/** Short, with a letter or digit in it, no list item or line of dialogue, and not ended like a sentence or clause. */
function looksLikeHeading(text: string): boolean {
  return (
    text.length <= maxHeadingLength &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/^[-–—•*]/.test(text) &&
    !/[.!?…:;,][\p{Pe}\p{Pf}\p{Pi}"']*$/u.test(text)
  );
}
