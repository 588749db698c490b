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

/** Where the listener stopped, by article. */
export type Places = Pick<ReadonlyMap<string, Place>, 'get'>;

export interface LibrarySnapshot extends Lists {
  /** Is everything in it, or only what the first list shows? */
  readonly isWhole: boolean;
  readonly places: Places;
  /** Of editions and own articles those that were not heard to their end: the same list while an article is heard. */
  readonly unheard: readonly ArticleSummary[];
  /** What was begun, and left last. */
  readonly begun: { readonly article: ArticleSummary; readonly place: Place } | undefined;
  /** Ids of those that the listener marked to be kept. */
  readonly saved: ReadonlySet<string>;
  /** What is to be heard, in that order: of the articles that are still here. Likewise. */
  readonly queue: readonly ArticleSummary[];
}

/**
 * Makes snapshots. A place is saved after each sentence that is heard: then nobody looks at ten thousand articles, and
 * lists are made anew only where they would be others.
 */
export class SnapshotMaker {
  private last: LibrarySnapshot | undefined;
  private editions: readonly EditionRecord[] = [];
  private places: Places = new Map();
  /** Those that were saved since: thousands are not copied for one. */
  private since: ReadonlyMap<string, Place> = new Map();

  /** @param placed the places that were saved since the last one, by article; undefined where more may be other */
  of(held: Held, placed: ReadonlyMap<string, Place> | undefined): LibrarySnapshot {
    const { last } = this;
    const later = placed && [...placed.values()];
    this.last =
      last && later?.every((place) => isReadOn(place, last)) ? this.withPlaces(last, later, held) : this.anew(held);
    return this.last;
  }

  private withPlaces(last: LibrarySnapshot, later: readonly Place[], held: Held): LibrarySnapshot {
    const { places } = this;
    const since = new Map(this.since);
    for (const place of later) since.set(place.locator.article, place);
    this.since = since;
    const all = { get: (id: string) => since.get(id) ?? places.get(id) };
    return { ...last, places: all, begun: latestOf(later, held) ?? last.begun };
  }

  private anew(held: Held): LibrarySnapshot {
    const { isWhole, summaries, places, saved, queue } = held;
    const areSame = hasJust(summaries, this.last?.all) && hasJust(held.editions, this.editions);
    this.editions = [...held.editions.values()];
    this.places = new Map(places);
    this.since = new Map();
    const { all, own, editions } = (areSame && this.last) || listsOf(summaries, this.editions);
    return {
      all,
      own,
      editions,
      isWhole,
      places: this.places,
      unheard: [...editions.flatMap(({ articles }) => articles), ...own].filter(({ id }) => !isHeard(places.get(id))),
      begun: latestOf([...places.values()].filter(isBegun), held),
      saved: new Set(saved),
      queue: queue.flatMap((id) => summaries.get(id) ?? []),
    };
  }
}

const isHeard = (place: Place | undefined): boolean => (place?.progress ?? 0) >= 1;
const isBegun = ({ progress }: Place): boolean => progress > 0 && progress < 1;

/** Does this place only say that an article was heard a little further, as the last of all that were begun? */
function isReadOn(place: Place, { places, begun }: LibrarySnapshot): boolean {
  return isBegun(place) && !isHeard(places.get(place.locator.article)) && place.saved >= (begun?.place.saved ?? 0);
}

/** Where was listened last, of articles that are still here. */
function latestOf(places: readonly Place[], { summaries }: Held): LibrarySnapshot['begun'] {
  let latest: LibrarySnapshot['begun'];
  for (const place of places) {
    const article = summaries.get(place.locator.article);
    if (article && place.saved >= (latest?.place.saved ?? 0)) latest = { article, place };
  }
  return latest;
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

function hasJust<T>(map: ReadonlyMap<string, T>, values: readonly T[] | undefined): boolean {
  if (map.size !== values?.length) return false;
  let at = 0;
  for (const value of map.values()) if (value !== values[at++]) return false;
  return true;
}
