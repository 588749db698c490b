import type { Held } from './held.ts';
import { keepsakes } from './keepsakes.ts';
import type { Library } from './library.ts';

/** Copies of what is elsewhere, by the names of their caches, in the order in which they are given up. */
const copies = ['pictures', 'audio', 'editions'] as const;

/** Articles that are given up at once. */
const some = 200;

/**
 * Articles that can be given up: they came by themselves, are not heard, begun, queued or saved. The oldest first.
 *
 * @param isSaved is it one that the listener keeps?
 */
export function expendable(held: Held, isSaved?: (id: string) => boolean): string[] {
  const isKeepsake = keepsakes(held, isSaved);
  const all = [...held.summaries.values()].filter(({ id }) => !held.places.has(id) && !isKeepsake(id));
  return all.sort((one, other) => one.added - other.added).map(({ id }) => id);
}

/**
 * Frees room by what can be fetched again, a step at a time: pictures and sound that are kept, then old articles that
 * nobody heard. Never what the listener made.
 *
 * Events of the library: `freed` (`{ articles }`) after articles were given up.
 *
 * @param caches undefined where a page may keep nothing (plain HTTP)
 * @returns false where nothing more can be freed
 */
export async function makeRoom(
  library: Library,
  caches: CacheStorage | undefined,
  isSaved?: (id: string) => boolean,
): Promise<boolean> {
  for (const name of copies) if (await caches?.delete(name).catch(() => false)) return true;
  const ids = expendable(library.held, isSaved).slice(0, some);
  if (ids.length === 0) return false;
  const freed = await library.read(async (database) => {
    const transaction = database.transaction(['articles', 'summaries'], 'readwrite');
    const stores = [transaction.objectStore('articles'), transaction.objectStore('summaries')];
    await Promise.all([...ids.flatMap((id) => stores.map((store) => store.delete(id))), transaction.done]);
    return true;
  });
  if (!freed) return false;
  for (const id of ids) library.held.summaries.delete(id);
  library.changed();
  library.dispatchEvent(new CustomEvent('kept', { detail: { articles: ids, summaries: ids } }));
  library.dispatchEvent(new CustomEvent('freed', { detail: { articles: ids.length } }));
  return true;
}
