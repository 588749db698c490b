import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MakeRequest, WorkerAnswer } from '../../src/speech/espeak/protocol.ts';
import { sampleRate } from '../../src/speech/espeak/wav.ts';
import { median } from '../statistics.ts';
import { fetchVoice, watchPages, type SpeechBench } from './reader.ts';
import { textOfMinutes } from './texts.ts';

const run = promisify(execFile);
const runs = 7;
const headerLength = 44;

/** Speech made in a second, by the app's worker and by native espeak-ng, in turns on the same text. */
export async function synthesisSpeed({ app, openBrowser }: SpeechBench): Promise<string[]> {
  const texts = textOfMinutes(10).sentences.map(({ text }) => text);
  const folder = mkdtempSync(join(tmpdir(), 'degjo-native-'));
  const [source, sound] = [join(folder, 'article.txt'), join(folder, 'article.wav')];
  writeFileSync(source, texts.join('\n\n'));
  const browser = await openBrowser();
  const { page, context } = browser;
  await watchPages(context);
  const speeds = { worker: [] as number[], native: [] as number[] };
  try {
    await fetchVoice(page, app);
    // The first turn warms up and does not count.
    for (let turn = 0; turn <= runs; turn += 1) {
      const { speech, spent } = await page.evaluate(synthesise, texts);
      const began = performance.now();
      await run('espeak-ng', ['-v', 'sq', '-f', source, '-w', sound]);
      const nativeSpent = (performance.now() - began) / 1000;
      if (turn === 0) continue;
      speeds.worker.push(speech / spent);
      speeds.native.push((readFileSync(sound).length - headerLength) / 2 / sampleRate / nativeSpent);
    }
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
  const [worker, native] = [median(speeds.worker), median(speeds.native)];
  const list = (values: readonly number[]) => `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
  return [
    `worker, warm      ${worker.toFixed(0)} seconds of speech in one (${list(speeds.worker)}, ${runs} runs)`,
    `native espeak-ng  ${native.toFixed(0)} (${list(speeds.native)}), its own pauses counted as speech`,
    `the worker has    ${(worker / native).toFixed(2)} of its speed (reach: 0.3)`,
  ];
}

/** Runs in the page: asks the app's own worker. @returns seconds of speech, and seconds that they took */
function synthesise(texts: readonly string[]): Promise<{ speech: number; spent: number }> {
  return new Promise((resolve, reject) => {
    const { worker } = window.watched;
    if (!worker) return reject(new Error('the voice has no worker'));
    // None of the app's own numbers.
    const id = -1;
    const hear = ({ data }: MessageEvent<WorkerAnswer>): void => {
      if (data.type !== 'part' || data.id !== id) return;
      worker.removeEventListener('message', hear);
      resolve({ speech: data.duration, spent: data.spent / 1000 });
    };
    worker.addEventListener('message', hear);
    const lines = texts.map((text) => ({ text, pause: 0, closes: false }));
    const request: MakeRequest = { type: 'make', id, lead: 0, lines, seconds: 1e6, variant: 'standard', pitch: 1 };
    worker.postMessage(request);
  });
}
