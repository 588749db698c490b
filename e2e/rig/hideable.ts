import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { collectProblems, findBrowser, flags, mediaKeysFlags } from './browser.ts';
import type { RigBrowser } from './browser.ts';
import { busEnvironment } from './bus.ts';
import { soundEnvironment } from './sound.ts';

/** `context.newPage()` would hide the page too. */
export interface HideableBrowser extends Omit<RigBrowser, 'kill'> {
  /** Puts another page in front, as the listener does who turns to something else or locks the phone. */
  hide(): Promise<void>;
  show(): Promise<void>;
  /**
   * Freezes the hidden page, as Chromium does with one that has long been silent: no script of it runs until `thaw`.
   * What plays falls silent with it, and what is started after `thaw` stands still until `show`; Chromium itself
   * would never freeze a page that is heard.
   */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
}

/** With these, a hidden page runs as if it were seen. */
const neverInBackground = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/**
 * Opens Chromium, with its media keys, so that its page can really be hidden. Where Playwright launches the browser
 * every page is kept visible for ever (Emulation.setFocusEmulationEnabled); so Puppeteer launches it, and Playwright
 * joins without its defaults.
 * @param sound the folder from `startSound()`
 */
export async function launchHideable(sound: string): Promise<HideableBrowser> {
  const launched = await puppeteer.launch({
    executablePath: findBrowser(),
    headless: true,
    defaultViewport: null,
    args: [...flags, ...mediaKeysFlags, '--accept-lang=sq-AL'],
    ignoreDefaultArgs: ['--mute-audio', ...neverInBackground],
    env: { ...soundEnvironment(sound), ...busEnvironment(sound), TZ: 'Europe/Tirane' },
  });
  const joined = await chromium.connectOverCDP(launched.wsEndpoint(), { noDefaults: true });
  const [context] = joined.contexts();
  const [page] = context?.pages() ?? [];
  if (context === undefined || page === undefined) throw new Error('Chromium opened without a page');
  await page.setViewportSize({ width: 360, height: 740 });
  const protocol = await context.newCDPSession(page);
  let cover: Page | undefined;
  return {
    context,
    page,
    problems: collectProblems(context),
    hide: async () => {
      cover ??= await context.newPage();
      await cover.bringToFront();
      await visibility(page, 'hidden');
    },
    show: async () => {
      await page.bringToFront();
      await visibility(page, 'visible');
    },
    freeze: async () => {
      await protocol.send('Page.setWebLifecycleState', { state: 'frozen' });
    },
    thaw: async () => {
      await protocol.send('Page.setWebLifecycleState', { state: 'active' });
    },
    close: async () => {
      await joined.close();
      await launched.close();
    },
  };
}

/** A hidden page draws no frame to wait for, so it is asked again and again. */
async function visibility(page: Page, state: DocumentVisibilityState): Promise<void> {
  await page.waitForFunction((state) => document.visibilityState === state, state, { polling: 50 });
}
