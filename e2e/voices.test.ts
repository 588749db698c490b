import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, eventually, load, newPage, textFile } from './journeys/app.ts';
import { litText, playerOf } from './journeys/player.ts';
import { lastLine, spokenLines } from './journeys/spoken.ts';
import { market } from './journeys/texts.ts';
import { openBrowser, record, rig } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let sound: Recording;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser({ hasTouch: true });
  sound = await record();
  page = await newPage(browser);
});

afterAll(async () => {
  await browser.close();
  await sound.stop();
});

const radio = (name: RegExp) => page.getByRole('radio', { name });
const dialog = () => page.getByRole('dialog', { name: 'Si thuhet?' });
const said = () => dialog().getByLabel('Shqiptimi, siç thuhet');

/** In the page: the settings as they are on the disk. */
async function keptSettings(): Promise<unknown> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
  const database = await done(indexedDB.open('degjo'));
  const store = database.transaction('settings').objectStore('settings');
  const [names, wishes] = await Promise.all([done(store.getAllKeys()), done<unknown[]>(store.getAll())]);
  database.close();
  return Object.fromEntries(names.map((name, index) => [name, wishes[index]]));
}

describe('Zërat', () => {
  it('is found among the settings and holds the voice of the device', async () => {
    await load(page, rig.app);
    await page.getByRole('link', { name: 'Cilësimet' }).click();
    await page.getByRole('link', { name: 'Zërat' }).click();
    await page.getByRole('heading', { name: 'Zërat', level: 1 }).waitFor();
    await radio(/^Albanian espeak/).waitFor();
    expect(await radio(/Automatik/).isChecked()).toBe(true);
    expect(await page.title()).toBe('Zërat – Dëgjo');
  });

  it('lets a sample be heard, and asks whether it was Albanian', async () => {
    const pressed = Date.now();
    await page.getByRole('button', { name: /^Dëgjoni një shembull: Albanian espeak/ }).click();
    const heard = await sound.waitForSound({ after: pressed });
    expect(await lastLine(page)).toMatchObject({ lang: 'sq', voice: 'sq', rate: 1 });
    await page.getByText('A dëgjuat shqip?').waitFor({ timeout: 20_000 });
    expect(sound.rms(heard)).toBeGreaterThan(500);
  });

  it('remembers a yes, and the choice, after a reload', async () => {
    await page.getByRole('button', { name: 'Po', exact: true }).click();
    await page.getByText('e dëgjuat: flet shqip').waitFor();
    await radio(/^Albanian espeak/).check();
    await page.getByRole('slider', { name: 'Lartësia e zërit' }).fill('1.2');
    await eventually(() => page.evaluate(keptSettings)).toMatchObject({ pitch: 1.2 });
    await load(page, `${rig.app}#/zerat`);
    await page.getByText('e dëgjuat: flet shqip').waitFor();
    expect(await radio(/^Albanian espeak/).isChecked()).toBe(true);
    expect(await page.getByRole('slider', { name: 'Lartësia e zërit' }).inputValue()).toBe('1.2');
  });

  it('puts a voice away for a no, says so, and takes it back', async () => {
    const other = await openBrowser();
    const fresh = await newPage(other);
    await load(fresh, `${rig.app}#/zerat`);
    await fresh.getByRole('button', { name: /^Dëgjoni një shembull: Albanian espeak/ }).click();
    await fresh.getByRole('button', { name: 'Jo', exact: true }).click({ timeout: 20_000 });
    await fresh.getByText('Ky zë u la mënjanë').waitFor();
    expect(await fresh.getByRole('radio', { name: /^Albanian espeak/ }).count()).toBe(0);
    await load(fresh, `${rig.app}#/zerat`);
    await fresh.getByText('Zëra të lënë mënjanë').click();
    await fresh.getByRole('button', { name: 'Ktheje në listë' }).click();
    await fresh.getByRole('radio', { name: /^Albanian espeak/ }).waitFor();
    await other.close();
  });

  it('lets the voice of the app be heard too, fetched on the way, and asks nothing of it', async () => {
    const pressed = Date.now();
    const lines = (await spokenLines(page)).length;
    await page.getByRole('button', { name: 'Dëgjoni një shembull: Zëri i Dëgjos, grua', exact: true }).click();
    await sound.waitForSound({ after: pressed });
    await page.getByText('Zëri i Dëgjos është në këtë pajisje').waitFor();
    await page.getByRole('button', { name: 'Ndal shembullin' }).click();
    expect(await spokenLines(page)).toHaveLength(lines);
    expect(await page.getByText('A dëgjuat shqip?').count()).toBe(0);
    await sound.waitForSilence(300);
  });

  it('does not move the article that was being read', async () => {
    await load(page, rig.app);
    await addText(page, market.text);
    await page.getByRole('button', { name: 'Dëgjo', exact: true }).click();
    await eventually(() => lastLine(page).then((line) => line?.text)).toBe(market.sentences[0]);
    await page.keyboard.press('ArrowRight');
    await page.getByText('2 / 3').waitFor();
    await page.goto(`${rig.app}#/zerat`);
    await page.getByRole('button', { name: /^Dëgjoni një shembull: Albanian espeak/ }).click();
    await page.getByRole('button', { name: 'Vazhdo', exact: true }).waitFor();
    await eventually(() => lastLine(page).then((line) => line?.ended)).toBeTypeOf('number');
    await page.getByText('2 / 3').waitFor();
    await page.getByRole('button', { name: 'Ndal dhe mbyll' }).click();
  });
});

describe('Shqiptimi i fjalëve', () => {
  it('lets a word be heard before it is kept, and keeps it', async () => {
    await load(page, `${rig.app}#/fjalori`);
    await page.getByRole('button', { name: 'Shto fjalë' }).click();
    await dialog().getByLabel('Fjala, siç shkruhet').fill('Biden');
    await said().fill('Bajden');
    await dialog().getByRole('button', { name: 'Dëgjojeni' }).click();
    await eventually(() => lastLine(page).then((line) => line?.text)).toBe('Bajden');
    await dialog().getByRole('button', { name: 'Ruaje' }).click();
    await page.getByText('Biden → Bajden').waitFor();
    await load(page, `${rig.app}#/fjalori`);
    await page.getByText('Biden → Bajden').waitFor();
  });

  it('takes a file in, names the line of a broken one, and gives the list back as a file', async () => {
    const picker = page.locator('input[type="file"]');
    await picker.setInputFiles(textFile('e-mira.txt', '# qytete\nParis* = Pari\n'));
    await page.getByText('Paris → Pari').waitFor();
    await picker.setInputFiles(textFile('e-prishur.txt', 'a = b\nparreshti\n'));
    await page.getByText(/^Rreshti 2 i skedarit/).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Ruaj në një skedar' }).click();
    expect(readFileSync(await (await download).path(), 'utf8')).toBe('Biden = Bajden\nParis* = Pari\n');
  });

  it('changes an entry, removes one, and brings it back', async () => {
    await page.getByRole('button', { name: 'Ndrysho: Biden' }).click();
    await said().fill('Bajdën');
    await said().press('Enter');
    await page.getByText('Biden → Bajdën').waitFor();
    await page.getByRole('button', { name: 'Hiqe nga lista: Biden' }).click();
    await eventually(() => page.getByText('Biden → Bajdën').count()).toBe(0);
    await page.getByRole('button', { name: 'Ktheje', exact: true }).click();
    await page.getByText('Biden → Bajdën').waitFor();
  });
});

it('what was kept there is what an article says, and what is written is lit', async () => {
  await load(page, rig.app);
  await addText(page, 'Në mbrëmje Biden u nis për në Paris.');
  await playerOf(page).listen.click();
  await eventually(() => lastLine(page).then((line) => line?.text)).toBe('Në mbrëmje Bajdën u nis për në Pari.');
  expect(await litText(page)).toBe('Në mbrëmje Biden u nis për në Paris.');
  await playerOf(page).stop.click();
});

describe('a word of an article', () => {
  /** The middle of a word in the first paragraph, in CSS pixels of the screen. */
  async function pointOf(word: string): Promise<{ x: number; y: number }> {
    const point = await page.locator('degjo-article-text p[data-block]').evaluate((paragraph, wanted) => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + wanted.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      return undefined;
    }, word);
    if (!point) throw new Error(`not on the page: ${word}`);
    return point;
  }

  const written = () => dialog().getByLabel('Fjala, siç shkruhet').inputValue();

  it('that a finger rests on is asked for, and nothing is read', async () => {
    await load(page, rig.app);
    await addText(page, market.text);
    const before = (await spokenLines(page)).length;
    const devtools = await page.context().newCDPSession(page);
    const touchPoints = [await pointOf('Shitësit')];
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await dialog().waitFor();
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await devtools.detach();
    expect(await written()).toBe('Shitësit');
    expect(await spokenLines(page)).toHaveLength(before);
    await page.keyboard.press('Escape');
  });

  it('is asked for with the other mouse button, and a known one comes with what is known', async () => {
    const { x, y } = await pointOf('portit');
    await page.mouse.click(x, y, { button: 'right' });
    await dialog().waitFor();
    expect(await written()).toBe('portit');
    await said().fill('pooortit');
    await said().press('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await page.mouse.click(x, y, { button: 'right' });
    await eventually(() => said().inputValue()).toBe('pooortit');
    await page.keyboard.press('Escape');
  });

  it('can still be selected, and is asked for by the button under the article', async () => {
    const { x, y } = await pointOf('hija');
    await page.mouse.dblclick(x, y);
    expect((await page.evaluate(() => getSelection()?.toString()))?.trim()).toBe('hija');
    await page.getByRole('button', { name: 'Si thuhet një fjalë?' }).click();
    await dialog().waitFor();
    expect(await written()).toBe('hija');
    await page.keyboard.press('Escape');
  });
});

it('Rreth Dëgjos lists what the app carries', async () => {
  await load(page, `${rig.app}#/rreth`);
  await page.getByText(/^workbox-precaching/).waitFor();
  await page.getByText(/^Versioni/).waitFor();
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
