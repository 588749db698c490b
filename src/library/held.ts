import type { IDBPDatabase } from 'idb';
import type { ArticleSummary, EditionRecord, Place, Schema } from './migrations.ts';
import type { Settings } from './settings.ts';
import { isEdition, isPlace, isQueue, isSummary, soundSettings } from './sound-records.ts';

/** What is held in memory of the library: all that lists show, and no text. */
export interface Held {
  readonly summaries: Map<string, ArticleSummary>;
  readonly places: Map<string, Place>;
  readonly editions: Map<string, EditionRecord>;
  /** Ids of the articles that the listener marked to be kept. */
  readonly saved: Set<string>;
  queue: readonly string[];
  settings: Settings;
}

export async function readHeld(database: IDBPDatabase<Schema>): Promise<Held> {
  const transaction = database.transaction(['summaries', 'places', 'editions', 'settings', 'queue', 'saved']);
  const [summaries, places, editions, names, wishes, queue, saved] = await Promise.all([
    transaction.objectStore('summaries').getAll(),
    transaction.objectStore('places').getAll(),
    transaction.objectStore('editions').getAll(),
    transaction.objectStore('settings').getAllKeys(),
    transaction.objectStore('settings').getAll(),
    transaction.objectStore('queue').get('queue'),
    transaction.objectStore('saved').getAllKeys(),
  ]);
  return {
    summaries: new Map(summaries.filter(isSummary).map((summary) => [summary.id, summary])),
    places: new Map(places.filter(isPlace).map((place) => [place.locator.article, place])),
    editions: new Map(editions.filter(isEdition).map((edition) => [edition.key, edition])),
    saved: new Set(saved),
    queue: isQueue(queue) ? queue : [],
    settings: soundSettings(oneOver(names, wishes)),
  };
}

/** What an earlier version kept in one, and over it what is kept by its name. */
function oneOver(names: readonly string[], wishes: readonly unknown[]): unknown {
  const byName = Object.fromEntries(names.map((name, index) => [name, wishes[index]]));
  const { settings, ...own } = byName;
  return { ...(settings as object | undefined), ...own };
}

export const emptyHeld = (): Held => ({
  summaries: new Map(),
  places: new Map(),
  editions: new Map(),
  saved: new Set(),
  queue: [],
  settings: soundSettings(undefined),
});
