import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objections, withAxe } from './journeys/axe.ts';
import { measure, spaceText, withMeasures } from './journeys/measures.ts';
import { pageForViews, speak, views } from './journeys/views.ts';
import type { Places } from './journeys/views.ts';
import { openBrowser } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

interface Control {
  readonly role: string;
  readonly name: string;
}

let browser: RigBrowser;
let page: Page;
let places: Places;
/** What was seen of each view in Albanian. */
const titles = new Map<string, string>();
const albanian = new Map<string, { controls: Control[]; place: string | null }>();

beforeAll(async () => {
  browser = await openBrowser({ reducedMotion: 'reduce' });
  ({ page, places } = await pageForViews(browser));
  await withAxe(page);
  await withMeasures(page);
  await speak(page, 'sq');
});

afterAll(() => browser.close());

/** Role and name of everything that can be operated, in the order of the page. */
async function controls(): Promise<Control[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  const operable =
    /^(?:button|link|radio|checkbox|switch|slider|textbox|searchbox|combobox|dialog|DisclosureTriangle|navigation|region)$/;
  return nodes
    .filter(({ ignored, role }) => !ignored && operable.test(String(role?.value)))
    .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
}

/** What a screen reader says of the slider's place; Chromium's tree leaves it out. */
async function sliderText(): Promise<string | null> {
  const slider = page.getByRole('slider');
  return (await slider.count()) === 1 ? slider.getAttribute('aria-valuetext') : null;
}

describe('in Albanian', () => {
  it.each(views)('$name', async ({ name, open }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, places);
    expect(await objections(page)).toEqual([]);
    expect(await measure(page, 'sideways', 'smallTargets', 'lostText', 'headings')).toEqual([]);
    titles.set(name, await page.title());
    albanian.set(name, { controls: await controls(), place: await sliderText() });
    // A page of 1280 pixels, enlarged four times: WCAG 1.4.10.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await measure(page, 'sideways', 'lostText')).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await spaceText(page);
    expect(await measure(page, 'sideways', 'lostText')).toEqual([]);
  });

  it('every page has a title of its own, with the name of the app', () => {
    expect([...titles.values()].filter((title) => !/(?:^|– )Dëgjo$/.test(title))).toEqual([]);
    const pages = [...titles].filter(
      ([name]) => !/^(?:an article|saving|the sleep|the queue|one sentence|a |what can|the simple mode,)/.test(name),
    );
    const again = pages.map(([, title]) => title).filter((title, at, all) => all.indexOf(title) !== at);
    expect(again).toEqual([]);
  });
});

describe('in English, every control has another name', () => {
  /** The same in both: the app's own name, names of devices, and titles, which are their articles'. */
  const neutral = (role: string, name: string) =>
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

  beforeAll(() => speak(page, 'en'));

  it.each(views)('$name', async ({ name: view, open }) => {
    await open(page, places);
    const seen = albanian.get(view);
    if (!seen) throw new Error('not seen in Albanian');
    const english = await controls();
    // The player's place, or the pitch of the voice.
    if (seen.place !== null) expect(await sliderText()).toMatch(/ of |^normal$/);
    if (seen.place !== null) expect(seen.place).toMatch(/ nga |^e zakonshme$/);
    expect(seen.controls.length).toBeGreaterThan(0);
    expect(english.map(({ role }) => role)).toEqual(seen.controls.map(({ role }) => role));
    for (const [index, { role, name }] of seen.controls.entries()) {
      const other = english[index];
      expect(name, `${role} ${String(index)}`).toMatch(/\p{L}/u);
      expect(other?.name, `${role} ${name}`).toMatch(/\p{L}/u);
      if (!neutral(role, name)) expect(other?.name, role).not.toBe(name);
    }
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
