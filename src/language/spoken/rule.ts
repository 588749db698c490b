import type { Scene } from './scene.ts';

/** What a rule makes of a place: everything up to `end` is said so; nothing is said for ''. */
export type Reading = readonly [end: number, said: string];

/**
 * One class of spoken forms: a sticky expression that is tried wherever a word that is no plain one, a run of digits or
 * a sign begins, and what is said for a match: false or undefined if this is no place for the rule, and a whole reading
 * where it ends elsewhere than the match (`end`). An expression looks at a bounded stretch around the place, or the rule
 * takes what it has walked over: that keeps a hostile text linear.
 */
export type Rule = readonly [
  expression: RegExp,
  say: (scene: Scene, end: number, written: string, ...groups: Groups) => string | Reading | false | undefined,
];
/** '' for a group that took no part. */
type Groups = [string, string, string, string, string];

/** Written → said: what a file of rules is for. They stand beside the rules, and a test runs them. */
export type Examples = readonly (readonly [written: string, said: string])[];
