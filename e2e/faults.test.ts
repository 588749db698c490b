import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addText, articleLinks, eventually, load, newPage, ownArticles } from './journeys/app.ts';
import { litText, playerOf } from './journeys/player.ts';
import { library, market, sentenceOf } from './journeys/texts.ts';
import { openBrowser, rig, startAppServer } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const userDataDir = mkdtempSync(join(tmpdir(), 'degjo-faults-'));
let server: Awaited<ReturnType<typeof startAppServer>>;
let browser: RigBrowser;
let page: Page;

beforeAll(async () => {
  server = await startAppServer({ root: rig.dist });
  await openAgain();
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

async function openAgain(): Promise<void> {
  browser = await openBrowser({ userDataDir });
  page = await newPage(browser);
  await load(page, server.url);
  await articleLinks(page).first().waitFor();
}

it('an article that was shown as added is there after the browser was killed at once', async () => {
  await addText(page, 'Ura e vogël u hap\n\nBanorët e fshatit kaluan sot për herë të parë mbi urën e re.');
  await browser.kill();
  await openAgain();
  await eventually(() => ownArticles(page)).toEqual(['Ura e vogël u hap']);
});

it('records that are no records do not keep the good ones from opening', async () => {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('degjo');
        opening.onerror = () => reject(new Error('no library'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['summaries', 'places', 'queue'], 'readwrite');
          transaction.objectStore('summaries').put({ id: 'prishur', title: 7 });
          transaction.objectStore('places').put('askund', 'prishur');
          transaction.objectStore('queue').put({ order: null }, 'queue');
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await load(page, server.url);
  await eventually(() => ownArticles(page)).toEqual(['Ura e vogël u hap']);
  expect(browser.problems()).toEqual([]);
});

it('two windows that add at once lose nothing of each other', async () => {
  const other = await newPage(browser);
  await load(other, server.url);
  await Promise.all([
    addText(page, 'Tregu i peshkut lëviz\n\nPeshkatarët shesin prej sot te moli i ri.'),
    addText(other, 'Shkolla merr oborr\n\nFëmijët luajnë në oborrin e ri që nga e hëna.'),
  ]);
  await browser.kill();
  await openAgain();
  await eventually(async () => (await ownArticles(page)).sort()).toEqual([
    'Shkolla merr oborr',
    'Tregu i peshkut lëviz',
    'Ura e vogël u hap',
  ]);
});

it('of an article that is heard, a browser that is killed loses no more than the sentence being said', async () => {
  await addText(page, library.text);
  const address = page.url();
  await playerOf(page).listen.click();
  await eventually(() => litText(page)).toBe(sentenceOf(library, 2));
  await browser.kill();
  browser = await openBrowser({ userDataDir });
  page = await newPage(browser);
  await load(page, address);
  // Counted from one: the third is lit, and may have been the moment before.
  await page.getByRole('button', { name: /^Vazhdo te fjalia [23]$/ }).waitFor();
});

describe('a restore of thousands of articles that is killed', () => {
  const before = ['Biblioteka e lagjes hapet përsëri'];
  const many = 3_000;
  const outcomes: string[] = [];

  it.each([0, 300])('%i ms after its beginning leaves all as it was, or all restored', async (after) => {
    await load(page, `${server.url}#/te-dhenat`);
    await page.locator('degjo-library-backup input[type=file]').setInputFiles({
      name: 'kopja.degjo',
      mimeType: 'application/gzip',
      buffer: backupOf(many),
    });
    await page.getByRole('button', { name: 'Po, ktheje' }).click();
    await page.locator('degjo-library-backup progress').waitFor();
    await page.waitForTimeout(after);
    await browser.kill();
    await openAgain();
    const [summaries, articles] = await page.evaluate(countRestored);
    expect([0, many]).toContain(summaries);
    expect(articles).toBe(summaries);
    outcomes.push(articles === many ? 'restored' : 'as it was');
    if (articles === 0) expect(await ownArticles(page)).toEqual(expect.arrayContaining(before));
  });

  it('was killed in its middle at least once', () => {
    expect(outcomes).toContain('as it was');
  });
});

it('storage that is cleared under a running page is told, and the app starts anew', async () => {
  await addText(page, market.text);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(server.url).origin, storageTypes: 'indexeddb' });
  await page.getByRole('status').getByText('Shfletuesi i hoqi të dhënat e Dëgjos').first().waitFor();
  // What is open can still be read.
  await page.getByText(sentenceOf(market, 1)).waitFor();
  await load(page, server.url);
  await articleLinks(page).nth(9).waitFor();
  await addText(page, library.text);
  await load(page, server.url);
  await eventually(() => ownArticles(page)).toEqual(['Biblioteka e lagjes hapet përsëri']);
});

it('a clock that is set back a year loses neither the order of the list nor the place', async () => {
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - 365 * 86_400_000;
  });
  await load(page, server.url);
  await addText(page, market.text);
  const address = page.url();
  await playerOf(page).listen.click();
  await eventually(() => litText(page)).toBe(sentenceOf(market, 1));
  await playerOf(page).stop.click();
  await browser.kill();
  await openAgain();
  expect((await ownArticles(page)).length).toBe(2);
  await load(page, address);
  await page.getByRole('button', { name: 'Vazhdo te fjalia 2' }).waitFor();
});

it('a library of the first version that is killed on its way to the newest opens with all that it held', async () => {
  const older = mkdtempSync(join(tmpdir(), 'degjo-older-'));
  try {
    const first = await openBrowser({ userDataDir: older });
    const bare = await first.context.newPage();
    // Something of the app's origin that is not the app.
    await bare.goto(`${server.url}licences.json`);
    await bare.evaluate(makeFirstVersion, 2_000);
    await bare.goto(server.url, { waitUntil: 'commit' });
    await first.kill();
    const again = await openBrowser({ userDataDir: older });
    const own = await newPage(again);
    await load(own, server.url);
    await articleLinks(own).first().waitFor();
    expect(await own.evaluate(countRestored)).toEqual([2_000, 2_000]);
    await eventually(async () => (await ownArticles(own))[0]).toBe('Artikulli 1999');
    await again.close();
  } finally {
    rmSync(older, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

/** In the page: a database as the first version published it, with so many articles. */
async function makeFirstVersion(count: number): Promise<void> {
  const opening = indexedDB.open('degjo', 1);
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('upgradeneeded', () => {
      for (const [name, keyPath] of Object.entries({ articles: 'id', summaries: 'id', editions: 'key' })) {
        opening.result.createObjectStore(name, { keyPath });
      }
      for (const name of ['places', 'settings']) opening.result.createObjectStore(name);
    });
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const transaction = database.transaction(['articles', 'summaries'], 'readwrite');
  for (let at = 0; at < count; at++) {
    const [id, title] = [`kopja-${String(at)}`, `Artikulli ${String(at)}`];
    const blocks = [{ kind: 'paragraph', text: 'Gjyshja mbolli domate në oborr. '.repeat(20), marks: [] }];
    transaction.objectStore('articles').put({ id, title, language: 'sq', blocks });
    transaction.objectStore('summaries').put({ id, title, words: 100, origin: 'own', added: at + 1 });
  }
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  database.close();
}

/** A backup with so many of the listener's own articles, as backup-format.ts describes it. */
function backupOf(count: number): Buffer {
  const records = Array.from({ length: count }, (_, at) => {
    const [id, title] = [`kopja-${String(at)}`, `Artikulli ${String(at)} i kopjes`];
    const blocks = [{ kind: 'paragraph', text: 'Gjyshja mbolli domate në oborr. '.repeat(60), marks: [] }];
    return [
      { store: 'summaries', value: { id, title, words: 300, origin: 'own', added: at } },
      { store: 'articles', value: { id, title, language: 'sq', blocks } },
    ];
  }).flat();
  const header = {
    format: 'degjo-backup',
    version: 1,
    schema: 1,
    app: '0.1.0',
    made: '2026-11-25T08:00:00Z',
    scope: 'all',
  };
  const body = [header, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return gzipSync(`${body}${JSON.stringify({ counts: { summaries: count, articles: count }, sha256 })}\n`);
}

/** In the page: how many summaries, and how many articles, came from the backup. */
async function countRestored(): Promise<number[]> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
  const database = await done(indexedDB.open('degjo'));
  const transaction = database.transaction(['summaries', 'articles']);
  const restored = IDBKeyRange.bound('kopja-', 'kopja-~');
  const counts = await Promise.all(
    ['summaries', 'articles'].map((name) => done(transaction.objectStore(name).count(restored))),
  );
  database.close();
  return counts;
}
