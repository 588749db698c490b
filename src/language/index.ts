export type { Span, Spoken, SpokenSpan } from './spoken.ts';
export type { SpokenOptions } from './spoken/options.ts';
export { splitClauses } from './clauses.ts';
export { splitSentences } from './sentences.ts';
export { toSpoken } from './to-spoken.ts';
