import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, articleLinks, chooseSystemVoice, eventually, headline, load, newPage } from './journeys/app.ts';
import {
  isLitInView,
  litAndSpoken,
  litSentence,
  litText,
  playerOf,
  sentenceNumber,
  tapSentence,
} from './journeys/player.ts';
import type { Player } from './journeys/player.ts';
import { lastLine, spokenLines } from './journeys/spoken.ts';
import { library, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, rig } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let sound: Recording;
let page: Page;
let player: Player;
const sentence = (index: number) => sentenceOf(library, index);

beforeAll(async () => {
  browser = await openBrowser();
  sound = await record();
  page = await newPage(browser);
  player = playerOf(page);
  await load(page, rig.app);
  await articleLinks(page).first().waitFor();
  await chooseSystemVoice(page);
  await addText(page, library.text);
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
});

/** The voice reads this sentence, and it is lit. */
async function hearFrom(index: number): Promise<void> {
  await tapSentence(page, sentence(index));
  await eventually(() => litAndSpoken(page)).toBe(sentence(index));
}

describe('a phone 360 pixels wide', () => {
  it('shows every article of the edition without scrolling sideways', async () => {
    const other = await newPage(browser);
    await load(other, rig.app);
    const links = articleLinks(other);
    await links.nth(9).waitFor();
    for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))) {
      await other.goto(rig.app + href);
      await headline(other).waitFor();
      await playerOf(other).listen.waitFor();
      expect(await other.evaluate(() => document.documentElement.scrollWidth), href).toBe(360);
    }
    await other.close();
  });
});

describe('Dëgjo', () => {
  it('starts a real Albanian voice, and not before it is pressed', async () => {
    expect(sound.silentFor(300)).toBe(true);
    const pressed = Date.now();
    await player.listen.click();
    const heard = await sound.waitForSound({ after: pressed });
    await eventually(() => litAndSpoken(page)).toBe(sentence(0));
    await eventually(() => spokenLines(page).then(([first]) => first?.ended)).toBeTypeOf('number');
    expect(sound.rms(heard)).toBeGreaterThan(500);
    expect(await lastLine(page)).toMatchObject({ lang: 'sq', voice: 'sq' });
  });

  it('lights each sentence as it is spoken, underlined, and goes on by itself', async () => {
    await hearFrom(3);
    for (const index of [4, 5]) await eventually(() => litAndSpoken(page)).toBe(sentence(index));
    expect(await litSentence(page)).toMatchObject({ text: sentence(5), underline: 'underline' });
    expect(await sentenceNumber(page)).toBe(6);
  });
});

describe('the controls', () => {
  it('pause is silence, and Vazhdo says the same sentence again', async () => {
    await hearFrom(4);
    await sound.waitForSound();
    await player.pause.click();
    const silent = await sound.waitForSilence(700);
    // The last of it dies away below anything that can be heard.
    expect(sound.rms(silent)).toBeLessThan(20);
    expect(await litText(page)).toBe(sentence(4));
    const { length } = await spokenLines(page);

    const pressed = Date.now();
    await player.resume.click();
    await sound.waitForSound({ after: pressed });
    const again = await spokenLines(page);
    expect(again.slice(length).map(({ text }) => text)).toEqual([sentence(4)]);
    expect(await litText(page)).toBe(sentence(4));
  });

  it('next and previous go by a sentence, also while it is paused', async () => {
    await hearFrom(7);
    await player.next.click();
    await eventually(() => litAndSpoken(page)).toBe(sentence(8));
    await player.previous.click();
    await eventually(() => litAndSpoken(page)).toBe(sentence(7));
    await player.pause.click();
    const { length } = await spokenLines(page);
    await player.next.click();
    await eventually(() => litText(page)).toBe(sentence(8));
    await sound.waitForSilence(500);
    expect(await spokenLines(page)).toHaveLength(length);
  });

  it('slower and faster reach 0.5 and 3 and no further, and are heard', async () => {
    const lengths: number[] = [];
    for (const [control, rate, shown] of [
      [player.faster, 3, '3×'],
      [player.slower, 0.5, '0,5×'],
    ] as const) {
      await hearFrom(-1);
      await player.pause.click();
      while (await control.isEnabled()) await control.click();
      await player.bar.getByText(shown, { exact: true }).waitFor();
      await sound.waitForSilence(300);
      const pressed = Date.now();
      await player.resume.click();
      const heard = await sound.waitForSound({ after: pressed });
      await player.notice.getByText('Artikulli mbaroi.').waitFor();
      expect((await lastLine(page))?.rate).toBe(rate);
      lengths.push((sound.lastSound() ?? 0) - heard);
    }
    const [fast = 0, slow = 0] = lengths;
    expect(slow).toBeGreaterThan(2 * fast);

    await hearFrom(-1);
    await player.pause.click();
    while (!(await player.bar.getByText('1×', { exact: true }).isVisible())) await player.faster.click();
  });

  it('stop is silence, and offers to go on from there', async () => {
    await hearFrom(8);
    await sound.waitForSound();
    await player.stop.click();
    await sound.waitForSilence(700);
    expect(await litText(page)).toBeUndefined();
    await player.bar.getByRole('button', { name: 'Vazhdo te fjalia 9', exact: true }).waitFor();
  });

  it('tapping a sentence starts there, in the middle of a paragraph too', async () => {
    for (const index of [10, 2, 17]) await hearFrom(index);
    expect(await sentenceNumber(page)).toBe(18);
  });
});

describe('keys', () => {
  it('Space pauses and goes on, arrows move and change the speed, Escape stops', async () => {
    await hearFrom(5);
    await page.keyboard.press('Space');
    await sound.waitForSilence(700);
    const pressed = Date.now();
    await page.keyboard.press('Space');
    await sound.waitForSound({ after: pressed });
    await eventually(() => litAndSpoken(page)).toBe(sentence(5));

    await page.keyboard.press('ArrowRight');
    await eventually(() => litAndSpoken(page)).toBe(sentence(6));
    await page.keyboard.press('ArrowLeft');
    await eventually(() => litAndSpoken(page)).toBe(sentence(5));
    await page.keyboard.press('ArrowUp');
    await eventually(() => lastLine(page)).toMatchObject({ text: sentence(5), rate: 1.1 });
    await page.keyboard.press('ArrowDown');
    await eventually(() => lastLine(page)).toMatchObject({ text: sentence(5), rate: 1 });

    await page.keyboard.press('Escape');
    await sound.waitForSilence(700);
    await player.bar.getByRole('button', { name: 'Vazhdo te fjalia 6', exact: true }).waitFor();
  });

  it('Tab reaches every control of the player without moving the text', async () => {
    await hearFrom(4);
    await player.pause.click();
    await page.evaluate(() => {
      scrollTo({ top: 200, behavior: 'instant' });
    });
    await player.bar.getByRole('slider').focus();
    for (const control of [player.stop, player.slower, player.previous, player.resume, player.next, player.faster]) {
      await page.keyboard.press('Tab');
      await eventually(() => control.evaluate((button) => button.matches(':focus'))).toBe(true);
    }
    expect(await page.evaluate(() => scrollY)).toBe(200);
  });
});

describe('the lit sentence', () => {
  it('stays in view to the end of the article', async () => {
    await hearFrom(0);
    for (const next of library.sentences.slice(1)) {
      await page.keyboard.press('ArrowRight');
      await eventually(() => litText(page)).toBe(next);
      await eventually(() => isLitInView(page)).toBe(true);
    }
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  it('leaves a reader alone who scrolls away, and one tap leads back', async () => {
    await hearFrom(2);
    await page.mouse.move(180, 300);
    await page.mouse.wheel(0, 900);
    const back = page.getByRole('button', { name: 'Kthehu te leximi' });
    await back.waitFor();
    const away = await page.evaluate(() => scrollY);

    await page.keyboard.press('ArrowRight');
    await eventually(() => litAndSpoken(page)).toBe(sentence(3));
    await eventually(() => litAndSpoken(page)).toBe(sentence(4));
    expect(await page.evaluate(() => scrollY)).toBe(away);

    await back.click();
    await eventually(() => isLitInView(page)).toBe(true);
    await eventually(() => back.count()).toBe(0);
    await page.keyboard.press('Escape');
  });
});

it('says figures and abbreviations as a reader would, and lights what is written', async () => {
  const written = 'Më 5.4.2024 z. Deda pagoi 1.250 lekë.';
  await load(page, rig.app);
  await addText(page, written);
  await player.listen.click();
  await eventually(() => lastLine(page).then((line) => line?.started)).toBeTypeOf('number');
  expect((await lastLine(page))?.text).toBe(
    'Më pesë prill dy mijë e njëzet e katër zoti Deda pagoi një mijë e dyqind e pesëdhjetë lekë.',
  );
  expect(await litText(page)).toBe(written);
  await player.stop.click();
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
