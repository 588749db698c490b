import { extraPause, type ExtraPause, type Utterance } from '../engine.ts';

/** What a reader's breath lasts after an utterance, in milliseconds at rate 1. */
export const pauses: Readonly<Record<Utterance['closes'], number>> = { sentence: 350, paragraph: 700, heading: 900 };

/** The silence after an utterance, in milliseconds at rate 1. */
export function pauseAfter(closes: Utterance['closes'], extra: ExtraPause | undefined): number {
  return pauses[closes] + extraPause(closes, extra) * 1000;
}
