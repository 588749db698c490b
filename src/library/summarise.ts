import type { Article } from '../articles/article.ts';
import type { ArticleSummary } from './migrations.ts';
import { wordCount } from './word-count.ts';

/** @param added milliseconds since 1970 */
export function summarise(article: Article, origin: string, added: number): ArticleSummary {
  const { id, title, source, topic, published } = article;
  return {
    id,
    title,
    words: wordCount(article),
    origin,
    added,
    ...(source !== undefined && { source }),
    ...(topic !== undefined && { topic }),
    ...(published !== undefined && { published }),
  };
}
