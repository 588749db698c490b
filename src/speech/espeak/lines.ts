import type { Utterance } from '../engine.ts';
import { cutPieces, isSpeakable } from '../web-speech/pieces.ts';
import { pauses } from './pauses.ts';
import type { Line } from './protocol.ts';

/** In UTF-16 code units. A longer sentence is said in pieces, so that the first sound comes soon and memory suffices. */
const longest = 400;

/** A line, and where in its script it stands. */
export interface ScriptLine extends Line {
  /** Of the utterance. */
  readonly index: number;
  /** UTF-16 code units into the utterance's text. */
  readonly at: number;
  /** Which of the utterance's lines it is, and whether it is the last. */
  readonly piece: number;
  readonly last: boolean;
}

/** The lines of an utterance; none where it holds nothing that could be said. */
export function linesOf(script: readonly Pick<Utterance, 'text' | 'closes'>[], index: number): ScriptLine[] {
  const { text = '', closes = 'sentence' } = script[index] ?? {};
  const pieces = cutPieces(text, longest).filter(({ start, end }) => isSpeakable(text.slice(start, end)));
  return pieces.map(({ start, end }, piece) => {
    const line = { index, at: start, text: text.slice(start, end), piece };
    if (piece < pieces.length - 1) return { ...line, pause: pauses.clause, closes: false, last: false };
    const pause = index === script.length - 1 ? 0 : pauses[closes];
    return { ...line, pause, closes: closes !== 'sentence', last: true };
  });
}

/**
 * The lines of a script from a place on, whole utterances, until they hold so many characters.
 *
 * @param skip lines of the first utterance that are left out
 */
export function linesFrom(script: readonly Utterance[], index: number, skip: number, characters: number): ScriptLine[] {
  const lines = linesOf(script, index).slice(skip);
  let length = lines.reduce((sum, { text }) => sum + text.length, 0);
  for (let next = index + 1; next < script.length && length < characters; next += 1) {
    for (const line of linesOf(script, next)) {
      lines.push(line);
      length += line.text.length;
    }
  }
  return lines;
}
