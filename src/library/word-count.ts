import type { Article } from '../articles/article.ts';

/** Words in an article: runs of characters between white space, for an estimate of its length. */
export function wordCount(article: Article): number {
  let words = 0;
  for (const { text } of article.blocks) words += text.match(/\S+/g)?.length ?? 0;
  return words;
}
