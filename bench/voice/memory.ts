import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleOf } from './texts.ts';
import { openVoicePage, type VoiceBench } from './voice-page.ts';

/** What an hour of speech adds to the memory of the whole browser; each part is begun and ended, its middle skipped. */
export async function memoryOfAnHour(bench: VoiceBench): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'degjo-memory-'));
  const voice = await openVoicePage(bench, profile);
  const { page } = voice;
  try {
    // Idle is: the voice was heard once, and is silent.
    await voice.set(articleOf(0.3));
    await voice.press();
    await voice.wait('ended', 60_000);
    await page.waitForTimeout(3_000);
    const idle = memoryOf(profile);
    await voice.set(articleOf(60));
    await voice.press();
    const used: number[] = [];
    const sources = new Set<string>();
    const end = Date.now() + 150_000;
    while (Date.now() < end && !(await voice.heard()).some(({ type }) => type === 'ended')) {
      await page.waitForTimeout(1_500);
      used.push(memoryOf(profile));
      const source = await page.evaluate(() => {
        const { audio } = window.voice;
        if (!audio) return '';
        if (audio.duration - audio.currentTime > 3) audio.currentTime = audio.duration - 2;
        return audio.src;
      });
      sources.add(source);
    }
    const last = (await voice.heard()).filter(({ type }) => type === 'sentence').at(-1)?.detail?.['index'];
    const most = Math.max(...used) - idle;
    return [
      `idle                         ${idle.toFixed(0)} MB (PSS of all processes)`,
      `most while an hour is read   ${most.toFixed(0)} MB more (limit: 64 MB), to sentence ${String(last)} in ${sources.size} parts`,
    ];
  } finally {
    await voice.browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Megabytes of the browser of this profile and its children, shared pages counted by share. */
function memoryOf(profile: string): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const [line, status] = [read(`/proc/${pid}/cmdline`), read(`/proc/${pid}/status`)];
      return [{ pid, line, parent: /^PPid:\s*(\d+)/m.exec(status)?.[1] }];
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
