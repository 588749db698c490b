import type { Manner } from '../library/manner.ts';
import type { ExtraPause, Utterance } from '../speech/engine.ts';
import { isSpeakable } from '../speech/web-speech/pieces.ts';

type Sentences = readonly Pick<Utterance, 'text' | 'closes'>[];

function seek(sentences: Sentences, from: number, direction: 1 | -1): number | undefined {
  for (let index = from; index >= 0 && index < sentences.length; index += direction) {
    if (isSpeakable(sentences[index]?.text ?? '')) return index;
  }
  return undefined;
}

/**
 * The sentence that is said at `index` or, where none is, the next one in that direction, else the nearest on the other
 * side; `index` itself where nothing is said at all.
 */
export function settle(sentences: Sentences, index: number, direction: 1 | -1): number {
  return seek(sentences, index, direction) ?? seek(sentences, index, direction === 1 ? -1 : 1) ?? index;
}

/** Where a listener who wants to be waited for goes on, after what is said from `index`; undefined at the end. */
export function restAfter(sentences: Sentences, index: number, { pause, pauseAfter }: Manner): number | undefined {
  if (pause !== 'wait') return undefined;
  let last = index;
  while (pauseAfter === 'paragraph' && sentences[last]?.closes === 'sentence') last += 1;
  return seek(sentences, last + 1, 1);
}

/** The silence that the engine is to make. */
export function extraPauseOf({ pause, pauseAfter }: Manner): ExtraPause | undefined {
  return typeof pause === 'number' ? { seconds: pause, after: pauseAfter ?? 'sentence' } : undefined;
}
