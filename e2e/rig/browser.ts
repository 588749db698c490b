import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { findProgram } from '../../scripts/lib/programs.ts';
import { busEnvironment } from './bus.ts';
import { soundEnvironment } from './sound.ts';

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

export interface BrowserOptions extends Omit<ContextOptions, 'executablePath' | 'env' | 'ignoreDefaultArgs'> {
  /** The folder from `startSound()`. */
  readonly sound: string;
  /** Give the same folder again to open a closed browser anew; without one, a fresh profile that goes with `close()`. */
  readonly userDataDir?: string;
  /** Shows what plays where `mediaKeysOf` finds it, as on a lock screen. */
  readonly mediaKeys?: boolean;
  /** A machine without any sound device: nothing of this browser is heard. */
  readonly deaf?: boolean;
}

export interface RigBrowser {
  readonly context: BrowserContext;
  /** The page that the browser opened with. */
  readonly page: Page;
  /**
   * What went wrong since the start, and should be nothing: errors on the console (a broken Content-Security-Policy
   * among them), uncaught errors, and requests that leave this machine.
   * @param expected what the journey provoked on purpose
   */
  problems(...expected: readonly RegExp[]): string[];
  close(): Promise<void>;
  /** Ends it from one moment to the next, as a device does that falls on the floor. Its profile stays. */
  kill(): Promise<void>;
}

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-speech-dispatcher',
  // Nothing that is asked for by mistake leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

export const mediaKeysFlags = ['--enable-features=HardwareMediaKeyHandling,MediaSessionService'];

/** Neither PulseAudio nor ALSA is found. */
const deafEnvironment = { PULSE_SERVER: 'unix:/nonexistent', ALSA_CONFIG_PATH: '/dev/null' };

/** Opens Chromium as a listener in Albania has it on a small phone, with the real voice of this rig. */
export async function launchBrowser({
  sound,
  userDataDir,
  mediaKeys = false,
  deaf = false,
  args = [],
  ...options
}: BrowserOptions): Promise<RigBrowser> {
  const profile = userDataDir ?? mkdtempSync(join(tmpdir(), 'degjo-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    locale: 'sq-AL',
    timezoneId: 'Europe/Tirane',
    viewport: { width: 360, height: 740 },
    ...options,
    executablePath: findBrowser(),
    args: [...flags, ...(mediaKeys ? mediaKeysFlags : []), ...args],
    ignoreDefaultArgs: ['--mute-audio'],
    env: {
      ...soundEnvironment(sound),
      ...(mediaKeys ? busEnvironment(sound) : {}),
      ...(deaf ? deafEnvironment : {}),
    },
  });
  const closed = new Promise((resolve) => context.once('close', resolve));
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    problems: collectProblems(context),
    close: async () => {
      await context.close();
      if (userDataDir === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
    kill: async () => {
      process.kill(processOf(profile), 'SIGKILL');
      await closed;
    },
  };
}

/** The process id of the browser that has this profile open. */
function processOf(profile: string): number {
  const found = readdirSync('/proc').find((id) => {
    if (!/^\d+$/.test(id)) return false;
    const args = commandLine(id);
    // Those that it started itself have a type.
    return args.includes(`--user-data-dir=${profile}`) && !args.some((arg) => arg.startsWith('--type='));
  });
  if (found === undefined) throw new Error(`no browser has ${profile} open`);
  return Number(found);
}

function commandLine(id: string): string[] {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser that CHROMIUM names, else the first on PATH. @throws Error naming what was looked for */
export function findBrowser(): string {
  const named = process.env['CHROMIUM'];
  if (named !== undefined) return named;
  const found = names.map(findProgram).find((path) => path !== null);
  if (found === undefined) throw new Error(`no browser on PATH: looked for ${names.join(', ')}`);
  return found;
}

/** @returns how to ask for them: see `RigBrowser` */
export function collectProblems(context: BrowserContext): RigBrowser['problems'] {
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    problems.push(`uncaught: ${error.error().stack ?? error.error().message}`);
  });
  context.on('request', (request) => {
    if (!staysHere(request.url())) problems.push(`request: ${request.url()}`);
  });
  const listenTo = (worker: Worker) => {
    worker.on('console', (message) => {
      if (message.type() === 'error') problems.push(`service worker: ${message.text()}`);
    });
  };
  context.serviceWorkers().forEach(listenTo);
  context.on('serviceworker', listenTo);
  return (...expected) => problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
}

function staysHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return !/^(?:https?|wss?):$/.test(protocol) || hostname === '127.0.0.1' || hostname === 'localhost';
}
