import type { Article } from '../../articles/article.ts';
import { fold } from './fold.ts';

/** `[start, end)` in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The sentence of an article that meets a search best. */
export interface Passage extends Span {
  readonly block: number;
  readonly text: string;
  /** The words that were met, in `text`. */
  readonly marks: readonly Span[];
}

/**
 * @param words as `TextIndex.search` found them
 * @param splitSentences cuts a block into its sentences
 * @returns the first of the sentences with the most different words of the search; undefined where none has any, as in
 *   an article that changed meanwhile
 */
export function passageOf(
  { blocks }: Article,
  words: readonly string[],
  splitSentences: (text: string) => readonly Span[],
): Passage | undefined {
  const wanted = new Set(words);
  let best: Passage | undefined;
  let most = 0;
  for (const [block, { text }] of blocks.entries()) {
    const met = meetings(text, wanted);
    if (met.length === 0) continue;
    for (const { start, end } of splitSentences(text)) {
      const inside = met.filter((meeting) => meeting.start >= start && meeting.end <= end);
      const count = new Set(inside.map(({ word }) => word)).size;
      if (count <= most) continue;
      most = count;
      const marks = inside.map((meeting) => ({ start: meeting.start - start, end: meeting.end - start }));
      best = { block, start, end, text: text.slice(start, end), marks };
    }
  }
  return best;
}

function meetings(text: string, wanted: ReadonlySet<string>): (Span & { readonly word: string })[] {
  const words = fold(text).matchAll(/[\p{L}\p{M}\p{N}]+/gu);
  return [...words].flatMap(({ 0: word, index }) =>
    wanted.has(word) ? [{ word, start: index, end: index + word.length }] : [],
  );
}
