import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findProgram } from '../../scripts/lib/programs.ts';
import { busEnvironment } from './bus.ts';
import { findBrowser, flags } from './browser.ts';
import { startDeadEnd } from './dead-end.ts';
import { findFirefox, proxyPreferences } from './firefox.ts';
import { startDaemon, waitUntil } from './processes.ts';
import { localeEnvironment, startScreen } from './screen.ts';
import { soundEnvironment } from './sound.ts';
import { startSpeechLog } from './speech-log.ts';
import type { Said } from './speech-log.ts';

const run = promisify(execFile);

/** Orca on a desktop of its own, with one browser in front of it. */
export interface Orca {
  /**
   * Presses a key as a keyboard does and waits until Orca has nothing more to say.
   * @param key as xdotool calls it: `Tab`, `ctrl+Home`
   */
  press(key: string): Promise<readonly Said[]>;
  type(text: string): Promise<readonly Said[]>;
  /** What it says in this time, in milliseconds, while nobody presses anything. */
  hear(time: number): Promise<readonly Said[]>;
  /** What the browser wanted from outside this machine, which it did not get. */
  readonly requests: readonly string[];
  /** Stops listening; the desktop ends with the sound that it was started in. */
  close(): Promise<void>;
}

export type OrcaBrowser = 'firefox' | 'chromium';

const programs = ['orca', 'openbox', 'xdotool', 'Xvfb', 'dbus-daemon', 'speech-dispatcher'];

/** Where distributions have what starts the bus of accessibility; it is on nobody's PATH. */
const accessibilityBus = [
  '/usr/libexec/at-spi-bus-launcher',
  '/usr/lib/at-spi2-core/at-spi-bus-launcher',
  '/usr/lib/at-spi-bus-launcher',
];

/** What this machine lacks for it. */
export function missingForOrca(): string[] {
  const missing = programs.filter((name) => findProgram(name) === null);
  if (findAccessibilityBus() === null) missing.push('at-spi2-core');
  if (findFirefox() === null) missing.push('firefox-esr');
  return missing;
}

/** What is to be named beside whatever Orca said. */
export async function orcaVersions(browser: OrcaBrowser): Promise<string> {
  const firstLine = (program: string, ...args: string[]) =>
    run(program, args, { timeout: 20_000 }).then(
      ({ stdout }) => stdout.split('\n')[0]?.trim() ?? '',
      () => 'unknown',
    );
  const names = await Promise.all([
    firstLine('orca', '--version'),
    firstLine(programOf(browser), '--version'),
    firstLine('dpkg-query', '-W', '-f=${Version}', 'at-spi2-core'),
    firstLine('speech-dispatcher', '--version'),
  ]);
  return `Orca ${names[0]}, ${names[1]}, at-spi2-core ${names[2]}, ${names[3]}`;
}

/**
 * Starts a desktop, Orca, and a browser at this address. What Orca says is taken on its way to the voice, which says it.
 * @param sound the folder from `startSound()`
 */
export async function startOrca(sound: string, browser: OrcaBrowser, address: string): Promise<Orca> {
  const speech = await startSpeechLog(sound);
  const deadEnd = await startDeadEnd();
  const close = async () => {
    await speech.close();
    await deadEnd.close();
  };
  try {
    const desktop = await startDesktop(sound);
    // Not the browser: it speaks to the voice itself, if it does.
    desktop.start('orca', 'orca', [], { SPEECHD_ADDRESS: speech.address });
    const isThere = () => speech.said.length > 0;
    await waitUntil('Orca', isThere, 30_000).catch((error: unknown) => {
      // It refuses to start beside another Orca of the same user, and says so.
      throw new Error(`Orca does not speak: ${desktop.log('orca')}`, { cause: error });
    });
    openBrowser[browser](desktop, address, deadEnd.port);

    const quiet = async (since: number) => {
      const limit = Date.now() + patience;
      while (Date.now() - Math.max(since, speech.lastChange) < enough && Date.now() < limit) await pause(50);
    };
    const after = async (act: () => Promise<unknown>) => {
      const from = speech.said.length;
      await act();
      return speech.said.slice(from);
    };
    const xdotool = async (...args: string[]) => {
      await run('xdotool', args, { env: desktop.env, timeout: 10_000 });
      await quiet(Date.now());
    };
    return {
      press: (key) => after(() => xdotool('key', '--clearmodifiers', key)),
      type: (text) => after(() => xdotool('type', '--delay', '120', text)),
      hear: (time) => after(() => pause(time)),
      requests: deadEnd.requests,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Silence, in milliseconds, after which Orca is taken to have said all. */
const enough = 800;
/** What says more than this is cut short by the next key, as a listener would. */
const patience = 8_000;

interface Desktop {
  readonly sound: string;
  readonly env: Readonly<Record<string, string>>;
  start(name: string, program: string, args: readonly string[], env?: Readonly<Record<string, string>>): void;
  log(name: string): string;
}

async function startDesktop(sound: string): Promise<Desktop> {
  const folder = join(sound, 'desktop');
  mkdirSync(join(folder, 'data/orca'), { recursive: true });
  writeFileSync(join(folder, 'data/orca/user-settings.conf'), JSON.stringify(orcaSettings));
  const env = {
    ...soundEnvironment(sound),
    ...busEnvironment(sound),
    // Orca's Albanian is of 2007: nine of ten words are English there too.
    ...localeEnvironment(sound, 'en_US'),
    DISPLAY: await startScreen(sound, '1280x1000'),
    TZ: 'Europe/Tirane',
    GSETTINGS_BACKEND: 'memory',
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
  };
  const logFile = (name: string) => join(folder, `${name}.log`);
  const start: Desktop['start'] = (name, command, args, more = {}) => {
    const pidFile = join(sound, `${name}.pid`);
    startDaemon({ command, args, env: { ...env, ...more }, pidFile, logFile: logFile(name) });
  };
  // Without a window manager no window has the focus, and Orca nothing to say.
  start('openbox', 'openbox', ['--sm-disable']);
  start('at-spi', findAccessibilityBus() ?? '', ['--launch-immediately', '--a11y=1', '--screen-reader=1']);
  await waitUntil('the bus of accessibility', () => isOnBus(env, 'org.a11y.Bus'), 10_000);
  return { sound, env, start, log: (name) => readFileSync(logFile(name), 'utf8').slice(-500) };
}

async function isOnBus(env: Readonly<Record<string, string>>, name: string): Promise<boolean> {
  const call = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner'];
  const { stdout } = await run('dbus-send', [...call, `string:${name}`], { env });
  return stdout.includes('boolean true');
}

/** As Orca is installed, except that it speaks fast and does not name the keys, which the transcript does. */
const profile = ['Default', 'default'];
const orcaSettings = {
  general: { startingProfile: profile, activeProfile: profile, profile, enableKeyEcho: false },
  profiles: {
    default: {
      profile,
      enableKeyEcho: false,
      // Where one of these is missing, Orca 43 fails at each link and says nothing.
      voices: {
        default: { rate: 95, established: true },
        uppercase: { 'average-pitch': 7, established: false },
        hyperlink: { established: false },
        system: { established: false },
      },
      pronunciations: {},
      keybindings: {},
    },
  },
  pronunciations: {},
  keybindings: {},
};

const openBrowser: Readonly<Record<OrcaBrowser, (desktop: Desktop, address: string, proxyPort: number) => void>> = {
  firefox: (desktop, address, proxyPort) => {
    const folder = join(desktop.sound, 'desktop/firefox');
    mkdirSync(folder);
    const preferences = { ...firefoxPreferences, ...proxyPreferences(proxyPort) };
    const lines = Object.entries(preferences).map(
      (entry) => `user_pref(${entry.map((part) => JSON.stringify(part)).join(', ')});\n`,
    );
    writeFileSync(join(folder, 'user.js'), lines.join(''));
    desktop.start('firefox', programOf('firefox'), ['--no-remote', '--profile', folder, address]);
  },
  chromium: (desktop, address) => {
    const folder = join(desktop.sound, 'desktop/chromium');
    const own = [
      `--user-data-dir=${folder}`,
      '--force-renderer-accessibility',
      '--accept-lang=sq-AL',
      '--start-maximized',
    ];
    // Chromium asks this of what it is to tell Orca about itself.
    desktop.start('chromium', programOf('chromium'), [...flags, ...own, address], { ACCESSIBILITY_ENABLED: '1' });
  },
};

/** A listener's own Firefox on an ordinary day: no first-run pages, no questions, nothing from outside. */
const firefoxPreferences = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'intl.accept_languages': 'sq-AL, sq',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

function programOf(browser: OrcaBrowser): string {
  return browser === 'firefox' ? (findFirefox() ?? '') : findBrowser();
}

function findAccessibilityBus(): string | null {
  return accessibilityBus.map(findProgram).find((path) => path !== null) ?? null;
}
