import type { Block, BlockKind } from './article.ts';
import { splitLongBlock } from './long-block.ts';
import { textBlocks } from './text-blocks.ts';

/** What makes a block a list item, and is no part of its text. */
export const bullet = /^[•*] (?=.)/;

const maxHeadingLength = 120;

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
