import type { Block, Mark } from './article.ts';

const separator = ', ';

/**
 * Makes one block of the blocks of a table row, its cells joined by commas. A row that is there for the layout of a
 * page stays as it is: one filled cell, or a cell that holds more than one piece of plain text.
 *
 * @param blocks the row's are the last of these; changed in place
 * @param start the index of the row's first block
 * @param cells the index at which the blocks of each cell begin
 */
export function mergeRow(blocks: Block[], start: number, cells: readonly number[]): void {
  const filledCells = new Set(cells.filter((cell) => cell < blocks.length)).size;
  if (filledCells < 2 || filledCells !== blocks.length - start) return;
  const row = blocks.slice(start);
  const [first] = row;
  if (first?.kind === 'table' || row.some((block) => block.kind !== first?.kind)) return;
  blocks.length = start;
  blocks.push(joined(row));
}

function joined(row: readonly Block[]): Block {
  let text = '';
  const marks: Mark[] = [];
  for (const block of row) {
    if (text !== '') text += separator;
    for (const mark of block.marks) {
      marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length });
    }
    text += block.text;
  }
  return { kind: 'table', text, marks };
}
