import { textBlocks, toSource, type TextBlock } from '../articles/text-blocks.ts';
import { bullet } from '../articles/plain-blocks.ts';
import { splitSentences, toSpoken, type Span, type SpokenOptions } from '../language/index.ts';

/** The sentences of a text as lines of JSON; the keys are those of `degjo sentences --help`, in that order. */
export function* sentenceLines(input: string, options: SpokenOptions): Generator<string> {
  for (const [index, block] of textBlocks(input).blocks.entries()) {
    // As the reader of the app has it: the mark of a list item is not text.
    const from = bullet.exec(block.text)?.[0].length ?? 0;
    for (const { start, end } of splitSentences(block.text.slice(from))) {
      yield sentenceLine(index, block, { start: from + start, end: from + end }, options);
    }
  }
}

function sentenceLine(index: number, block: TextBlock, { start, end }: Span, options: SpokenOptions): string {
  const text = block.text.slice(start, end);
  const spoken = toSpoken(text, options);
  return JSON.stringify({
    block: index,
    start: toSource(block, start),
    end: toSource(block, end),
    text,
    spoken: spoken.text,
    spans: spoken.spans.map((span) => ({
      at: span.at,
      length: span.length,
      start: toSource(block, start + span.start),
      end: toSource(block, start + span.end),
    })),
  });
}
