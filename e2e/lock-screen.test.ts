import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addText, eventually, load } from './journeys/app.ts';
import { isWordInLight, litText, playerOf } from './journeys/player.ts';
import { listenIn, ownVoiceSpeaks } from './journeys/spoken.ts';
import { library } from './journeys/texts.ts';
import { mediaKeys, openHideable, record, rig } from './rig/index.ts';
import type { Recording } from './rig/index.ts';

let browser: Awaited<ReturnType<typeof openHideable>>;
let page: Page;
let sound: Recording;
const indexOfLit = async () => library.sentences.indexOf((await litText(page)) ?? '');

beforeAll(async () => {
  browser = await openHideable();
  ({ page } = browser);
  sound = await record();
  await listenIn(page);
  await load(page, rig.app);
  await addText(page, library.text);
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
});

it('shows what is read and how long it is, and its keys pause, go on and move by a sentence', async () => {
  await playerOf(page).listen.click();
  await sound.waitForSound();
  await eventually(() => mediaKeys.status()).toBe('Playing');
  expect(await mediaKeys.metadata()).toMatchObject({ title: library.title, album: 'Dëgjo' });
  await eventually(async () => (await mediaKeys.metadata())?.length).toBeGreaterThan(30);

  await mediaKeys.press('pause');
  await sound.waitForSilence(500);
  await eventually(() => mediaKeys.status()).toBe('Paused');
  const at = await indexOfLit();
  await mediaKeys.press('play');
  await sound.waitForSound();
  await eventually(() => ownVoiceSpeaks(page)).toBe(true);
  expect(await indexOfLit()).toBe(at);
  await mediaKeys.press('next');
  await eventually(indexOfLit).toBeGreaterThan(at);
  const moved = await indexOfLit();
  // Until the part that it moved to is made nothing sounds, and the system offers no keys.
  const goBack = () =>
    mediaKeys.press('previous').then(
      () => true,
      () => false,
    );
  await eventually(goBack).toBe(true);
  await eventually(indexOfLit).toBeLessThan(moved);
});

it('reads on behind another page, and the light is right when it is seen again', async () => {
  await playerOf(page).bar.getByRole('button', { name: 'Fjalia tjetër', exact: true }).click();
  const before = await indexOfLit();
  await browser.hide();
  // Two sentences go by unseen: nothing is to be waited for but time.
  await new Promise((resolve) => setTimeout(resolve, 9_000));
  expect(sound.silentFor(1_500)).toBe(false);
  await browser.show();
  await eventually(indexOfLit).toBeGreaterThan(before + 1);
  await eventually(() => isWordInLight(page)).toBe(true);
  await playerOf(page).stop.click();
  await sound.waitForSilence(300);
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
