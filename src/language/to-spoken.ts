import type { Spoken, SpokenSpan } from './spoken.ts';

const word = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * What a voice should say for a sentence. For now the sentence itself, word by word.
 *
 * @param sentence one sentence, as cut out of its block
 * @returns the spoken text with one span for each word
 */
export function toSpoken(sentence: string): Spoken {
  const spans: SpokenSpan[] = [];
  for (const match of sentence.matchAll(word)) {
    const at = match.index;
    const length = match[0].length;
    spans.push({ at, length, start: at, end: at + length });
  }
  return { text: sentence, spans };
}
