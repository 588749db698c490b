import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppServices } from '../src/ui/contexts.ts';
import { eventually, load, newPage } from './journeys/app.ts';
import { openBrowser, rig } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

/** Enough for months of news. */
const many = 1_000;

let browser: RigBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(browser);
  await load(page, rig.app);
  await page.evaluate(fill, many);
  await load(page, `${rig.app}#/biblioteka`);
});
afterAll(() => browser.close());

/** In the page: articles of one source, as a sync would have left them. */
async function fill(count: number): Promise<void> {
  const opening = indexedDB.open('degjo');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const transaction = database.transaction(['articles', 'summaries', 'editions'], 'readwrite');
  const store = (name: string) => transaction.objectStore(name);
  const order = Array.from({ length: count }, (_, at) => `prova-${at}`);
  for (const [at, id] of order.entries()) {
    const title = `Lajmi numër ${at}`;
    const topic = at % 2 === 0 ? 'Sport' : 'Kulturë';
    const text = 'Gjyshja mbolli domate në oborr.';
    store('articles').put({ id, title, language: 'sq', blocks: [{ kind: 'paragraph', text, marks: [] }] });
    store('summaries').put({
      id,
      title,
      topic,
      words: 5 + at,
      origin: 'prova',
      added: 1 + at,
      source: 'Gazeta e provës',
    });
  }
  store('editions').put({ key: 'prova', title: 'Gazeta e provës', order, fingerprint: '' });
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}

const rows = () => page.locator('degjo-library-list li');
const titles = (count: number) =>
  page
    .locator('degjo-library-list .title')
    .evaluateAll((all, count) => all.slice(0, count).map((title) => title.textContent), count);
const count = () => page.locator('degjo-library-page p[role=status]').first().innerText();
const choose = (label: string, value: string) => page.getByLabel(label, { exact: true }).selectOption({ label: value });
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('are counted on the first page, whose list stands there before all are read', async () => {
  await load(page, rig.app);
  await eventually(() => page.locator('degjo-home-page .all .meta').innerText()).toMatch(`${many + 14} lajme të reja`);
  expect(await button(`Të gjithë: ${many}`).count()).toBe(1);
});

it('a place that is kept shows in the row of its article', async () => {
  const row = page.locator('degjo-article-list li', { hasText: 'Lajmi numër 3' }).locator('a .meta');
  for (const share of [0.4, 0.5]) {
    await page.evaluate(listenTo, share);
    await eventually(() => row.innerText()).toContain(`${share * 100} % dëgjuar`);
  }
  expect(await page.locator('degjo-home-page .continue strong').innerText()).toBe('Lajmi numër 3');
  await page.evaluate(listenTo, undefined);
  await eventually(() => row.innerText()).not.toContain('dëgjuar');
  await load(page, `${rig.app}#/biblioteka`);
});

/** In the page: as if so much of an article had been heard, or nothing. */
async function listenTo(share: number | undefined): Promise<void> {
  const { library } = document.querySelector<HTMLElement & { services: AppServices }>('degjo-app')?.services ?? {};
  const locator = { article: 'prova-3', block: 0, offset: 0, quote: 'Gjyshja' };
  if (share === undefined) await library?.forgetPlace('prova-3');
  else await library?.savePlace({ locator, progress: share, saved: Date.now() });
}

it('has all articles in the page, so that they can be counted and found there', async () => {
  await eventually(() => rows().count()).toBe(many + 14);
  expect(await page.locator('degjo-library-list').getByRole('list').count()).toBe(1);
});

it('shows those of a source or a topic, in the order that is wished', async () => {
  await choose('Burimi', `Gazeta e provës (${many})`);
  await eventually(count).toBe(`${many} artikuj`);
  await eventually(() => titles(1)).toEqual([`Lajmi numër ${many - 1}`]);
  const sport = page.getByLabel('Tema').locator('option', { hasText: /^Sport \(/ });
  await page.getByLabel('Tema').selectOption((await sport.getAttribute('value')) ?? '');
  await choose('Radhitja', 'Më të shkurtrit në fillim');
  await eventually(() => titles(3)).toEqual(['Lajmi numër 0', 'Lajmi numër 2', 'Lajmi numër 4']);
});

it('many are chosen, kept, marked and removed at once, and put back', async () => {
  await button('Zgjidh disa').click();
  for (const at of [0, 1, 2]) await rows().nth(at).getByRole('checkbox').check();
  await page.getByText('Të zgjedhur: 3').waitFor();
  await button('Ruaji').click();
  await choose('Cilët', 'Të ruajtur');
  await eventually(() => titles(9)).toEqual(['Lajmi numër 0', 'Lajmi numër 2', 'Lajmi numër 4']);
  await button('Shënoji si të dëgjuar').click();
  await choose('Cilët', 'Të padëgjuar');
  await eventually(count).toBe(`${many / 2 - 3} artikuj`);
  await button('Zgjidh disa').click();
  await button('Zgjidhi të gjithë').click();
  await button('Hiqi').click();
  await eventually(count).toBe('0 artikuj');
  await button('Ktheji').click();
  await eventually(count).toBe(`${many / 2 - 3} artikuj`);
});

it('an article is kept from its menu, over a restart', async () => {
  await rows().first().getByRole('button', { name: 'Më shumë' }).click();
  await button('Ruaje në bibliotekë').click();
  await load(page, `${rig.app}#/biblioteka`);
  await choose('Cilët', 'Të ruajtur');
  await eventually(count).toBe('4 artikuj');
});

it('the rest goes as the listener wishes, what they kept never', async () => {
  await page.getByRole('radio', { name: 'Deri në 200' }).check();
  await choose('Cilët', 'Të gjithë');
  // The four that are kept, and those that were heard are among the two hundred newest or gone.
  await eventually(() => rows().count(), 'articles').toBe(204);
  await choose('Cilët', 'Të ruajtur');
  await eventually(count).toBe('4 artikuj');
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
