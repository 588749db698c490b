import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'degjo-sentences-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly spoken: string;
  readonly spans: readonly {
    readonly at: number;
    readonly length: number;
    readonly start: number;
    readonly end: number;
  }[];
}

describe('degjo sentences', () => {
  it('prints one line of JSON for each sentence, with its keys in the order of the contract', async () => {
    const { output, status, complaint } = await run(['-'], 'Erdhi z. Hoti. Pastaj foli.\n\nKryetarja heshti.\n');
    expect(complaint).toBe('');
    expect(status).toBe(0);
    expect(lines(output).map(({ block, text }) => [block, text])).toEqual([
      [0, 'Erdhi z. Hoti.'],
      [0, 'Pastaj foli.'],
      [1, 'Kryetarja heshti.'],
    ]);
    expect(Object.keys(JSON.parse(output.split('\n')[0] ?? '') as object)).toEqual([
      'block',
      'start',
      'end',
      'text',
      'spoken',
      'spans',
    ]);
    expect(output.endsWith('}\n')).toBe(true);
  });

  it('leads every sentence and every spoken piece back to its place in the input', async () => {
    const input =
      '\uFEFF  date 2023-11 Ministri\u00A0  tha:\r\n “Po.”  Çe\u0308shtja 😀 u mbyll.\r\n\r\n• Një\n• E dyta pikë.';
    const { output } = await run(['-'], input);
    const found = lines(output);
    expect(found.map(({ start, end }) => input.slice(start, end))).toEqual([
      'Ministri\u00A0  tha:\r\n “Po.”',
      'Çe\u0308shtja 😀 u mbyll.',
      'Një',
      'E dyta pikë.',
    ]);
    expect(found.map(({ block }) => block)).toEqual([0, 0, 1, 2]);
    for (const { start, end, spoken, spans } of found) {
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(start);
        expect(span.end).toBeLessThanOrEqual(end);
      }
      const [first] = spans;
      expect(spoken.slice(first?.at, (first?.at ?? 0) + (first?.length ?? 0)).normalize('NFC')).toBe(
        input.slice(first?.start, first?.end).normalize('NFC'),
      );
    }
  });

  it('reads a file, and prints nothing for a text without sentences', async () => {
    const two = file('lajm.txt', 'Bora ra natën. Rruga u mbyll.');
    expect(lines((await run([two])).output)).toHaveLength(2);
    expect(await run([file('bosh.txt', 'date 2023-11\n \n')])).toEqual({ output: '', complaint: '', status: 0 });
  });

  it.each([
    ['a file that is missing', [join(folder, 'mungon.txt')], ''],
    ['a folder', [folder], ''],
    ['text that is not UTF-8', ['-'], Buffer.from('Po. \xE7 Jo.', 'latin1')],
    ['an option that it does not know', ['--shpejt'], 'Po.'],
    ['an engine that it does not know', ['--engine', 'zëri'], 'Po.'],
    ['an option without its value', ['--engine'], 'Po.'],
    ['two files', ['-', '-'], 'Po.'],
    ['text and lexicon from one input', ['--lexicon', '-'], 'Po.'],
    ['a lexicon that is missing', ['--lexicon', join(folder, 'mungon.txt')], 'Po.'],
    ['a broken lexicon', ['--lexicon', file('i-prishur.txt', 'pa shenjë barazimi\n')], 'Po.'],
  ])('says in one line what is wrong with %s, prints nothing and ends with 2', async (_, args, input) => {
    const { output, complaint, status } = await run(args, input);
    expect(output).toBe('');
    expect(complaint).toMatch(/^degjo sentences: .+\n$/);
    expect(status).toBe(2);
  });

  it('says the words of the lexicon as the listener wants them', async () => {
    const lexicon = file('fjalori.txt', '\uFEFF# emra\nBiden* = Bajden\n');
    const { output } = await run(['-', '--lexicon', lexicon, '--engine', 'espeak'], 'Foli Bideni.');
    expect(lines(output).map(({ spoken }) => spoken)).toEqual(['Foli Bajdeni.']);
  });

  it('stops in silence when its reader has had enough', async () => {
    const { complaint, status } = await run(['-'], 'Bora ra natën. '.repeat(50_000), { takes: 1 });
    expect(complaint).toBe('');
    expect(status).toBe(0);
  });

  it('explains itself', async () => {
    const { output, status } = await run(['--help']);
    for (const word of [
      'FILE',
      '--engine',
      'espeak',
      'system',
      'block',
      'start',
      'end',
      'text',
      'spoken',
      'spans',
      '2',
    ]) {
      expect(output).toContain(word);
    }
    expect(status).toBe(0);
  });
});

/** @returns the path of a new file in a folder of the test's own */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Outcome {
  readonly output: string;
  readonly complaint: string;
  readonly status: number | null;
}

/** @param takes how many pieces of output are read before its end is closed; all, if left out */
function run(args: readonly string[], input: string | Uint8Array = '', { takes = Infinity } = {}): Promise<Outcome> {
  const command = join(root, 'src/cli/degjo.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', command, 'sentences', ...args], { cwd: root });
  let output = '';
  let complaint = '';
  let pieces = 0;
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output += piece;
    if (++pieces >= takes) child.stdout.destroy();
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (complaint += piece));
  // A command that complains does not read to the end.
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ output, complaint, status })));
}

function lines(output: string): Line[] {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
