import type { Held } from './held.ts';
import { keepsakes } from './keepsakes.ts';
import type { EditionRecord, Library } from './library.ts';

/** Copies of what is elsewhere, by the names of their caches, in the order in which they are given up. */
const copies = ['pictures', 'audio', 'editions'] as const;

/** Articles that are given up at once. */
const some = 200;

/** Milliseconds: what came later is today's news, and is not given up. */
const fresh = 86_400_000;

/**
 * Articles that can be given up: they came by themselves, a day ago or longer, and are not heard, begun, queued or
 * saved. The oldest first.
 *
 * @param now milliseconds since 1970
 */
export function expendable(held: Held, now: number): string[] {
  const isKeepsake = keepsakes(held);
  const all = [...held.summaries.values()].filter(
    ({ id, added }) => added <= now - fresh && !held.places.has(id) && !isKeepsake(id),
  );
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
export async function makeRoom(library: Library, caches: CacheStorage | undefined): Promise<boolean> {
  for (const name of copies) if (await caches?.delete(name).catch(() => false)) return true;
  const ids = expendable(library.held, Date.now()).slice(0, some);
  if (ids.length === 0) return false;
  const editions = editionsWith(ids, library.held);
  const freed = await library.read(async (database) => {
    const transaction = database.transaction(['articles', 'summaries', 'editions'], 'readwrite');
    const stores = [transaction.objectStore('articles'), transaction.objectStore('summaries')];
    await Promise.all([
      ...ids.flatMap((id) => stores.map((store) => store.delete(id))),
      ...editions.map((edition) => transaction.objectStore('editions').put(edition)),
      transaction.done,
    ]);
    return true;
  });
  if (!freed) return false;
  for (const id of ids) library.held.summaries.delete(id);
  for (const edition of editions) library.held.editions.set(edition.key, edition);
  library.changed();
  const changed = { articles: ids, summaries: ids, editions: editions.map(({ key }) => key) };
  library.dispatchEvent(new CustomEvent('kept', { detail: changed }));
  library.dispatchEvent(new CustomEvent('freed', { detail: { articles: ids.length } }));
  return true;
}

/** The editions that brought these articles, as ones that were not read yet: when there is room, they are read again. */
function editionsWith(ids: readonly string[], { editions }: Held): EditionRecord[] {
  const freed = new Set(ids);
  const touched = [...editions.values()].filter(({ order }) => order.some((id) => freed.has(id)));
  return touched.map((edition) => ({ ...edition, fingerprint: '' }));
}
