/**
 * Prints what a large library costs, each figure beside its peer in the same run: `npm run build`, then
 * `npm run bench:library`, or that with some of the names below. `--articles 1000` for a smaller library.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../e2e/rig/browser.ts';
import { startSound, stopSound } from '../e2e/rig/sound.ts';
import { backingUp } from './library/backing-up.ts';
import { heap } from './library/heap.ts';
import { savingPlaces } from './library/saving-places.ts';
import { scrolling } from './library/scrolling.ts';
import { searching } from './library/searching.ts';
import { buildInPage, openBeside, startSite, type Site } from './library/site.ts';
import { starting } from './library/starting.ts';
import { storing } from './library/storing.ts';
import { load, machine } from './statistics.ts';

/** What these benchmarks work with. */
export interface LibraryBench {
  readonly page: Page;
  /** The app with `count` articles, of which ten are its sample edition. */
  readonly large: Site;
  /** The app with these ten. */
  readonly small: Site;
  readonly count: number;
}

const benches = {
  storing: ['Storing', storing],
  start: ['Start to the home list, warm', starting],
  places: ['Saving a place: the main thread', savingPlaces],
  heap: ['Memory of JavaScript', heap],
  scrolling: ['Scrolling the whole library', scrolling],
  search: ['Search', searching],
  backup: ['Backup and restore', backingUp],
} as const;

const { values, positionals } = parseArgs({
  options: { articles: { type: 'string', default: '10000' } },
  allowPositionals: true,
});
const count = Number(values.articles);

const script = await buildInPage();
const [large, small] = await Promise.all([startSite(script), startSite(script)]);
const sound = await startSound();
// Without the service worker, which would answer for the page beside the app too.
const browser = await launchBrowser({ sound, serviceWorkers: 'block' });
try {
  const { page, context } = browser;
  await context.addInitScript({ path: new URL('watch-first-row.js', import.meta.url).pathname });
  // What tsx wraps around functions that have a name.
  await context.addInitScript('globalThis.__name = (named) => named');
  await openBeside(page, large);
  await page.evaluate((n) => window.inPage.fill(n), count);
  console.log(`${machine()}, ${count} articles of 400 words`);
  for (const [name, [title, run]] of Object.entries(benches)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n${title} (load of the machine ${load()})`);
    for (const line of await run({ page, large, small, count })) console.log(`  ${line}`);
  }
} finally {
  await browser.close();
  await stopSound(sound);
  await Promise.all([large.server.close(), small.server.close()]);
}
