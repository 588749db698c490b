/** What follows the session, or is followed by it, outside the pages. */
import { browserLocks, playingLock } from './app-update.ts';
import type { Library } from './library/library.ts';
import type { Settings } from './library/settings.ts';
import type { ListeningSession } from './listening/listening-session.ts';

/** The settings that change what is heard. */
const wishKeys = ['voice', 'proven', 'refused', 'pitch', 'lexicon', 'manner'] as const;

/** The library remembers where the session is, and the speed that it was last heard at. */
export function keepPlaces(session: ListeningSession, library: Library): void {
  session.addEventListener('place', ({ detail: { locator, progress } }) => {
    void library.savePlace({ locator, progress, saved: Date.now() });
  });
  session.addEventListener('change', ({ detail: { rate } }) => {
    if (rate !== library.settings.rate) void library.saveSettings({ rate });
  });
  // Speech must not outlive its page: some browsers go on talking.
  addEventListener('pagehide', () => session.stop());
}

/** Another voice or pronunciation is heard at once. */
export function obeySettings(session: ListeningSession, library: Library): void {
  const wish = ({ voice, proven, refused, pitch, lexicon, manner }: Settings) => ({
    voice,
    proven,
    refused,
    pitch,
    lexicon,
    manner,
  });
  let last = wish(library.settings);
  library.addEventListener('change', () => {
    const now = wish(library.settings);
    if (wishKeys.every((key) => now[key] === last[key])) return;
    last = now;
    session.setWish(now);
  });
}

/** As long as this page plays, no other page of the app changes the version under it. */
export function holdPlayingLock(session: ListeningSession): void {
  let release: (() => void) | undefined;
  session.addEventListener('change', () => {
    if (session.isPlaying && !release) {
      const silence = new Promise<void>((resolve) => (release = resolve));
      void browserLocks()?.request(playingLock, { mode: 'shared' }, () => silence);
    } else if (!session.isPlaying && release) {
      release();
      release = undefined;
    }
  });
}
