/** The page keeps the voice here, too: see src/speech/espeak/voice-pack.ts. */
export const voiceCache = 'voice';

/** The worker's script and the data of the embedded voice, apart from the files of the app. */
export const voiceFolder = 'voice/';

export interface VoiceCaches {
  readonly open: (name: string) => Promise<Pick<Cache, 'keys' | 'match' | 'addAll' | 'delete'>>;
}

/**
 * With a new version of the app comes its voice, if the listener had the voice of the one before: listening offline
 * goes on. Rejects where it does not come, and the version before stays.
 *
 * @param files absolute addresses of the voice of this version
 */
export async function renewVoice(caches: VoiceCaches, files: readonly string[]): Promise<void> {
  const cache = await caches.open(voiceCache);
  if ((await cache.keys()).length === 0) return;
  const kept = await Promise.all(files.map((file) => cache.match(file)));
  await cache.addAll(files.filter((_, index) => !kept[index]));
}

/** Throws the files of earlier voices away. @param files absolute addresses of the voice of this version */
export async function dropOldVoices(caches: VoiceCaches, files: readonly string[]): Promise<void> {
  const cache = await caches.open(voiceCache);
  const old = (await cache.keys()).filter(({ url }) => !files.includes(url));
  await Promise.all(old.map((request) => cache.delete(request)));
}
