import { createServer } from 'node:net';
import { join } from 'node:path';
import { findProgram } from '../../scripts/lib/programs.ts';
import { busEnvironment } from './bus.ts';
import { startDeadEnd } from './dead-end.ts';
import type { Key, PageDriver } from './page-driver.ts';
import { startDaemon, stopDaemon, waitUntil } from './processes.ts';
import { localeEnvironment, startScreen, stopScreen } from './screen.ts';
import { soundEnvironment } from './sound.ts';
import { openSession } from './webdriver.ts';
import type { WebDriverSession } from './webdriver.ts';

const programs = ['WebKitWebDriver', 'Xvfb'];

/** Milliseconds; a start takes one or two seconds. */
const startLimit = 15_000;

/** What this machine lacks of WebKitGTK. */
export function missingForWebKit(): string[] {
  return programs.filter((name) => findProgram(name) === null);
}

/**
 * Opens WebKitGTK's small browser on a screen of its own: the engine of Safari, and a device without an Albanian
 * voice. One at a time in a run; the driver starts with a fresh profile.
 * @param sound the folder from `startSound()`
 */
export async function launchWebKit(sound: string): Promise<PageDriver> {
  const missing = missingForWebKit();
  if (missing.length > 0) throw new Error(`no WebKitGTK to test with; missing: ${missing.join(', ')}`);
  const deadEnd = await startDeadEnd();
  try {
    const session = await startBrowser(sound, deadEnd.port);
    await fitWindow(session);
    return pageOf(session, deadEnd.requests, async () => {
      await session.close().finally(() => stopPrograms(sound));
      await deadEnd.close();
    });
  } catch (error) {
    await stopPrograms(sound);
    await deadEnd.close();
    throw error;
  }
}

/**
 * The small browser crashes at one start in twenty or so, before it has loaded anything, and its driver goes on
 * waiting for it. A browser that does not come is started once more, and told.
 */
async function startBrowser(sound: string, proxyPort: number, starts = 3): Promise<WebDriverSession> {
  await stopPrograms(sound);
  const driver = await startDriver(sound, await startScreen(sound, '640x1000'));
  try {
    return await openSession(driver, capabilities(proxyPort), startLimit);
  } catch (error) {
    if (starts === 1) throw error;
    console.warn('WebKitGTK did not start; once more');
    return startBrowser(sound, proxyPort, starts - 1);
  }
}

function capabilities(proxyPort: number): object {
  const proxy = `127.0.0.1:${String(proxyPort)}`;
  return {
    // Everything but this machine is behind a proxy that lets nobody through.
    proxy: { proxyType: 'manual', httpProxy: proxy, sslProxy: proxy, noProxy: ['127.0.0.1', 'localhost'] },
  };
}

async function startDriver(sound: string, display: string): Promise<string> {
  const port = await freePort();
  startDaemon({
    command: 'WebKitWebDriver',
    args: [`--port=${String(port)}`, '--host=127.0.0.1'],
    env: {
      ...soundEnvironment(sound),
      ...busEnvironment(sound),
      // WebKitGTK takes the language of the page from the name of the C library's locale.
      ...localeEnvironment(sound, 'sq_AL'),
      DISPLAY: display,
      TZ: 'Europe/Tirane',
      NO_AT_BRIDGE: '1',
      GSETTINGS_BACKEND: 'memory',
    },
    pidFile: join(sound, 'webkit-driver.pid'),
    logFile: join(sound, 'webkit-driver.log'),
  });
  const address = `http://127.0.0.1:${String(port)}`;
  const isReady = () =>
    fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
  await waitUntil('WebKitWebDriver', isReady, 10_000);
  return address;
}

/** As high inside as a small phone, and as narrow as the toolbar lets it be. */
async function fitWindow(session: WebDriverSession): Promise<void> {
  await session.resize(400, 800);
  const [width, height] = (await session.execute('return [innerWidth, innerHeight]')) as [number, number];
  await session.resize(400 + 360 - width, 800 + 740 - height);
}

function pageOf(session: WebDriverSession, requests: readonly string[], close: () => Promise<void>): PageDriver {
  const problems: string[] = [];
  const collect = async () => {
    problems.push(...((await session.execute('return window.rigProblems?.splice(0) ?? []')) as string[]));
  };
  return {
    goto: async (address) => {
      await collect();
      await session.goto(address);
      await session.execute(watch);
    },
    evaluate: (expression) => session.execute(`return ${expression}`),
    tap: (x, y) => session.tap(x, y),
    press: (key) => session.press(keys[key]),
    problems: async () => {
      await collect();
      return [...problems, ...requests.map((address) => `request: ${address}`)];
    },
    close,
  };
}

/**
 * The driver tells nothing of errors, so the page does, from its load event on. What went wrong before, the other
 * browsers have to notice.
 */
const watch = `
  const problems = (window.rigProblems = []);
  addEventListener('error', (event) => problems.push('uncaught: ' + event.message));
  addEventListener('unhandledrejection', (event) => problems.push('uncaught: ' + event.reason));
  addEventListener('securitypolicyviolation', (event) => problems.push('policy: ' + event.violatedDirective));
  const say = console.error;
  console.error = (...words) => {
    problems.push('console: ' + words.join(' '));
    say.apply(console, words);
  };`;

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Readonly<Record<Key, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Tab: '\uE004',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
};

async function stopPrograms(sound: string): Promise<void> {
  await stopDaemon(join(sound, 'webkit-driver.pid'));
  await stopScreen(sound);
}

/** The driver has to be told a port. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port is free'));
        else resolve(address.port);
      });
    });
  });
}
