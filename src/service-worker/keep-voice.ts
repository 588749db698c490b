import type { PrecacheEntry } from 'workbox-precaching';

/** Where the page keeps the embedded voice, too. */
export const voiceCache = 'voice';

export function addressOf(file: PrecacheEntry | string): string {
  return typeof file === 'string' ? file : file.url;
}

export function isVoice(file: PrecacheEntry | string): boolean {
  return addressOf(file).startsWith('voice/');
}

/**
 * Fetches what is missing where the voice is kept: what saves as audio comes with it, and whoever has the voice still
 * has it after an update, also when that is taken without a network, for a new version fetches its own while it is
 * installed. What does not come holds up no update: it is fetched when it is next wanted.
 *
 * @param paths of this version's voice
 */
export async function fetchMissing(caches: CacheStorage, paths: readonly string[]): Promise<void> {
  if (!(await caches.has(voiceCache))) return;
  const cache = await caches.open(voiceCache);
  // The page keeps the data last of all.
  if (!(await cache.keys()).some(({ url }) => url.endsWith('.bin'))) return;
  const missing: string[] = [];
  for (const path of paths) if (!(await cache.match(path))) missing.push(path);
  await cache.addAll(missing).catch(() => undefined);
}

/** Deletes from a cache what belongs to other versions. */
export async function letGo(caches: CacheStorage, name: string, paths: readonly string[]): Promise<void> {
  if (!(await caches.has(name))) return;
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    if (!paths.includes(new URL(request.url).pathname)) await cache.delete(request);
  }
}
