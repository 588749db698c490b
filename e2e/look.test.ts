import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, articleLinks, eventually, load, newPage, waitForWorker } from './journeys/app.ts';
import { litText, playerOf } from './journeys/player.ts';
import { library, sentenceOf } from './journeys/texts.ts';
import { openBrowser, rig, startAppServer } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const userDataDir = mkdtempSync(join(tmpdir(), 'degjo-profile-'));
let server: Awaited<ReturnType<typeof startAppServer>>;
let home: string;
let browser: RigBrowser;
let page: Page;
let article: string;

beforeAll(async () => {
  server = await startAppServer({ root: rig.dist });
  home = server.url;
  await openAgain();
  await load(page, home);
  await articleLinks(page).first().waitFor();
  await waitForWorker(page);
  await addText(page, library.text);
  article = page.url();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

async function openAgain(options: { offline?: boolean } = {}): Promise<void> {
  browser = await openBrowser({ userDataDir, ...options });
  page = await newPage(browser);
}

/** What is chosen stands in the article, also when the app is opened anew. */
async function choose(...choices: (() => Promise<unknown>)[]): Promise<void> {
  await load(page, `${home}#/pamja`);
  for (const choice of choices) await choice();
  // A wish is kept by the time it is seen; the next load reads it back.
  await load(page, article);
  await page.locator('degjo-article-text p').first().waitFor();
}

const radio = (name: string) => () => page.getByRole('radio', { name, exact: true }).check();
const dim = () => page.getByRole('switch', { name: /^Zbeh/ }).check();
const slide = (name: string, value: string) => () => page.getByRole('slider', { name }).fill(value);
const reset = () => page.getByRole('button', { name: 'Ktheji të gjitha si në fillim' }).click();

const paragraph = () => page.locator('degjo-article-text p[data-block]').first();
const style = (property: string) =>
  paragraph().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const wordIsLit = () => page.evaluate(() => CSS.highlights.has('degjo-word'));

describe('size and spacing', () => {
  it('are seen in the example at once', async () => {
    await load(page, `${home}#/pamja`);
    const example = page.getByRole('region', { name: 'Shembull' }).locator('p').first();
    const before = await example.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    await slide('Madhësia', '2')();
    await expect
      .poll(() => example.evaluate((element) => parseFloat(getComputedStyle(element).fontSize)))
      .toBe(before * 2);
  });

  it('are kept for the article and the next visit', async () => {
    await choose(slide('Madhësia', '2'), slide('Midis rreshtave', '2'), slide('Midis shkronjave', '0.1'));
    const size = parseFloat(await style('font-size'));
    expect(size).toBeGreaterThanOrEqual(40);
    expect(parseFloat(await style('line-height'))).toBeCloseTo(size * 2, 0);
    expect(parseFloat(await style('letter-spacing'))).toBeCloseTo(size * 0.1, 1);
  });

  it('at their largest, on the narrowest phone, need no scrolling sideways', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await choose(slide('Madhësia', '3'), slide('Midis fjalëve', '0.6'), slide('Gjatësia e rreshtit', '34'));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await load(page, `${home}#/pamja`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.setViewportSize({ width: 360, height: 740 });
  });

  it('are as usual again after one press', async () => {
    await choose(reset);
    expect(parseFloat(await style('font-size'))).toBeLessThan(24);
    await load(page, `${home}#/pamja`);
    expect(await page.getByRole('button', { name: 'Ktheji të gjitha si në fillim' }).isDisabled()).toBe(true);
  });
});

describe('colours of the page', () => {
  it('are the chosen ones, whatever the device prefers', async () => {
    await page.emulateMedia({ colorScheme: 'light' });
    await choose(radio('E errët'));
    expect(await paper()).toBe('rgb(21, 18, 16)');
    expect(await page.evaluate(() => document.querySelector('meta[name="theme-color"]')?.getAttribute('content'))).toBe(
      '#151210',
    );
    await page.emulateMedia({ colorScheme: 'dark' });
    await choose(radio('E çelët'));
    expect(await paper()).toBe('rgb(251, 248, 242)');
    await choose(radio('Kontrast i fortë'));
    expect(await paper()).toBe('rgb(0, 0, 0)');
    expect(await style('color')).toBe('rgb(255, 255, 255)');
  });

  it('follow the device where that was chosen', async () => {
    await choose(radio('Si pajisja'));
    expect(await paper()).toBe('rgb(21, 18, 16)');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper()).toBe('rgb(251, 248, 242)');
  });
});

describe('while it reads', () => {
  const read = async () => {
    await playerOf(page)
      .bar.getByRole('button', { name: /^(?:Dëgjo$|Vazhdo)/ })
      .click();
    await playerOf(page).pause.waitFor();
  };

  it('sentence and word are lit, as usual', async () => {
    await choose();
    await read();
    await eventually(() => litText(page)).toBe(sentenceOf(library, 0));
    await eventually(wordIsLit).toBe(true);
  });

  it('the sentence alone, with the rest dimmed', async () => {
    await choose(radio('Vetëm fjalia'), dim);
    expect(await style('color')).toBe('rgb(27, 26, 24)');
    await read();
    expect(await style('color')).toBe('rgb(111, 106, 98)');
    const first = await litText(page);
    // The next sentence: by then words would have been lit.
    await eventually(() => litText(page)).not.toBe(first);
    expect(await wordIsLit()).toBe(false);
  });

  it('nothing, and the page stays where it is', async () => {
    await choose(radio('Asgjë'));
    await read();
    const elapsed = () => playerOf(page).bar.getByRole('slider').inputValue().then(Number);
    const begun = await elapsed();
    await eventually(elapsed).toBeGreaterThan(begun + 1);
    expect(await litText(page)).toBeUndefined();
    await playerOf(page).stop.click();
    await choose(reset);
  });
});

describe.each([
  ['Atkinson Hyperlegible', 'Atkinson Hyperlegible Next'],
  ['OpenDyslexic', 'OpenDyslexic'],
])('the letters of %s', (name, family) => {
  it('have ë and ç, and are there without a network afterwards', async () => {
    await choose(radio(name));
    await eventually(() => style('font-family')).toContain(family);
    await browser.close();
    await openAgain({ offline: true });
    await load(page, article);
    await eventually(() => style('font-family')).toContain(family);
    const widths = await page.evaluate((wanted) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('no canvas');
      const width = (font: string, text: string) => {
        context.font = `40px ${font}`;
        return context.measureText(text).width;
      };
      // A letter that the family lacks is as wide as in whatever stands behind it.
      return ['ë', 'ç', 'Ë', 'Ç'].map((letter) => [
        width(`"${wanted}", monospace`, letter),
        width(`"${wanted}", serif`, letter),
        width('monospace', letter),
      ]);
    }, family);
    for (const [overMonospace, overSerif, monospace] of widths) {
      expect(overMonospace).toBe(overSerif);
      expect(overMonospace).not.toBe(monospace);
    }
    await browser.close();
    await openAgain();
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
