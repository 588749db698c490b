/** What follows the session, or is followed by it, outside the pages. */
import { browserLocks, playingLock } from './app-update.ts';
import type { Library } from './library/library.ts';
import type { Settings } from './library/settings.ts';
import type { ListeningSession } from './listening/listening-session.ts';

/** The settings that change what is heard. */
const wishKeys = ['voice', 'proven', 'refused', 'pitch', 'lexicon', 'manner'] as const;

/** While a voice of the system reads, if the listener wishes it: ours reads on with the screen off. */
export async function keepScreenOn(session: ListeningSession, library: Library): Promise<void> {
  const { browserScreenLock, ScreenLock } = await import('./listening/screen-lock.ts');
  const isNeeded = () =>
    session.isPlaying && session.snapshot.voice?.engine !== 'espeak' && library.settings.keepScreenOn;
  const lock = new ScreenLock(isNeeded, browserScreenLock(window));
  for (const store of [session, library] as EventTarget[]) store.addEventListener('change', () => void lock.update());
}

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

/** What the listener follows is asked for news when the app opens, and when the network is back. */
export function askSources(library: Library, desk: () => Promise<{ readonly sync: { run(): Promise<void> } }>): void {
  const ask = async (): Promise<void> => {
    if (await library.read((database) => database.count('sources'))) await (await desk()).sync.run();
  };
  // Its code, too, comes over the network.
  const askIfItComes = (): void => void ask().catch(() => undefined);
  addEventListener('online', askIfItComes);
  askIfItComes();
}

/** What an installed app does besides: it opens files, and its voice is there before the first time without a network. */
export function makeAtHome(
  shell: { takeFile(file: File): Promise<void> },
  pack: () => Promise<{ fetchAhead(): Promise<unknown> }>,
): void {
  if ('launchQueue' in window) void import('./launched-files.ts').then((files) => files.takeLaunchedFiles(shell));
  const fetchVoice = (): void =>
    void pack()
      .then((voice) => voice.fetchAhead())
      .catch(() => undefined);
  if (matchMedia('(display-mode: standalone)').matches) fetchVoice();
  addEventListener('appinstalled', fetchVoice);
}
