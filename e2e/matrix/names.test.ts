import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { languages } from '../../src/localization/languages.ts';
import { eventually } from '../journeys/app.ts';
import { controlsOf, sliderText } from '../journeys/controls.ts';
import type { Control } from '../journeys/controls.ts';
import { pageForViews, speak, views } from '../journeys/views.ts';
import type { Places } from '../journeys/views.ts';
import { openBrowser } from '../rig/index.ts';
import type { RigBrowser } from '../rig/index.ts';

let browser: RigBrowser;
let page: Page;
let places: Places;

beforeAll(async () => {
  browser = await openBrowser({ reducedMotion: 'reduce' });
  ({ page, places } = await pageForViews(browser));
  await speak(page, 'sq');
});

// Also after a failure, which would otherwise have the next views begin in English.
afterEach(() => switchTo('sq'));

afterAll(() => browser.close());

/** The same in both: names of the app, of devices and languages, titles, and how to take back what was just done. */
const isNeutral = ({ role, name }: Control) =>
  name === 'Dëgjo' ||
  // What is called by its own name.
  name === 'Wikipedia' ||
  languages.some((language) => language.name === name) ||
  // Fonts go by their own names, and what can be done with an article by its title.
  /^(?:Atkinson Hyperlegible|OpenDyslexic)$/.test(name) ||
  (role === 'dialog' && name === 'Si ta përdorni Dëgjo') ||
  /^(?:Android|iPhone, iPad|Windows|macOS|Linux|Microsoft Edge|Chrome|Firefox|Android: .*|Mac: Safari)$/.test(name) ||
  // Packages with their licences, and where source code is.
  / · \(?[A-Z]|^[\w./-]+\.[a-z]+(?:\/|$)/.test(name) ||
  (/^(?:link|region|checkbox)$/.test(role) && name.length > 25) ||
  name === 'Ktheje';

/** Chooses another language while the view is open, as the settings do. */
async function switchTo(locale: 'sq' | 'en'): Promise<void> {
  await page.locator('degjo-app .frame').evaluate((frame, wanted) => {
    frame.dispatchEvent(new CustomEvent('locale', { detail: { locale: wanted } }));
  }, locale);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
}

it.each(views)('$name: every control has a name in Albanian, and another in English', async ({ open }) => {
  await open(page, places);
  const albanian = await controlsOf(page);
  expect(albanian.length).toBeGreaterThan(0);
  const place = await sliderText(page);
  // The player's place, or the pitch of the voice.
  if (place !== null) expect(place).toMatch(/ nga |^e zakonshme$/);
  await switchTo('en');
  if (place !== null) await eventually(() => sliderText(page)).toMatch(/ of |^normal$/);
  await eventually(async () => stillAlbanian(albanian, await controlsOf(page))).toEqual([]);
  const english = await controlsOf(page);
  expect(english.map(({ role }) => role)).toEqual(albanian.map(({ role }) => role));
  for (const { name } of [...albanian, ...english]) expect(name).toMatch(/\p{L}/u);
});

function stillAlbanian(albanian: readonly Control[], english: readonly Control[]): Control[] {
  return albanian.filter((control, at) => !isNeutral(control) && english[at]?.name === control.name);
}
