import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addText, eventually, headline, load, newPage, waitForWorker } from './journeys/app.ts';
import { litText, playerOf } from './journeys/player.ts';
import { openBrowser, rig, startAppServer } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const sentence = 'Çmimet e rrushit në Korçë ranë përgjysmë.';

let app: Awaited<ReturnType<typeof startAppServer>>;
let browser: RigBrowser;
let page: Page;

beforeAll(async () => {
  app = await startAppServer({ root: rig.dist });
  browser = await openBrowser();
  page = await newPage(browser);
  await load(page, app.url);
  await addText(page, `Tregu i vjeshtës\n\nPazari u hap herët. ${sentence} Fshatarët u ankuan.`);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const field = () => page.getByRole('searchbox', { name: 'Fjalë nga titulli ose nga teksti' });
const results = () => page.getByRole('list', { name: 'Artikujt që u gjetën' }).getByRole('listitem');
const passage = () => page.locator('degjo-search-page .passage').first().innerText();

it('finds an article as one types, without ë and ç, by the beginning of a word', async () => {
  await load(page, app.url);
  await page.getByRole('link', { name: 'Kërko në artikuj' }).click();
  await field().pressSequentially('cmimet rrush');
  await eventually(() => results().count()).toBe(1);
  await eventually(passage).toBe(sentence);
  expect(await page.locator('degjo-search-page mark').allInnerTexts()).toEqual(['Çmimet', 'rrushit']);
  await eventually(() => page.getByRole('status').allInnerTexts()).toContain('U gjet 1 artikull.');
});

it('forgives a wrong letter, and finds the articles of the edition too', async () => {
  await field().fill('cnimet rushit');
  await eventually(passage).toBe(sentence);
  await field().fill('ngjalat vjosa');
  await eventually(() => results().first().innerText()).toContain('Vjosa natën');
});

it('says that there is nothing, and what to try', async () => {
  await field().fill('pianoforteja');
  await page.getByText('Nuk u gjet asgjë. Provoni me më pak fjalë').waitFor();
});

it('opens at the sentence, and reads from there', async () => {
  await field().fill('cmimet rrushit');
  await eventually(passage).toBe(sentence);
  await results().first().getByRole('link').click();
  await headline(page).getByText('Tregu i vjeshtës').waitFor();
  await eventually(() => litText(page)).toBe(sentence);
  await playerOf(page).resume.click();
  await playerOf(page).pause.waitFor();
  await page.keyboard.press('Escape');
});

it('without a network and after a restart the index is there, and keeps up with the library', async () => {
  await waitForWorker(page);
  await app.close();
  await load(page, `${app.url}#/kerko`);
  await field().fill('rrushit');
  await eventually(passage).toBe(sentence);
  await load(page, app.url);
  await addText(page, 'Kopshti\n\nGjyshja mbolli domate.');
  await page.goto(`${app.url}#/kerko`);
  await field().fill('domat');
  await eventually(passage).toBe('Gjyshja mbolli domate.');
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems(/editions\/mostra/, /voice\//)).toEqual([]);
});
