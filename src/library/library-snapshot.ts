import type { Held } from './held.ts';
import type { ArticleSummary, Place } from './migrations.ts';

export interface LibrarySnapshot {
  /** All that is here, in no order. */
  readonly all: readonly ArticleSummary[];
  /** The listener's own articles, newest first. */
  readonly own: readonly ArticleSummary[];
  /** What two of them bring is listed with the first. */
  readonly editions: readonly {
    readonly key: string;
    readonly title: string;
    readonly articles: readonly ArticleSummary[];
  }[];
  readonly places: ReadonlyMap<string, Place>;
  /** Ids of those that the listener marked to be kept. */
  readonly saved: ReadonlySet<string>;
  /** What is to be heard, in that order: of the articles that are still here. */
  readonly queue: readonly ArticleSummary[];
}

export function snapshotOf({ summaries, editions, places, queue, saved }: Held): LibrarySnapshot {
  const all = [...summaries.values()];
  const own = all.filter(({ origin }) => origin === 'own');
  own.sort((a, b) => b.added - a.added);
  const listed = new Set<string>();
  const lists = [...editions.values()].map(({ key, title, order }) => {
    const articles = order.flatMap((id) => (listed.has(id) ? [] : (summaries.get(id) ?? [])));
    for (const { id } of articles) listed.add(id);
    return { key, title, articles };
  });
  const queued = queue.flatMap((id) => summaries.get(id) ?? []);
  return { all, own, editions: lists, places: new Map(places), saved: new Set(saved), queue: queued };
}
