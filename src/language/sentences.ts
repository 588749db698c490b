import type { Span } from './spoken.ts';

const segmenter = new Intl.Segmenter('sq', { granularity: 'sentence' });

/**
 * The sentences of one block. A first version on the platform's own rules.
 *
 * @param block the text of one block
 * @returns `[start, end)` of each sentence, trimmed, in order
 */
export function splitSentences(block: string): Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of segmenter.segment(block)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (end > start) spans.push({ start, end });
  }
  return spans;
}
