import { LexiconError, readLexicon, type Lexicon } from '../language/index.ts';
import { InputProblem, readInput } from './read-input.ts';

/** @param file its path; `-` for standard input. @throws InputProblem */
export async function loadLexicon(file: string): Promise<Lexicon> {
  const text = await readInput(file);
  try {
    return readLexicon(text);
  } catch (error) {
    throw error instanceof LexiconError ? new InputProblem(`${file}: ${error.message}`) : error;
  }
}
