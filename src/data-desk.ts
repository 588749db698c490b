import type { Library } from './library/library.ts';
import { forgetListened, listenedDays } from './library/listened-days.ts';
import { BackupError } from './library/read-backup.ts';
import { restoreBackup } from './library/restore-backup.ts';
import { forgetIndex } from './library/search/index-store.ts';
import { clearLibrary, weighArticles } from './library/stored-data.ts';
import { writeBackup } from './library/write-backup.ts';
import type { ListeningSession } from './listening/listening-session.ts';
import type { BackupSink, DataDesk, DataProblem, StoredPart } from './ui/contexts.ts';

/** What the page about what is kept needs, in one piece that comes when it is asked for. */
export function dataDesk(library: Library, session: ListeningSession): DataDesk {
  const { storage } = navigator as { storage?: StorageManager };
  const app = __VERSION__;
  return {
    async measure(signal) {
      const [{ usage, quota } = {}, parts, articles] = await Promise.all([
        storage?.estimate().catch(() => undefined),
        weighCaches(),
        weighArticles(library, signal),
      ]);
      return { usage, quota, articles: articles.count, parts: [{ name: 'articles', bytes: articles.bytes }, ...parts] };
    },
    listened: () => listenedDays(library),
    forgetListened: () => forgetListened(library),
    isProtected: async () => storage?.persisted(),
    protect: async () => (await storage?.persist()) ?? false,
    backup: (scope, sink, work) => {
      const made = new Date().toISOString();
      return told(async () => {
        await pour(writeBackup(library, { ...work, scope, app, made }), sink);
        return { problem: undefined };
      });
    },
    restore: (file, work) =>
      told(async () => {
        const restored = await restoreBackup(library, file, work);
        // What was heard may not be there any more.
        session.close();
        return restored;
      }),
    async clear(what) {
      if (what !== 'everything') {
        await caches.delete(what);
        return;
      }
      session.close();
      await clearLibrary(library);
      await forgetIndex();
      for (const { name } of await weighCaches()) if (name !== 'app') await caches.delete(name);
    },
  };
}

async function pour(stream: ReadableStream<Uint8Array<ArrayBuffer>>, sink: BackupSink): Promise<void> {
  try {
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      await sink.write(value);
    }
    await sink.close();
  } catch (error) {
    await sink.abort();
    throw error;
  }
}

/** What became of it, or why it did not. */
async function told<T>(work: () => Promise<T>): Promise<T | { readonly problem: DataProblem }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupError) return { problem: error.problem };
    const { name } = error as Error;
    if (name === 'AbortError') return { problem: 'cancelled' };
    return { problem: name === 'QuotaExceededError' ? 'full' : 'refused' };
  }
}

/** Where workbox keeps the app itself. */
const appCache = /^workbox-precache/;

async function weighCaches(): Promise<StoredPart[]> {
  const found = (globalThis as { caches?: CacheStorage }).caches;
  const names = (await found?.keys().catch(() => [])) ?? [];
  return Promise.all(
    names.map(async (name) => ({ name: appCache.test(name) ? 'app' : name, bytes: await weigh(name) })),
  );
}

async function weigh(name: string): Promise<number> {
  const cache = await caches.open(name);
  let bytes = 0;
  for (const request of await cache.keys()) bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
  return bytes;
}
