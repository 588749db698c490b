import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { soundEnvironment } from './sound.ts';

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

export interface BrowserOptions extends Omit<ContextOptions, 'executablePath' | 'env' | 'ignoreDefaultArgs'> {
  /** The folder from `startSound()`. */
  readonly sound: string;
  /** Give the same folder again to open a closed browser anew; without one, a fresh profile that goes with `close()`. */
  readonly userDataDir?: string;
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
}

const flags = [
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

/** Opens Chromium as a listener in Albania has it on a small phone, with the real voice of this rig. */
export async function launchBrowser({
  sound,
  userDataDir,
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
    args: [...flags, ...args],
    ignoreDefaultArgs: ['--mute-audio'],
    env: soundEnvironment(sound),
  });
  const problems = collectProblems(context);
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    problems: (...expected) => problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
    close: async () => {
      await context.close();
      if (userDataDir === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** The browser that CHROMIUM names, else the first on PATH. @throws Error naming what was looked for */
export function findBrowser(): string {
  const named = process.env['CHROMIUM'];
  if (named !== undefined) return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const candidates = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const found = candidates.find(isExecutable);
  if (found === undefined) throw new Error(`no browser on PATH: looked for ${names.join(', ')}`);
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function collectProblems(context: BrowserContext): string[] {
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
  return problems;
}

function staysHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return !/^(?:https?|wss?):$/.test(protocol) || hostname === '127.0.0.1' || hostname === 'localhost';
}
