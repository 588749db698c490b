import type { Utterance } from '../engine.ts';

/**
 * What a reader's breath lasts after an utterance, in milliseconds at rate 1; `clause` where a sentence is too long to
 * be said in one.
 */
export const pauses: Readonly<Record<Utterance['closes'] | 'clause', number>> = {
  clause: 150,
  sentence: 350,
  paragraph: 700,
  heading: 900,
};
