/** What begins once the first page is on the screen, and nothing on it waits for. */
import { offerInstall } from './install-once.ts';
import { lookAfter } from './keeping.ts';
import type { Changed, Library } from './library/library.ts';
import type { PictureShelf } from './library/picture-shelf.ts';
import type { ListeningSession } from './listening/listening-session.ts';
import { addListened } from './library/listened-days.ts';
import { countListening } from './listening/count-listening.ts';
import { browserScreenLock, ScreenLock } from './listening/screen-lock.ts';
import type { Toast } from './ui/components/toast-bar.ts';
import type { InstallOffer } from './ui/install-offer.ts';

interface Parts {
  readonly library: Library;
  readonly session: ListeningSession;
  readonly shell: {
    takeFile(file: File): Promise<void>;
    say(toast: Toast): () => void;
  };
  readonly listeningDesk: () => Promise<{ readonly pictures: PictureShelf }>;
  readonly sourceDesk: () => Promise<{ readonly sync: { run(): Promise<void> } }>;
  readonly voice: () => Promise<{ readonly pack: { fetchAhead(): Promise<unknown> } }>;
  readonly install: () => Promise<InstallOffer>;
}

export function onceShown({ library, session, shell, listeningDesk, sourceDesk, voice, install }: Parts): void {
  fetchPictures(library, listeningDesk);
  askSources(library, sourceDesk);
  keepScreenOn(session, library);
  countListening({
    session,
    isWished: () => library.settings.countMinutes === true,
    add: (listened) => addListened(library, listened),
    now: () => Date.now(),
    page: window,
  });
  lookAfter({ library, session, shell });
  makeAtHome(shell, voice);
  void offerInstall(install, { library, session, shell }).catch(() => undefined);
}

/** While a voice of the system reads, if the listener wishes it: ours reads on with the screen off. */
function keepScreenOn(session: ListeningSession, library: Library): void {
  const isNeeded = () =>
    session.isPlaying && session.snapshot.voice?.engine !== 'espeak' && library.settings.keepScreenOn;
  const lock = new ScreenLock(isNeeded, browserScreenLock(window));
  for (const store of [session, library] as EventTarget[]) store.addEventListener('change', () => void lock.update());
}

/** Those of articles that come, where they are wished before anybody opens one. */
function fetchPictures(library: Library, desk: Parts['listeningDesk']): void {
  library.addEventListener('kept', (event) => {
    const { articles = [] } = (event as CustomEvent<Changed>).detail;
    const { pictures = 'ask' } = library.settings;
    if (articles.length === 0 || pictures === 'ask' || pictures === 'never') return;
    void desk()
      .then((parts) => parts.pictures.fetchAhead(articles))
      .catch(() => undefined);
  });
}

/** What the listener follows is asked for news when the app opens, and when the network is back. */
function askSources(library: Library, desk: Parts['sourceDesk']): void {
  const ask = async (): Promise<void> => {
    if (await library.read((database) => database.count('sources'))) await (await desk()).sync.run();
  };
  // Its code, too, comes over the network.
  const askIfItComes = (): void => void ask().catch(() => undefined);
  addEventListener('online', askIfItComes);
  askIfItComes();
}

/** What an installed app does besides: it opens files, and its voice is there before the first time without a network. */
function makeAtHome(shell: Parts['shell'], voice: Parts['voice']): void {
  if ('launchQueue' in window) void import('./launched-files.ts').then((files) => files.takeLaunchedFiles(shell));
  const fetchVoice = (): void =>
    void voice()
      .then(({ pack }) => pack.fetchAhead())
      .catch(() => undefined);
  if (matchMedia('(display-mode: standalone)').matches) fetchVoice();
  addEventListener('appinstalled', fetchVoice);
}
