import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { addText, articleLinks, eventually, load, newPage } from './journeys/app.ts';
import { litText, playerOf } from './journeys/player.ts';
import { ownVoiceSpeaks } from './journeys/spoken.ts';
import { library, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, rig } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

const minute = 60_000;

let browser: RigBrowser;
let sound: Recording;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  sound = await record();
});
afterAll(async () => {
  await browser.close();
  await sound.stop();
});

beforeEach(async () => {
  page = await newPage(browser);
});
afterEach(() => page.close());

/** Reads the article that is open. */
async function listen(): Promise<void> {
  const pressed = Date.now();
  await playerOf(page).listen.click();
  await sound.waitForSound({ after: pressed });
  await eventually(() => ownVoiceSpeaks(page)).toBe(true);
}

it('a sentence just heard is kept by a key, and is there after a restart, to be heard, taken along and put away', async () => {
  await load(page, rig.app);
  await addText(page, library.text);
  await listen();
  const kept = sentenceOf(library, 1);
  // Who hears something worth keeping presses when the next sentence has begun already.
  await eventually(() => litText(page)).toBe(sentenceOf(library, 2));
  await page.keyboard.press('Control+Enter');
  await page.getByText('Fjalia u ruajt.').waitFor();
  await page.keyboard.press('Escape');

  await load(page, `${rig.app}#/fjalite`);
  const list = page.getByRole('list', { name: 'Fjalitë e ruajtura' });
  await eventually(() => list.locator('q').allInnerTexts()).toEqual([kept]);
  await list.getByRole('button', { name: `Dëgjo nga kjo fjali: ${kept}` }).click();
  await eventually(() => ownVoiceSpeaks(page)).toBe(true);
  await eventually(() => litText(page)).toBe(kept);
  await playerOf(page).stop.click();

  await page.goto(`${rig.app}#/fjalite`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Ruaj në një skedar' }).click();
  const text = readFileSync(await (await saving).path(), 'utf8');
  expect(text).toContain(kept);
  expect(text).toContain(library.title);
  await list.getByRole('button', { name: `Hiqe fjalinë: ${kept}` }).click();
  await page.getByText('Ende nuk ka asnjë.').waitFor();
  await page.getByRole('button', { name: 'Ktheje' }).click();
  await eventually(() => list.locator('q').allInnerTexts()).toEqual([kept]);
});

it('the sleep timer is put off by one tap, fades out, and keeps the place where that began', async () => {
  await page.clock.install();
  await load(page, rig.app);
  await articleLinks(page).nth(3).click();
  await listen();
  await page.getByRole('button', { name: /^Gjumi/ }).click();
  await page.getByRole('button', { name: '5 minuta', exact: true }).click();
  const left = (minutes: number) => page.getByRole('button', { name: `${String(minutes)} min, pastaj leximi ndalet` });
  await left(5).waitFor();
  await page.clock.fastForward(4.75 * minute);
  await left(1).waitFor();
  await page.getByRole('button', { name: '+10 minuta' }).click();
  await left(11).waitFor();
  await page.clock.fastForward(10 * minute);
  await left(1).waitFor();
  const awake = Date.now();

  const lit: { readonly at: number; readonly text: string | undefined }[] = [];
  const isOver = async () => {
    lit.push({ at: Date.now(), text: await litText(page) });
    return page.getByText('Leximi u ndal, siç kërkuat.').isVisible();
  };
  await eventually(isOver).toBe(true);
  const over = Date.now();
  await sound.waitForSilence(1_500);
  expect(over - awake).toBeGreaterThan(5_000);
  // A voice that fades: in its last seconds it is a third as loud as before, and lower.
  expect(sound.rms(over - 3_000, over - 500)).toBeGreaterThan(0);
  expect(sound.rms(over - 3_000, over - 500)).toBeLessThan(sound.rms(awake, over - 10_000) / 3);
  const whenItBegan = lit.filter(({ at }) => Math.abs(at - (over - 12_000)) < 1_500).map(({ text }) => text);
  expect(whenItBegan).toContain(await litText(page));
});

it('two windows: one plays, the other shows it, stops it there, and reads in its place', async () => {
  await load(page, rig.app);
  await articleLinks(page).nth(4).click();
  await listen();
  const other = await newPage(browser);
  await load(other, rig.app);
  await other.getByText('Dëgjo po lexon në një dritare tjetër.').waitFor();
  await other.getByRole('button', { name: 'Ndale atje' }).click();
  await sound.waitForSilence(700);
  expect(await ownVoiceSpeaks(page)).toBe(false);

  await playerOf(page).resume.click();
  await eventually(() => ownVoiceSpeaks(page)).toBe(true);
  await articleLinks(other).nth(5).click();
  await playerOf(other).listen.click();
  await eventually(() => ownVoiceSpeaks(other)).toBe(true);
  await eventually(() => ownVoiceSpeaks(page)).toBe(false);
  await other.close();
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
