import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../statistics.ts';
import { articleOf } from './texts.ts';
import { openVoicePage, type VoiceBench } from './voice-page.ts';

const run = promisify(execFile);
const runs = 7;

/** Speech made in a second, in the worker and by native espeak-ng, in turns on the same text. */
export async function synthesisSpeed(bench: VoiceBench): Promise<string[]> {
  const texts = articleOf(10).map(({ text }) => text);
  const folder = mkdtempSync(join(tmpdir(), 'degjo-native-'));
  const [source, sound] = [join(folder, 'article.txt'), join(folder, 'article.wav')];
  writeFileSync(source, texts.join('\n\n'));
  const { page, browser } = await openVoicePage(bench);
  const speeds = { worker: [] as number[], native: [] as number[] };
  try {
    for (let turn = 0; turn <= runs; turn += 1) {
      const { speech, spent } = await page.evaluate((all) => window.voice.synthesise(all), texts);
      const began = performance.now();
      await run('espeak-ng', ['-v', 'sq', '-f', source, '-w', sound]);
      const nativeSpent = (performance.now() - began) / 1000;
      if (turn === 0) continue;
      speeds.worker.push(speech / spent);
      speeds.native.push((readFileSync(sound).length - 44) / 2 / 22_050 / nativeSpent);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const [worker, native] = [median(speeds.worker), median(speeds.native)];
  return [
    `worker, warm                 ${worker.toFixed(0)} seconds of speech in one`,
    `native espeak-ng             ${native.toFixed(0)}`,
    `the worker has               ${(worker / native).toFixed(2)} of its speed (reach: 0.3)`,
  ];
}
