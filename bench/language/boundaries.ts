import { readGold, trueEnds, type GoldBlock } from './gold.ts';
import { splitters, type Ends } from './splitters.ts';

/** Precision, recall and F1 of the ends between the sentences of each block, beside the peers. */
export function boundaries(tsv: string): string[] {
  const blocks = readGold(tsv);
  const inside = trueEnds(blocks);
  const corrected = blocks.map(({ text, ends }, index) => ({
    text,
    ends: new Set([...ends, ...(inside[index]?.ends ?? [])]),
  }));
  const rows = Array.from(splitters, ([name, ends]) => {
    const [asIs, right] = [blocks, corrected].map((gold) => figures(gold, ends));
    return `${name.padEnd(22)} ${asIs}   ${right}`;
  });
  return [
    `${''.padEnd(22)} P     R     F1      with the true ends inside lines: P R F1`,
    ...rows,
    `True ends inside gold lines, counted as right in the second three figures:`,
    ...inside.flatMap(({ text, ends }) => Array.from(ends, (end) => `  ${excerpt(text, end)}`)),
    `What Dëgjo takes for an end and is none, and what it misses:`,
    ...corrected.flatMap((gold) => errors(gold)),
  ];
}

function figures(gold: readonly GoldBlock[], splitter: Ends): string {
  let right = 0;
  let found = 0;
  let all = 0;
  for (const { text, ends } of gold) {
    const inner = splitter(text).filter((end) => end < text.length);
    right += inner.filter((end) => ends.has(end)).length;
    found += inner.length;
    all += ends.size;
  }
  const [precision, recall] = [right / found, right / all];
  return [precision, recall, (2 * precision * recall) / (precision + recall)]
    .map((value) => value.toFixed(3))
    .join(' ');
}

function errors({ text, ends }: GoldBlock): string[] {
  const found = new Set(
    splitters
      .get('Dëgjo')?.(text)
      .filter((end) => end < text.length),
  );
  const wrong = Array.from(found).filter((end) => !ends.has(end));
  const missed = Array.from(ends).filter((end) => !found.has(end));
  return [
    ...wrong.map((end) => `  no end: ${excerpt(text, end)}`),
    ...missed.map((end) => `  missed: ${excerpt(text, end)}`),
  ];
}

function excerpt(text: string, end: number): string {
  return `${text.slice(Math.max(0, end - 40), end)} |${text.slice(end, end + 30)}`;
}
