import { fold } from './spoken/fold.ts';

/** One pronunciation of a lexicon. */
export interface LexiconEntry {
  readonly written: string;
  readonly said: string;
  /** Does it fit with Albanian case endings as well? */
  readonly endings: boolean;
  /** Only with these very capital and small letters? */
  readonly exactCase: boolean;
}

/** An entry and the line that it stands in, counted from 1. */
export interface LexiconLine {
  readonly line: number;
  readonly entry: LexiconEntry;
}

/**
 * What is wrong with a line:
 * - `no-equals`: no „=“ between what is written and what is said
 * - `nothing-written`: nothing that is written, or a mark in it that has another meaning
 * - `nothing-said`
 * - `twice`: the same was written before
 */
export type LexiconProblem = 'no-equals' | 'nothing-written' | 'nothing-said' | 'twice';

/** A line of a lexicon that cannot be read. */
export class LexiconError extends Error {
  /** Counted from 1. */
  readonly line: number;
  readonly problem: LexiconProblem;
  /** What the line is about, as far as that was understood. */
  readonly written: string;

  constructor(line: number, problem: LexiconProblem, written = '') {
    super(`lexicon, line ${line}: ${problem}`);
    this.name = 'LexiconError';
    this.line = line;
    this.problem = problem;
    this.written = written;
  }
}

const entryLine = /^(?:"([^"]*)"|([^"=*][^=*]*?))(\*?)\s*=\s*(.*)$/;

/**
 * The entries of a lexicon's text (`readLexicon` has its format), in order.
 *
 * @throws LexiconError
 */
export function lexiconEntries(text: string): readonly LexiconLine[] {
  const seen = new Set<string>();
  return linesOf(text).flatMap((raw, index) => {
    const entry = readLine(raw, index + 1);
    if (!entry) return [];
    const key = keyOf(entry);
    if (seen.has(key)) throw new LexiconError(index + 1, 'twice', entry.written);
    seen.add(key);
    return [{ line: index + 1, entry }];
  });
}

/**
 * The text with this entry in it: in the place of what stands in `line`, else of what is written alike, else at the
 * end. Every other line stays as it is, comments too.
 *
 * @throws LexiconError where it cannot be written down, or another line has it already
 */
export function putEntry(text: string, entry: LexiconEntry, line?: number): string {
  const written = writeLine(entry);
  const entries = lexiconEntries(text);
  const alike = entries.find((candidate) => keyOf(candidate.entry) === keyOf(tidied(entry)))?.line;
  if (line !== undefined && alike !== undefined && alike !== line)
    throw new LexiconError(alike, 'twice', entry.written);
  const lines = tidyLines(text);
  lines[(line ?? alike ?? lines.length + 1) - 1] = written;
  return joined(lines);
}

export function removeEntry(text: string, line: number): string {
  return joined(linesOf(text).filter((_, index) => index !== line - 1));
}

/**
 * A lexicon with another one taken into it: where both know a word, the newcomer counts.
 *
 * @throws LexiconError for the newcomer
 */
export function mergeLexicons(text: string, newcomer: string): string {
  const lines = tidyLines(text);
  const places = new Map(lexiconEntries(text).map(({ line, entry }) => [keyOf(entry), line - 1]));
  for (const { entry } of lexiconEntries(newcomer)) {
    lines[places.get(keyOf(entry)) ?? lines.length] = writeLine(entry);
  }
  return joined(lines);
}

/** Of two entries with the same key only one can count. */
function keyOf({ written, exactCase }: LexiconEntry): string {
  const folded = fold(written).text;
  return exactCase ? `"${folded}` : folded.toLowerCase();
}

function readLine(raw: string, line: number): LexiconEntry | undefined {
  const text = raw.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  if (!text.includes('=')) throw new LexiconError(line, 'no-equals');
  const match = entryLine.exec(text);
  const written = (match?.[1] ?? match?.[2] ?? '').trim();
  const said = match?.[4]?.trim() ?? '';
  if (!match) throw new LexiconError(line, 'nothing-written', text.slice(0, text.lastIndexOf('=')).trim());
  if (fold(written).text.trim() === '') throw new LexiconError(line, 'nothing-written');
  if (said === '') throw new LexiconError(line, 'nothing-said', written);
  return { written, said, endings: match[3] === '*', exactCase: match[1] !== undefined };
}

function writeLine(entry: LexiconEntry): string {
  const { written, said, endings, exactCase } = tidied(entry);
  const line = `${exactCase ? `"${written}"` : written}${endings ? '*' : ''} = ${said}`;
  const back = readLine(line, 1);
  // Marks of the format inside a word would be read as something else.
  if (back?.written !== written || back.said !== said || back.endings !== endings || back.exactCase !== exactCase) {
    throw new LexiconError(1, 'nothing-written', written);
  }
  return line;
}

function tidied(entry: LexiconEntry): LexiconEntry {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  return { ...entry, written: tidy(entry.written), said: tidy(entry.said) };
}

function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
}

function tidyLines(text: string): string[] {
  const lines = linesOf(text);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function joined(lines: readonly string[]): string {
  const text = lines.join('\n');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
