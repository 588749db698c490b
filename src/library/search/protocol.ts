import type { ArticleSummary } from '../migrations.ts';
import type { Passage } from './passage.ts';

export type SearchRequest =
  /** Reads what is new in the library. */
  { readonly type: 'keep-up' } | { readonly type: 'search'; readonly id: number; readonly query: string };

/** An article that was found. */
export interface Hit extends Pick<ArticleSummary, 'id' | 'title' | 'source' | 'published'> {
  readonly passage?: Passage;
}

export type SearchAnswer =
  /** Articles that are in the index, of `total`; `done === total` when all are. */
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  /** `isWhole` once the sentences are there too, which come a little later. */
  | { readonly type: 'hits'; readonly id: number; readonly hits: readonly Hit[]; readonly isWhole: boolean };
