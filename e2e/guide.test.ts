import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleLinks, eventually, load, newPage } from './journeys/app.ts';
import { openBrowser, rig } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await newPage(browser);
});

const offer = () => page.getByRole('status').getByText('Dëgjo mund të rrijë në ekran');

async function markHeard(nth: number): Promise<void> {
  await page.locator('degjo-article-list li').nth(nth).locator('button').last().click();
  await page.getByRole('button', { name: 'Shënoje si të dëgjuar' }).click();
}

it('installing is offered to who has heard two articles, at the next visit, once and never again', async () => {
  await load(page, rig.app);
  await articleLinks(page).nth(5).waitFor();
  await markHeard(3);
  await markHeard(4);
  expect(await offer().count()).toBe(0);
  await load(page, rig.app);
  await offer().waitFor();
  await page.getByRole('button', { name: 'Instalo', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Mbyll njoftimin' }).click();

  await load(page, `${rig.app}#/ndihme`);
  await page.locator('degjo-help-page').waitFor();
  // As far as the offer would have come by now: the page of installing has the same code.
  await load(page, `${rig.app}#/instalo`);
  await page.locator('degjo-install-help').waitFor();
  expect(await offer().count()).toBe(0);
});

describe('how to install', () => {
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

  it.each([
    ['iPhone, iPad', iphone, '«Add to Home Screen»'],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Ctrl dhe D'],
  ])('in %s stands first and open, with its buttons drawn', async (name, userAgent, step) => {
    await page.addInitScript((said) => {
      Object.defineProperty(navigator, 'userAgent', { get: () => said });
    }, userAgent);
    await load(page, `${rig.app}#/instalo`);
    const first = page.locator('degjo-install-help details').first();
    await first.getByText(step).waitFor();
    expect(await first.locator('summary').innerText()).toBe(name);
    for (const drawing of await first.getByRole('img').all()) {
      expect(await drawing.locator('svg').count()).toBe(1);
      expect(await drawing.getAttribute('aria-label')).not.toBe('');
    }
  });
});

describe('the help page', () => {
  it('is found in the settings, and its contents lead to each part by the keyboard', async () => {
    await load(page, `${rig.app}#/cilesimet`);
    await page.getByRole('link', { name: 'Ndihmë' }).click();
    const contents = page.getByRole('list', { name: 'Çfarë ka në këtë faqe' }).getByRole('button');
    await contents.first().waitFor();
    const titles = await contents.allInnerTexts();
    expect(titles).toEqual(await page.getByRole('heading', { level: 2 }).allInnerTexts());
    await contents.nth(4).focus();
    await page.keyboard.press('Enter');
    const focused = page.locator('degjo-help-page h2:focus');
    expect(await focused.innerText()).toBe(titles[4]);
    const box = await focused.boundingBox();
    const { height } = page.viewportSize() ?? { height: 0 };
    expect(box && box.y >= 0 && box.y + box.height < height).toBe(true);
  });

  it('leads to pages that are there', async () => {
    await load(page, `${rig.app}#/ndihme`);
    const links = page.locator('degjo-help-page section a');
    await links.first().waitFor();
    const addresses = new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))));
    expect(addresses.size).toBeGreaterThan(8);
    for (const address of addresses) {
      await page.goto(`${rig.app}${String(address)}`);
      await eventually(() => page.locator('degjo-help-page').count()).toBe(0);
      await page.locator('main h1').waitFor();
      expect(await page.locator('degjo-not-found-page').count(), String(address)).toBe(0);
    }
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
