import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Bench } from './bench.ts';
import { median, milliseconds } from './statistics.ts';

const runs = 15;

/** Opening the home page offline on a processor slowed four times, in turns with a static page of the same list. */
export async function offlineOpen({ openBrowser, app, peer, goOffline }: Bench): Promise<string[]> {
  const browser = await openBrowser();
  const { context, page: ours } = browser;
  await context.addInitScript({ path: fileURLToPath(new URL('watch-list.js', import.meta.url)) });
  const theirs = await context.newPage();
  for (const [page, address] of [[ours, app] as const, [theirs, peer] as const]) {
    await page.bringToFront();
    await opened(page, () => page.goto(address));
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) {
        await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
      }
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await goOffline();

  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let run = 0; run <= runs; run++) {
    const turn = { ours: await open(ours), theirs: await open(theirs) };
    if (run === 0) continue;
    times.ours.push(turn.ours);
    times.theirs.push(turn.theirs);
  }
  await browser.close();
  return [
    `Dëgjo                    ${milliseconds(times.ours)}`,
    `static page              ${milliseconds(times.theirs)}`,
    `Dëgjo takes              ${(median(times.ours) / median(times.theirs)).toFixed(2)} times as long (limit: 2)`,
  ];
}

async function open(page: Page): Promise<number> {
  await page.bringToFront();
  return opened(page, () => page.reload());
}

/** Waits for the page's own word on the console: to look into the page would cost it time. In milliseconds. */
async function opened(page: Page, navigate: () => Promise<unknown>): Promise<number> {
  const word = page.waitForEvent('console', (message) => message.text().startsWith('list shown'));
  await navigate();
  return Number((await word).text().split(' ').at(-1));
}
