import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objections, withAxe } from './journeys/axe.ts';
import { controlsOf } from './journeys/controls.ts';
import { measure, spaceText, withMeasures } from './journeys/measures.ts';
import { pageForViews, speak, views } from './journeys/views.ts';
import type { Places, View } from './journeys/views.ts';
import { openBrowser } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

/** Each view comes in one theme, language and width, in turns; in all of them it comes in e2e/matrix. */
const themes = ['light', 'dark', 'sepia', 'contrast'] as const;
const widths = [360, 768, 1280] as const;
const turn = views.map((view, at) => ({
  view,
  theme: themes[at % themes.length] ?? 'light',
  width: widths[at % widths.length] ?? 360,
}));

let browser: RigBrowser;
let page: Page;
let places: Places;
const titles: string[] = [];

beforeAll(async () => {
  browser = await openBrowser({ reducedMotion: 'reduce' });
  ({ page, places } = await pageForViews(browser));
  await withAxe(page);
  await withMeasures(page);
});

afterAll(() => browser.close());

describe.each(['sq', 'en'] as const)('in %s', (language) => {
  beforeAll(() => speak(page, language));

  const half = turn.filter((_, at) => at % 2 === (language === 'sq' ? 0 : 1));

  it.each(half)('$view.name, $theme, $width pixels wide', async ({ view, theme, width }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await view.open(page, places);
    await page.setViewportSize({ width, height: 740 });
    await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
    expect(await objections(page)).toEqual([]);
    expect(await measure(page, 'sideways', 'smallTargets', 'lostText', 'headings')).toEqual([]);
    const controls = await controlsOf(page);
    expect(controls.filter(({ name }) => !/\p{L}/u.test(name))).toEqual([]);
    if (isPlace(view)) titles.push(await page.title());
    // A page of 1280 pixels, enlarged four times: WCAG 1.4.10; and what WCAG 1.4.12 asks.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await measure(page, 'sideways', 'lostText')).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await spaceText(page);
    expect(await measure(page, 'sideways', 'lostText')).toEqual([]);
  });
});

it('every page has a title of its own, with the name of the app', () => {
  expect(titles.filter((title) => !/(?:^|– )Dëgjo$/.test(title))).toEqual([]);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});

/** Other views are states of a page that is named already. */
function isPlace({ name }: View): boolean {
  return !/^(?:an article|saving|the sleep|the queue|one sentence|a |what can|the simple mode,)/.test(name);
}
