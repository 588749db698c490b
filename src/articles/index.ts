// Types, and one small function. The readers are imported from their own files, so that a page can load each when it
// is first needed: text-reader.ts, decode-text.ts, json-feed-reader.ts, feed-reader.ts, page-reader.ts, opml.ts and those
// that read-file.ts loads.
export type { Article, Block, BlockKind, Locator, Mark } from './article.ts';
export { hasHeadline } from './article.ts';
export type { DecodedText, NotText } from './decode-text.ts';
export type { Edition, FeedProblem } from './edition.ts';
export type { FeedLink } from './feed-discovery.ts';
export type { SourceContext } from './feed-reader.ts';
export type { Articles, FileProblem } from './file-article.ts';
export type { HtmlContext } from './html-blocks.ts';
export type { FeedContext } from './feed-item.ts';
export type { ListedSource, OpmlProblem } from './opml.ts';
export type { PageContext, PageProblem } from './page-reader.ts';
export type { StarterSource } from './starter-sources.ts';
export type { SourceStep, TextBlock, TextBlocks } from './text-blocks.ts';
export type { TextProblem } from './text-reader.ts';
