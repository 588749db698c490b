import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, articleLinks, eventually, load, newPage } from './journeys/app.ts';
import { openBrowser, rig } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';
import { library } from './journeys/texts.ts';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

let browser: RigBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(browser);
  await page.addInitScript({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8') });
  await load(page, rig.app);
  await addText(page, library.text);
  article = page.url();
});

afterAll(() => browser.close());

/** The address of the listener's own article. */
let article: string;

/** Every page of the app, as somebody comes upon it; none depends on the language of the interface. */
const pages: [string, () => Promise<void>][] = [
  [
    'the list',
    async () => {
      await load(page, rig.app);
      await articleLinks(page).nth(9).waitFor();
    },
  ],
  [
    'an article at rest',
    async () => {
      await load(page, article);
      await player().getByRole('button').first().waitFor();
    },
  ],
  [
    'an article that is being read, scrolled away',
    async () => {
      await load(page, article);
      await player().getByRole('button').first().click();
      await player().getByRole('slider').waitFor();
      await page.mouse.move(180, 300);
      await page.mouse.wheel(0, 1200);
      await page.locator('.return button').waitFor();
    },
  ],
  [
    'adding, with something wrong',
    async () => {
      await load(page, `${rig.app}#/shto`);
      await page.locator('form button').click();
      await page.getByRole('alert').getByText(/./).waitFor();
    },
  ],
  [
    'a removed article, to be brought back',
    async () => {
      await load(page, rig.app);
      await addAnother();
      await page.goto(`${rig.app}#/`);
      await page.locator('degjo-article-list[removable] li').first().locator('button').last().click();
      await page.locator('degjo-toast-bar button').first().waitFor();
    },
  ],
  [
    'an unknown address',
    async () => {
      await load(page, `${rig.app}#/asgje`);
      await page.locator('degjo-not-found-page a').waitFor();
    },
  ],
  [
    'the help for a device without a voice',
    async () => {
      await load(page, `${article}?`);
      await player().waitFor();
      await page.locator('degjo-voice-help').evaluate((help) => {
        (help as HTMLElement & { show(): void }).show();
      });
      await page.getByRole('dialog').waitFor();
    },
  ],
];

const player = () => page.locator('degjo-player-bar');

async function addAnother(): Promise<void> {
  await page.goto(`${rig.app}#/shto`);
  await page.locator('textarea').fill('Një tekst për ta hequr përsëri.');
  await page.locator('form button').click();
  await page.locator('degjo-article-text article').waitFor();
}

describe.each(['light', 'dark'] as const)('axe has nothing against it when it is %s', (colorScheme) => {
  it.each(pages)('%s', async (_name, open) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open();
    const violations = await page.evaluate(async () => {
      const result = await window.axe?.run(document, { resultTypes: ['violations'] });
      return result?.violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
      }));
    });
    expect(violations).toEqual([]);
  });
});

describe('names', () => {
  /** Role and name of everything that can be operated, in the order of the page. */
  async function controls(): Promise<{ role: string; name: string; value: string }[]> {
    const devtools = await page.context().newCDPSession(page);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    const operable = /^(?:button|link|slider|textbox|dialog|DisclosureTriangle|navigation|region)$/;
    return nodes
      .filter(({ ignored, role }) => !ignored && operable.test(String(role?.value)))
      .map(({ role, name, properties = [] }) => ({
        role: String(role?.value),
        name: String(name?.value ?? ''),
        value: String(properties.find((property) => property.name === 'valuetext')?.value.value ?? ''),
      }));
  }

  async function switchTo(language: 'English' | 'Shqip'): Promise<void> {
    await load(page, rig.app);
    await page.getByRole('button', { name: language }).click();
    await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe(
      language === 'English' ? 'en' : 'sq',
    );
  }

  /** The same in both: the app's own name, names of devices, and titles, which are their articles'. */
  const neutral = (role: string, name: string) =>
    name === 'Dëgjo' ||
    /^(?:Android|iPhone, iPad, Mac|Windows|Linux)$/.test(name) ||
    (role === 'link' && name.length > 25);

  it.each(pages)('%s: every control has one in Albanian and another in English', async (_name, open) => {
    await switchTo('Shqip');
    await open();
    const albanian = await controls();
    await switchTo('English');
    await open();
    const english = await controls();
    expect(albanian.length).toBeGreaterThan(0);
    expect(english.map(({ role }) => role)).toEqual(albanian.map(({ role }) => role));
    for (const [index, { role, name, value }] of albanian.entries()) {
      const other = english[index];
      expect(name, `${role} ${String(index)}`).toMatch(/\p{L}/u);
      expect(other?.name, `${role} ${name}`).toMatch(/\p{L}/u);
      if (!neutral(role, name)) expect(other?.name, role).not.toBe(name);
      if (value !== '') expect(other?.value, name).not.toBe(value);
    }
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
