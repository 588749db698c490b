import { gzipSync } from 'node:zlib';
import type { Bench } from './bench.ts';

/** The JavaScript and CSS of a first visit until an article stands open, as the browser asks for them. */
export async function firstLoad({ openBrowser, app }: Bench): Promise<string[]> {
  const browser = await openBrowser({ serviceWorkers: 'block' });
  const { page } = browser;
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!/\.(?:js|css)$/.test(new URL(response.url()).pathname)) return;
    // What is still on its way when the browser closes came after the moment that counts.
    const size = response.body().then((body) => gzipSync(body, { level: 9 }).length);
    sizes.push(size.catch(() => 0));
  });
  await page.goto(app);
  await page.locator('degjo-article-list li').nth(13).waitFor();
  await page.waitForLoadState('networkidle');
  const beforeArticle = await sum(sizes);
  await page.locator('degjo-article-list a').first().click();
  await page.locator('degjo-article-text p').nth(2).waitFor();
  await page.waitForLoadState('networkidle');
  const withArticle = await sum(sizes);
  await browser.close();
  return [
    `before the first article ${kilobytes(beforeArticle)} (limit: 45.0 kB)`,
    `with an article open     ${kilobytes(withArticle)}`,
  ];
}

async function sum(sizes: readonly Promise<number>[]): Promise<number> {
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
