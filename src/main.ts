import { AppUpdate } from './app-update.ts';
import { lazy } from './lazy.ts';
import { EditionSync } from './library/edition-sync.ts';
import { Library } from './library/library.ts';
import { ListeningSession } from './listening/listening-session.ts';
import { isLocale, preferredLocale, switchLocale } from './localization/localization.ts';
import { holdPlayingLock, keepPlaces, obeySettings } from './session-wiring.ts';
import { SharedEngine } from './speech/shared-engine.ts';
import { EngineSwitch } from './speech/engine-switch.ts';
import { embeddedVoices } from './speech/espeak/voices.ts';
import { LazyEngine } from './speech/lazy-engine.ts';
import { rouseVoices } from './speech/web-speech/rouse.ts';
import { parseInertHtml, scriptAddress } from './trusted-types.ts';
import { wear } from './ui/apply-look.ts';
import { afterPaint } from './ui/after-paint.ts';
import './ui/app-shell.ts';

const sampleEdition = {
  key: 'mostra',
  address: new URL(`${import.meta.env.BASE_URL}editions/mostra/feed.json`, location.href).href,
};

async function start(): Promise<void> {
  // Said once and early: kept until it is wished, and not shown before anything was heard.
  let prompt: Event | undefined;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    prompt = event;
  });
  const library = await Library.begin();
  const { settings } = library;
  wear(document.documentElement, library);
  await switchLocale(isLocale(settings.locale) ? settings.locale : preferredLocale(navigator.languages));

  const voice = lazy(async () => (await import('./speech/espeak/browser-engine.ts')).browserVoice(scriptAddress));
  const webSpeech = lazy(async () => (await import('./system-voice.ts')).systemVoice());
  const espeak = new LazyEngine(async () => (await voice()).engine, { voices: embeddedVoices, refusal: 'no-pack' });
  const system = new LazyEngine(webSpeech, { refusal: 'broken' });
  const engine = new SharedEngine(new EngineSwitch({ system, espeak }));
  const session = new ListeningSession(engine.speaker(), settings);
  const voiceDesk = lazy(async () => {
    const [{ openVoiceDesk }, systemVoices] = await Promise.all([import('./voice-desk.ts'), webSpeech()]);
    return openVoiceDesk({ system: systemVoices, espeak, engine, session, library, voice });
  });
  const listeningDesk = lazy(async () => (await import('./listening-desk.ts')).listeningDesk(session, library));
  session.addEventListener('change', ({ detail: { article } }) => {
    if (article) void listeningDesk().catch(() => undefined);
  });
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

  const install = lazy(async () => new (await import('./installing.ts')).Installing(window, prompt));
  const intakeDesk = lazy(async () => (await import('./intake-desk.ts')).intakeDesk(library));
  const sourceDesk = lazy(async () => (await import('./source-desk.ts')).sourceDesk(library));
  const searchDesk = lazy(async () => (await import('./search-desk/search-desk.ts')).searchDesk(library));
  const dataDesk = lazy(async () => (await import('./data-desk.ts')).dataDesk(library, session));
  if (location.search) await import('./arrival.ts').then((arrival) => arrival.receiveArrival()).catch(() => undefined);
  const shell = document.createElement('degjo-app');
  const desks = { voiceDesk, listeningDesk, sourceDesk, searchDesk, dataDesk };
  shell.services = { library, session, sync, intakeDesk, update, install, ...desks };
  document.body.replaceChildren(shell);
  await afterPaint();
  await library.complete();
  // Not sooner: Chromium hands a page all voices of the device at once, thousands on some, and draws nothing meanwhile.
  rouseVoices();
  void sync.run();
  void update.register();
  const parts = { library, session, shell, listeningDesk, sourceDesk, voice, install };
  void import('./once-shown.ts').then(({ onceShown }) => onceShown(parts)).catch(() => undefined);
}

void start();
