/** Prints the figures of the embedded voice from recorded sound: `npm run build`, then `npm run bench:speech`. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../e2e/rig/browser.ts';
import { startAppServer } from '../e2e/rig/server.ts';
import { sinkName, soundEnvironment, startSound, stopSound } from '../e2e/rig/sound.ts';
import { pauses } from '../src/speech/espeak/pauses.ts';
import { machine } from './statistics.ts';

const count = 100;
/** Begins and ends loudly, and holds no silence that could be taken for the end of a sentence. */
const sentence = 'Bota pa dritë bie poshtë.';
const rate = 22_050;
const windowSamples = rate / 1_050;
/** Of 32,767. */
const audible = 60;
/** Milliseconds: shorter silences stand inside words. */
const shortest = 200;

const server = await startAppServer({ root: fileURLToPath(new URL('../dist', import.meta.url)) });
const sound = await startSound();
try {
  console.log(machine());
  const gaps = silences(await recordReading());
  const intended = pauses.sentence;
  const off = gaps.map((gap) => gap - intended).sort((a, b) => a - b);
  const within = off.filter((error) => Math.abs(error) <= 10).length;
  console.log(`\nPauses between ${count} sentences, intended ${intended} ms`);
  console.log(`  ${within} of ${gaps.length} within 10 ms; the most ${format(off[0])} and ${format(off.at(-1))} ms`);
} finally {
  await stopSound(sound);
  await server.close();
}

/** The sound of an article that is read to its end. */
async function recordReading(): Promise<Int16Array> {
  const chunks: Buffer[] = [];
  const recorder = spawn(
    'parec',
    [`--device=${sinkName}.monitor`, '--format=s16le', `--rate=${rate}`, '--channels=1', '--raw'],
    { env: soundEnvironment(sound), stdio: ['ignore', 'pipe', 'ignore'] },
  );
  recorder.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const browser = await launchBrowser({ sound });
  const { page } = browser;
  await page.goto(`${server.url}#/shto`);
  await page.getByLabel('Ngjitni këtu tekstin').fill(new Array(count).fill(sentence).join(' '));
  await page.getByRole('button', { name: 'Hap artikullin' }).click();
  await page.getByRole('button', { name: 'Dëgjo', exact: true }).click();
  await page.getByText('Artikulli mbaroi.').waitFor({ timeout: 600_000 });
  await browser.close();
  recorder.kill();
  const bytes = Buffer.concat(chunks);
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
}

/** Lengths of the silences between the first and the last sound, in milliseconds. */
function silences(samples: Int16Array): number[] {
  const found: number[] = [];
  let quiet = 0;
  let hasBegun = false;
  for (let at = 0; at + windowSamples <= samples.length; at += windowSamples) {
    if (!samples.subarray(at, at + windowSamples).some((sample) => Math.abs(sample) > audible)) {
      quiet += (windowSamples / rate) * 1000;
      continue;
    }
    if (hasBegun && quiet > shortest) found.push(Math.round(quiet));
    hasBegun = true;
    quiet = 0;
  }
  return found;
}

function format(error = 0): string {
  return `${error > 0 ? '+' : ''}${error}`;
}
