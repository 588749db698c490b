import type { ReadingWish } from './listening-session.ts';

/** For tests: a listener who wishes nothing in particular. */
export const plainWish: ReadingWish = { rate: 1, pitch: 1, lexicon: '', manner: {}, proven: [], refused: [] };
