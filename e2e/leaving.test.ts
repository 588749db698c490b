import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addText, articleLinks, eventually, load, newPage } from './journeys/app.ts';
import { isLitInView, litAndSpoken, playerOf, tapSentence } from './journeys/player.ts';
import type { Player } from './journeys/player.ts';
import { library, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, rig, startAppServer } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let sound: Recording;
let page: Page;
let player: Player;
/** A new one for each test: nothing is kept at its address yet. */
let app: Awaited<ReturnType<typeof startAppServer>>;
const left = 11;
const sentence = sentenceOf(library, left);
const resume = () => player.bar.getByRole('button', { name: `Vazhdo te fjalia ${String(left + 1)}`, exact: true });

beforeAll(async () => {
  browser = await openBrowser();
  sound = await record();
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
});

beforeEach(async () => {
  app = await startAppServer({ root: rig.dist });
  page = await newPage(browser);
  player = playerOf(page);
  await load(page, app.url);
  await addText(page, library.text);
  await tapSentence(page, sentence);
  await sound.waitForSound();
  await eventually(() => litAndSpoken(page)).toBe(sentence);
});

afterEach(async () => {
  await page.close();
  await app.close();
});

/** Coming back makes no sound by itself; one tap reads on at the sentence where it stopped, in view. */
async function goesOnWhereItStopped(): Promise<void> {
  await resume().waitFor();
  await sound.waitForSilence(700);
  const pressed = Date.now();
  await resume().click();
  await sound.waitForSound({ after: pressed });
  await eventually(() => litAndSpoken(page)).toBe(sentence);
  await eventually(() => isLitInView(page)).toBe(true);
}

describe('the speech stops, and coming back offers to go on at that sentence', () => {
  it('after a reload', async () => {
    await page.reload();
    await sound.waitForSilence(700);
    await goesOnWhereItStopped();
  });

  it('after another address', async () => {
    const address = page.url();
    await page.goto('about:blank');
    await sound.waitForSilence(700);
    await page.goto(address);
    await goesOnWhereItStopped();
  });

  it('after the browser’s Back', async () => {
    await page.goto(`${app.url}icons/icon.svg`);
    await sound.waitForSilence(700);
    await page.goBack();
    await goesOnWhereItStopped();
  });

  it('after the page was closed', async () => {
    const address = page.url();
    await page.close();
    await sound.waitForSilence(700);
    page = await newPage(browser);
    player = playerOf(page);
    await page.goto(address);
    await goesOnWhereItStopped();
  });

  it('from the list, which leads back to it', async () => {
    await load(page, app.url);
    await sound.waitForSilence(700);
    await page.getByRole('link', { name: /^Vazhdo ku e le/ }).click();
    await goesOnWhereItStopped();
  });
});

describe('another page of the app', () => {
  it('goes on speaking over the list, and the player is at hand', async () => {
    await page.getByRole('link', { name: 'Lajmet' }).click();
    await articleLinks(page).first().waitFor();
    const there = Date.now();
    await sound.waitForSound({ after: there });
    await player.pause.click();
    await sound.waitForSilence(700);
  });

  it('shows an article without interrupting the one that is heard', async () => {
    await page.getByRole('link', { name: 'Lajmet' }).click();
    await articleLinks(page).nth(1).click();
    await page.getByRole('button', { name: 'Dëgjo këtë artikull' }).waitFor();
    const there = Date.now();
    await sound.waitForSound({ after: there });
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems(/favicon\.ico/)).toEqual([]);
});
