import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { listen, openText, watchPages, type SpeechBench } from './reader.ts';
import { textOfMinutes } from './texts.ts';

/** Milliseconds between two looks: browsers let go of what was played, but not at once. */
const every = 2_500;
const limit = 240_000;

/**
 * What an hour of speech adds to the memory of the whole browser, from before its voice is fetched. Each part of the
 * sound begins and ends as for a listener; its middle is skipped.
 */
export async function memoryOfAnHour({ app, openBrowser }: SpeechBench): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'degjo-memory-'));
  const browser = await openBrowser({ userDataDir: profile });
  const { page, context } = browser;
  await watchPages(context);
  try {
    await openText(page, app, textOfMinutes(60).pasted);
    await page.waitForTimeout(5_000);
    const idle = memoryOf(profile);
    await listen(page).click();
    const used: number[] = [];
    const sources = new Set<string>();
    const over = page.getByText('Artikulli mbaroi.');
    for (const end = Date.now() + limit; Date.now() < end && (await over.count()) === 0;) {
      await page.waitForTimeout(every);
      used.push(memoryOf(profile));
      sources.add(await skip(page));
    }
    const isOver = (await over.count()) > 0;
    await page.waitForTimeout(5_000);
    const after = memoryOf(profile) - idle;
    return [
      `idle page with the article   ${idle.toFixed(0)} MB (PSS of all processes)`,
      `most while an hour is read   ${(Math.max(...used) - idle).toFixed(0)} MB more (limit: 64 MB)`,
      `after it                     ${after.toFixed(0)} MB more; ${isOver ? 'read to its end' : 'NOT read to its end'} in ${sources.size} files`,
    ];
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** To the last seconds of what plays. @returns which file it is */
function skip(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { audio } = window.watched;
    if (!audio) return '';
    if (audio.duration - audio.currentTime > 3) audio.currentTime = audio.duration - 2;
    return audio.src;
  });
}

/** Megabytes of the browser of this profile and its children, shared pages counted by share. */
function memoryOf(profile: string): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const [line, status] = [read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/status`)];
      return { pid, line, parent: /^PPid:\s*(\d+)/m.exec(status)?.[1] };
    });
  const family = new Set(processes.filter(({ line }) => line.includes(profile)).map(({ pid }) => pid));
  for (let before = -1; before !== family.size;) {
    before = family.size;
    for (const { pid, parent } of processes) if (parent !== undefined && family.has(parent)) family.add(pid);
  }
  const kilobytes = (pid: string) => Number(/^Pss:\s*(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  return Array.from(family, kilobytes).reduce((sum, more) => sum + more, 0) / 1024;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
