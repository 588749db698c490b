import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What axe found: `id: place: why`, one line for each element. */
export interface Findings {
  readonly violations: readonly string[];
  /** What axe could not decide, nor the examination of this file. */
  readonly undecided: readonly string[];
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** From the next load on, this page has axe. */
export async function withAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: source });
}

/** Every rule of axe, those of WCAG 2.2 AAA and the experimental ones too. */
export function runAxe(page: Page): Promise<Findings> {
  return page.evaluate(async () => {
    if (!window.axe) throw new Error('no axe: call withAxe() before the load');
    const { violations, incomplete } = await window.axe.run(document, {
      resultTypes: ['violations', 'incomplete'],
      rules: {
        'color-contrast-enhanced': { enabled: true },
        'target-size': { enabled: true },
        'identical-links-same-purpose': { enabled: true },
        'meta-refresh-no-exceptions': { enabled: true },
      },
    });
    const lines = (results: typeof violations) =>
      results.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary, any }) => `${id}: ${target.flat().join(' ')}: ${(failureSummary ?? '').replaceAll('\n',' ')} ${JSON.stringify(any.map((x)=>x.data))}`),
      );
    return { violations: lines(violations), undecided: lines(incomplete) };
  });
}
