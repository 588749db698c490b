import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addText,
  articleLinks,
  eventually,
  headline,
  load,
  newPage,
  ownArticles,
  waitForWorker,
} from './journeys/app.ts';
import { litAndSpoken, playerOf } from './journeys/player.ts';
import { library, sentenceOf } from './journeys/texts.ts';
import { openBrowser, record, startAppServer, startPlainServer } from './rig/index.ts';
import type { Recording, RigBrowser } from './rig/index.ts';

const base = '/degjo/';
const dist = mkdtempSync(join(tmpdir(), 'degjo-dist-'));

beforeAll(() => build(dist));

afterAll(() => {
  rmSync(dist, { recursive: true });
});

/** As `BASE=/degjo/ npm run build` does, but elsewhere; its types and texts were checked by the build before. */
function build(outDir: string): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, BASE: base, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the build ended with ${String(code)}`));
    });
  });
}

describe.each([
  ['a static host that sets no header', startPlainServer],
  ['our own server', startAppServer],
])('the folder under /degjo/ on %s', (_name, start) => {
  let browser: RigBrowser;
  let page: Page;
  let sound: Recording;
  let server: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    server = await start({ root: dist, base });
    browser = await openBrowser();
    sound = await record();
    page = await newPage(browser);
  });

  afterAll(async () => {
    await browser.close();
    await sound.stop();
    await server.close();
  });

  it('lists, reads, speaks and keeps', async () => {
    expect(new URL(server.url).pathname).toBe(base);
    await page.goto(server.url);
    await articleLinks(page).nth(9).waitFor();
    await waitForWorker(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)).toBe(server.url);
    await addText(page, library.text);
    await playerOf(page).listen.click();
    await sound.waitForSound();
    await eventually(() => litAndSpoken(page)).toBe(sentenceOf(library, 0));
    await playerOf(page).stop.click();
  });

  it('is installable there', async () => {
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.getAppManifest');
    expect(JSON.parse(data ?? '')).toMatchObject({ id: base, start_url: base, scope: base });
    expect((await devtools.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  });

  it('keeps strangers’ scripts and markup out', async () => {
    const outcomes = await page.evaluate(() => {
      const attempts = [
        () => (document.createElement('script').src = 'https://example.org/i-huaj.js'),
        () => (document.createElement('div').innerHTML = '<p>i huaj</p>'),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'let in';
        } catch (error) {
          return String(error);
        }
      });
    });
    expect(outcomes).toEqual([expect.stringContaining('TrustedScriptURL'), expect.stringContaining('TrustedHTML')]);
  });

  it('works without a network, opened at an article’s own address', async () => {
    const address = page.url();
    await server.close();
    await browser.context.setOffline(true);
    await load(page, address);
    await headline(page).getByText(library.title).waitFor();
    const pressed = Date.now();
    await playerOf(page).listen.click();
    await sound.waitForSound({ after: pressed });
    await playerOf(page).stop.click();
    await page.getByRole('link', { name: 'Lajmet' }).click();
    await eventually(() => ownArticles(page)).toEqual([library.title]);
  });

  it('and nothing else was a problem for the browser', () => {
    const problems = browser.problems(/feed\.json/, /TrustedHTML|TrustedScriptURL/);
    expect(problems).toEqual([]);
  });
});
