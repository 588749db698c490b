import { splitSentences, toSpoken } from '../../src/language/index.ts';
import { generatedBlocks } from './generated-text.ts';
import { splitters } from './splitters.ts';

/** In bytes of UTF-8; a short text is gone through so often in a row that a run takes about as long as a longer one. */
const sizes = [
  { name: '100 kB', bytes: 100_000, repeats: 10 },
  { name: '1 MB', bytes: 1_000_000, repeats: 1 },
  { name: '10 MB', bytes: 10_000_000, repeats: 1 },
] as const;
const rounds = 7;

/** What is done with each block of a text; the result is counted so that nothing is optimised away. */
const subjects: readonly (readonly [name: string, measure: (block: string) => number])[] = [
  ['Dëgjo: sentences', (block) => splitSentences(block).length],
  ['Dëgjo: with spoken forms', spoken],
  ['sbd', (block) => splitters.get('sbd')?.(block).length ?? 0],
  ['sentencex', (block) => splitters.get('sentencex')?.(block).length ?? 0],
];

/**
 * Megabytes a second in the best of several rounds, and how far the time for a byte grows from the smallest text to the
 * largest. All take turns in each round, so that what else the machine does hits them alike.
 */
export function speed(): string[] {
  const texts = sizes.map(({ bytes, repeats }) => ({ blocks: generatedBlocks(bytes), repeats }));
  const best = subjects.map(() => texts.map(() => 0));
  // The first round warms up, and is not the best of any.
  for (let round = 0; round < rounds; round++) {
    for (const [row, [, measure]] of subjects.entries()) {
      for (const [column, { blocks, repeats }] of texts.entries()) {
        const figures = best[row] ?? [];
        figures[column] = Math.max(figures[column] ?? 0, megabytesPerSecond(blocks, repeats, measure));
      }
    }
  }
  return [
    `${''.padEnd(26)} ${sizes.map(({ name }) => name.padStart(7)).join(' ')}   MB/s; time for a byte, largest to smallest`,
    ...subjects.map(([name], row) => {
      const figures = best[row] ?? [];
      const growth = (figures[0] ?? 0) / (figures.at(-1) ?? 1);
      return `${name.padEnd(26)} ${figures.map((value) => value.toFixed(1).padStart(7)).join(' ')}   ${growth.toFixed(2)}×`;
    }),
  ];
}

function spoken(block: string): number {
  let length = 0;
  for (const { start, end } of splitSentences(block)) length += toSpoken(block.slice(start, end)).text.length;
  return length;
}

function megabytesPerSecond(blocks: readonly string[], repeats: number, measure: (block: string) => number): number {
  const bytes = blocks.reduce((sum, block) => sum + Buffer.byteLength(block), 0);
  let counted = 0;
  const start = performance.now();
  for (let repeat = 0; repeat < repeats; repeat++) for (const block of blocks) counted += measure(block);
  const seconds = (performance.now() - start) / 1000;
  return counted > 0 ? (bytes * repeats) / 1e6 / seconds : 0;
}
