import { parseArgs } from 'node:util';
import { loadLexicon } from './load-lexicon.ts';
import { InputProblem, readInput } from './read-input.ts';
import { printLines } from './print-lines.ts';
import { sentenceLines } from './sentence-lines.ts';

const help = `degjo sentences [FILE|-] [--engine espeak|system] [--lexicon FILE]

Reads Albanian text and prints its sentences with what a voice should say for each, as JSON Lines.

  FILE              the text, in UTF-8; from standard input if it is - or left out
  --engine NAME     who speaks: system (a voice of the device, the default) or espeak (eSpeak NG, which keeps the
                    figures that it says well)
  --lexicon FILE    the listener's own words, in UTF-8; they win over every rule. One a line: written = said; after
                    written, * takes any case ending; "written" keeps small and capital letters apart; # begins a
                    line of comment
  --help            print this

Blank lines separate blocks, and a line that begins with • or * and a space begins one; a line break inside a block is
a space. Characters are composed (NFC). A leading "date 2023-11" is metadata and yields no sentence.

Each line of output is one sentence, in the order of the text:
  block    the number of its block, from 0
  start    where it begins in the input, in UTF-16 code units from the first; a byte order mark counts as one
  end      where it ends in the input: the place of the first code unit behind it
  text     the sentence as it stands in the block, on one line
  spoken   what a voice should say
  spans    for each piece of the spoken text, where it begins in "spoken" (at) and how long it is there (length), and
           the stretch of the input that it stands for (start, end; from the start of the input, like those of the
           sentence). All in UTF-16 code units.

Exit status: 0 if all went well, 2 if an option, a file or the text in it is no good: then one line on standard error
says why, and nothing is printed.`;

/**
 * `degjo sentences`: the sentences of a text and their spoken forms as JSON Lines.
 * @returns the exit code
 */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const { file, wantsHelp, engine, lexiconFile } = readArguments(args);
    if (wantsHelp) {
      await printLines([help]);
      return 0;
    }
    const lexicon = lexiconFile === undefined ? undefined : await loadLexicon(lexiconFile);
    const text = await readInput(file);
    await printLines(sentenceLines(text, { engine, ...(lexicon && { lexicon }) }));
    return 0;
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    console.error(`degjo sentences: ${error.message}`);
    return 2;
  }
}

interface Arguments {
  readonly file: string;
  readonly engine: 'espeak' | 'system';
  readonly lexiconFile: string | undefined;
  readonly wantsHelp: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseStrictly(args);
  const { engine = 'system', lexicon: lexiconFile, help: wantsHelp = false } = values;
  if (engine !== 'espeak' && engine !== 'system') {
    throw new InputProblem('--engine duhet të jetë espeak ose system. --engine must be espeak or system.');
  }
  const [file = '-', ...more] = positionals;
  if (more.length > 0) throw new InputProblem('Vetëm një skedar. One FILE only.');
  if (file === '-' && lexiconFile === '-') {
    throw new InputProblem('Vetëm njëri nga hyrja standarde. Only one of FILE and --lexicon can be standard input.');
  }
  return { file, engine, lexiconFile, wantsHelp };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        engine: { type: 'string' },
        lexicon: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new InputProblem(error instanceof Error ? error.message : String(error));
  }
}
