import type { Held } from './held.ts';
import type { ArticleSummary, EditionRecord, Place } from './migrations.ts';

/** The same lists, one by one, until an article or an edition changes. */
interface Lists {
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
}

export interface LibrarySnapshot extends Lists {
  readonly places: ReadonlyMap<string, Place>;
  /** Ids of those that the listener marked to be kept. */
  readonly saved: ReadonlySet<string>;
  /** What is to be heard, in that order: of the articles that are still here. */
  readonly queue: readonly ArticleSummary[];
}

/** Makes snapshots. Lists are made anew only where they would be others: a place is saved after each sentence. */
export class SnapshotMaker {
  private lists: Lists = { all: [], own: [], editions: [] };
  private editions: readonly EditionRecord[] = [];

  of(held: Held): LibrarySnapshot {
    const { summaries, places, queue, saved } = held;
    if (!hasJust(summaries, this.lists.all) || !hasJust(held.editions, this.editions)) {
      this.editions = [...held.editions.values()];
      this.lists = listsOf(summaries, this.editions);
    }
    const queued = queue.flatMap((id) => summaries.get(id) ?? []);
    return { ...this.lists, places: new Map(places), saved: new Set(saved), queue: queued };
  }
}

function listsOf(summaries: Held['summaries'], editions: readonly EditionRecord[]): Lists {
  const all = [...summaries.values()];
  const own = all.filter(({ origin }) => origin === 'own').sort((a, b) => b.added - a.added);
  const listed = new Set<string>();
  const lists = editions.map(({ key, title, order }) => {
    const articles = order.flatMap((id) => (listed.has(id) ? [] : (summaries.get(id) ?? [])));
    for (const { id } of articles) listed.add(id);
    return { key, title, articles };
  });
  return { all, own, editions: lists };
}

function hasJust<T>(map: ReadonlyMap<string, T>, values: readonly T[]): boolean {
  if (map.size !== values.length) return false;
  let at = 0;
  for (const value of map.values()) if (value !== values[at++]) return false;
  return true;
}
