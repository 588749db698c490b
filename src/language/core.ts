/** What the page needs to read an article: its sentences, and what a voice says for each. It loads nothing else. */
export { splitSentences } from './sentences.ts';
export { toSpoken } from './to-spoken.ts';
