import type { Article } from './article.ts';

/** A published set of articles, as read from a feed. */
export interface Edition {
  /** The app's own name for it, `[a-z0-9-]`; every article's id begins with it. */
  readonly key: string;
  readonly title: string;
  /** Where it was read from, absolute. */
  readonly address: string;
  /** Absolute http(s) address of the site that the feed belongs to. */
  readonly homepage?: string;
  readonly description?: string;
  /** BCP 47. */
  readonly language: string;
  /** In the feed's order; ids are unique. */
  readonly articles: readonly Article[];
}

/**
 * Why no edition could be read:
 * - `not-json`: the text of an edition is not JSON
 * - `not-a-feed`: it is no feed that we know
 * - `too-large`: over `maxFeedSize`
 * - `unsafe`: markup that is made to exhaust its reader
 */
export interface FeedProblem {
  readonly problem: 'not-json' | 'not-a-feed' | 'too-large' | 'unsafe';
}
