import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlsOf, sliderText } from '../journeys/controls.ts';
import type { Control } from '../journeys/controls.ts';
import { pageForViews, speak, views } from '../journeys/views.ts';
import type { Places } from '../journeys/views.ts';
import { openBrowser } from '../rig/index.ts';
import type { RigBrowser } from '../rig/index.ts';

let browser: RigBrowser;
let page: Page;
let places: Places;
/** What was seen of each view in Albanian. */
const albanian = new Map<string, { controls: Control[]; place: string | null }>();

beforeAll(async () => {
  browser = await openBrowser({ reducedMotion: 'reduce' });
  ({ page, places } = await pageForViews(browser));
});

afterAll(() => browser.close());

/** The same in both: the app's own name, names of devices, and titles, which are their articles'. */
const isNeutral = ({ role, name }: Control) =>
  name === 'Dëgjo' ||
  // What is called by its own name.
  /^(?:Wikipedia|Shqip|English)$/.test(name) ||
  // Fonts go by their own names, and what can be done with an article by its title.
  /^(?:Atkinson Hyperlegible|OpenDyslexic)$/.test(name) ||
  (role === 'dialog' && name === 'Si ta përdorni Dëgjo') ||
  /^(?:Android|iPhone, iPad|Windows|macOS|Linux|Microsoft Edge)$/.test(name) ||
  // Packages with their licences, and where source code is.
  / · \(?[A-Z]|^[\w./-]+\.[a-z]+(?:\/|$)/.test(name) ||
  (/^(?:link|region)$/.test(role) && name.length > 25);

describe('every control has a name in Albanian', () => {
  beforeAll(() => speak(page, 'sq'));

  it.each(views)('$name', async ({ name, open }) => {
    await open(page, places);
    const controls = await controlsOf(page);
    expect(controls.length).toBeGreaterThan(0);
    expect(controls.filter((control) => !/\p{L}/u.test(control.name))).toEqual([]);
    albanian.set(name, { controls, place: await sliderText(page) });
  });
});

describe('and another in English', () => {
  beforeAll(() => speak(page, 'en'));

  it.each(views)('$name', async ({ name, open }) => {
    const seen = albanian.get(name);
    if (!seen) throw new Error('not seen in Albanian');
    await open(page, places);
    const english = await controlsOf(page);
    // The player's place, or the pitch of the voice.
    if (seen.place !== null) expect(await sliderText(page)).toMatch(/ of |^normal$/);
    if (seen.place !== null) expect(seen.place).toMatch(/ nga |^e zakonshme$/);
    expect(english.map(({ role }) => role)).toEqual(seen.controls.map(({ role }) => role));
    expect(english.filter((control) => !/\p{L}/u.test(control.name))).toEqual([]);
    const same = seen.controls.filter((control, at) => !isNeutral(control) && english[at]?.name === control.name);
    expect(same).toEqual([]);
  });
});
