import { bringPages, type PageWish } from './bring-pages.ts';
import { bringSource, type FollowedSource, type SourceNews, type SourceTools } from './bring-source.ts';
import { KnownItems } from './known-items.ts';
import type { Source } from './source.ts';

/** Sites that are asked at the same time. */
const atOnce = 6;

export interface SyncProgress {
  /** Sources that have been asked, of `total`. */
  readonly done: number;
  readonly total: number;
}

export interface SyncOptions {
  /** Ends the sync; what was taken stays. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SyncProgress) => void;
  /** Keeps what a source brought; the next source of its site is asked after that. */
  readonly take: (news: SourceNews) => Promise<void>;
  /** The text of pages is brought too, where a source gives the beginning of an article only. */
  readonly pages?: PageWish;
  /** Only these are asked; the others' items are known. All, unless given. */
  readonly ask?: (source: Source) => boolean;
}

/**
 * Asks sources for what is new: several sites at a time, each over one connection. What goes wrong with one of them is
 * its own news, and stops nobody. Never rejects.
 */
export async function syncSources(
  sources: readonly FollowedSource[],
  tools: SourceTools,
  { signal, onProgress, take, pages, ask = () => true }: SyncOptions,
): Promise<void> {
  const known = new KnownItems();
  for (const { items } of sources) for (const item of items) known.add(item);
  const asked = sources.filter(({ source }) => ask(source));
  const sites = bySite(asked);
  const total = asked.length;
  let done = 0;
  onProgress?.({ done, total });

  const askSites = async (): Promise<void> => {
    for (let site = sites.shift(); site; site = sites.shift()) {
      for (const followed of site) {
        if (signal?.aborted) return;
        const news = await bringSource(followed, known, tools, signal);
        await take(news);
        if (pages && news.problem === undefined) await bringPages(news, pages, tools, signal);
        onProgress?.({ done: ++done, total });
      }
    }
  };
  // Aborted: what was under way is dropped.
  await Promise.allSettled(Array.from({ length: atOnce }, askSites));
}

function bySite(sources: readonly FollowedSource[]): FollowedSource[][] {
  const sites = new Map<string, FollowedSource[]>();
  for (const followed of sources) {
    const { host } = new URL(followed.source.address);
    sites.set(host, [...(sites.get(host) ?? []), followed]);
  }
  return [...sites.values()];
}
