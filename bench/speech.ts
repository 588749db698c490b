/**
 * Prints the figures of the voices, from recorded sound where sound is meant: `npm run build`, then
 * `npm run bench:speech`, or that with some of the names below.
 */
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../e2e/rig/browser.ts';
import { startAppServer } from '../e2e/rig/server.ts';
import { startSound, stopSound } from '../e2e/rig/sound.ts';
import { firstSound } from './speech/first-sound.ts';
import { mainThread } from './speech/main-thread.ts';
import { memoryAtItsPace, memoryOfAnHour } from './speech/memory.ts';
import { pausesAndLight } from './speech/pauses-and-light.ts';
import { seams } from './speech/seams.ts';
import { synthesisSpeed } from './speech/synthesis-speed.ts';
import { systemGaps } from './speech/system-gaps.ts';
import { load, machine } from './statistics.ts';

const benches = {
  first: ['From the press to the first sound, embedded voice', firstSound],
  pauses: ['Pauses between sentences, and the light on the words, embedded voice', pausesAndLight],
  seams: ['Pauses where one part of the sound follows another, embedded voice', seams],
  gaps: ['Gaps between sentences, voice of the system', systemGaps],
  speed: ['Synthesis, embedded voice', synthesisSpeed],
  memory: ['Memory of an hour of speech at four times the pace, embedded voice', memoryOfAnHour],
  hour: ['Memory of an hour of speech at its own pace, embedded voice', memoryAtItsPace],
  thread: ['Main thread while the embedded voice is at work', mainThread],
} as const;

const asked = process.argv.slice(2);
/** Only when asked for by name: it takes what it says. */
const long = 'hour';
const server = await startAppServer({ root: fileURLToPath(new URL('../dist', import.meta.url)) });
const sound = await startSound();
try {
  console.log(machine());
  for (const [name, [title, run]] of Object.entries(benches)) {
    if (asked.length > 0 ? !asked.includes(name) : name === long) continue;
    console.log(`\n${title} (load of the machine ${load()})`);
    const lines = await run({
      sound,
      app: server.url,
      openBrowser: (options) => launchBrowser({ ...options, sound }),
    });
    for (const line of lines) console.log(`  ${line}`);
  }
} finally {
  await stopSound(sound);
  await server.close();
}
