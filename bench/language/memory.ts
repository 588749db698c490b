import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { splitSentences, toSpoken } from '../../src/language/index.ts';
import { generatedBlocks } from './generated-text.ts';

const bytes = 10_000_000;

/** How much a process grows while it works through 10 MB and keeps all that it finds, as a multiple of the input. */
export function memory(): string[] {
  return ['sentences', 'spoken'].map((what) => {
    const own = fileURLToPath(import.meta.url);
    const grown = Number(execFileSync(process.execPath, ['--import', 'tsx', own, what], { encoding: 'utf8' }));
    const name = what === 'sentences' ? 'Dëgjo: sentences' : 'Dëgjo: with spoken forms';
    return `${name.padEnd(26)} ${(grown / bytes).toFixed(1)} times the input`;
  });
}

/** Prints by how many bytes the process grew at its largest. */
function measure(what: string): void {
  const blocks = generatedBlocks(bytes);
  // The code is loaded and compiled before the measure begins.
  work(blocks.slice(0, 500), what);
  const before = process.resourceUsage().maxRSS;
  const kept = work(blocks, what);
  const after = process.resourceUsage().maxRSS;
  console.log(kept.length > 0 ? (after - before) * 1024 : 0);
}

function work(blocks: readonly string[], what: string): unknown[] {
  return blocks.map((block) => {
    const spans = splitSentences(block);
    return what === 'sentences' ? spans : spans.map(({ start, end }) => toSpoken(block.slice(start, end)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) measure(process.argv[2] ?? '');
