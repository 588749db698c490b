import type { Page } from 'playwright-core';
import { median, milliseconds } from '../statistics.ts';
import type { LibraryBench } from '../library.ts';

const runs = 11;

/** From the start of a load to the home list on the screen, warm, in turns with a library of ten articles. */
export async function starting({ page, large, small, count }: LibraryBench): Promise<string[]> {
  const times = { large: [] as number[], small: [] as number[] };
  for (let run = -2; run < runs; run++) {
    const turn = { large: await opened(page, large.app), small: await opened(page, small.app) };
    if (run < 0) continue;
    times.large.push(turn.large);
    times.small.push(turn.small);
  }
  return [
    `with ${count} articles      ${milliseconds(times.large)}`,
    `with 10                  ${milliseconds(times.small)}`,
    `The large library takes  ${(median(times.large) / median(times.small)).toFixed(2)} times as long (limit: 1.3)`,
  ];
}

/** Waits for the page's own word on the console: to look into the page would cost it time. In milliseconds. */
async function opened(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  const word = page.waitForEvent('console', (message) => message.text().startsWith('list shown'));
  await page.goto(address);
  const time = Number((await word).text().split(' ').at(-1));
  // What the app does once the list is shown is not to weigh on the next turn.
  await page.waitForLoadState('networkidle');
  return time;
}
