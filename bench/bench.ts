/** Prints the figures of the README, each beside its peer in the same run: `npm run build`, then `npm run bench`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser, type BrowserOptions, type RigBrowser } from '../e2e/rig/browser.ts';
import { startPlainServer } from '../e2e/rig/plain-server.ts';
import { startAppServer } from '../e2e/rig/server.ts';
import { startSound, stopSound } from '../e2e/rig/sound.ts';
import { firstLoad } from './first-load.ts';
import { offlineOpen } from './offline-open.ts';
import { pressToStart } from './press-to-start.ts';
import { listPage, speakPage, worker } from './static-peer/pages.ts';
import { machine } from './statistics.ts';
import { switches } from './switches.ts';

/** What a benchmark works with. Addresses end with a slash. */
export interface Bench {
  readonly openBrowser: (options?: Omit<BrowserOptions, 'sound'>) => Promise<RigBrowser>;
  readonly app: string;
  /** What the app is measured beside. */
  readonly peer: string;
  /** Closes both servers for good. */
  readonly goOffline: () => Promise<void>;
}

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'degjo-bench-'));
for (const [name, text] of Object.entries({ 'index.html': listPage, 'bare.html': speakPage, 'worker.js': worker })) {
  writeFileSync(join(folder, name), text);
}
const app = await startAppServer({ root: dist });
const peer = await startPlainServer({ root: folder });
const sound = await startSound();
const bench: Bench = {
  openBrowser: (options) => launchBrowser({ ...options, sound }),
  app: app.url,
  peer: peer.url,
  goOffline: async () => {
    await app.close();
    await peer.close();
  },
};
try {
  console.log(machine());
  for (const [title, run] of [
    ['JavaScript and CSS, gzipped', firstLoad],
    ['From the press to the voice', pressToStart],
    ['An article of 10,000 words, drawn anew', switches],
    ['Opening offline, processor slowed 4 times', offlineOpen],
  ] as const) {
    console.log(`\n${title}`);
    for (const line of await run(bench)) console.log(`  ${line}`);
  }
} finally {
  await stopSound(sound);
  await bench.goOffline().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
}
