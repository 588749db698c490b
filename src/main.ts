import { ArticleIntake } from './articles/intake.ts';
import { AppUpdate, browserLocks, playingLock } from './app-update.ts';
import { EditionSync } from './library/edition-sync.ts';
import { Library } from './library/library.ts';
import { ListeningSession } from './listening/listening-session.ts';
import { isLocale, preferredLocale, switchLocale } from './localization/localization.ts';
import { browserPlatform } from './speech/web-speech/platform.ts';
import { WebSpeechEngine } from './speech/web-speech/web-speech-engine.ts';
import { parseInertHtml, scriptAddress } from './trusted-types.ts';
import { afterPaint } from './ui/after-paint.ts';
import './ui/app-shell.ts';

const sampleEdition = {
  key: 'mostra',
  address: new URL(`${import.meta.env.BASE_URL}editions/mostra/feed.json`, location.href).href,
};

async function start(): Promise<void> {
  const library = await Library.open();
  const { settings } = library;
  await switchLocale(isLocale(settings.locale) ? settings.locale : preferredLocale(navigator.languages));

  const session = new ListeningSession(new WebSpeechEngine(browserPlatform(window)), settings.rate);
  const update = new AppUpdate();
  const sync = new EditionSync(library, sampleEdition, {
    fetch: (address, init) => fetch(address, init),
    async read(text, { key, address }) {
      const { readJsonFeed } = await import('./articles/json-feed-reader.ts');
      const edition = readJsonFeed(text, { key, address, parseHtml: parseInertHtml });
      return 'problem' in edition ? undefined : edition;
    },
  });
  keepPlaces(session, library);
  holdPlayingLock(session);

  const intake = new ArticleIntake({
    parseHtml: parseInertHtml,
    startWorker: (address) => new Worker(scriptAddress(address), { type: 'module' }),
  });
  const shell = document.createElement('degjo-app');
  shell.services = { library, session, sync, intake, update };
  document.body.replaceChildren(shell);
  await afterPaint();
  void sync.run();
  void update.register();
}

/** The library remembers where the session is, and the speed that it was last heard at. */
function keepPlaces(session: ListeningSession, library: Library): void {
  session.addEventListener('place', ({ detail: { locator, progress } }) => {
    void library.savePlace({ locator, progress, saved: Date.now() });
  });
  session.addEventListener('change', ({ detail: { rate } }) => {
    if (rate !== library.settings.rate) void library.saveSettings({ rate });
  });
  // Speech must not outlive its page: some browsers go on talking.
  addEventListener('pagehide', () => session.stop());
}

/** As long as this page plays, no other page of the app changes the version under it. */
function holdPlayingLock(session: ListeningSession): void {
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

void start();
