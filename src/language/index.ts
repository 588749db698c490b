export type { Span, Spoken, SpokenSpan } from './spoken.ts';
export type { Profile, SpokenOptions } from './spoken/options.ts';
export { splitClauses } from './clauses.ts';
export { type Lexicon, readLexicon } from './lexicon.ts';
export { LexiconError } from './lexicon-text.ts';
export { splitSentences } from './sentences.ts';
export { defaultProfile } from './spoken/options.ts';
export { toSpoken } from './to-spoken.ts';
