import { LexiconError, readLexicon, type Lexicon } from '../language/index.ts';
import { InputProblem, readInput } from './read-input.ts';

const reasons: Record<LexiconError['problem'], (written: string) => string> = {
  'no-equals': () => 'no „=“ between what is written and what is said',
  'nothing-written': () => 'nothing that is written, or a stray mark in it',
  'nothing-said': (written) => `nothing to say for „${written}“`,
  twice: (written) => `„${written}“ stands here for the second time`,
};

/** @param file its path; `-` for standard input. @throws InputProblem */
export async function loadLexicon(file: string): Promise<Lexicon> {
  const text = await readInput(file);
  try {
    return readLexicon(text);
  } catch (error) {
    if (!(error instanceof LexiconError)) throw error;
    throw new InputProblem(`${file}: lexicon, line ${error.line}: ${reasons[error.problem](error.written)}`);
  }
}
