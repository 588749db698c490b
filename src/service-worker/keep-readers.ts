import type { WorkboxPlugin } from 'workbox-core';
import type { PrecacheEntry } from 'workbox-precaching';
import { addressOf } from './keep-voice.ts';

/** The readers of PDF and Word, whose libraries weigh as much as the whole app besides. */
export const readerCache = 'readers';

export function isReader(file: PrecacheEntry | string): boolean {
  return addressOf(file).startsWith('assets/readers/');
}

/** What a host answers in place of a file that it lacks never stands under the file's name. */
export const onlyScripts: WorkboxPlugin = {
  cacheWillUpdate({ response }) {
    const isScript = response.ok && /javascript/.test(response.headers.get('content-type') ?? '');
    return Promise.resolve(isScript ? response : null);
  },
};

/**
 * Fetches this version of the readers that another version of is kept: whoever opened a Word document once can open one
 * without a network after an update, too. What does not come holds up no update: it is fetched when next wanted.
 *
 * @param paths of this version's readers
 */
export async function renewReaders(caches: CacheStorage, paths: readonly string[]): Promise<void> {
  if (!(await caches.has(readerCache))) return;
  const cache = await caches.open(readerCache);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const names = new Set(kept.map(nameOf));
  const missing = paths.filter((path) => names.has(nameOf(path)) && !kept.includes(path));
  await Promise.all(missing.map((path) => cache.add(path).catch(() => undefined)));
}

/** Without the hash of its content. */
function nameOf(path: string): string {
  return path.replace(/-[\w-]{8}\.js$/, '');
}
