/** What goes along with listening, in one piece that comes when the first article is opened or asked for. */
import { Bookmarks } from './library/bookmarks.ts';
import type { Library } from './library/library.ts';
import { PictureShelf } from './library/picture-shelf.ts';
import type { Connection } from './library/picture-wish.ts';
import { Bookmarker } from './listening/bookmarker.ts';
import type { ListeningSession } from './listening/listening-session.ts';
import { MediaControls } from './listening/media-controls.ts';
import { Queue } from './listening/queue.ts';
import { SleepTimer } from './listening/sleep-timer.ts';
import { remoteFetcher } from './remote-fetcher.ts';
import type { ListeningDesk } from './ui/contexts.ts';
import { listenForKeys, steer } from './ui/controllers/shortcuts.ts';
import './ui/listening.ts';

export async function listeningDesk(session: ListeningSession, library: Library): Promise<ListeningDesk> {
  const now = () => performance.now();
  const sleepTimer = new SleepTimer(session, {
    now,
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  });
  const queue = new Queue(library, session, () => sleepTimer.articleEnded());
  showOnLockScreen(session, queue);
  const bookmarks = await Bookmarks.open(library);
  listenForKeys(
    () => library.settings,
    (action) => steer(session, action),
  );
  const pictures = new PictureShelf(library, {
    fetcher: remoteFetcher(library),
    // Missing where the page came over plain HTTP, or the browser tells nothing, whatever the types say.
    caches: (globalThis as { caches?: CacheStorage }).caches,
    connection: () => (navigator as { connection?: Connection }).connection,
  });
  return { queue, sleepTimer, bookmarks, bookmarker: new Bookmarker(session, now), pictures };
}

/** What is read, and how far, for the lock screen and the keys of a headset. */
function showOnLockScreen(session: ListeningSession, queue: Queue): void {
  if (!('mediaSession' in navigator)) return;
  const artwork = [{ src: `${import.meta.env.BASE_URL}icons/icon-512.png`, sizes: '512x512', type: 'image/png' }];
  new MediaControls(session, queue, { mediaSession: navigator.mediaSession, Metadata: MediaMetadata, artwork });
}
