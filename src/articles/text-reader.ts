import type { Article, Block } from './article.ts';
import { stableHash } from './hash.ts';
import { textBlocks } from './text-blocks.ts';
import { titleFromText } from './title.ts';

/** In UTF-16 units: some 300,000 words, more than a listener hears in a day. */
export const maxTextLength = 2_000_000;
export const maxBlocks = 20_000;

/** Why a text is no article. `limit` counts UTF-16 units of the text, or its blocks. */
export type TextProblem =
  | { readonly problem: 'empty' }
  | { readonly problem: 'too-long'; readonly limit: number; readonly unit: 'characters' | 'blocks' };

/** Longer blocks are cut: a page lays out and a listener finds a place in twenty paragraphs, not in one endless one. */
const maxBlockLength = 20_000;
const maxHeadingLength = 120;

/**
 * Plain text as an article: the same text is always the same article.
 *
 * A short first block that does not end like a sentence is the headline where more blocks follow; otherwise the title
 * is made from the first words.
 */
export function readText(input: string): Article | TextProblem {
  if (input.length > maxTextLength) return { problem: 'too-long', limit: maxTextLength, unit: 'characters' };
  const { published, blocks: found } = textBlocks(input);
  const texts = found.flatMap((block) => cutLongBlock(block.text));
  const first = texts[0];
  if (first === undefined) return { problem: 'empty' };
  if (texts.length > maxBlocks) return { problem: 'too-long', limit: maxBlocks, unit: 'blocks' };

  const blocks = texts.map((text, index) => toBlock(text, index === texts.length - 1));
  return {
    id: `tekst/${stableHash(texts.join('\n'))}`,
    title: blocks[0]?.kind === 'heading' ? first : titleFromText(first),
    language: 'sq',
    blocks,
    ...(published !== undefined && { published }),
  };
}

function toBlock(text: string, isLast: boolean): Block {
  const item = /^[•*] (?=\S)/.exec(text);
  if (item) return { kind: 'item', text: text.slice(item[0].length), marks: [] };
  return { kind: !isLast && looksLikeHeading(text) ? 'heading' : 'paragraph', text, marks: [] };
}

/** Short, with a letter or digit in it, not a line of dialogue, and not ended like a sentence, a list or a quotation. */
function looksLikeHeading(text: string): boolean {
  return (
    text.length <= maxHeadingLength &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/^[-–—]/.test(text) &&
    !/[.!?…:;,][\p{Pe}\p{Pf}\p{Pi}"'“]*$/u.test(text)
  );
}

function cutLongBlock(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > maxBlockLength) {
    const length = cutLength(text.slice(start, start + maxBlockLength));
    pieces.push(text.slice(start, start + length).trimEnd());
    start += length;
    if (text[start] === ' ') start++;
  }
  pieces.push(text.slice(start));
  return pieces;
}

/** Where to cut: after the last sentence end in the second half, else at the last space, else between two characters. */
function cutLength(window: string): number {
  for (let at = window.length - 1; at > window.length / 2; at--) {
    if (window[at] === ' ' && /[.!?…][\p{Pe}\p{Pf}\p{Pi}"'“]?$/u.test(window.slice(at - 2, at))) return at;
  }
  const space = window.lastIndexOf(' ');
  if (space > 0) return space;
  const endsInPair = /[\uD800-\uDBFF]$/.test(window);
  return endsInPair ? window.length - 1 : window.length;
}
