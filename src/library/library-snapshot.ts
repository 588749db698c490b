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
}

export function snapshotOf(
  summaries: ReadonlyMap<string, ArticleSummary>,
  editions: ReadonlyMap<string, EditionRecord>,
  places: ReadonlyMap<string, Place>,
): LibrarySnapshot {
  const own = [...summaries.values()].filter(({ origin }) => origin === 'own');
  own.sort((a, b) => b.added - a.added);
  const listed = new Set<string>();
  const lists = [...editions.values()].map(({ key, title, order }) => {
    const articles = order.flatMap((id) => (listed.has(id) ? [] : (summaries.get(id) ?? [])));
    for (const { id } of articles) listed.add(id);
    return { key, title, articles };
  });
  return { own, editions: lists, places: new Map(places) };
}
