import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wavBytes } from '../../src/speech/espeak/wav.ts';
import { median } from '../statistics.ts';
import { tone } from './clock.ts';
import { listen, openText, watched, watchPages, type SpeechBench } from './reader.ts';
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
async function memoryWhileRead(
  { app, openBrowser }: SpeechBench,
  setPace?: (page: Page) => Promise<void>,
): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'degjo-memory-'));
  const browser = await openBrowser({ userDataDir: profile });
  const { page, context } = browser;
  await watchPages(context);
  try {
    await openText(page, app, textOfMinutes(60).pasted);
    await page.waitForTimeout(5_000);
    const idle = memoryOf(profile);
    const bare = (await memoryOfBareAudio(page, profile)) - idle;
    await listen(page).click();
    await setPace?.(page);
    const used: number[] = [];
    const over = page.getByText('Artikulli mbaroi.');
    const from = Date.now();
    for (const end = from + limit; Date.now() < end && (await over.count()) === 0;) {
      await page.waitForTimeout(betweenLooks);
      used.push(memoryOf(profile));
    }
    const minutes = (Date.now() - from) / 60_000;
    const isOver = (await over.count()) > 0;
    const { parts } = await watched(page);
    await page.waitForTimeout(5_000);
    const after = memoryOf(profile) - idle;
    return [
      `idle page with the article   ${idle.toFixed(0)} MB allocated by all processes of the browser`,
      `most while an hour is read   ${(Math.max(...used) - idle).toFixed(0)} MB more, median ${(median(used) - idle).toFixed(0)} (limit: 64 MB)`,
      `after it                     ${after.toFixed(0)} MB more; ${isOver ? 'read to its end' : 'NOT read to its end'} in ${minutes.toFixed(1)} minutes, ${parts.length} files`,
      `a bare <audio> that plays    ${bare.toFixed(0)} MB more than the idle page`,
    ];
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

/** While a bare `<audio>` plays ten seconds: what any page takes that is heard. */
async function memoryOfBareAudio(page: Page, profile: string): Promise<number> {
  await page.evaluate(
    (bytes) => {
      const audio = document.createElement('audio');
      audio.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'audio/wav' }));
      document.body.append(audio);
      return audio.play();
    },
    Array.from(wavBytes([tone(10_000)])),
  );
  await page.waitForTimeout(5_000);
  const used = memoryOf(profile);
  await page.evaluate(() => {
    const audio = document.querySelector('body > audio');
    if (!(audio instanceof HTMLAudioElement)) return;
    URL.revokeObjectURL(audio.src);
    audio.removeAttribute('src');
    audio.load();
    audio.remove();
  });
  return used;
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
