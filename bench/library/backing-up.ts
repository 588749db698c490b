import type { LibraryBench } from '../library.ts';
import type { Turn } from './in-page.ts';
import { openBeside } from './site.ts';

/** A backup of everything and its restore, in the page, beside packing the same bytes and nothing else. */
export async function backingUp({ page, large }: LibraryBench): Promise<string[]> {
  await openBeside(page, large);
  const backup = await page.evaluate(() => window.inPage.backup());
  const packing = await page.evaluate(() => window.inPage.packing());
  const restore = await page.evaluate(() => window.inPage.restore());
  return [
    `backup                      ${told(backup)}, ${(backup.count / 1e6).toFixed(1)} MB`,
    `packing alone               ${(packing / 1000).toFixed(1)} s`,
    `restore                     ${told(restore)}, ${restore.count} articles`,
  ];
}

function told({ ms, longestWait, reports }: Turn): string {
  const waits = `the page answers within ${longestWait.toFixed(0)} ms`;
  return `${(ms / 1000).toFixed(1)} s (limit: 20 s), ${waits}, ${reports} reports of progress`;
}
