import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseSystemVoice, eventually, newPage } from './journeys/app.ts';
import { playerOf } from './journeys/player.ts';
import { ownVoiceSpeaks, spokenLines } from './journeys/spoken.ts';
import { openBrowser, record, rig, startPlainServer } from './rig/index.ts';
import type { PlainServer, Recording, RigBrowser } from './rig/index.ts';

/** News so short that a day of it is heard in half a minute. */
const source = 'Radio 7';
const stories: [string, string][] = [
  ['Dritat në park ndizen më herët', 'Kështu vendosi bashkia.'],
  ['Treni i mbrëmjes niset nga binari 3', 'Udhëtarët u lajmëruan dje.'],
  ['Fiku më i vjetër mbushi 100 vjet', 'Banorët i sollën ujë.'],
  ['Biblioteka merr një raft të ri', 'Rafti u bë me dru arre.'],
];
const titles = stories.map(([title]) => title);
const edition = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: source,
  language: 'sq',
  items: stories.map(([title, text], index) => ({ id: String(index), title, content_html: `<p>${text}</p>` })),
});

let browser: RigBrowser;
let page: Page;
let sound: Recording;
let server: PlainServer;

beforeAll(async () => {
  browser = await openBrowser();
  sound = await record();
  server = await startPlainServer({ root: rig.dist });
  server.replace('/editions/mostra/feed.json', edition);
  page = await newPage(browser);
  await page.goto(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await sound.stop();
});

const all = () => page.getByRole('button', { name: /^Dëgjo të gjitha/ });
const heardTitles = () => page.locator('degjo-article-list .heard .title').allInnerTexts();
const playing = () => page.locator('degjo-player-bar .title strong').innerText();
const queued = () => page.locator('degjo-queue-page li strong').allInnerTexts();
const openQueue = () =>
  page
    .getByRole('link', { name: /^Radha/ })
    .first()
    .click();

describe('one press plays the day’s news', () => {
  it('says how much is new, and reads the first article while the list stays', async () => {
    await expect(all().innerText()).resolves.toMatch(/4 lajme të reja/);
    await all().click();
    await sound.waitForSound();
    await eventually(() => ownVoiceSpeaks(page)).toBe(true);
    await eventually(playing).toBe(titles[0]);
    await page.keyboard.press('ArrowUp');
  });

  it('goes on by itself; what was heard is marked and leaves the queue', async () => {
    await eventually(playing).toBe(titles[1]);
    await eventually(heardTitles).toEqual([titles[0]]);
    await openQueue();
    await eventually(queued).toEqual([titles[2], titles[3]]);
  });

  it('in the order that the listener makes, by a button and by dragging', async () => {
    await playerOf(page).pause.click();
    await page.getByRole('button', { name: `Më lart: ${titles[3] ?? ''}` }).click();
    await eventually(queued).toEqual([titles[3], titles[2]]);
    // The button is at the top now; the focus is on the one that is still of use.
    const focused = () =>
      page.evaluate(() => {
        const app = document.activeElement?.shadowRoot?.activeElement?.shadowRoot?.activeElement;
        return app?.getAttribute('aria-label');
      });
    await eventually(focused).toBe(`Më poshtë: ${titles[3] ?? ''}`);

    const grip = await page.locator('.grip').first().boundingBox();
    if (!grip) throw new Error('no grip');
    await page.mouse.move(grip.x + 20, grip.y + 20);
    await page.mouse.down();
    await page.mouse.move(grip.x + 20, grip.y + 150, { steps: 5 });
    await page.mouse.up();
    await eventually(queued).toEqual([titles[2], titles[3]]);
  });

  it('clears the queue, and has it back', async () => {
    await page.getByRole('button', { name: 'Zbraz radhën' }).click();
    await eventually(queued).toEqual([]);
    await page.getByRole('button', { name: 'Ktheje' }).click();
    await eventually(queued).toEqual([titles[2], titles[3]]);
  });

  it('over a reload, where another voice announces what follows as it is said', async () => {
    await chooseSystemVoice(page);
    await eventually(queued).toHaveLength(3);
    await page.getByRole('button', { name: 'Dëgjo radhën' }).click();
    const texts = async () => (await spokenLines(page)).map(({ text }) => text);
    await eventually(texts).toEqual(expect.arrayContaining(['Radio shtatë', titles[2]?.replace('100', 'njëqind')]));
    const said = await texts();
    const announced = said.lastIndexOf('Radio shtatë');
    expect(said[announced + 1]).toBe(titles[2]?.replace('100', 'njëqind'));
  });
});

it('falls silent at the end of the article where it was asked to', async () => {
  await page.getByRole('button', { name: /^Gjumi/ }).click();
  await page.getByRole('button', { name: 'Në fund të këtij artikulli' }).click();
  await page.getByText('Leximi u ndal, siç kërkuat.').waitFor();
  await sound.waitForSilence(1_500);
  expect(await playerOf(page).bar.count()).toBe(0);
  await eventually(queued).toEqual([titles[3]]);
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems(/favicon\.ico/)).toEqual([]);
});
