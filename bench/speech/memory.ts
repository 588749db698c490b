import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wavBytes } from '../../src/speech/espeak/wav.ts';
import { median } from '../statistics.ts';
import { tone } from './clock.ts';
import { listen, openText, watched, watchPages, type SpeechBench } from './reader.ts';
import type { RigBrowser } from '../../e2e/rig/browser.ts';
import { textOfMinutes } from './texts.ts';

/** Milliseconds. */
const betweenLooks = 2_000;
const limit = 5_400_000;
const fastest = 4;

/** At the highest speed that a listener can choose: that takes a quarter of an hour. */
export const memoryOfAnHour = (bench: SpeechBench): Promise<string[]> => memoryWhileRead(bench, speedUp);

/** At the voice's own pace. */
export const memoryAtItsPace = (bench: SpeechBench): Promise<string[]> => memoryWhileRead(bench);

/**
 * What an hour of speech adds to the memory of the whole browser, from before its voice is fetched. Every second of it
 * is played.
 */
async function memoryWhileRead(bench: SpeechBench, setPace?: (page: Page) => Promise<void>): Promise<string[]> {
  const { app } = bench;
  const [lines, files] = await inBrowser(bench, async ({ page, context }, used) => {
    await watchPages(context);
    await openText(page, app, textOfMinutes(60).pasted);
    await page.waitForTimeout(5_000);
    const idle = used();
    await listen(page).click();
    await setPace?.(page);
    const all: number[] = [];
    const over = page.getByText('Artikulli mbaroi.');
    const from = Date.now();
    for (const end = from + limit; Date.now() < end && (await over.count()) === 0;) {
      await page.waitForTimeout(betweenLooks);
      all.push(used());
    }
    const minutes = (Date.now() - from) / 60_000;
    const isOver = (await over.count()) > 0;
    const { parts } = await watched(page);
    await page.waitForTimeout(5_000);
    const lines = [
      `idle page with the article   ${idle.toFixed(0)} MB allocated by all processes of the browser`,
      `most while an hour is read   ${(Math.max(...all) - idle).toFixed(0)} MB more, median ${(median(all) - idle).toFixed(0)} (limit: 64 MB)`,
      `after it                     ${(used() - idle).toFixed(0)} MB more; ${isOver ? 'read to its end' : 'NOT read to its end'} in ${minutes.toFixed(1)} minutes, ${parts.length} files`,
    ];
    return [lines, parts.length] as const;
  });
  const bare = await inBrowser(bench, async ({ page }, used) => {
    await page.goto(app);
    await page.waitForTimeout(5_000);
    const idle = used();
    await playOneByOne(page, files);
    await page.waitForTimeout(5_000);
    return used() - idle;
  });
  return [...lines, `a bare <audio>, as many      ${bare.toFixed(0)} MB more after as many files of the same length`];
}

/** With a profile of its own, and what all its processes have allocated. */
async function inBrowser<T>(
  { openBrowser }: SpeechBench,
  work: (browser: RigBrowser, used: () => number) => Promise<T>,
): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'degjo-memory-'));
  const browser = await openBrowser({ userDataDir: profile });
  try {
    return await work(browser, () => memoryOf(profile));
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function speedUp(page: Page): Promise<void> {
  const faster = page.getByRole('button', { name: 'Më shpejt' });
  await faster.waitFor();
  while (await faster.isEnabled()) await faster.click();
  const rate = await page.evaluate(() => window.watched.audio?.playbackRate);
  if (rate !== fastest) throw new Error(`plays ${String(rate)} times as fast, not ${String(fastest)}`);
}

/** Has one bare `<audio>` play the beginning of so many files, each as long as the longest parts and let go of after it. */
async function playOneByOne(page: Page, files: number): Promise<void> {
  const file = Array.from(wavBytes([tone(70_000)]).subarray(0, 44));
  await page.evaluate(
    async ([head, count]) => {
      const audio = document.createElement('audio');
      document.body.append(audio);
      for (let at = 0; at < count; at++) {
        const bytes = new Uint8Array(44 + 70 * 22_050 * 2).fill(at);
        bytes.set(head);
        const url = URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
        audio.src = url;
        await audio.play();
        await new Promise((resolve) => setTimeout(resolve, 250));
        URL.revokeObjectURL(url);
      }
      audio.pause();
    },
    [file, files] as const,
  );
}

/**
 * Megabytes of the browser of this profile and its children: what it allocated, pages that they share counted by share.
 * Its program's own pages are left out, since other browsers of the machine share them and come and go.
 */
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
  const kilobytes = (pid: string) =>
    Array.from(read(`/proc/${pid}/smaps_rollup`).matchAll(/^Pss_(?:Anon|Shmem):\s*(\d+)/gm), ([, value]) =>
      Number(value),
    ).reduce((sum, more) => sum + more, 0);
  return Array.from(family, kilobytes).reduce((sum, more) => sum + more, 0) / 1024;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
