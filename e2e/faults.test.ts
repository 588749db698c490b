import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addText, articleLinks, eventually, load, newPage, ownArticles } from './journeys/app.ts';
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
