import { hasHeadline, type Article, type Block } from './article.ts';
import type { SourceNews, SourceTools } from './bring-source.ts';
import type { KnownItem } from './known-items.ts';
import { readAddress, type AddressProblem } from './read-address.ts';

/** UTF-16 units: what a feed gives of an article is its beginning, where it is no longer. */
const longestTeaser = 700;

/** A page that gave no more than its feed is asked again at so many syncs. */
const mostTries = 3;

export interface PageWish {
  /** One that was taken before, as it is kept. */
  readonly article: (id: string) => Promise<Article | undefined>;
  /** Keeps articles that are whole now, under their ids, and what is known of the source's items. */
  readonly take: (news: SourceNews) => Promise<void>;
  /** Pages that may still be asked for: of each source, and in all. Counted down. */
  readonly ofSource: number;
  left: number;
}

/** What would be no better at the next page of this site. */
const hopeless: ReadonlySet<AddressProblem> = new Set([
  'offline',
  'not-open',
  'no-gateway',
  'not-allowed',
  'too-often',
  'busy',
]);

/** Does the feed give no more than the beginning of an article that its site has? */
export function isTeaser(article: Article): boolean {
  return article.url !== undefined && proseLength(article.blocks) <= longestTeaser;
}

/**
 * Asks for the pages of articles of which a source gives the beginning only, newest first. Rejects only when `signal` is
 * aborted, and with what `take` rejects with.
 */
export async function bringPages(
  news: SourceNews,
  wish: PageWish,
  tools: SourceTools,
  signal?: AbortSignal,
): Promise<void> {
  const short = news.items.filter(({ tries = mostTries }) => tries < mostTries).slice(0, wish.ofSource);
  const asked = new Map<KnownItem, KnownItem>();
  const articles: Article[] = [];
  for (const item of short) {
    const teaser = news.articles.find(({ id }) => id === item.article) ?? (await wish.article(item.article));
    if (!teaser || wish.left <= 0) continue;
    wish.left--;
    const page = await wholeArticle(teaser, tools, signal);
    if ('problem' in page && hopeless.has(page.problem)) break;
    const { tries = 0, ...known } = item;
    asked.set(item, 'problem' in page ? { ...known, tries: tries + 1 } : known);
    if (!('problem' in page)) articles.push(page);
    await tools.breathe();
  }
  if (asked.size === 0) return;
  await wish.take({ ...news, articles, items: news.items.map((item) => asked.get(item) ?? item) });
}

/** The article with the text of its page, where that is longer. It keeps what the feed says of it. */
async function wholeArticle(
  teaser: Article,
  tools: SourceTools,
  signal: AbortSignal | undefined,
): Promise<Article | { readonly problem: AddressProblem }> {
  const page = await readAddress(teaser.url ?? '', tools, signal);
  if ('problem' in page) return page;
  if (proseLength(page.blocks) <= proseLength(teaser.blocks)) return { problem: 'too-little' };
  const headline = hasHeadline(teaser) ? teaser.blocks.slice(0, 1) : [];
  const told = page.blocks.slice(hasHeadline(page) ? 1 : 0);
  // What the feed does not say of it, the page may.
  return { ...page, ...teaser, blocks: [...headline, ...told] };
}

function proseLength(blocks: readonly Block[]): number {
  const prose = blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'image');
  return prose.reduce((sum, { text }) => sum + text.length, 0);
}
