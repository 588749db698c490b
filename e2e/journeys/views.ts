import type { Page } from 'playwright-core';
import { addText, articleLinks, choose, load, newPage } from './app.ts';
import { withoutPicker } from './saving.ts';
import { library, market } from './texts.ts';
import { rig } from '../rig/index.ts';
import type { RigBrowser } from '../rig/index.ts';

/** Addresses that a view starts from. */
export interface Places {
  /** The listener's own article. */
  readonly article: string;
  /** Another, which is soon saved as audio. */
  readonly brief: string;
}

/** A page of the app in a state of its own, as somebody comes upon it. None depends on the language. */
export interface View {
  readonly name: string;
  /** Does a voice go on in it? */
  readonly sounds?: true;
  /** What is open over the page takes its place for everybody. */
  readonly isDialog?: true;
  readonly open: (page: Page, places: Places) => Promise<void>;
}

/** A page of its own that is whole as soon as something of it stands there. */
function named(name: string, address: string, there: string): View {
  return {
    name,
    open: async (page) => {
      await load(page, `${rig.app}${address}`);
      await page.locator(there).first().waitFor();
    },
  };
}

/**
 * Every page and every dialog of the app. A new one is added here, and is then measured by the quick checks of
 * accessibility.test.ts and by the long matrix.
 */
export const views: readonly View[] = [
  {
    name: 'the list',
    open: async (page) => {
      await load(page, rig.app);
      await articleLinks(page).nth(9).waitFor();
    },
  },
  { name: 'an article at rest', open: openArticle },
  {
    name: 'an article that is being read, scrolled away',
    sounds: true,
    open: async (page, places) => {
      await listen(page, places);
      await page.mouse.move(180, 300);
      await page.mouse.wheel(0, 1200);
      await page.locator('.return button').waitFor();
    },
  },
  {
    name: 'an article that was paused',
    open: async (page, places) => {
      await listen(page, places);
      await player(page).locator('.play').click();
      await player(page).locator('.play degjo-icon[name="play"]').waitFor();
    },
  },
  {
    name: 'saving an article as audio',
    isDialog: true,
    open: async (page, places) => {
      await load(page, places.article);
      await page.locator('degjo-reader-page .top button').click();
      await page.locator('degjo-save-audio dialog[open]').waitFor();
    },
  },
  {
    name: 'an article that was saved as audio',
    isDialog: true,
    open: async (page, places) => {
      await load(page, places.brief);
      await page.locator('degjo-reader-page .top button').click();
      await page.locator('degjo-save-audio button.primary').click();
      await page.locator('degjo-save-audio a[download]').waitFor();
    },
  },
  {
    name: 'adding, with something wrong',
    open: async (page) => {
      await load(page, `${rig.app}#/shto`);
      await page.locator('form button').click();
      await page.getByRole('alert').getByText(/./).waitFor();
    },
  },
  {
    name: 'a removed article, to be brought back',
    open: async (page) => {
      await load(page, rig.app);
      await addAnother(page);
      await page.goto(`${rig.app}#/`);
      await page.locator('degjo-article-list li').first().locator('button').last().click();
      await page.locator('degjo-article-menu .choices button').last().click();
      await page.locator('degjo-toast-bar button').first().waitFor();
    },
  },
  {
    name: 'what can be done with an article',
    isDialog: true,
    open: async (page) => {
      await load(page, rig.app);
      await page.locator('degjo-article-list li').nth(3).locator('button').last().click();
      await page.locator('degjo-article-menu .choices button').first().waitFor();
    },
  },
  {
    name: 'the queue, while its first article is read until it ends',
    sounds: true,
    open: async (page) => {
      await load(page, rig.app);
      await page.locator('.all').click();
      await player(page).getByRole('slider').waitFor();
      await page.goto(`${rig.app}#/radha`);
      await page.locator('degjo-queue-page li').nth(2).waitFor();
      await page.locator('degjo-queue-page input').check();
      await page.locator('degjo-listening-bar button').nth(2).waitFor();
    },
  },
  {
    name: 'the sleep timer',
    isDialog: true,
    sounds: true,
    open: async (page, places) => {
      await listen(page, places);
      await page.locator('degjo-listening-bar button').first().click();
      await page.locator('degjo-sleep-dialog .choices button').first().waitFor();
    },
  },
  {
    name: 'the sentences kept, with one just kept',
    sounds: true,
    open: async (page, places) => {
      await listen(page, places);
      await page.locator('degjo-listening-bar button[aria-keyshortcuts]').click();
      await page.locator('degjo-toast-bar button').first().click();
      await page.locator('degjo-bookmarks-page li').first().waitFor();
    },
  },
  named('an unknown address', '#/asgje', 'degjo-not-found-page a'),
  {
    name: 'the look of the text, with everything chosen otherwise',
    open: async (page) => {
      await load(page, `${rig.app}#/pamja`);
      await page.getByRole('radio').nth(14).waitFor();
      // The last option of each choice, and the switch.
      for (const at of [2, 7, 11, 14]) await page.getByRole('radio').nth(at).check();
    },
  },
  {
    name: 'the voices, after a sample',
    open: async (page) => {
      await load(page, `${rig.app}#/zerat`);
      await page.locator('degjo-voice-list .play').first().click();
      await page.locator('degjo-voice-list .asked button').first().waitFor({ timeout: 20_000 });
    },
  },
  {
    name: 'the sources, with the list to choose from and something wrong',
    open: async (page) => {
      await load(page, `${rig.app}#/burimet`);
      await page.locator('degjo-source-finder input').fill('gazeta');
      await page.locator('degjo-source-finder button.primary').click();
      await page.locator('.problem').waitFor();
      await page.locator('degjo-starter-sources summary').click();
    },
  },
  {
    name: 'the pronunciations, with one and a broken file',
    open: async (page) => {
      await load(page, `${rig.app}#/fjalori`);
      const file = { name: 'fjale.txt', mimeType: 'text/plain', buffer: Buffer.from('Biden* = Bajden') };
      await page.locator('input[type="file"]').setInputFiles(file);
      await page.locator('li').first().waitFor();
      // What came of the first is told once it is kept.
      await page.locator('degjo-toast-bar button').first().waitFor();
      await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: Buffer.from('Biden') });
      await page.locator('.problem').waitFor();
    },
  },
  {
    name: 'a pronunciation being written, with something wrong',
    isDialog: true,
    open: async (page) => {
      await load(page, `${rig.app}#/fjalori`);
      await page.locator('button.add').click();
      await page.locator('dialog form button.primary').click();
      await page.locator('dialog .problem').waitFor();
    },
  },
  {
    name: 'about the app',
    open: async (page) => {
      await load(page, `${rig.app}#/rreth`);
      await page.getByText(/^lit-html/).waitFor();
    },
  },
  named('the settings', '#/cilesimet', 'degjo-settings-page input'),
  named('the help', '#/ndihme', 'degjo-help-page section'),
  named('how to install', '#/instalo', 'degjo-install-help details'),
  {
    name: 'the reading, with longer pauses',
    open: async (page) => {
      await load(page, `${rig.app}#/leximi`);
      await page.getByRole('radio').nth(1).check();
      await page.getByRole('radio').nth(6).waitFor();
    },
  },
  {
    name: 'the shortcuts, with one to be changed and a conflict',
    open: async (page) => {
      await load(page, `${rig.app}#/shkurtoret`);
      await page.locator('degjo-shortcuts-page li button').nth(1).click();
      await page.keyboard.press('Escape');
      await page.locator('.problem').waitFor();
    },
  },
  {
    name: 'the library, choosing many',
    open: async (page) => {
      await load(page, `${rig.app}#/biblioteka`);
      await page.locator('degjo-library-list li').nth(9).waitFor();
      await page.locator('degjo-library-page button').first().click();
      await page.locator('degjo-library-list input').first().check();
    },
  },
  {
    name: 'the search, with results',
    open: async (page) => {
      await load(page, `${rig.app}#/kerko`);
      await page.locator('degjo-search-page input').fill('shkolla');
      await page.locator('degjo-search-page li').first().waitFor();
    },
  },
  named('what is kept', '#/te-dhenat', 'degjo-data-page dd'),
  named('from other pages', '#/nga-faqe', 'degjo-from-pages-page li'),
  named('Wikipedia', '#/wikipedia', 'degjo-wikipedia-page input'),
  {
    name: 'one sentence at a time',
    sounds: true,
    open: async (page, places) => {
      await choose(page, { look: { single: true } });
      await listen(page, places);
      await page.locator('degjo-single-sentence').waitFor();
    },
  },
  // Opened once, it opens again until it is left: the last of them.
  named('the simple mode', '#/thjeshte', 'degjo-simple-page .play'),
  {
    name: 'the simple mode, while it reads',
    sounds: true,
    open: async (page) => {
      await load(page, `${rig.app}#/thjeshte`);
      await page.locator('degjo-simple-page .play').click();
      await page.locator('degjo-spoken-sentence').waitFor();
    },
  },
];

/** A page that can come upon every view: with two articles of its own, and no file dialog of the system. */
export async function pageForViews(browser: RigBrowser): Promise<{ page: Page; places: Places }> {
  const page = await newPage(browser);
  await withoutPicker(page);
  await load(page, rig.app);
  await addText(page, library.text);
  const article = page.url();
  await page.getByRole('link', { name: 'Lajmet' }).click();
  await addText(page, market.text);
  return { page, places: { article, brief: page.url() } };
}

/** The language of the interface, as an earlier visit left it; all else that views choose is as usual again. */
export async function speak(page: Page, locale: 'sq' | 'en'): Promise<void> {
  await load(page, `${rig.app}#/cilesimet`);
  await choose(page, { locale, simple: false, look: {} });
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
}

const player = (page: Page) => page.locator('degjo-player-bar');

async function openArticle(page: Page, { article }: Places): Promise<void> {
  await load(page, article);
  await player(page).locator('.start').waitFor();
  await page.locator('degjo-reader-page h1').waitFor();
}

async function listen(page: Page, places: Places): Promise<void> {
  await openArticle(page, places);
  await player(page).locator('.start').click();
  await player(page).getByRole('slider').waitFor();
}

async function addAnother(page: Page): Promise<void> {
  await page.goto(`${rig.app}#/shto`);
  await page.locator('textarea').fill('Një tekst për ta hequr përsëri.');
  await page.locator('form button').click();
  await page.locator('degjo-article-text article').waitFor();
}
