import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, eventually, load } from './journeys/app.ts';
import { litAndSpoken, playerOf } from './journeys/player.ts';
import { listenIn } from './journeys/spoken.ts';
import { library, sentenceOf } from './journeys/texts.ts';
import { openHideable, record, rig } from './rig/index.ts';
import type { HideableBrowser, Recording } from './rig/index.ts';

declare global {
  interface Window {
    /** What the browser gave this page to keep the screen on, in order. */
    screenLocks?: WakeLockSentinel[];
    /** Has the device its Albanian voice? */
    isVoiceInstalled?: boolean;
  }
}

let browser: HideableBrowser;
let page: Page;
let sound: Recording;
const radio = (name: RegExp) => page.getByRole('radio', { name });

beforeAll(async () => {
  browser = await openHideable();
  ({ page } = browser);
  sound = await record();
  await listenIn(page);
  await page.addInitScript(() => {
    // Not on about:blank.
    if (!('wakeLock' in navigator)) return;
    const locks: WakeLockSentinel[] = [];
    window.screenLocks = locks;
    const request = Reflect.get<WakeLock, 'request'>(WakeLock.prototype, 'request');
    WakeLock.prototype.request = async function (type) {
      const lock = await request.call(this, type);
      locks.push(lock);
      return lock;
    };
  });
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
});

describe('the screen, while a voice of the device reads', () => {
  /** Of each that the browser gave: is it still held? */
  const locks = () => page.evaluate(() => window.screenLocks?.map(({ released }) => !released));
  const wish = () => page.getByRole('switch', { name: 'Mbaje ekranin ndezur kur flet një zë i pajisjes' });

  it('is left to the system, unless it is wished otherwise', async () => {
    await load(page, `${rig.app}#/zerat`);
    await radio(/^Albanian espeak/).check();
    expect(await wish().isChecked()).toBe(false);
    await page.goto(rig.app);
    await addText(page, library.text);
    await playerOf(page).listen.click();
    await eventually(() => litAndSpoken(page)).toBe(sentenceOf(library, 0));
    expect(await locks()).toEqual([]);
    await playerOf(page).pause.click();
  });

  it('stays on if wished, until the listener pauses', async () => {
    const article = page.url();
    await page.goto(`${rig.app}#/zerat`);
    await wish().check();
    await page.goto(article);
    await playerOf(page).resume.click();
    await eventually(locks).toEqual([true]);
    await playerOf(page).pause.click();
    await eventually(locks).toEqual([false]);
  });

  it('is let go of behind another page, and kept on again when this one comes back', async () => {
    await playerOf(page).resume.click();
    await eventually(locks).toEqual([false, true]);
    await browser.hide();
    await eventually(locks).toEqual([false, false]);
    await browser.show();
    await eventually(locks).toEqual([false, false, true]);
    await playerOf(page).stop.click();
    await eventually(locks).toEqual([false, false, false]);
  });

  it('is left to the system while the voice of the app reads: that one needs no screen', async () => {
    await page.getByRole('button', { name: 'Lexo me zërin e Dëgjos', exact: true }).click();
    const pressed = Date.now();
    await page.getByRole('button', { name: /^Dëgjo$|^Vazhdo te fjalia/ }).click();
    await sound.waitForSound({ after: pressed });
    expect(await locks()).toEqual([false, false, false]);
    await playerOf(page).stop.click();
    await sound.waitForSilence(300);
  });
});

it('a voice that was installed meanwhile is in the list, and is the default one, when the listener comes back', async () => {
  // Known from an earlier time to speak Albanian, and then gone.
  await load(page, `${rig.app}#/zerat`);
  await page.getByRole('button', { name: /^Dëgjoni një shembull: Albanian espeak/ }).click();
  await page.getByRole('button', { name: 'Po', exact: true }).click({ timeout: 20_000 });
  await radio(/^Automatik/).check();
  await page.getByText('Tani: Albanian espeak-ng').waitFor();
  await page.addInitScript(() => {
    // No event tells of it: not every device does.
    const all = Reflect.get<SpeechSynthesis, 'getVoices'>(SpeechSynthesis.prototype, 'getVoices');
    SpeechSynthesis.prototype.getVoices = function () {
      return all.call(this).filter(({ lang }) => window.isVoiceInstalled || !lang.startsWith('sq'));
    };
  });
  await load(page, `${rig.app}#/zerat`);
  await page.getByText('Tani: Zëri i Dëgjos').waitFor();
  expect(await radio(/^Albanian espeak/).count()).toBe(0);

  await browser.hide();
  await page.evaluate(() => (window.isVoiceInstalled = true));
  expect(await radio(/^Albanian espeak/).count()).toBe(0);
  await browser.show();
  await radio(/^Albanian espeak/).waitFor();
  await page.getByText('Tani: Albanian espeak-ng').waitFor();
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
