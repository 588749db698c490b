/** Prints the figures of docs/language.md, each beside its peers in the same run: `npm run bench:language`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { boundaries } from './language/boundaries.ts';
import { memory } from './language/memory.ts';
import { size } from './language/size.ts';
import { speed } from './language/speed.ts';
import { machine } from './statistics.ts';

const { values } = parseArgs({ options: { gold: { type: 'string', multiple: true } } });

console.log(machine());
for (const file of values.gold ?? []) print(`Ends of sentences in ${file}`, boundaries(readFileSync(file, 'utf8')));
if (values.gold === undefined)
  print('Ends of sentences', ['not measured: give a file with --gold FILE (npm run bench:language -- --gold FILE)']);
print('Speed, on generated text of blocks', speed());
print('Memory, on 10 MB of it', memory());
print('Size of the language code', await size());

function print(title: string, lines: readonly string[]): void {
  console.log(`\n${title}`);
  for (const line of lines) console.log(`  ${line}`);
}
