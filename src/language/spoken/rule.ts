import type { Scene } from './scene.ts';

/** What a rule makes of a place: everything up to `end` is said so; nothing is said for ''. */
export interface Reading {
  readonly end: number;
  readonly said: string;
}

/**
 * One class of spoken forms. Asked at the beginning of a word, of a run of digits, or at any other sign, as `begins`
 * has it; the first rule of the table that answers wins. A rule looks at a bounded stretch around the place, or it
 * takes what it has walked over: that keeps a hostile text linear.
 */
export interface Rule {
  readonly name: string;
  readonly begins: readonly ('letter' | 'digit' | 'sign')[];
  /** Words in small letters that it claims with nothing but blanks and stops beside them; all others are copied unasked. */
  readonly words?: readonly string[];
  readonly read: (scene: Scene, at: number) => Reading | undefined;
}

/** Written → said: what a rule is for. They stand beside the rule, and its test runs them. */
export type Examples = readonly (readonly [written: string, said: string])[];
