import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseFile } from 'music-metadata';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = ['--import', 'tsx', join(root, 'src/cli/degjo.ts'), 'speak'];
const folder = mkdtempSync(join(tmpdir(), 'degjo-speak-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = 'date 2023-11-24\nBora mbylli rrugët\n\nRa natën. Çmimi i druve u rrit me 3,5%.\n\nNesër pritet diell.\n';
/** More than is said before a signal comes. */
const book = 'Bora ra gjithë natën në malet e veriut, dhe rruga u mbyll.\n\n'.repeat(3000);

describe('degjo speak', () => {
  it.each(['mp3', 'wav', 'MP3'])('reads a text into a file: %s', async (ending) => {
    const out = path(`bora.${ending}`);
    expect(await run(['-', '-o', out], text)).toEqual({ output: '', complaint: '', status: 0 });
    const { common, format } = await parseFile(out, { duration: true });
    expect(common).toMatchObject({ title: 'Bora mbylli rrugët', album: 'Dëgjo', year: 2023 });
    expect(format.container).toBe(ending === 'wav' ? 'WAVE' : 'MPEG');
    expect(format.duration).toBeGreaterThan(5);
    expect(format.duration).toBeLessThan(15);
  });

  it('says the listener’s words, at the rate, pitch and in the voice that are wished', async () => {
    const lexicon = path('fjalori.txt');
    writeFileSync(lexicon, 'druve = druve e dëllinjave të maleve tona të larta e të bukura\n');
    const plain = await bytes(['-'], text);
    expect((await bytes(['-', '--lexicon', lexicon], text)).length).toBeGreaterThan(plain.length * 1.1);
    expect((await bytes(['-', '--rate', '2'], text)).length).toBeLessThan(plain.length * 0.55);
    expect((await bytes(['-', '--rate', '0,5'], text)).length).toBeGreaterThan(plain.length * 1.8);
    expect((await bytes(['-', '--voice', 'f2'], text)).equals(plain)).toBe(false);
    expect((await bytes(['-', '--pitch', '1.5'], text)).equals(plain)).toBe(false);
    expect((await bytes([], text)).equals(plain)).toBe(true);
  });

  it('takes the place of a file that was there', async () => {
    const out = path('i-vjetri.wav');
    writeFileSync(out, 'i vjetri');
    await run(['-', '-o', out], text);
    expect(readFileSync(out).subarray(0, 4).toString()).toBe('RIFF');
  });

  it.each([
    ['a file that is missing', [join(folder, 'mungon.txt'), '-o', path('x.mp3')], ''],
    ['no output', ['-'], text],
    ['an output of another kind', ['-', '-o', path('x.ogg')], text],
    ['an output in a folder that is missing', ['-', '-o', path('nuk-ka/x.mp3')], text],
    ['text that is not UTF-8', ['-', '-o', path('x.mp3')], Buffer.from('Po. \xE7 Jo.', 'latin1')],
    ['an empty text', ['-', '-o', path('x.mp3')], ' \n\n'],
    ['a text without a word', ['-', '-o', path('x.mp3')], '* * *\n\n—'],
    ['a rate that is too high', ['-', '-o', path('x.mp3'), '--rate', '5'], text],
    ['a rate that is no number', ['-', '-o', path('x.mp3'), '--rate', 'shpejt'], text],
    ['a pitch that is too high', ['-', '-o', path('x.mp3'), '--pitch', '3'], text],
    ['a voice that it does not have', ['-', '-o', path('x.mp3'), '--voice', 'Anila'], text],
    ['an option that it does not know', ['-', '-o', path('x.mp3'), '--shpejt'], text],
    ['two files', ['-', '-', '-o', path('x.mp3')], text],
    ['text and lexicon from one input', ['-', '-o', path('x.mp3'), '--lexicon', '-'], text],
    ['a lexicon that is missing', ['-', '-o', path('x.mp3'), '--lexicon', path('mungon.txt')], text],
  ])('says in one line what is wrong with %s, leaves no file and ends with 2', async (_, args, input) => {
    const before = readdirSync(folder);
    const { output, complaint, status } = await run(args, input);
    expect(output).toBe('');
    expect(complaint).toMatch(/^degjo speak: .+\n$/);
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('leaves the old file and nothing else where there is no room', async () => {
    const here = path('pa-vend');
    mkdirSync(here);
    const out = join(here, 'bora.wav');
    writeFileSync(out, 'i vjetri');
    // A limit of this process tree, in blocks of 512 bytes or a kilobyte.
    const limited = ['-c', 'ulimit -f 100; exec "$0" "$@"', process.execPath, ...command, '-', '-o', out];
    const { complaint, status } = await start('sh', limited, text.repeat(20)).outcome;
    expect(complaint).toMatch(/^degjo speak: .+\n$/);
    expect(status).toBe(2);
    expect(readdirSync(here)).toEqual(['bora.wav']);
    expect(readFileSync(out, 'utf8')).toBe('i vjetri');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing after %s', async (signal) => {
    const here = path(signal);
    mkdirSync(here);
    const { child, outcome } = start(process.execPath, [...command, '-', '-o', join(here, 'libri.mp3')], book);
    await expect.poll(() => readdirSync(here).length, { timeout: 20_000 }).toBe(1);
    await pause(50);
    child.kill(signal);
    expect(await outcome).toEqual({ output: '', complaint: '', status: 130 });
    expect(readdirSync(here)).toEqual([]);
  });

  it('explains itself', async () => {
    const { output, status } = await run(['--help']);
    for (const word of ['FILE', '.mp3', '.wav', '--rate', '--voice', 'steph', '--pitch', '--lexicon', '130']) {
      expect(output).toContain(word);
    }
    expect(status).toBe(0);
  });
}, 30_000);

function path(name: string): string {
  return join(folder, name);
}

/** The WAV file that these arguments make. */
async function bytes(args: readonly string[], input: string): Promise<Buffer> {
  const out = path('bytes.wav');
  const { complaint, status } = await run([...args, '-o', out], input);
  expect([complaint, status]).toEqual(['', 0]);
  return readFileSync(out);
}

interface Outcome {
  readonly output: string;
  readonly complaint: string;
  readonly status: number | null;
}

function run(args: readonly string[], input: string | Uint8Array = ''): Promise<Outcome> {
  return start(process.execPath, [...command, ...args], input).outcome;
}

function start(program: string, args: readonly string[], input: string | Uint8Array) {
  const child = spawn(program, args, { cwd: root });
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (complaint += piece));
  // A command that complains does not read to the end.
  child.stdin.on('error', () => undefined).end(input);
  const outcome = new Promise<Outcome>((resolve) =>
    child.on('close', (status) => resolve({ output, complaint, status })),
  );
  return { child, outcome };
}
