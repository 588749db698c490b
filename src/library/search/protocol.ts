import type { Article } from '../../articles/article.ts';
import type { ArticleSummary } from '../migrations.ts';
import type { Passage } from './passage.ts';

/** An article that could not be kept: the page alone has it. */
export interface Visitor {
  readonly summary: ArticleSummary;
  readonly article: Article;
}

export type SearchRequest =
  /** Reads what is new in the library. */
  | { readonly type: 'keep-up'; readonly visitors: readonly Visitor[] }
  | { readonly type: 'search'; readonly id: number; readonly query: string };

/** An article that was found. */
export interface Hit extends Pick<ArticleSummary, 'id' | 'title' | 'source' | 'published'> {
  readonly passage?: Passage;
}

/** What was found, best first; `total` may be more. */
export interface Findings {
  readonly hits: readonly Hit[];
  readonly total: number;
}

export type SearchAnswer =
  /** Articles that are in the index, of `total`; `done === total` when all are. */
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** `isWhole` once the sentences are there too, which come a little later. */
  | ({ readonly type: 'hits'; readonly id: number; readonly isWhole: boolean } & Findings)
  /** Something broke, and why. */
  | { readonly type: 'failed'; readonly why: string };
