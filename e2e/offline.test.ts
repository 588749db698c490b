import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addText,
  articleLinks,
  eventually,
  headline,
  newPage,
  ownArticles,
  shownText,
  waitForWorker,
  removeArticle,
} from './journeys/app.ts';
import { isLitInView, litAndSpoken, playerOf, tapSentence } from './journeys/player.ts';
import { sampleEdition } from './journeys/feed.ts';
import { library, market, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, rig, startAppServer } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

const userDataDir = mkdtempSync(join(tmpdir(), 'degjo-profile-'));
const { items } = sampleEdition();

let browser: RigBrowser;
let sound: Recording;
let page: Page;
let home: string;
/** The address of an article of the edition that was never opened while there was a network. */
let unread: string;

beforeAll(async () => {
  sound = await record();
  const app = await startAppServer({ root: rig.dist });
  home = app.url;
  const before = await openBrowser({ userDataDir });
  const first = await newPage(before);
  await first.goto(home);
  await articleLinks(first)
    .nth(items.length - 1)
    .waitFor();
  unread = home + ((await articleLinks(first).nth(5).getAttribute('href')) ?? '');
  await waitForWorker(first);
  await addText(first, library.text);
  // The voice comes when it is first wanted, and stays.
  await playerOf(first).listen.click();
  await sound.waitForSound();
  await playerOf(first).stop.click();
  expect(before.problems()).toEqual([]);
  await before.close();
  await app.close();

  browser = await openBrowser({ userDataDir, offline: true });
  page = await newPage(browser);
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

it('there is really no network', async () => {
  await expect(fetch(home)).rejects.toThrow();
});

it('an article opens at its own address and is heard, sentence by sentence', async () => {
  await page.goto(unread);
  await headline(page).waitFor();
  expect((await headline(page).innerText()).replace(/\s/g, ' ')).toBe(items[5]?.title.replace(/\s/g, ' '));
  const player = playerOf(page);
  const pressed = Date.now();
  await player.listen.click();
  await sound.waitForSound({ after: pressed });
  await eventually(() => litAndSpoken(page)).toBe(await headline(page).innerText());
  await player.next.click();
  await player.next.click();
  await eventually(() => isLitInView(page)).toBe(true);
  await player.pause.click();
  await sound.waitForSilence(700);
  await player.resume.click();
  await sound.waitForSound();
  await player.stop.click();
  await sound.waitForSilence(700);
});

it('the list is whole, in the languages that the button leads to', async () => {
  await page.getByRole('link', { name: 'Lajmet' }).click();
  await eventually(() => articleLinks(page).count()).toBe(items.length + 1);
  expect(await ownArticles(page)).toEqual([library.title]);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Add an article' }).waitFor();
  await page.getByRole('button', { name: 'Shqip' }).click();
  await page.getByRole('link', { name: 'Shto artikull' }).waitFor();
});

it('another language is chosen in the settings, and is there after a restart', async () => {
  await page.goto(`${home}#/cilesimet`);
  await page.getByRole('radio', { name: /^Deutsch/ }).check();
  await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.getByRole('radio', { name: 'Shqip' }).check();
  await page.getByRole('heading', { level: 1, name: 'Cilësimet' }).waitFor();
  await page.getByRole('link', { name: 'Lajmet' }).click();
});

it('a text is added, heard from a tapped sentence, kept over a reload, and removed', async () => {
  await addText(page, market.text);
  await tapSentence(page, sentenceOf(market, 1));
  await sound.waitForSound();
  await eventually(() => litAndSpoken(page)).toBe(sentenceOf(market, 1));
  await page.reload();
  await sound.waitForSilence(700);
  await eventually(() => shownText(page)).toContain(market.text);

  await page.getByRole('link', { name: 'Lajmet' }).click();
  await eventually(() => ownArticles(page)).toHaveLength(2);
  await removeArticle(page, 'Tregu i peshkut');
  await eventually(() => ownArticles(page)).toEqual([library.title]);
  await page.getByRole('button', { name: 'Ktheje' }).click();
  await eventually(() => ownArticles(page)).toHaveLength(2);
  await removeArticle(page, 'Tregu i peshkut');
  await eventually(() => ownArticles(page)).toEqual([library.title]);
  await page.reload();
  await eventually(() => ownArticles(page)).toEqual([library.title]);
});

it('one line says that nothing new came', async () => {
  await page.locator('.problem').getByText('Lajmet e reja nuk erdhën').waitFor();
  expect(await page.locator('.problem').count()).toBe(1);
});

it('nothing else was a problem for the browser', () => {
  expect(browser.problems(/Failed to load resource.*feed\.json/)).toEqual([]);
});
