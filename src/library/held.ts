import type { IDBPDatabase } from 'idb';
import type { ArticleSummary, EditionRecord, Place, Schema } from './migrations.ts';
import type { Settings } from './settings.ts';
import { isEdition, isPlace, isQueue, isSummary, soundSettings } from './sound-records.ts';

/** What is held in memory of the library: all that lists show, and no text. */
export interface Held {
  /** Not at the start of a large library: until all of it is read, only what the first list shows is here. */
  readonly isWhole: boolean;
  readonly summaries: Map<string, ArticleSummary>;
  readonly places: Map<string, Place>;
  readonly editions: Map<string, EditionRecord>;
  /** Ids of the articles that the listener marked to be kept. */
  readonly saved: Set<string>;
  queue: readonly string[];
  settings: Settings;
}

/** Articles of an edition that the home page shows at first: its own `firstShown`, for it knows this room by type only. */
const firstShown = 20;

/** Who has fewer articles and places has all of them with the first list. */
const few = 250;

/**
 * What the first list shows, read in about the same time from a library of any size: the beginning of the first edition,
 * the listener's own articles, and those that were begun.
 */
export async function readFirst(database: IDBPDatabase<Schema>): Promise<Held> {
  const { summaries, places, editions, small } = begin(database);
  const [ids, placed, own, begun, brought, rest] = await Promise.all([
    summaries.getAllKeys(null, few),
    places.getAllKeys(null, few),
    summaries.index('origin').getAll('own'),
    places.index('progress').getAll(IDBKeyRange.bound(0, 1, true, true)),
    editions.getAll(null, 1),
    small(),
  ]);
  if (ids.length < few && placed.length < few) return readHeld(database);
  const first = brought.filter(isEdition).flatMap(({ order }) => order.slice(0, firstShown));
  const continued = begun.filter(isPlace).map(({ locator }) => locator.article);
  const [shown, where] = await Promise.all([
    Promise.all([...first, ...continued].map((id) => summaries.get(id))),
    Promise.all([...first, ...own.map(({ id }) => id)].map((id) => places.get(id))),
  ]);
  return { ...heldOf([...own, ...shown], [...begun, ...where], brought, rest), isWhole: false };
}

/** All of it. */
export async function readHeld(database: IDBPDatabase<Schema>): Promise<Held> {
  const { summaries, places, editions, small } = begin(database);
  return heldOf(...(await Promise.all([summaries.getAll(), places.getAll(), editions.getAll(), small()])));
}

function begin(database: IDBPDatabase<Schema>) {
  const transaction = database.transaction(['summaries', 'places', 'editions', 'settings', 'queue', 'saved']);
  const settings = transaction.objectStore('settings');
  return {
    summaries: transaction.objectStore('summaries'),
    places: transaction.objectStore('places'),
    editions: transaction.objectStore('editions'),
    /** Read in any case. */
    small: () =>
      Promise.all([
        settings.getAllKeys(),
        settings.getAll(),
        transaction.objectStore('queue').get('queue'),
        transaction.objectStore('saved').getAllKeys(),
      ]),
  };
}

function heldOf(
  summaries: readonly unknown[],
  places: readonly unknown[],
  editions: readonly unknown[],
  [names, wishes, queue, saved]: readonly [readonly string[], readonly unknown[], unknown, readonly string[]],
): Held {
  return {
    isWhole: true,
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

export const emptyHeld = (): Held => heldOf([], [], [], [[], [], undefined, []]);
