import { hasHeadline, type Article, type Block } from '../../articles/article.ts';
import { readAddress, type AddressTools } from '../../articles/read-address.ts';

/** UTF-16 units: what a feed gives of an article is its beginning, where it is no longer. */
const longestTeaser = 700;

/** Does the feed give no more than the beginning of an article that its site has? */
export function isTeaser(article: Article): boolean {
  return article.url !== undefined && proseLength(article.blocks) <= longestTeaser;
}

/**
 * The article with the text of its page, where that is longer. It keeps what the feed says of it. Rejects only when
 * `signal` is aborted.
 *
 * @returns undefined where the page has no more, or does not come
 */
export async function fullText(
  article: Article,
  tools: AddressTools,
  signal?: AbortSignal,
): Promise<Article | undefined> {
  const page = await readAddress(article.url ?? '', tools, signal);
  if ('problem' in page || proseLength(page.blocks) <= proseLength(article.blocks)) return undefined;
  const headline = hasHeadline(article) ? article.blocks.slice(0, 1) : [];
  const told = page.blocks.slice(hasHeadline(page) ? 1 : 0);
  // What the feed does not say of it, the page may.
  return { ...page, ...article, blocks: [...headline, ...told] };
}

function proseLength(blocks: readonly Block[]): number {
  const prose = blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'image');
  return prose.reduce((sum, { text }) => sum + text.length, 0);
}
