/**
 * Goes through the built app with Orca, by keys alone, and writes down what Orca said: `npm run build`, then
 * `npm run orca`, or `npm run orca chromium`. Firefox's transcript goes into docs/orca.md, Chromium's to the terminal.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { missingForOrca, orcaVersions, startOrca } from '../e2e/rig/orca.ts';
import type { Orca, OrcaBrowser } from '../e2e/rig/orca.ts';
import { startAppServer } from '../e2e/rig/server.ts';
import { killSound, startSound, stopSound } from '../e2e/rig/sound.ts';
import type { Said } from '../e2e/rig/speech-log.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const report = fileURLToPath(new URL('../docs/orca.md', import.meta.url));

/** A key; or a key to be pressed until Orca says this; or text to type; or time, in milliseconds, to listen. */
type Step = string | { readonly key: string; readonly until: RegExp } | { readonly type: string } | number;

/** How often a key is pressed before what it should lead to is given up. */
const most = 30;

interface Chapter {
  readonly title: string;
  readonly steps: readonly Step[];
}

const chapters: readonly Chapter[] = [
  { title: 'The list, read line by line', steps: ['ctrl+Home', ...times(9, 'Down')] },
  { title: 'The list, by Tab', steps: ['ctrl+Home', ...times(9, 'Tab')] },
  { title: 'The list, by landmarks and headings', steps: ['ctrl+Home', 'm', 'm', 'm', 'h', 'h'] },
  { title: 'An article is chosen by its link', steps: ['ctrl+Home', { key: 'k', until: /^Kinemaja/ }, 'Return'] },
  { title: 'The article, line by line', steps: [...times(4, 'Down'), 'p'] },
  { title: 'The article, read on by Orca until it is stopped', steps: ['KP_Add', 'Control_L'] },
  { title: 'The player: Dëgjo', steps: [{ key: 'b', until: /^Dëgjo push/ }, 'Return', 4_000] },
  {
    title: 'The slider, while the voice speaks',
    steps: [{ key: 'shift+Tab', until: /^Koha/ }, 4_000, 'Right', { key: 'Tab', until: /^Pauzë/ }],
  },
  {
    title: 'Pause, faster, and on',
    steps: [
      'Return',
      { key: 'Tab', until: /^Më shpejt/ },
      'Return',
      { key: 'shift+Tab', until: /^Vazhdo/ },
      'Return',
      3_000,
    ],
  },
  {
    title: 'A sentence is kept, while the voice speaks',
    steps: [{ key: 'Tab', until: /^Ruaj fjalinë/ }, 'Return', 3_000],
  },
  { title: 'A dialog', steps: [{ key: 'shift+Tab', until: /^Gjumi/ }, 'Return', 'Tab', 'Tab', 'Escape'] },
  {
    title: 'The settings: «Përdor lexues ekrani»',
    steps: [
      'ctrl+Home',
      { key: 'k', until: /^Cilësimet/ },
      'Return',
      { key: 'k', until: /^Leximi/ },
      'Return',
      2_000,
      { key: 'Tab', until: /^Përdor lexues ekrani/ },
      'space',
      'Down',
    ],
  },
  { title: 'The voice is stopped from there', steps: ['Escape', 2_000] },
  {
    title: 'With that setting: an article, and a sentence kept',
    steps: [
      'ctrl+Home',
      { key: 'k', until: /^Kinemaja/ },
      'Return',
      { key: 'b', until: /^Vazhdo te|^Dëgjo push/ },
      'Return',
      4_000,
      { key: 'Tab', until: /^Ruaj fjalinë/ },
      'Return',
      3_000,
      { key: 'shift+Tab', until: /^Ndal dhe mbyll/ },
      'Return',
    ],
  },
  {
    title: 'Searching',
    steps: ['ctrl+Home', { key: 'k', until: /^Kërko/ }, 'Return', { type: 'kambanat' }, 'Tab', 'Tab'],
  },
];

const browser: OrcaBrowser = process.argv[2] === 'chromium' ? 'chromium' : 'firefox';
const missing = missingForOrca();
if (missing.length > 0) {
  console.error(`Orca cannot be heard on this machine; missing: ${missing.join(', ')}`);
  process.exit(1);
}
if (!existsSync(`${dist}/index.html`)) {
  console.error('the app is not built: run `npm run build` first');
  process.exit(1);
}

const server = await startAppServer({ root: dist });
const sound = await startSound();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    killSound(sound);
    process.exit(1);
  });
}
try {
  const orca = await startOrca(sound, browser, server.url);
  try {
    const transcript = await goThrough(orca, chapters);
    const day = new Date().toISOString().slice(0, 10);
    const text = `Taken ${day} with ${await orcaVersions(browser)}.\n\n${transcript}`;
    if (browser === 'firefox') keep(text);
    if (orca.requests.length > 0) console.error(`asked for from outside: ${[...new Set(orca.requests)].join(', ')}`);
  } finally {
    await orca.close();
  }
} finally {
  await stopSound(sound);
  await server.close();
}

async function goThrough(orca: Orca, chapters: readonly Chapter[]): Promise<string> {
  let text = '';
  const write = (words: string) => {
    process.stdout.write(words);
    text += words;
  };
  write(`### The app is opened\n\n${line('nothing pressed', await orca.hear(12_000))}`);
  // Orca reads a page that was opened until it is told to stop.
  await orca.press('Control_L');
  for (const { title, steps } of chapters) {
    write(`\n### ${title}\n\n`);
    for (const step of steps) write(await take(orca, step));
  }
  return text;
}

async function take(orca: Orca, step: Step): Promise<string> {
  if (typeof step === 'number') return line(`${String(step / 1000)} s later`, await orca.hear(step));
  if (typeof step === 'string') return line(`\`${step}\``, await orca.press(step));
  if ('type' in step) return line(`typed «${step.type}»`, await orca.type(step.type));
  for (let count = 1; count <= most; count++) {
    const said = await orca.press(step.key);
    if (said.some(({ text }) => step.until.test(text))) return line(`\`${step.key}\` × ${String(count)}`, said);
  }
  return line(`\`${step.key}\` × ${String(most)}`, []);
}

/** One line for each key: utterances are parted by a stroke; what Orca itself broke off is said so. */
function line(pressed: string, said: readonly Said[]): string {
  const words = said
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, cut }) => `${text.replace(/\s+/g, ' ').trim()}${cut ? ' (broken off)' : ''}`);
  return `- ${pressed}: ${words.length > 0 ? words.join(' / ') : '(nothing)'}\n`;
}

/** Puts the transcript in the place of the last one. */
function keep(transcript: string): void {
  const mark = '<!-- What follows is written by `npm run orca`. -->\n';
  const [judgement = ''] = readFileSync(report, 'utf8').split(mark);
  writeFileSync(report, `${judgement}${mark}\n${transcript}`);
}

function times(count: number, key: string): string[] {
  return Array.from({ length: count }, () => key);
}
