import type { ArchiveWish } from './archive-wish.ts';
import type { Held } from './held.ts';
import { keepsakes } from './keepsakes.ts';
import type { Library } from './library.ts';

const day = 86_400_000;

/**
 * Articles that the listener does not want to keep any longer: they came by themselves and are too old or too many, or
 * their source brings them no more; those that the listener would miss are never among them.
 *
 * @param now milliseconds since 1970
 */
export function outdated(held: Held, { days, articles }: ArchiveWish, now: number): string[] {
  const isKeepsake = keepsakes(held);
  const brought = new Set([...held.editions.values()].flatMap(({ order }) => order));
  const candidates = [...held.summaries.values()].filter(({ id }) => !isKeepsake(id));
  candidates.sort((one, other) => other.added - one.added);
  return candidates
    .filter(({ id, added }, index) => {
      const isTooOld = days > 0 && added < now - days * day;
      const isTooMany = articles > 0 && index >= articles;
      return isTooOld || isTooMany || !brought.has(id);
    })
    .map(({ id }) => id);
}

/** Drops what is outdated by the listener's wish. @returns how many articles left */
export async function archive(library: Library, now: number): Promise<number> {
  const ids = outdated(library.held, library.settings.archive, now);
  if (ids.length > 0) await library.drop(ids);
  return ids.length;
}
