import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOf } from '../src/cli/server/gateway.ts';
import { serve } from '../src/cli/server/listen.ts';
import type { RunningServer } from '../src/cli/server/listen.ts';
import { startElsewhere } from '../src/gateway/fixtures/elsewhere.ts';
import type { Elsewhere } from '../src/gateway/fixtures/elsewhere.ts';
import { createGateway } from '../src/gateway/gateway.ts';
import { createGuardedClient } from '../src/gateway/guarded-client.ts';
import { eventually, headline, load, newPage, waitForWorker } from './journeys/app.ts';
import { objections, withAxe } from './journeys/axe.ts';
import { openBrowser, rig } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const picture = readFileSync(join(rig.dist, 'icons/icon-192.png'));
const address = 'lajme.example/ura.png';
const caption = 'Ura e vjetër, një ditë para se të mbyllej.';
const text = `<p>Banorët thonë se ura është e vjetër.</p>
  <figure><img src="https://${address}" width="192" height="192" alt="Një urë prej guri"><figcaption>${caption}</figcaption></figure>
  <img src="https://lajme.example/numero?artikulli=1" width="1" height="1">`;
const feed = `<rss version="2.0"><channel><title>Gazeta</title><item><title>Ura</title>
  <link>http://gazeta.example/ura</link><description><![CDATA[${text}]]></description></item></channel></rss>`;

const answer: RequestListener = ({ url }, response) => {
  if (url === '/ura.png') response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
  else response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(feed);
};

let elsewhere: Elsewhere;
let browser: RigBrowser;
let page: Page;
let app: RunningServer;
/** What the page wanted of the host of the pictures, by whichever way. */
const wanted: string[] = [];

beforeAll(async () => {
  elsewhere = await startElsewhere({ 'gazeta.example': { answer }, 'lajme.example': { answer, tls: true } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await elsewhere.close();
});

/** A new app, where nothing is kept yet. */
async function openApp(): Promise<void> {
  const client = createGuardedClient({ hop: elsewhere.hop });
  const gateway = createGateway({ client, hosts: ['127.0.0.1'], clientOf: (context) => clientOf(context, 0) });
  app = await serve({ root: rig.dist, port: 0, host: '127.0.0.1', gateway });
  page = await newPage(browser);
  await withAxe(page);
  page.on('request', (request) => {
    if (decodeURIComponent(request.url()).includes('lajme.example')) wanted.push(request.url());
  });
  await load(page, app.url);
  await waitForWorker(page);
}

async function follow(): Promise<void> {
  await load(page, `${app.url}#/burimet`);
  await page.getByLabel(/^Adresa e faqes/).fill('http://gazeta.example/feed/');
  await page.getByRole('button', { name: 'Ndiq', exact: true }).click();
  await page
    .locator('degjo-sources-page li')
    .getByText(/Erdhi /)
    .waitFor();
}

async function openArticle(): Promise<void> {
  await load(page, app.url);
  await page.locator('.title').getByText('Ura', { exact: true }).click();
  await headline(page).getByText('Ura').waitFor();
  await page.getByText(caption).waitFor();
}

const image = (): Locator => page.locator('degjo-article-picture img');
const drawnWidth = () => image().evaluate((shown: HTMLImageElement) => shown.naturalWidth);

it('a picture comes when it is asked for and not before, and then is here without a network', async () => {
  await openApp();
  await follow();
  await openArticle();
  const ask = page.getByRole('button', { name: 'Shfaq fotografinë: Një urë prej guri' });
  await ask.waitFor();
  expect([wanted, elsewhere.requests.filter((asked) => asked.startsWith('lajme'))]).toEqual([[], []]);
  await ask.click();
  await eventually(drawnWidth).toBe(192);
  expect(await image().getAttribute('alt')).toBe('Një urë prej guri');
  expect(await objections(page)).toEqual([]);
  // Where the button was, whoever pressed it with the keyboard goes on from the picture.
  const isFocused = (room: Element) => (room.getRootNode() as ShadowRoot).activeElement === room;
  expect(await page.locator('degjo-article-picture .room').evaluate(isFocused)).toBe(true);
  await app.close();
  await openArticle();
  await ask.click();
  await eventually(drawnWidth).toBe(192);
  // The one that counts readers was never asked for.
  expect(elsewhere.requests.filter((asked) => asked.startsWith('lajme'))).toEqual([address]);
  await page.close();
});

it('with the news where that is wished: it is seen without a network, its room kept, and the page of data is rid of it', async () => {
  await openApp();
  await load(page, `${app.url}#/te-dhenat`);
  await page.getByRole('radio', { name: 'Gjithmonë, bashkë me lajmet' }).check();
  await follow();
  await eventually(() => page.evaluate(async () => (await (await caches.open('pictures')).keys()).length)).toBe(1);
  await app.close();
  await openArticle();
  const room = page.locator('degjo-article-picture .room');
  const before = await room.boundingBox();
  expect(before?.height).toBe(before?.width);
  await eventually(drawnWidth).toBe(192);
  expect(await room.boundingBox()).toEqual(before);
  await load(page, `${app.url}#/te-dhenat`);
  const part = page.locator('.part').getByText('Fotografitë');
  await part.waitFor();
  await page.getByRole('button', { name: 'Fshij fotografitë' }).click();
  await page.getByRole('button', { name: 'Po, fshije' }).click();
  await part.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => caches.has('pictures'))).toBe(false);
  await page.close();
});
