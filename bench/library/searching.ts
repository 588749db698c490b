import type { Page } from 'playwright-core';
import type { LibraryBench } from '../library.ts';
import { usedByWorker } from './heap.ts';
import { openBeside } from './site.ts';

/** Typed letter by letter, as listeners type: without ë and ç, with an ending, two words, a wrong letter. */
const typed = [
  'cmimet',
  'kryeministri',
  'gjykates',
  'bibliotek',
  'ura e qytetit',
  'spitali ministri',
  'zgjedhjve',
  'drita',
];

declare global {
  interface Window {
    searching: { asked: number; found: number | undefined; whole: number | undefined };
  }
}

/** From a key to the results in the page, beside the bare index over the same texts. */
export async function searching({ page, large, count }: LibraryBench): Promise<string[]> {
  await page.addInitScript(watchSearch);
  const [built, again] = [await opened(page, large.app), await opened(page, large.app)];
  const keys = typed.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
  const found: number[] = [];
  const whole: number[] = [];
  for (const query of keys) {
    const times = await page.evaluate(pressKey, query);
    found.push(times.found);
    whole.push(times.whole);
  }
  const memory = await usedByWorker(page);
  await openBeside(page, large);
  const indexed = await page.evaluate((n) => window.inPage.indexBare(n), count);
  const bare: number[] = [];
  for (const query of keys) bare.push(await page.evaluate((asked) => window.inPage.searchBare(asked), query));
  const ratio = at95(found) / at95(bare);
  return [
    `index of ${count} articles, built at the first visit  ${(built / 1000).toFixed(1)} s, bare MiniSearch in memory ${(indexed / 1000).toFixed(1)} s`,
    `found again at the next visit       ${(again / 1000).toFixed(1)} s`,
    `memory of the worker                ${memory}`,
    `a key to the articles in the page   ${percentiles(found)} of ${keys.length} keys (limit: 30 ms for 95 %)`,
    `a key to their sentences too        ${percentiles(whole)}`,
    `bare MiniSearch                     ${percentiles(bare)}`,
    `Dëgjo takes                         ${ratio.toFixed(2)} times as long at 95 % (limit: 2)`,
  ];
}

/** Opens the search. @returns milliseconds until all articles can be found */
async function opened(page: Page, app: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`${app}#/kerko`);
  const start = Date.now();
  await page.waitForFunction(() => window.searching.whole === -1, undefined, { polling: 50, timeout: 300_000 });
  const took = Date.now() - start;
  // Until what was built is kept, too.
  await page.waitForTimeout(2_000 + took);
  return took;
}

/** Runs in the page before the app does: notes when the worker of the search answers. */
function watchSearch(): void {
  window.searching = { asked: 0, found: undefined, whole: undefined };
  window.Worker = new Proxy(Worker, {
    construct: (target, [url, options]: [string | URL, WorkerOptions?]) => {
      const worker = new target(url, options);
      worker.addEventListener('message', ({ data }: MessageEvent<Record<string, unknown>>) => {
        const { searching } = window;
        if (data['type'] === 'progress' && data['done'] === data['total']) searching.whole = -1;
        if (data['type'] !== 'hits') return;
        // In the page once the elements, which listen too, have drawn it.
        setTimeout(() => {
          searching.found ??= performance.now() - searching.asked;
          if (data['isWhole'] === true) searching.whole = performance.now() - searching.asked;
        });
      });
      return worker;
    },
  });
}

/** Runs in the page: the field holds `query` now. Milliseconds. */
async function pressKey(query: string): Promise<{ found: number; whole: number }> {
  const page = document.querySelector('degjo-app')?.shadowRoot?.querySelector('degjo-search-page');
  const field = page?.shadowRoot?.querySelector('input');
  if (!field) throw new Error('no field');
  field.value = query;
  Object.assign(window.searching, { asked: performance.now(), found: undefined, whole: undefined });
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  // Another blank is no other question.
  for (let turn = 0; turn < 400 && window.searching.whole === undefined; turn++) {
    if (query.endsWith(' ')) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { found = 0, whole = 0 } = window.searching;
  return { found, whole };
}

function percentiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [middle = NaN, worst = NaN] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `95 % within ${at95(values).toFixed(1)} ms, half within ${middle.toFixed(1)}, all within ${worst.toFixed(1)}`;
}

function at95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? NaN;
}
