import { rereadAll } from './share-library.ts';
import type { Library } from './library.ts';

/** Articles that are read at once. */
const batch = 50;

/** How many articles there are, and what they weigh: bytes as text, about what a backup has before it is packed. */
export async function weighArticles(
  library: Library,
  signal: AbortSignal,
): Promise<{ readonly count: number; readonly bytes: number }> {
  let [count, bytes] = [0, 0];
  let last: string | undefined;
  for (;;) {
    signal.throwIfAborted();
    const range = last === undefined ? undefined : IDBKeyRange.lowerBound(last, true);
    const articles = (await library.read((database) => database.getAll('articles', range, batch))) ?? [];
    for (const article of articles) bytes += JSON.stringify(article).length;
    count += articles.length;
    last = articles.at(-1)?.id;
    if (last === undefined) return { count, bytes };
  }
}

/** Empties the library, for good. Rejects where the browser does not do it; then nothing is changed. */
export async function clearLibrary(library: Library): Promise<void> {
  const { database } = library;
  if (!database) throw new DOMException('nothing is kept', 'InvalidStateError');
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite', { durability: 'strict' });
  const names = [...transaction.objectStoreNames];
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done]);
  await rereadAll(library);
  library.dispatchEvent(new CustomEvent('replaced'));
}
