import { median, milliseconds } from '../statistics.ts';
import type { LibraryBench } from '../library.ts';
import { openBeside } from './site.ts';

const runs = 3;

/** Storing articles through the library, in turns with bare puts of the same records. */
export async function storing({ page, large, count }: LibraryBench): Promise<string[]> {
  await openBeside(page, large);
  const times = { library: [] as number[], bare: [] as number[] };
  for (let run = 0; run < runs; run++) {
    for (const way of ['library', 'bare'] as const) {
      times[way].push(await page.evaluate(([n, by]) => window.inPage.storing(n, by), [count, way] as const));
    }
  }
  return [
    `${count} articles, Dëgjo    ${milliseconds(times.library)}`,
    `bare puts of idb            ${milliseconds(times.bare)}`,
    `Dëgjo takes                 ${(median(times.library) / median(times.bare)).toFixed(2)} times as long (limit: 1.5)`,
  ];
}
