import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { BrowserOptions, RigBrowser } from '../../e2e/rig/browser.ts';
import { watch } from './watch.ts';
import type { Watched } from './watch.ts';

/** What the benchmarks of the voices work with. */
export interface SpeechBench {
  /** The folder from `startSound()`. */
  readonly sound: string;
  /** The built app; ends with a slash. */
  readonly app: string;
  readonly openBrowser: (options?: Omit<BrowserOptions, 'sound'>) => Promise<RigBrowser>;
}

/** Have what happens in the app's pages noted, from their next load on. */
export async function watchPages(context: BrowserContext): Promise<void> {
  // What tsx wraps around functions that have a name.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript(watch);
}

/** Pastes a text and opens it. @returns the address of the article */
export async function openText(page: Page, app: string, pasted: string): Promise<string> {
  if (!page.url().startsWith(app)) await page.goto(app);
  await page.goto(`${app}#/shto`);
  await page.getByLabel('Ngjitni këtu tekstin').fill(pasted);
  await page.getByRole('button', { name: 'Hap artikullin' }).click();
  await listen(page).waitFor();
  return page.url();
}

/** The button that reads from the beginning, or from where the reading was left. */
export function listen(page: Page): Locator {
  return page.getByRole('button', { name: /^(?:Dëgjo|Vazhdo te fjalia \d+)$/ });
}

/** Has this device fetch the embedded voice, and hears it for a moment. */
export async function fetchVoice(page: Page, app: string): Promise<void> {
  await openText(page, app, 'Zëri vjen.');
  await listen(page).click();
  await ended(page, 30_000);
}

export async function ended(page: Page, timeout: number): Promise<void> {
  await page.getByText('Artikulli mbaroi.').waitFor({ timeout });
}

export function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const { pressed, lit, parts, longTasks } = window.watched;
    return { pressed, lit, parts, longTasks };
  });
}
