import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser, flags } from '../../e2e/rig/browser.ts';
import { soundEnvironment } from '../../e2e/rig/sound.ts';
import { wavBytes } from '../../src/speech/espeak/wav.ts';
import { median } from '../statistics.ts';
import { tone } from './clock.ts';
import { openText, type SpeechBench } from './reader.ts';
import { textOfMinutes } from './texts.ts';
import { watch } from './watch.ts';

/** Milliseconds. */
const betweenLooks = 2_000;
const settling = 5_000;
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
  const profile = mkdtempSync(join(tmpdir(), 'degjo-memory-'));
  try {
    const address = await keepText(bench, profile);
    const [lines, files] = await withPage(bench, profile, async (page, used) => {
      await page.goto(address);
      const listen = page.locator(button('Dëgjo'));
      await listen.wait();
      await pause(settling);
      const idle = used();
      await listen.click();
      await setPace?.(page);
      const all: number[] = [];
      const from = Date.now();
      for (const end = from + limit; Date.now() < end && !(await isOver(page));) {
        await pause(betweenLooks);
        all.push(used());
      }
      const minutes = (Date.now() - from) / 60_000;
      const end = (await isOver(page)) ? 'read to its end' : 'NOT read to its end';
      const parts = await page.evaluate(() => window.watched.parts.length);
      await pause(settling);
      const lines = [
        `idle page with the article   ${idle.toFixed(0)} MB allocated by all processes of the browser`,
        `most while an hour is read   ${(Math.max(...all) - idle).toFixed(0)} MB more, median ${(median(all) - idle).toFixed(0)} (limit: 64 MB)`,
        `after it                     ${(used() - idle).toFixed(0)} MB more; ${end} in ${minutes.toFixed(1)} minutes, ${parts} files`,
      ];
      return [lines, parts] as const;
    });
    const bare = await withPage(bench, profile, async (page, used) => {
      await page.goto(bench.app);
      await pause(settling);
      const idle = used();
      await playOneByOne(page, files);
      await pause(settling);
      return used() - idle;
    });
    return [...lines, `a bare <audio>, as many      ${bare.toFixed(0)} MB more after as many files of the same length`];
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** @returns the address of the article in this profile */
async function keepText({ app, openBrowser }: SpeechBench, profile: string): Promise<string> {
  const browser = await openBrowser({ userDataDir: profile });
  const address = await openText(browser.page, app, textOfMinutes(60).pasted);
  await browser.close();
  return address;
}

/**
 * Where a developer's tools listen to the network, Chromium keeps what was loaded for them, up to 200 MB of sound too,
 * as it does for no listener. So this page is opened without.
 */
async function withPage<T>(
  { sound }: SpeechBench,
  profile: string,
  work: (page: Page, used: () => number) => Promise<T>,
): Promise<T> {
  const browser = await puppeteer.launch({
    executablePath: findBrowser(),
    userDataDir: profile,
    networkEnabled: false,
    defaultViewport: { width: 360, height: 740 },
    args: [...flags, '--accept-lang=sq-AL'],
    ignoreDefaultArgs: ['--mute-audio'],
    env: soundEnvironment(sound),
  });
  try {
    const page = await browser.newPage();
    // What tsx wraps around functions that have a name.
    await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
    await page.evaluateOnNewDocument(watch);
    return await work(page, () => memoryOf(profile));
  } finally {
    await browser.close();
  }
}

const button = (name: string): string => `::-p-aria([name="${name}"][role="button"])`;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function isOver(page: Page): Promise<boolean> {
  return (await page.$('::-p-text(Artikulli mbaroi.)')) !== null;
}

async function speedUp(page: Page): Promise<void> {
  const faster = await page.waitForSelector('>>> [title="Më shpejt"]');
  while (await faster?.evaluate((element) => !element.matches(':disabled'))) await faster?.click();
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
