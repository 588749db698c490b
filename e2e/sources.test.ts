import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientOf } from '../src/cli/server/gateway.ts';
import { serve } from '../src/cli/server/listen.ts';
import type { RunningServer } from '../src/cli/server/listen.ts';
import { startElsewhere } from '../src/gateway/fixtures/elsewhere.ts';
import type { Elsewhere } from '../src/gateway/fixtures/elsewhere.ts';
import { createGateway } from '../src/gateway/gateway.ts';
import { createGuardedClient } from '../src/gateway/guarded-client.ts';
import {
  addText,
  chooseSystemVoice,
  eventually,
  headline,
  load,
  newPage,
  ownArticles,
  shownText,
  waitForWorker,
} from './journeys/app.ts';
import { litAndSpoken, playerOf } from './journeys/player.ts';
import { library } from './journeys/texts.ts';
import { openBrowser, record, rig } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

const sentence = 'Banorët thonë se ura është e vjetër dhe nuk mban më.';

/** What the papers answer at present, by host and path; the rest is not found. */
const papers = new Map<string, { readonly type: string; readonly text: string }>();

const answer: RequestListener = ({ headers, url = '' }, response) => {
  const found = papers.get(`${headers.host ?? ''}${url}`);
  if (found) response.writeHead(200, { 'content-type': found.type, 'cache-control': 'no-store' }).end(found.text);
  else response.writeHead(404).end();
};

function rss(...titles: string[]): { type: string; text: string } {
  const items = titles.map(
    (title) => `<item><title>${title}</title><link>http://gazeta.example/${title}</link>
      <description>&lt;p&gt;${sentence}&lt;/p&gt;&lt;script&gt;document.title='x'&lt;/script&gt;</description></item>`,
  );
  const text = `<rss version="2.0"><channel><title>Gazeta</title>${items.join('')}</channel></rss>`;
  return { type: 'application/rss+xml', text };
}

let elsewhere: Elsewhere;
let browser: RigBrowser;
let page: Page;
/** A new one for each test: nothing is kept at its address yet. */
let app: RunningServer;

beforeAll(async () => {
  elsewhere = await startElsewhere({ 'gazeta.example': { answer }, 'portal.example': { answer } });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await elsewhere.close();
});

beforeEach(async () => {
  papers.clear();
  papers.set('gazeta.example/', {
    type: 'text/html',
    text: '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed/" title="Gazeta » Feed"><p>Kreu</p>',
  });
  papers.set('gazeta.example/feed/', rss('Ura', 'Moti'));
  app = await serveApp();
  page = await newPage(browser);
  await load(page, `${app.url}#/burimet`);
});

afterEach(async () => {
  await page.close();
  await app.close();
});

function serveApp(): Promise<RunningServer> {
  const client = createGuardedClient({ hop: elsewhere.hop });
  const gateway = createGateway({ client, hosts: ['127.0.0.1'], clientOf: (context) => clientOf(context, 0) });
  return serve({ root: rig.dist, port: 0, host: '127.0.0.1', gateway });
}

async function follow(address: string, on = page): Promise<void> {
  await on.getByLabel(/^Adresa e faqes/).fill(address);
  await on.getByRole('button', { name: 'Ndiq', exact: true }).click();
}

/** The line of a source: its title, and how it goes with it. */
function line(title: string, on = page): Locator {
  return on.locator('degjo-sources-page section li').filter({ hasText: title });
}

/** The articles of a source in the list, in their order. */
async function listed(title: string): Promise<string[]> {
  const list = page.getByRole('heading', { name: title }).locator('xpath=following-sibling::degjo-article-list[1]');
  return list.locator('.title').allInnerTexts();
}

describe('a paper', () => {
  it('is followed by its site’s address, and its articles are there without a network', async () => {
    await follow('http://gazeta.example');
    await eventually(() => line('Gazeta').innerText()).toMatch(/Erdhi /);
    await waitForWorker(page);
    await app.close();
    await load(page, app.url);
    await eventually(() => listed('Gazeta')).toEqual(['Ura', 'Moti']);
    await page.locator('.title').getByText('Ura', { exact: true }).click();
    await headline(page).getByText('Ura').waitFor();
    expect(await shownText(page)).toContain(sentence);
    expect(await page.title()).not.toBe('x');
  });

  it('brings what is new; another that is gone says so in its own line and stops nobody', async () => {
    papers.set('portal.example/rss', rss('Sporti'));
    await follow('http://gazeta.example/feed/');
    await eventually(() => line('Gazeta').count()).toBe(1);
    await page.locator('input[type=file]').setInputFiles({
      name: 'burimet.opml',
      mimeType: 'text/x-opml',
      buffer: Buffer.from(
        '<opml version="2.0"><body><outline text="Portali" type="rss" xmlUrl="http://portal.example/rss"/></body></opml>',
      ),
    });
    await eventually(() => line('Portali').innerText()).toMatch(/Erdhi /);
    papers.delete('portal.example/rss');
    papers.set('gazeta.example/feed/', rss('Tregu', 'Ura', 'Moti'));
    await page.getByRole('button', { name: 'Merr lajmet e reja' }).click();
    await page.getByText('Artikuj të rinj: 1.').waitFor();
    expect(await line('Portali').innerText()).toMatch(/Në këtë adresë nuk ka lajme\..*Herën e fundit erdhi/s);
    await load(page, app.url);
    await eventually(() => listed('Gazeta')).toEqual(['Tregu', 'Ura', 'Moti']);
    expect(await listed('Portali')).toEqual(['Sporti']);
  });

  it('is left with what it brought, and back when that is undone; the list can be taken along', async () => {
    await follow('http://gazeta.example/feed/');
    await eventually(() => line('Gazeta').innerText()).toMatch(/Erdhi /);
    await page.getByRole('button', { name: 'Mos e ndiq më: Gazeta' }).click();
    await page.getByText('Ende nuk ndiqni asgjë.').waitFor();
    await page.getByRole('button', { name: 'Ktheje' }).click();
    await line('Gazeta').waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Ruaj në një skedar' }).click();
    expect(readFileSync(await (await saving).path(), 'utf8')).toContain('xmlUrl="http://gazeta.example/feed/"');
    await load(page, app.url);
    await eventually(() => listed('Gazeta')).toEqual(['Ura', 'Moti']);
  });
});

it('a new listener follows a paper, goes offline, and hears it after a restart', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'degjo-profile-'));
  const sound = await record();
  const before = await openBrowser({ userDataDir });
  try {
    const first = await newPage(before);
    await first.goto(`${app.url}#/burimet`);
    await follow('http://gazeta.example', first);
    await eventually(() => line('Gazeta', first).innerText()).toMatch(/Erdhi /);
    await waitForWorker(first);
    await chooseSystemVoice(first);
  } finally {
    await before.close();
  }
  await app.close();
  await expect(fetch(app.url)).rejects.toThrow();

  const after = await openBrowser({ userDataDir, offline: true });
  try {
    const bus = await newPage(after);
    await bus.goto(app.url);
    await bus.locator('.title').getByText('Ura', { exact: true }).click();
    await headline(bus).getByText('Ura').waitFor();
    const pressed = Date.now();
    await playerOf(bus).listen.click();
    await sound.waitForSound({ after: pressed });
    await playerOf(bus).next.click();
    await eventually(() => litAndSpoken(bus)).toBe(sentence);
    await playerOf(bus).stop.click();
    expect(after.problems(/feed\.json|gateway/)).toEqual([]);
  } finally {
    await after.close();
    await sound.stop();
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
});

describe('while a paper of 300 long articles is brought', () => {
  // Letters by lot: what repeats takes hardly any room.
  const long = () => randomBytes(5_000).toString('hex').replace(/.{8}/g, '$& ');
  const titles = Array.from({ length: 300 }, (_, at) => `Lajmi ${String(at)}`);
  const all = () => ({
    ...rss(...titles),
    text: rss(...titles).text.replaceAll(sentence, () => `${sentence} ${long()}`),
  });

  it('a browser that is killed has lost neither the paper nor what was there', async () => {
    const userDataDir = mkdtempSync(join(tmpdir(), 'degjo-profile-'));
    try {
      const before = await openBrowser({ userDataDir });
      const first = await newPage(before);
      await load(first, app.url);
      await addText(first, library.text);
      await first.goto(`${app.url}#/burimet`);
      await follow('http://gazeta.example/feed/', first);
      await eventually(() => line('Gazeta', first).innerText()).toMatch(/Erdhi /);
      papers.set('gazeta.example/feed/', all());
      await first.getByRole('button', { name: 'Merr lajmet e reja' }).click();
      await first.locator('progress').first().waitFor();
      await before.kill();

      const after = await openBrowser({ userDataDir });
      const again = await newPage(after);
      await load(again, `${app.url}#/burimet`);
      await line('Gazeta', again).waitFor();
      await again.getByRole('button', { name: 'Merr lajmet e reja' }).click();
      await again.getByText(/^Artikuj të rinj: /).waitFor();
      await load(again, `${app.url}#/biblioteka`);
      const count = () => again.locator('degjo-library-page p[role=status]').first().innerText();
      // With the two of before, the fourteen of the sample edition and the listener's own.
      await eventually(count).toBe('317 artikuj');
      await after.close();
    } finally {
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  });

  it('the room of the device ends: that is said, what came opens now, and nothing is lost that was there', async () => {
    const small = await serveApp();
    const devtools = await page.context().newCDPSession(page);
    const { origin } = new URL(small.url);
    // Before the first load: the browser remembers room that it had.
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_200_000 });
    try {
      await load(page, small.url);
      await addText(page, library.text);
      await page.goto(`${small.url}#/burimet`);
      await follow('http://gazeta.example/feed/');
      await eventually(() => line('Gazeta').innerText()).toMatch(/Erdhi /);
      papers.set('gazeta.example/feed/', all());
      await page.getByRole('button', { name: 'Merr lajmet e reja' }).click();
      await page.getByText(/^Pajisja nuk ka më vend: lajmet e reja hapen tani/).waitFor();
      await page.goto(`${small.url}#/`);
      await page.locator('.title').getByText('Lajmi 7', { exact: true }).click();
      await headline(page).getByText('Lajmi 7').waitFor();

      await load(page, small.url);
      await eventually(() => listed('Gazeta')).toEqual(expect.arrayContaining(['Ura', 'Moti']));
      expect(await ownArticles(page)).toEqual([library.title]);
      await page.locator('.title').getByText('Ura', { exact: true }).click();
      await eventually(() => shownText(page)).toContain(sentence);
    } finally {
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      await small.close();
    }
  });
});

it.each([
  ['gazeta', /^Kjo nuk është adresë faqeje/],
  ['http://portal.example/', /^Në këtë adresë nuk ka lajme/],
])('an address of no paper is told at the field, and nothing is followed: %s', async (address, words) => {
  await follow(address);
  await eventually(() => page.locator('degjo-source-finder').getByRole('alert').innerText()).toMatch(words);
  expect(await page.getByText('Ende nuk ndiqni asgjë.').isVisible()).toBe(true);
});

it('from the list to choose from nothing is asked for until it is chosen', async () => {
  const asked = elsewhere.requests.length;
  await page.getByText('Zgjidhni nga një listë gazetash').click();
  await page.getByRole('button', { name: 'Ndiq: Monitor' }).waitFor();
  expect(elsewhere.requests.length).toBe(asked);
});

it('nothing of this was a problem for the browser', () => {
  // Answers of the gateway that are no document, and a server that was stopped.
  expect(browser.problems(/gateway\?url=/, /editions\/mostra/)).toEqual([]);
});
