import type { Page } from 'playwright-core';
import { median, milliseconds } from '../statistics.ts';
import type { AppServices } from '../../src/ui/contexts.ts';
import type { LibraryBench } from '../library.ts';

const runs = 41;

/**
 * What the main thread does when a place is saved, as after each sentence: all that follows at once, layout included,
 * in turns with a library of ten articles.
 */
export async function savingPlaces({ page, large, small, count }: LibraryBench): Promise<string[]> {
  const lines: string[] = [];
  for (const [screen, size] of [
    ['phone, the article alone', { width: 360, height: 740 }],
    ['wide, the list beside it', { width: 1280, height: 800 }],
  ] as const) {
    await page.setViewportSize(size);
    const [many, few] = [await saving(page, large.app), await saving(page, small.app)];
    lines.push(`${screen}: ${milliseconds(many)} with ${count} articles (limit: 2 ms), ${milliseconds(few)} with 10`);
    lines.push(`  that is ${(median(many) - median(few)).toFixed(1)} ms more`);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  return lines;
}

async function saving(page: Page, app: string): Promise<number[]> {
  await page.goto('about:blank');
  await page.goto(app);
  const link = page.locator('degjo-article-list a').first();
  await page.goto(app + ((await link.getAttribute('href')) ?? ''));
  await page.locator('degjo-article-text p').first().waitFor();
  await page.waitForTimeout(2_000);
  return page.evaluate(save, runs);
}

/** Runs in the page. Milliseconds of each time. */
async function save(times: number): Promise<number[]> {
  const app = document.querySelector<HTMLElement & { services: AppServices }>('degjo-app');
  if (!app) throw new Error('no app');
  const { library, session } = app.services;
  const article = session.snapshot.article?.id ?? '';
  const taken: number[] = [];
  for (let time = -5; time < times; time++) {
    const { port1, port2 } = new MessageChannel();
    const done = new Promise((resolve) => (port1.onmessage = resolve));
    const start = performance.now();
    const locator = { article, block: 1, offset: time + 5, quote: '' };
    const keeping = library.savePlace({ locator, progress: (time + 6) / 100, saved: Date.now() });
    // Comes after all that the change led to within the page: elements draw themselves in microtasks.
    port2.postMessage(null);
    await done;
    document.body.getBoundingClientRect();
    if (time >= 0) taken.push(performance.now() - start);
    await keeping;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return taken;
}
