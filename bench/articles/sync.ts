import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/rig/browser.ts';
import { startSound, stopSound } from '../../e2e/rig/sound.ts';
import { clientOf } from '../../src/cli/server/gateway.ts';
import { serve } from '../../src/cli/server/listen.ts';
import { startElsewhere } from '../../src/gateway/fixtures/elsewhere.ts';
import { createGateway } from '../../src/gateway/gateway.ts';
import { createGuardedClient } from '../../src/gateway/guarded-client.ts';
import { feed } from './inputs.ts';

const papers = 50;
const items = 30;
const paragraphs = 8;
/** Milliseconds between two taps. */
const pause = 150;

const hosts = Array.from({ length: papers }, (_, at) => `gazeta-${at}.example`);

/**
 * The built app, new, is given fifty papers of this machine and brings all of their news; meanwhile its page is tapped.
 * The time runs from the choice of the file to the last paper's word, beside the bare requests in the same browser.
 */
export async function syncFigures(): Promise<string[]> {
  const elsewhere = await startElsewhere(
    Object.fromEntries(
      hosts.map((host) => [
        host,
        {
          answer: (_, response) => {
            response.writeHead(200, { 'content-type': 'application/rss+xml', 'cache-control': 'no-store' });
            response.end(feedOfItsOwn(host));
          },
        },
      ]),
    ),
  );
  const client = createGuardedClient({ hop: elsewhere.hop });
  const gateway = createGateway({ client, hosts: ['127.0.0.1'], clientOf: (context) => clientOf(context, 0) });
  const root = fileURLToPath(new URL('../../dist', import.meta.url));
  const app = await serve({ root, port: 0, host: '127.0.0.1', gateway });
  const sound = await startSound();
  const browser = await launchBrowser({ sound });
  try {
    const { page } = browser;
    await page.goto(`${app.url}#/burimet`);
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    const bare = await page.evaluate(askBare, hosts.map(feedOf));

    await watchTaps(page);
    const started = performance.now();
    await page.locator('input[type=file]').setInputFiles({
      name: 'burimet.opml',
      mimeType: 'text/x-opml',
      buffer: Buffer.from(opml()),
    });
    const done = page.getByText(`Artikuj të rinj: ${papers * items}.`).waitFor({ timeout: 120_000 });
    const finished = done.then(() => performance.now() - started);
    const taps = await tapUntil(page, finished);
    return [
      `all of them brought and kept     ${((await finished) / 1000).toFixed(1)} s (limit: 10 s)`,
      `the same addresses, only fetched ${(bare / 1000).toFixed(1)} s`,
      `a tap is answered meanwhile      within ${Math.max(...taps)} ms, ${taps.length} taps (limit: 100 ms)`,
    ];
  } finally {
    await browser.close();
    await stopSound(sound);
    await app.close();
    await elsewhere.close();
  }
}

/** No two papers have the same story: that would be one article. */
function feedOfItsOwn(host: string): string {
  return feed(items, paragraphs).replaceAll('gazeta.example', host).replaceAll('Lajmi ', `${host}: lajmi `);
}

function feedOf(host: string): string {
  return `http://${host}/feed/`;
}

function opml(): string {
  const outlines = hosts.map((host) => `<outline text="${host}" type="rss" xmlUrl="${feedOf(host)}"/>`);
  return `<opml version="2.0"><body>${outlines.join('')}</body></opml>`;
}

/** In the page: six at a time, through the gateway, and only to the last byte. Milliseconds. */
async function askBare(addresses: string[]): Promise<number> {
  const waiting = [...addresses];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let address = waiting.shift(); address; address = waiting.shift()) {
        await (await fetch(`/gateway?url=${encodeURIComponent(address)}`)).text();
      }
    }),
  );
  return performance.now() - started;
}

/** Collects how long the browser says that each tap took, from the finger to the next picture. */
async function watchTaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const taps: number[] = [];
    Object.assign(window, { taps });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'pointerup') taps.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** @returns milliseconds of each tap that took more than a frame, 16 for the others */
async function tapUntil(page: Page, end: Promise<unknown>): Promise<number[]> {
  const sync = { over: false };
  void end.finally(() => (sync.over = true)).catch(() => undefined);
  let tapped = 0;
  while (!sync.over) {
    await page.mouse.click(330, 30);
    tapped++;
    await page.waitForTimeout(pause);
  }
  const slow = await page.evaluate(() => (window as unknown as { taps: number[] }).taps);
  return [...slow, ...new Array<number>(Math.max(0, tapped - slow.length)).fill(16)];
}
