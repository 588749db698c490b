import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, articleLinks, eventually, load, newPage } from './journeys/app.ts';
import { withoutPicker } from './journeys/saving.ts';
import { openBrowser, rig } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';
import { library, market } from './journeys/texts.ts';

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
  await withoutPicker(page);
  await load(page, rig.app);
  await addText(page, library.text);
  article = page.url();
  await page.getByRole('link', { name: 'Lajmet' }).click();
  await addText(page, market.text);
  brief = page.url();
});

afterAll(() => browser.close());

/** The address of the listener's own article. */
let article: string;
/** That of another, which is soon saved. */
let brief: string;

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
      await page.locator('degjo-article-text h1').waitFor();
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
    'saving an article as audio',
    async () => {
      await load(page, article);
      await page.locator('degjo-reader-page .top button').click();
      await page.locator('degjo-save-audio dialog[open]').waitFor();
    },
  ],
  [
    'an article that was saved as audio',
    async () => {
      await load(page, brief);
      await page.locator('degjo-reader-page .top button').click();
      await page.locator('degjo-save-audio button.primary').click();
      await page.locator('degjo-save-audio a[download]').waitFor();
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
      await page.locator('degjo-article-list li').first().locator('button').last().click();
      await page.locator('degjo-article-menu .choices button').last().click();
      await page.locator('degjo-toast-bar button').first().waitFor();
    },
  ],
  [
    'what can be done with an article',
    async () => {
      await load(page, rig.app);
      await page.locator('degjo-article-list li').nth(3).locator('button').last().click();
      await page.locator('degjo-article-menu .choices button').first().waitFor();
    },
  ],
  [
    'the queue, while its first article is read until it ends',
    async () => {
      await load(page, rig.app);
      await page.locator('.all').click();
      await player().getByRole('slider').waitFor();
      await page.goto(`${rig.app}#/radha`);
      await page.locator('degjo-queue-page li').nth(2).waitFor();
      await page.locator('degjo-queue-page input').check();
      await page.locator('degjo-listening-bar button').nth(2).waitFor();
    },
  ],
  [
    'the sleep timer',
    async () => {
      await load(page, article);
      await player().getByRole('button').first().click();
      await page.locator('degjo-listening-bar button').first().click();
      await page.locator('degjo-sleep-dialog .choices button').first().waitFor();
    },
  ],
  [
    'the sentences kept, with one just kept',
    async () => {
      await load(page, article);
      await player().getByRole('button').first().click();
      await player().getByRole('slider').waitFor();
      await page.locator('degjo-listening-bar button[aria-keyshortcuts]').click();
      await page.locator('degjo-toast-bar button').first().click();
      await page.locator('degjo-bookmarks-page li').first().waitFor();
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
    'the look of the text, with everything chosen otherwise',
    async () => {
      await load(page, `${rig.app}#/pamja`);
      await page.getByRole('radio').nth(14).waitFor();
      // The last option of each choice, and the switch.
      for (const at of [2, 7, 11, 14]) await page.getByRole('radio').nth(at).check();
    },
  ],
  [
    'the reading, with longer pauses',
    async () => {
      await load(page, `${rig.app}#/leximi`);
      await page.getByRole('radio').nth(1).check();
      await page.getByRole('radio').nth(6).waitFor();
    },
  ],
  [
    'the shortcuts, with one to be changed and a conflict',
    async () => {
      await load(page, `${rig.app}#/shkurtoret`);
      await page.locator('degjo-shortcuts-page li button').nth(1).click();
      await page.keyboard.press('Escape');
      await page.locator('.problem').waitFor();
    },
  ],
  [
    'the voices, after a sample',
    async () => {
      await load(page, `${rig.app}#/zerat`);
      await page.locator('degjo-voice-list .play').first().click();
      await page.locator('degjo-voice-list .asked button').first().waitFor({ timeout: 20_000 });
    },
  ],
  [
    'the sources, with the list to choose from and something wrong',
    async () => {
      await load(page, `${rig.app}#/burimet`);
      await page.locator('degjo-source-finder input').fill('gazeta');
      await page.locator('degjo-source-finder button.primary').click();
      await page.locator('.problem').waitFor();
      await page.locator('degjo-starter-sources summary').click();
    },
  ],
  [
    'the pronunciations, with one and a broken file',
    async () => {
      await load(page, `${rig.app}#/fjalori`);
      const file = { name: 'fjale.txt', mimeType: 'text/plain', buffer: Buffer.from('Biden* = Bajden') };
      await page.locator('input[type="file"]').setInputFiles(file);
      await page.locator('li').first().waitFor();
      // What came of the first is told once it is kept.
      await page.locator('degjo-toast-bar button').first().waitFor();
      await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: Buffer.from('Biden') });
      await page.locator('.problem').waitFor();
    },
  ],
  [
    'a pronunciation being written, with something wrong',
    async () => {
      await load(page, `${rig.app}#/fjalori`);
      await page.locator('button.add').click();
      await page.locator('dialog form button.primary').click();
      await page.locator('dialog .problem').waitFor();
    },
  ],
  [
    'about the app',
    async () => {
      await load(page, `${rig.app}#/rreth`);
      await page.getByText(/^lit-html/).waitFor();
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
  async function controls(): Promise<{ role: string; name: string }[]> {
    const devtools = await page.context().newCDPSession(page);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    await devtools.detach();
    const operable = /^(?:button|link|radio|slider|textbox|dialog|DisclosureTriangle|navigation|region)$/;
    return nodes
      .filter(({ ignored, role }) => !ignored && operable.test(String(role?.value)))
      .map(({ role, name }) => ({ role: String(role?.value), name: String(name?.value ?? '') }));
  }

  /** What a screen reader says of the slider's place; Chromium's tree leaves it out. */
  async function sliderText(): Promise<string | null> {
    const slider = page.getByRole('slider');
    return (await slider.count()) === 1 ? slider.getAttribute('aria-valuetext') : null;
  }

  async function switchTo(language: 'English' | 'Shqip'): Promise<void> {
    await load(page, rig.app);
    await page.locator('degjo-home-page header').waitFor();
    const tag = language === 'English' ? 'en' : 'sq';
    const spoken = () => page.evaluate(() => document.documentElement.lang);
    // The button names the language that it leads to, so there is none for the present one.
    if ((await spoken()) !== tag) await page.getByRole('button', { name: language }).click();
    await eventually(spoken).toBe(tag);
  }

  /** The same in both: the app's own name, names of devices, and titles, which are their articles'. */
  const neutral = (role: string, name: string) =>
    name === 'Dëgjo' ||
    name === 'Wikipedia' ||
    // Fonts go by their own names, and what can be done with an article by its title.
    /^(?:Atkinson Hyperlegible|OpenDyslexic)$/.test(name) ||
    (role === 'dialog' && name === 'Si ta përdorni Dëgjo') ||
    /^(?:Android|iPhone, iPad|Windows|macOS|Linux|Microsoft Edge)$/.test(name) ||
    // Packages with their licences, and where source code is.
    / · \(?[A-Z]|^[\w./-]+\.[a-z]+(?:\/|$)/.test(name) ||
    (role === 'link' && name.length > 25);

  it.each(pages)('%s: every control has one in Albanian and another in English', async (_name, open) => {
    await switchTo('Shqip');
    await open();
    const albanian = await controls();
    const place = await sliderText();
    await switchTo('English');
    await open();
    const english = await controls();
    // The player's place, or the pitch of the voice.
    if (place !== null) expect(await sliderText()).toMatch(/ of |^normal$/);
    if (place !== null) expect(place).toMatch(/ nga |^e zakonshme$/);
    expect(albanian.length).toBeGreaterThan(0);
    expect(english.map(({ role }) => role)).toEqual(albanian.map(({ role }) => role));
    for (const [index, { role, name }] of albanian.entries()) {
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
