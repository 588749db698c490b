import type { Article } from '../articles/article.ts';
import type { ArticleSummary } from './migrations.ts';
import { wordCount } from './word-count.ts';

/**
 * @param added milliseconds since 1970
 * @param written likewise: when this text was put in the place of an older one
 */
export function summarise(article: Article, origin: string, added: number, written = added): ArticleSummary {
  const { id, title, source, topic, published } = article;
  return {
    id,
    title,
    words: wordCount(article),
    origin,
    added,
    ...(written !== added && { written }),
    ...(source !== undefined && { source }),
    ...(topic !== undefined && { topic }),
    ...(published !== undefined && { published }),
  };
}
