import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from 'linkedom';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { longText, rss, Sites } from '../src/cli/publish/fixtures/sites.ts';
import { Folder } from '../src/cli/publish/folder.ts';
import { publish, rooms } from '../src/cli/publish/publisher.ts';
import { eventually, headline, load, newPage, shownText, waitForWorker } from './journeys/app.ts';
import { playerOf } from './journeys/player.ts';
import { openBrowser, record, rig, startPlainServer } from './rig/index.ts';
import type { PlainServer, Recording, RigBrowser } from './rig/index.ts';

const sources = [
  { title: 'Gazeta', address: 'https://gazeta.example/feed' },
  { title: 'Portali', address: 'https://portal.example/feed' },
];

let root: string;
/** Files, and nothing that runs. */
let host: PlainServer;
let browser: RigBrowser;
let sound: Recording;
let page: Page;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'degjo-host-'));
  cpSync(rig.dist, root, { recursive: true });
  host = await startPlainServer({ root });
  await publishAt(`${host.url}botime/`);
  browser = await openBrowser();
  sound = await record();
  page = await newPage(browser);
});
afterAll(async () => {
  await browser.close();
  await sound.stop();
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

/** Beside the app. */
async function publishAt(address: string): Promise<void> {
  const sites = new Sites();
  const item = (title: string) => ({ title, name: title.toLowerCase(), html: longText(title) });
  sites.set(sources[0]?.address ?? '', rss('gazeta.example', [item('Ura'), item('Tregu')]));
  sites.set(sources[1]?.address ?? '', rss('portal.example', [item('Moti')]));
  const folder = Folder.open(join(root, 'botime'), rooms);
  const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  const now = () => Date.parse('2026-11-24T12:00:00Z');
  await publish(
    { sources, title: 'Lajme', address, pictures: false, audio: true, most: 100, pause: 0 },
    { folder, hop: sites.hop, parseHtml, now, signal: new AbortController().signal, onProgress: () => undefined },
  );
  folder.close();
}

it('what was published is followed by the address of its front page, kept, and heard without a network', async () => {
  await load(page, `${host.url}#/burimet`);
  await page.getByLabel(/^Adresa e faqes/).fill(`${host.url}botime/`);
  await page.getByRole('button', { name: 'Ndiq', exact: true }).click();
  await page.getByRole('button', { name: /Lajme: dita/ }).click();
  const line = page.locator('degjo-sources-page section li').filter({ hasText: 'Lajme: dita' });
  await eventually(() => line.innerText()).toMatch(/Erdhi /);
  await waitForWorker(page);
  await host.close();

  await load(page, host.url);
  const list = page
    .getByRole('heading', { name: 'Lajme: dita' })
    .locator('xpath=following-sibling::degjo-article-list[1]');
  await eventually(async () => (await list.locator('.title').allInnerTexts()).sort()).toEqual(['Moti', 'Tregu', 'Ura']);
  await list.locator('.title').getByText('Moti', { exact: true }).click();
  await headline(page).getByText('Moti').waitFor();
  expect(await shownText(page)).toContain('Moti u hap sot për banorët');
  const pressed = Date.now();
  await playerOf(page).listen.click();
  await sound.waitForSound({ after: pressed });
  await playerOf(page).stop.click();
});
