/** What a listener with pronunciations of their own needs besides: it reads them. */
export { readLexicon } from './lexicon.ts';
export { LexiconError } from './lexicon-text.ts';
