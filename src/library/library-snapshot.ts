import type { ArticleSummary, EditionRecord, Place } from './migrations.ts';

export interface LibrarySnapshot {
  /** The listener's own articles, newest first. */
  readonly own: readonly ArticleSummary[];
  /** What two of them bring is listed with the first. */
  readonly editions: readonly {
    readonly key: string;
    readonly title: string;
    readonly articles: readonly ArticleSummary[];
  }[];
  readonly places: ReadonlyMap<string, Place>;
  /** What is to be heard, in that order: of the articles that are still here. */
  readonly queue: readonly ArticleSummary[];
}

export function snapshotOf(
  summaries: ReadonlyMap<string, ArticleSummary>,
  editions: ReadonlyMap<string, EditionRecord>,
  places: ReadonlyMap<string, Place>,
  queue: readonly string[],
): LibrarySnapshot {
  const own = [...summaries.values()].filter(({ origin }) => origin === 'own');
  own.sort((a, b) => b.added - a.added);
  const listed = new Set<string>();
  const lists = [...editions.values()].map(({ key, title, order }) => {
    const articles = order.flatMap((id) => (listed.has(id) ? [] : (summaries.get(id) ?? [])));
    for (const { id } of articles) listed.add(id);
    return { key, title, articles };
  });
  return { own, editions: lists, places: new Map(places), queue: queue.flatMap((id) => summaries.get(id) ?? []) };
}
