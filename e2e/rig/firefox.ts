import puppeteer from 'puppeteer-core';
import { findProgram } from '../../scripts/lib/programs.ts';
import { busEnvironment } from './bus.ts';
import { startDeadEnd } from './dead-end.ts';
import type { PageDriver } from './page-driver.ts';
import { soundEnvironment } from './sound.ts';

const names = ['firefox-esr', 'firefox'];

/** The Firefox that FIREFOX names, else the first on PATH; null where there is none, or FIREFOX is empty. */
export function findFirefox(): string | null {
  const named = process.env['FIREFOX'];
  return (named === undefined ? names : [named]).map(findProgram).find((path) => path !== null) ?? null;
}

/**
 * Opens Firefox without a window, with the voices of this run's speech-dispatcher and a fresh profile.
 * @param sound the folder from `startSound()`
 */
export async function launchFirefox(sound: string): Promise<PageDriver> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error(`no Firefox on PATH: looked for ${names.join(', ')}`);
  const deadEnd = await startDeadEnd();
  const browser = await puppeteer
    .launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      defaultViewport: { width: 360, height: 740 },
      env: { ...soundEnvironment(sound), ...busEnvironment(sound), ...quietEnvironment, TZ: 'Europe/Tirane' },
      extraPrefsFirefox: {
        ...quietPreferences,
        ...proxyPreferences(deadEnd.port),
        'intl.accept_languages': 'sq-AL, sq',
      },
    })
    .catch(async (error: unknown) => {
      await deadEnd.close();
      throw error;
    });
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url ?? ''})`);
  });
  // Firefox reports what a policy forbade here too.
  page.on('pageerror', (error) => {
    problems.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`);
  });
  return {
    goto: async (address) => {
      await page.goto(address);
    },
    evaluate: (expression) => page.evaluate(expression),
    tap: (x, y) => page.mouse.click(x, y),
    // The key of the space bar is a space.
    press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key),
    problems: () => Promise.resolve([...problems, ...deadEnd.requests.map((address) => `request: ${address}`)]),
    close: async () => {
      await browser.close();
      await deadEnd.close();
    },
  };
}

/** Firefox asks Mozilla for its settings at every start, unless it believes that it is under test. */
const quietEnvironment = { MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1' };
const quietPreferences = { 'services.settings.server': 'data:,#remote-settings-dummy/v1' };

/** Everything but this machine is behind a proxy that lets nobody through. */
export function proxyPreferences(port: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
  };
}
