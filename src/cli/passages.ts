import type { Article } from '../articles/article.ts';
import { splitSentences, toSpoken, type Lexicon } from '../language/index.ts';
import type { Passage } from '../speech/espeak/recording.ts';

/** An article as the embedded voice reads it, sentence by sentence. */
export function* passagesOf({ blocks }: Article, lexicon?: Lexicon): Generator<Passage> {
  for (const { kind, text } of blocks) {
    const sentences = splitSentences(text);
    for (const [index, { start, end }] of sentences.entries()) {
      const spoken = toSpoken(text.slice(start, end), { engine: 'espeak', ...(lexicon && { lexicon }) });
      const closesBlock = index === sentences.length - 1;
      yield { text: spoken.text, closes: !closesBlock ? 'sentence' : kind === 'heading' ? 'heading' : 'paragraph' };
    }
  }
}
