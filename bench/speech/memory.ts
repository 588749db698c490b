import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wavBytes } from '../../src/speech/espeak/wav.ts';
import { median } from '../statistics.ts';
import { tone } from './clock.ts';
import { listen, openText, watchPages, type SpeechBench } from './reader.ts';
import { textOfMinutes } from './texts.ts';

/** Milliseconds. */
const betweenLooks = 1_000;
/** Milliseconds that each file is heard at least: browsers let go of what was played, but not at once. */
const heardOf = 3_000;
const limit = 400_000;

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
    const bare = (await memoryOfBareAudio(page, profile)) - idle;
    await listen(page).click();
    const used: number[] = [];
    const sources = new Set<string>();
    const over = page.getByText('Artikulli mbaroi.');
    for (const end = Date.now() + limit; Date.now() < end && (await over.count()) === 0;) {
      await page.waitForTimeout(betweenLooks);
      used.push(memoryOf(profile));
      const source = await page.evaluate(skip, heardOf / 1000);
      // The page, not the worker, would have collected its garbage in the minute that is skipped.
      if (!sources.has(source)) await page.requestGC();
      sources.add(source);
    }
    const isOver = (await over.count()) > 0;
    await page.waitForTimeout(5_000);
    const after = memoryOf(profile) - idle;
    return [
      `idle page with the article   ${idle.toFixed(0)} MB allocated by all processes of the browser`,
      `most while an hour is read   ${(Math.max(...used) - idle).toFixed(0)} MB more, median ${(median(used) - idle).toFixed(0)} (limit: 64 MB)`,
      `after it                     ${after.toFixed(0)} MB more; ${isOver ? 'read to its end' : 'NOT read to its end'} in ${sources.size} files`,
      `a bare <audio> that plays    ${bare.toFixed(0)} MB more than the idle page`,
    ];
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
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

/** Runs in the page: to the last seconds of what plays. @returns which file it is */
function skip(seconds: number): string {
  const { audio } = window.watched;
  if (!audio) return '';
  if (audio.currentTime > seconds / 2 && audio.duration - audio.currentTime > seconds) {
    audio.currentTime = audio.duration - seconds / 2;
  }
  return audio.src;
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
