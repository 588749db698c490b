import { ArticleIntake } from './articles/intake.ts';
import { AppUpdate, browserLocks, playingLock } from './app-update.ts';
import { splitClauses } from './language/clauses.ts';
import { EditionSync } from './library/edition-sync.ts';
import { Library } from './library/library.ts';
import type { Settings } from './library/settings.ts';
import { ListeningSession } from './listening/listening-session.ts';
import { MediaControls } from './listening/media-controls.ts';
import { isLocale, preferredLocale, switchLocale } from './localization/localization.ts';
import { browserPlatform } from './speech/web-speech/platform.ts';
import { EngineSwitch } from './speech/engine-switch.ts';
import { embeddedVoices } from './speech/espeak/voices.ts';
import { LazyEngine } from './speech/lazy-engine.ts';
import { WebSpeechEngine } from './speech/web-speech/web-speech-engine.ts';
import { parseInertHtml, scriptAddress } from './trusted-types.ts';
import { afterPaint } from './ui/after-paint.ts';
import './ui/app-shell.ts';

/** The settings that change what is heard. */
const wishKeys = ['voice', 'proven', 'refused', 'pitch', 'lexicon'] as const;

const sampleEdition = {
  key: 'mostra',
  address: new URL(`${import.meta.env.BASE_URL}editions/mostra/feed.json`, location.href).href,
};

async function start(): Promise<void> {
  const library = await Library.open();
  const { settings } = library;
  await switchLocale(isLocale(settings.locale) ? settings.locale : preferredLocale(navigator.languages));

  const voice = lazy(async () => (await import('./speech/espeak/browser-engine.ts')).browserVoice(scriptAddress));
  const engine = new EngineSwitch({
    system: new WebSpeechEngine(browserPlatform(window), splitClauses),
    espeak: new LazyEngine(embeddedVoices, async () => (await voice()).engine),
  });
  const session = new ListeningSession(engine, settings);
  showOnLockScreen(session);
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
  obeySettings(session, library);
  holdPlayingLock(session);

  const shell = document.createElement('degjo-app');
  shell.services = { library, session, sync, intake: new ArticleIntake(), update };
  document.body.replaceChildren(shell);
  await afterPaint();
  void sync.run();
  void update.register();
  // An installed app is at home here: its voice comes ahead of the first time without a network.
  if (matchMedia('(display-mode: standalone)').matches) void (await voice()).pack.fetchAhead();
  addEventListener('appinstalled', () => void voice().then(({ pack }) => pack.fetchAhead()));
}

function lazy<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function showOnLockScreen(session: ListeningSession): void {
  if (!('mediaSession' in navigator)) return;
  const artwork = [{ src: `${import.meta.env.BASE_URL}icons/icon-512.png`, sizes: '512x512', type: 'image/png' }];
  new MediaControls(session, { mediaSession: navigator.mediaSession, Metadata: MediaMetadata, artwork });
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

/** Another voice or pronunciation is heard at once. */
function obeySettings(session: ListeningSession, library: Library): void {
  const wish = ({ voice, proven, refused, pitch, lexicon }: Settings) => ({ voice, proven, refused, pitch, lexicon });
  let last = wish(library.settings);
  library.addEventListener('change', () => {
    const now = wish(library.settings);
    if (wishKeys.every((key) => now[key] === last[key])) return;
    last = now;
    session.setWish(now);
  });
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
