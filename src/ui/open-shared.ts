import type { AddressResult, ArticleIntake, IntakeResult } from '../articles/intake.ts';
import type { SharedThing } from '../articles/shared-thing.ts';
import { intakeProblemMessage } from './intake-message.ts';
import { pageProblemMessage } from './page-message.ts';

type Result = IntakeResult | AddressResult;
type Problem = Extract<Result, { problem: unknown }>;

export interface Opened {
  /** The articles of all that opened; where nothing did, the first reason. */
  readonly result: Result;
  /** What did not open, and the first reason. */
  readonly rest: { readonly thing: SharedThing; readonly problem: Problem } | undefined;
}

/** Makes articles of a thing that was shared: of each of its files, where there are several. */
export async function openShared(thing: SharedThing, intake: ArticleIntake, signal: AbortSignal): Promise<Opened> {
  const parts = thing.files.length > 1 ? thing.files.map((file) => ({ ...thing, files: [file] })) : [thing];
  const results: Result[] = [];
  for (const part of parts) results.push(await intake.fromShared(part, signal));
  const [first, ...others] = results.flatMap((result) => ('articles' in result ? result.articles : []));
  const problem = results.find((result) => 'problem' in result);
  const result = first ? { articles: [first, ...others] as const } : problem;
  if (!result) throw new Error('nothing was shared');
  const files = thing.files.filter((_, index) => 'problem' in (results[index] ?? {}));
  return { result, rest: problem && { thing: { ...thing, files }, problem } };
}

/** What to say of something that became no article. */
export function bringProblemMessage(problem: Problem): string {
  return 'address' in problem ? pageProblemMessage(problem.problem) : intakeProblemMessage(problem);
}
