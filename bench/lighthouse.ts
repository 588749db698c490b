/** Prints what Lighthouse says of the built app on a phone: `npm run build`, then `npm run bench:lighthouse`. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../e2e/rig/browser.ts';
import { startAppServer } from '../e2e/rig/server.ts';
import { startSound, stopSound } from '../e2e/rig/sound.ts';
import { machine } from './statistics.ts';

/** What is asked of each; Lighthouse gives up to 100. */
const wanted = { accessibility: 100, 'best-practices': 100, performance: 98 } as const;
type Category = keyof typeof wanted;
const categories = Object.keys(wanted) as Category[];
const addresses = { 'the list': '', 'the settings': '#/cilesimet', 'adding an article': '#/shto' };

const server = await startAppServer({ root: fileURLToPath(new URL('../dist', import.meta.url)) });
const sound = await startSound();
try {
  console.log(machine());
  for (const [name, address] of Object.entries(addresses)) {
    console.log(`\nLighthouse, mobile: ${name}`);
    for (const line of await audit(`${server.url}${address}`)) console.log(`  ${line}`);
  }
} finally {
  await stopSound(sound);
  await server.close();
}

/** A line for each category, and one for each audit that takes points off it. Each page in a browser of its own. */
async function audit(url: string): Promise<string[]> {
  const port = await freePort();
  const browser = await launchBrowser({ sound, viewport: null, args: [`--remote-debugging-port=${String(port)}`] });
  try {
    const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' });
    if (!result) throw new Error('Lighthouse has no result');
    const { lhr } = result;
    return categories.flatMap((category) => {
      const { score, auditRefs } = lhr.categories[category] ?? { score: null, auditRefs: [] };
      const faults = auditRefs
        .map(({ id, weight }) => ({ weight, audit: lhr.audits[id] }))
        .filter(({ weight, audit }) => weight > 0 && (audit?.score ?? 1) < 0.995);
      return [
        `${category} ${String(Math.round(100 * (score ?? 0)))} (wanted: ${String(wanted[category])})`,
        ...faults.map(({ audit }) => `  ${audit?.title ?? ''}: ${audit?.displayValue ?? ''}`),
      ];
    });
  } finally {
    await browser.close();
  }
}

/** One that nobody listens on now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
