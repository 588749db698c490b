import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, eventually, load, newPage } from './journeys/app.ts';
import { litText, playerOf, tapSentence } from './journeys/player.ts';
import { ownVoiceSpeaks } from './journeys/spoken.ts';
import { openBrowser, record, rig, startPlainServer } from './rig/index.ts';
import type { PlainServer, Recording, RigBrowser } from './rig/index.ts';

const titles = ['Vjen vera', 'Dalin dhitë', 'Fryn erë'];
const edition = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Radio 7',
  language: 'sq',
  items: titles.map((title, index) => ({
    id: String(index),
    title,
    content_html: `<p>Bie shi. Qan foshnja. Kthehet babai.</p>
      <figure><img src="foto.jpg"><figcaption>Foto nga arkivi.</figcaption></figure><p>Hëna del vonë. Gjumi vjen.</p>`,
  })),
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
  await page.addInitScript({ content: readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8') });
  await page.goto(server.url);
  await page.locator('degjo-article-list a').first().waitFor();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await sound.stop();
});

const simple = () => page.locator('degjo-simple-page');
const told = () => simple().locator('h1').innerText();
/** Without a load: what is wished there counts at once. */
const at = (path: string) => page.goto(`${server.url}#/${path}`);
const openArticle = async (index = 0) => {
  await at('');
  await page.locator('degjo-article-list a').nth(index).click();
  await page.locator('degjo-article-text p').first().waitFor();
};
/** As an earlier visit left the settings; nothing is heard yet. */
const wish = (wishes: Parameters<typeof choose>[1]) => choose(page, wishes);
const focused = () =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent.trim() ?? '';
  });

async function objections(): Promise<string[]> {
  return page.evaluate(async () => {
    const result = await window.axe?.run(document, { resultTypes: ['violations'] });
    return result?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`) ?? ['no axe'];
  });
}

describe('the simple mode', () => {
  it('is named on the first page, and has five buttons and a way out', async () => {
    await page.getByRole('link', { name: 'Mënyra e thjeshtë' }).click();
    await simple().waitFor();
    await eventually(() => simple().getByRole('button').allInnerTexts()).toEqual([
      'Dëgjo',
      'Prapa',
      'Para',
      'Më ngadalë',
      'Më shpejt',
      'Dil',
    ]);
    expect(await page.locator('degjo-home-page').count()).toBe(0);
  });

  it('plays the news by the Enter key alone, and says which and where it is', async () => {
    await eventually(focused).toBe('Dëgjo');
    await page.keyboard.press('Enter');
    await sound.waitForSound();
    await eventually(() => ownVoiceSpeaks(page)).toBe(true);
    await eventually(told).toBe(titles[0]);
    await eventually(() => simple().locator('degjo-spoken-sentence p').innerText()).toBe('Bie shi.');
    expect(await page.locator('degjo-player-bar').count()).toBe(0);
  });

  it('goes from article to article by the arrows, faster and slower, and pauses', async () => {
    await page.keyboard.press('ArrowRight');
    await eventually(told).toBe(titles[1]);
    await page.keyboard.press('ArrowLeft');
    await eventually(told).toBe(titles[0]);
    await page.keyboard.press('ArrowUp');
    await simple()
      .getByRole('button', { name: /^Më shpejt \(tani 1,1/ })
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(focused).toBe('Vazhdo');
    await sound.waitForSilence(500);
  });

  it('is there again when the app is opened anew, whatever way one goes', async () => {
    await load(page, server.url);
    await simple().waitFor();
    await at('rreth');
    await page.goBack();
    await simple().waitFor();
  });

  it('axe has nothing against it', async () => {
    expect(await objections()).toEqual([]);
    await wish({ locale: 'en' });
    await simple().getByRole('button', { name: 'Leave' }).waitFor();
    expect(await objections()).toEqual([]);
    await wish({ locale: 'sq' });
  });

  it('is left by pressing twice, with as much time as one needs, and not by a press and another button', async () => {
    await simple().getByRole('button', { name: 'Dil' }).waitFor();
    for (let tab = 0; tab < 8 && (await focused()) !== 'Dil'; tab++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Shtypeni «Dil» edhe një herë').waitFor();
    await simple()
      .getByRole('button', { name: /^Më ngadalë/ })
      .click();
    await eventually(() => page.getByText('Shtypeni «Dil» edhe një herë').count()).toBe(0);
    await simple().getByRole('button', { name: 'Dil' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Shtypeni «Dil» edhe një herë').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('degjo-article-list').first().waitFor();
  });

  it('or by holding the button down', async () => {
    await at('thjeshte');
    await simple().getByRole('button', { name: 'Dil' }).hover();
    await page.mouse.down();
    await page.locator('degjo-article-list').first().waitFor();
    await page.mouse.up();
    await at('');
    await page.locator('degjo-article-list').first().waitFor();
  });
});

describe('reading as it is wished', () => {
  /** The longest silence inside the first paragraph. */
  async function silence(): Promise<number> {
    await openArticle();
    await tapSentence(page, 'Bie shi.');
    await eventually(() => litText(page)).toBe('Bie shi.');
    const from = await sound.waitForSound();
    await eventually(() => litText(page)).toBe('Kthehet babai.');
    const to = await sound.waitForSound();
    await page.keyboard.press('Escape');
    return sound.longestSilence(from, to);
  }

  it('a pause of two seconds more is heard between sentences', async () => {
    const usual = await silence();
    await at('leximi');
    await page.getByRole('radio', { name: 'Dy sekonda më e gjatë' }).check();
    expect(await silence()).toBeGreaterThan(usual);
  });

  it('waits after each sentence, which stays lit, until the listener goes on', async () => {
    await at('leximi');
    await page.getByRole('radio', { name: /^Prit/ }).check();
    await openArticle();
    await tapSentence(page, 'Bie shi.');
    await playerOf(page).resume.waitFor();
    expect(await litText(page)).toBe('Bie shi.');
    await playerOf(page).resume.click();
    await eventually(() => litText(page)).toBe('Qan foshnja.');
  });

  it('what is not read is not lit, and a tap on it leads to what is read next', async () => {
    await at('leximi');
    await page.getByRole('switch', { name: 'Përshkrimet e fotove' }).uncheck();
    expect(await objections()).toEqual([]);
    await openArticle();
    await tapSentence(page, 'Foto nga arkivi.');
    await eventually(() => litText(page)).toBe('Hëna del vonë.');
    await playerOf(page).previous.click();
    await eventually(() => litText(page)).toBe('Kthehet babai.');
    await playerOf(page).next.click();
    await eventually(() => litText(page)).toBe('Hëna del vonë.');
  });

  it('one sentence at a time, large, with its word lit and the article one press away', async () => {
    await at('pamja');
    await page.getByRole('switch', { name: /^Shfaq vetëm/ }).check();
    await at('');
    await page.locator('degjo-article-list a').first().click();
    const sentence = () => page.locator('degjo-spoken-sentence p').innerText();
    await playerOf(page).pause.click();
    await page.getByRole('button', { name: 'Para', exact: true }).click();
    await eventually(sentence).toBe('Gjumi vjen.');
    await page.getByRole('button', { name: 'Prapa', exact: true }).click();
    await eventually(sentence).toBe('Hëna del vonë.');
    await playerOf(page).resume.click();
    await eventually(() => page.evaluate(() => CSS.highlights.has('degjo-word'))).toBe(true);
    expect(await objections()).toEqual([]);
    await page.getByRole('button', { name: 'Shfaq gjithë artikullin' }).click();
    await page.locator('degjo-article-text p').first().waitFor();
  });
});

describe('the keys', () => {
  const change = () => page.getByRole('button', { name: 'Ndrysho tastin: Fjalia tjetër' });

  it('are the listener’s: a conflict is told, another key is taken', async () => {
    await wish({ look: {}, manner: {} });
    await load(page, `${server.url}#/shkurtoret`);
    await change().click();
    await page.keyboard.press('Escape');
    await page.getByText('«Esc» përdoret tashmë për «Ndal dhe mbyll».').waitFor();
    await page.keyboard.press('j');
    await page.getByText('J', { exact: true }).waitFor();
    await page.getByRole('switch', { name: 'Dëgjo ose pauzë' }).uncheck();
    expect(await objections()).toEqual([]);
    await openArticle(1);
    await tapSentence(page, 'Bie shi.');
    await eventually(() => litText(page)).toBe('Bie shi.');
    await page.keyboard.press('j');
    await eventually(() => litText(page)).toBe('Qan foshnja.');
  });

  it('leave the plain ones to a screen reader; Escape silences; a paragraph is read from its beginning', async () => {
    await at('leximi');
    await page.getByRole('switch', { name: 'Përdor lexues ekrani' }).check();
    await openArticle(1);
    await tapSentence(page, 'Kthehet babai.');
    await eventually(() => litText(page)).toBe('Bie shi.');
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    await page.locator('.start').waitFor();
    await sound.waitForSilence(500);
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems(/favicon\.ico|foto\.jpg/)).toEqual([]);
});
