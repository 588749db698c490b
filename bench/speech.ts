/**
 * Prints the figures of the embedded voice, from recorded sound where sound is meant: `npm run bench:speech`, or with
 * some of the names below.
 */
import { rmSync } from 'node:fs';
import { startAppServer } from '../e2e/rig/server.ts';
import { startSound, stopSound } from '../e2e/rig/sound.ts';
import { machine } from './statistics.ts';
import { buildPage } from './voice/build-page.ts';
import { firstSound } from './voice/first-sound.ts';
import { memoryOfAnHour } from './voice/memory.ts';
import { pausesAndLight } from './voice/pauses-and-light.ts';
import { synthesisSpeed } from './voice/synthesis-speed.ts';

const benches = {
  first: ['From the press to the first sound', firstSound],
  pauses: ['Pauses, and the light on the words', pausesAndLight],
  speed: ['Synthesis', synthesisSpeed],
  memory: ['Memory of an hour of speech', memoryOfAnHour],
} as const;

const asked = process.argv.slice(2);
const folder = await buildPage();
const server = await startAppServer({ root: folder });
const sound = await startSound();
try {
  console.log(machine());
  for (const [name, [title, run]] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n${title}`);
    for (const line of await run({ sound, address: server.url })) console.log(`  ${line}`);
  }
} finally {
  await stopSound(sound);
  await server.close();
  rmSync(folder, { recursive: true });
}
