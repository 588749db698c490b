import type { RigBrowser } from './browser.ts';
import { launchBrowser } from './browser.ts';
import { findFirefox, launchFirefox } from './firefox.ts';
import type { PageDriver } from './page-driver.ts';
import { launchWebKit, missingForWebKit } from './webkit.ts';

export const browserNames = ['chromium', 'firefox', 'webkit'] as const;
export type BrowserName = (typeof browserNames)[number];

/** Opens one page in this browser. @param sound the folder from `startSound()` */
export async function launchDriver(name: BrowserName, sound: string): Promise<PageDriver> {
  if (name === 'firefox') return launchFirefox(sound);
  if (name === 'webkit') return launchWebKit(sound);
  return driverOf(await launchBrowser({ sound, mediaKeys: true }));
}

/** The browsers that are there. Chromium has to be: without it nothing is tested at all. */
export function findBrowsers(): readonly BrowserName[] {
  const isThere: Record<BrowserName, boolean> = {
    chromium: true,
    firefox: findFirefox() !== null,
    webkit: missingForWebKit().length === 0,
  };
  return browserNames.filter((name) => isThere[name]);
}

function driverOf(browser: RigBrowser): PageDriver {
  const { page } = browser;
  return {
    goto: async (address) => {
      await page.goto(address);
    },
    evaluate: (expression) => page.evaluate(expression),
    tap: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    problems: () => Promise.resolve(browser.problems()),
    close: () => browser.close(),
  };
}
