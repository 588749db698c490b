import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objections, withAxe } from '../journeys/axe.ts';
import { measure, spaceText, withMeasures } from '../journeys/measures.ts';
import { pageForViews, speak, views } from '../journeys/views.ts';
import type { Places } from '../journeys/views.ts';
import { openBrowser } from '../rig/index.ts';
import type { RigBrowser } from '../rig/index.ts';

const themes = ['light', 'dark', 'sepia', 'contrast'] as const;
const widths = [360, 768, 1280] as const;
/** The browser's own setting: 16 is usual, 48 three times that. */
const textSizes = [16, 48] as const;

const screens = fileURLToPath(new URL('../../build/screens/', import.meta.url));

/** Every view in one language: in every theme, width and size of text, changed in place while the view stays open. */
export function matrix(language: 'sq' | 'en'): void {
  let browser: RigBrowser;
  let page: Page;
  let places: Places;
  let devtools: CDPSession;

  beforeAll(async () => {
    mkdirSync(screens, { recursive: true });
    browser = await openBrowser({ reducedMotion: 'reduce' });
    ({ page, places } = await pageForViews(browser));
    devtools = await page.context().newCDPSession(page);
    await withAxe(page);
    await withMeasures(page);
    await speak(page, language);
  });

  afterAll(() => browser.close());

  const setTextSize = (size: number) =>
    devtools.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: Math.round(size * 0.8) } });

  describe(`in ${language}`, () => {
    it.each(views)('$name', async ({ name, open, sounds }) => {
      await setTextSize(16);
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, places);
      const faults: Record<string, string[]> = {};
      for (const width of widths) {
        for (const size of textSizes) {
          await setTextSize(size);
          await page.setViewportSize({ width, height: 740 });
          const laidOut = await measure(page, 'sideways', 'smallTargets', 'lostText', 'headings');
          note(faults, laidOut, `${String(width)} pixels, text of ${String(size)}`);
          for (const theme of themes) {
            await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
            const state = `${theme}, ${String(width)} pixels, text of ${String(size)}`;
            note(faults, await objections(page, theme === themes[0] ? 'everything' : 'colours'), state);
            if (size !== 16) continue;
            const file = [name.replaceAll(/\W+/g, '-'), theme, String(width), language].join('_');
            await page.screenshot({ path: `${screens}${file}.png` });
          }
        }
      }
      await setTextSize(16);
      // A page of 1280 pixels, enlarged four times: WCAG 1.4.10; and what WCAG 1.4.12 asks.
      await page.setViewportSize({ width: 320, height: 256 });
      note(faults, await measure(page, 'sideways', 'lostText', 'headings'), 'enlarged four times');
      await page.setViewportSize({ width: 360, height: 740 });
      await spaceText(page);
      note(faults, await measure(page, 'sideways', 'lostText'), 'spaced');
      expect(faults).toEqual({});
      if (sounds)
        expect(await page.evaluate(() => navigator.mediaSession.playbackState), 'still heard').toBe('playing');
    });
  });

  it('nothing of this was a problem for the browser', () => {
    expect(browser.problems()).toEqual([]);
  });
}

/** Each fault once, with all the states in which it was there. */
function note(faults: Record<string, string[]>, found: readonly string[], state: string): void {
  for (const fault of found) (faults[fault] ??= []).push(state);
}
