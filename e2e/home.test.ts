import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleLinks, eventually, headline, load, newPage, waitForWorker } from './journeys/app.ts';
import { sampleEdition } from './journeys/feed.ts';
import { openBrowser, rig, startPlainServer } from './rig/index.ts';
import type { PlainServer, RigBrowser } from './rig/index.ts';

const feed = '/editions/mostra/feed.json';
const { title: editionTitle, items } = sampleEdition();
const titles = items.map(({ title }) => plainSpaces(title));

let browser: RigBrowser;
let page: Page;
/** A new one for each test: nothing is kept at its address yet. */
let server: PlainServer;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  server = await startPlainServer({ root: rig.dist });
  page = await newPage(browser);
});

afterEach(async () => {
  await page.close();
  await server.close();
});

const listedTitles = async () => (await page.locator('degjo-article-list .title').allInnerTexts()).map(plainSpaces);
const problem = () => page.locator('.problem');
const retry = () => page.getByRole('button', { name: 'Provo përsëri' });

describe('the home page', () => {
  it('lists the sample edition in Albanian, fetched as any edition is', async () => {
    await page.goto(server.url);
    await eventually(listedTitles).toEqual(titles);
    expect(titles.length).toBeGreaterThanOrEqual(10);
    expect(server.requests).toContain(feed);
    await page.getByRole('heading', { name: editionTitle }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('sq');
    const languages = await page.locator('.title').evaluateAll((all) => all.map((title) => title.getAttribute('lang')));
    expect(new Set(languages)).toEqual(new Set(['sq']));
    expect(await problem().count()).toBe(0);
  });

  it('leads to each article at an address of its own', async () => {
    await page.goto(server.url);
    await articleLinks(page).nth(3).click();
    await headline(page)
      .getByText(titles[3] ?? '')
      .waitFor();
    const address = page.url();
    await load(page, address);
    await headline(page)
      .getByText(titles[3] ?? '')
      .waitFor();
    expect(await page.title()).toContain(titles[3]);
  });
});

describe('an edition that does not come as it should', () => {
  const html = '<!doctype html><title>Hyrje në rrjetin e hotelit</title>';
  const failures: [string, RegExp, () => void][] = [
    ['the connection is cut', /nuk ka internet/, () => server.fail(feed)],
    ['the host answers 500', /nuk u përgjigj siç duhet/, () => server.fail(feed, 500)],
    ['the file is gone', /nuk u përgjigj siç duhet/, () => server.fail(feed, 404)],
    ['a login page comes instead', /të dëmtuara/, () => server.replace(feed, html, 'text/html')],
    ['half of it comes', /të dëmtuara/, () => server.replace(feed, readFileSync(rig.dist + feed).subarray(0, 3000))],
    ['other JSON comes', /të dëmtuara/, () => server.replace(feed, '{"items":[{"id":"1"}]}')],
  ];

  it.each(failures)('%s: what was kept stays, one line says why, retry brings it', async (_name, words, break_) => {
    await page.goto(server.url);
    await eventually(listedTitles).toEqual(titles);
    await waitForWorker(page);
    // The second load goes through the worker, which keeps the answer too.
    await page.reload();
    await eventually(listedTitles).toEqual(titles);
    await eventually(() => page.evaluate(() => caches.has('editions'))).toBe(true);
    break_();
    await page.reload();
    await problem().getByText(words).waitFor();
    expect(await problem().count()).toBe(1);
    expect(await listedTitles()).toEqual(titles);
    await articleLinks(page).first().click();
    await headline(page)
      .getByText(titles[0] ?? '')
      .waitFor();
    await page.goBack();

    const changed = { ...(JSON.parse(readFileSync(rig.dist + feed, 'utf8')) as object), title: 'Botimi i dytë' };
    server.restore();
    server.replace(feed, JSON.stringify(changed));
    await retry().click();
    await page.getByRole('heading', { name: 'Botimi i dytë' }).waitFor();
    await eventually(() => problem().count()).toBe(0);
  });

  it('at the very first visit says so, and retry brings the list', async () => {
    server.fail(feed);
    await page.goto(server.url);
    await problem()
      .getByText(/nuk ka internet/)
      .waitFor();
    server.restore();
    await retry().click();
    await eventually(listedTitles).toEqual(titles);
    expect(await problem().count()).toBe(0);
  });
});

describe('an unknown address', () => {
  async function leadsHome(): Promise<void> {
    await page.getByRole('heading', { name: 'Kjo faqe nuk është këtu' }).waitFor();
    await page.getByRole('link', { name: 'Shko te lajmet' }).click();
    await eventually(listedTitles).toEqual(titles);
  }

  it.each(['#/asgje', '#/artikull/mostra/nuk-ka-te-tille', '#/artikull/%E0%A4%A', '#/artikull/'])(
    'behind the #, %s: a page that says so and leads home',
    async (hash) => {
      await page.goto(server.url + hash);
      await leadsHome();
    },
  );

  it.each(['asgje', 'nje/dy/tri.html'])('/%s on our own server: the same, and not with 200', async (path) => {
    const response = await page.goto(rig.app + path);
    expect(response?.status()).toBe(404);
    await leadsHome();
    expect(page.url().replace(/#.*/, '')).toBe(rig.app);
  });

  it('on a static host, which knows no page for it but 404.html: the same', async () => {
    server.replace('/nje/dy', readFileSync(`${rig.dist}/404.html`), 'text/html');
    await page.goto(`${server.url}nje/dy`);
    await leadsHome();
  });

  it('on a static host, with the app installed: the worker keeps out of it', async () => {
    await page.goto(server.url);
    await waitForWorker(page);
    expect((await page.goto(`${server.url}nje/dy`))?.status()).toBe(404);
  });
});

it('nothing else was a problem for the browser', () => {
  expect(browser.problems(/Failed to load resource.*(?:feed\.json|404)/)).toEqual([]);
});

/** Readers of the file and of the page may differ about spaces that do not break. */
function plainSpaces(text: string): string {
  return text.replace(/\s/g, ' ');
}
