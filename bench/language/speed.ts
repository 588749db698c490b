import { splitSentences, toSpoken } from '../../src/language/index.ts';
import { median } from '../statistics.ts';
import { generatedBlocks } from './generated-text.ts';
import { splitters } from './splitters.ts';

/** In bytes of UTF-8, with how often each is measured. */
const sizes = [
  { name: '100 kB', bytes: 100_000, runs: 31 },
  { name: '1 MB', bytes: 1_000_000, runs: 11 },
  { name: '10 MB', bytes: 10_000_000, runs: 5 },
] as const;

/** What is done with a text, block by block; the result is counted so that nothing is optimised away. */
const subjects: readonly (readonly [name: string, run: (blocks: readonly string[]) => number])[] = [
  ['Dëgjo: sentences', (blocks) => count(blocks, (block) => splitSentences(block).length)],
  ['Dëgjo: with spoken forms', (blocks) => count(blocks, spoken)],
  ['sbd', (blocks) => count(blocks, (block) => splitters.get('sbd')?.(block).length ?? 0)],
  ['sentencex', (blocks) => count(blocks, (block) => splitters.get('sentencex')?.(block).length ?? 0)],
];

/** Megabytes a second, and how far the time for a byte grows from the smallest text to the largest. */
export function speed(): string[] {
  const texts = sizes.map(({ bytes, runs }) => ({ blocks: generatedBlocks(bytes), runs }));
  const warmUp = texts[1]?.blocks ?? [];
  const rows = subjects.map(([name, run]) => {
    for (let round = 0; round < 3; round++) run(warmUp);
    const perSecond = texts.map(({ blocks, runs }) => megabytesPerSecond(blocks, runs, run));
    const growth = (perSecond[0] ?? 0) / (perSecond.at(-1) ?? 1);
    return `${name.padEnd(26)} ${perSecond.map((value) => value.toFixed(1).padStart(7)).join(' ')}   ${growth.toFixed(2)}×`;
  });
  return [
    `${''.padEnd(26)} ${sizes.map(({ name }) => name.padStart(7)).join(' ')}   MB/s; time for a byte, largest to smallest`,
    ...rows,
  ];
}

function spoken(block: string): number {
  let length = 0;
  for (const { start, end } of splitSentences(block)) length += toSpoken(block.slice(start, end)).text.length;
  return length;
}

function count(blocks: readonly string[], measure: (block: string) => number): number {
  return blocks.reduce((sum, block) => sum + measure(block), 0);
}

function megabytesPerSecond(
  blocks: readonly string[],
  runs: number,
  run: (blocks: readonly string[]) => number,
): number {
  const bytes = blocks.reduce((sum, block) => sum + Buffer.byteLength(block), 0);
  const seconds = Array.from({ length: runs }, () => {
    const start = performance.now();
    run(blocks);
    return (performance.now() - start) / 1000;
  });
  return bytes / 1e6 / median(seconds);
}
