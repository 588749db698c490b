import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addText, articleLinks, eventually, load, newPage, ownArticles } from './journeys/app.ts';
import { playerOf } from './journeys/player.ts';
import { withoutPicker } from './journeys/saving.ts';
import { library, market } from './journeys/texts.ts';
import { openBrowser, rig } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const title = 'Biblioteka e lagjes hapet përsëri';
let browser: RigBrowser;
let page: Page;
let backup: Buffer;

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(browser);
  await withoutPicker(page);
  await load(page, rig.app);
  await articleLinks(page).first().waitFor();
  await addText(page, library.text);
  await openData();
});
afterAll(() => browser.close());

const openData = () => load(page, `${rig.app}#/te-dhenat`);
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function own(): Promise<string[]> {
  await load(page, rig.app);
  await articleLinks(page).first().waitFor();
  return ownArticles(page);
}

it('says what is kept, how much room it takes and may take, and whether it is safe', async () => {
  const parts = page.locator('degjo-data-page .part');
  await parts.first().waitFor();
  const lines = await parts.allInnerTexts();
  expect(lines.some((line) => /^Artikujt \(15\)\s+.*MB$/.test(line))).toBe(true);
  await page.getByText(/Lejohen deri në [\d,.]+ [GM]B\./).waitFor();
  await page.getByText(/^(?:Shfletuesi ka premtuar|Kur mbushet pajisja|Shfletuesi nuk premton)/).waitFor();
  expect(await page.getByText('Në iPhone e iPad').count()).toBe(0);
});

it('makes a backup, and what came after it is gone when it is restored', async () => {
  const coming = page.waitForEvent('download');
  await button('Ruaj një kopje').click();
  backup = readFileSync(await (await coming).path());
  await page.getByText(/është te shkarkimet/).waitFor();
  await load(page, rig.app);
  await addText(page, market.text);
  expect((await own()).length).toBe(2);
  await openData();
  await restore(backup);
  await page.getByText('Kopja u kthye e gjitha. Artikuj: 1.').waitFor();
  expect(await own()).toEqual([title]);
});

it('refuses a file that was cut off, and changes nothing', async () => {
  await openData();
  await restore(backup.subarray(0, backup.length / 2));
  await page.getByRole('alert').getByText(/./).waitFor();
  expect(await own()).toEqual([title]);
});

async function restore(buffer: Buffer): Promise<void> {
  const picker = page.locator('degjo-library-backup input[type=file]');
  await picker.setInputFiles({ name: 'kopja.degjo', mimeType: 'application/octet-stream', buffer });
  await button('Po, ktheje').click();
}

it('counts the minutes that are listened to if that is wished, and forgets them on wish', async () => {
  await openData();
  const rows = page.locator('degjo-listened-time dd');
  const wish = page.getByRole('switch', { name: 'Numëro minutat që dëgjoj' });
  expect(await wish.isChecked()).toBe(false);
  await listenToTheEnd();
  await openData();
  await wish.check();
  expect(await rows.count()).toBe(0);
  await listenToTheEnd();
  await openData();
  await eventually(() => rows.allInnerTexts()).toEqual(['1 minutë', '1 minutë']);
  await button('Fshiji numrat').click();
  await eventually(() => rows.count()).toBe(0);
});

async function listenToTheEnd(): Promise<void> {
  await load(page, rig.app);
  await addText(page, 'Nata ra. Macja fle.');
  await playerOf(page).listen.click();
  await page.getByText('Artikulli mbaroi.').waitFor();
}

it('deletes the voice, and everything only after asking twice', async () => {
  await openData();
  await button('Fshij zërin e Dëgjos').click();
  await button('Po, fshije').click();
  await page.getByText('U fshi.', { exact: true }).waitFor();
  await eventually(() => button('Fshij zërin e Dëgjos').count()).toBe(0);
  await button('Fshij gjithçka').click();
  await button('Vazhdo').click();
  await button('Jo, lëre').click();
  expect(await own()).toContain(title);
  await openData();
  await button('Fshij gjithçka').click();
  await button('Vazhdo').click();
  await button('Po, fshij gjithçka').click();
  await page.getByText('U fshi gjithçka. Dëgjo është si i ri.').waitFor();
  await load(page, rig.app);
  await articleLinks(page).nth(9).waitFor();
  expect(await page.getByRole('heading', { name: 'Artikujt e mi' }).count()).toBe(0);
});

it('on an iPhone outside the home screen warns that the browser may delete it', async () => {
  await page.addInitScript(() => {
    const said =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1';
    Object.defineProperty(navigator, 'userAgent', { get: () => said });
  });
  await openData();
  await page.getByText('Në iPhone e iPad').waitFor();
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
