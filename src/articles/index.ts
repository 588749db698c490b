// Types, and one small function. The readers are imported from their own files, so that a page can load each when it
// is first needed: decode-text.ts, text-reader.ts, json-feed-reader.ts.
export type { Article, Block, BlockKind, Locator, Mark } from './article.ts';
export { hasHeadline } from './article.ts';
export type { Edition, FeedProblem } from './edition.ts';
export type { TextProblem } from './text-reader.ts';
export type { SourceStep, TextBlock, TextBlocks } from './text-blocks.ts';
