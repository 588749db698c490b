import type { Scene } from './scene.ts';

/** What a rule makes of a place: everything up to `end` is said so; nothing is said for ''. */
export type Reading = readonly [end: number, said: string];

/**
 * One class of spoken forms, asked where its line in the table has it: at the beginning of a word, of a run of digits,
 * or at any other sign. A rule looks at a bounded stretch around the place, or it takes what it has walked over: that
 * keeps a hostile text linear.
 */
export type Rule = (scene: Scene, at: number) => Reading | undefined;

/** Written → said: what a rule is for. They stand beside the rule, and its test runs them. */
export type Examples = readonly (readonly [written: string, said: string])[];
