import sbd from 'sbd';
import { segment } from 'sentencex';
import { splitSentences } from '../../src/language/index.ts';

/** Where the sentences of a block end, in UTF-16 units, white space left out; the last end among them. */
export type Ends = (block: string) => number[];

const platform = new Intl.Segmenter('sq', { granularity: 'sentence' });

/** Ours first, then what it is measured beside. sentencex has no rules for sq and takes those of English. */
export const splitters: ReadonlyMap<string, Ends> = new Map<string, Ends>([
  ['Dëgjo', (block) => splitSentences(block).map(({ end }) => end)],
  ["Intl.Segmenter('sq')", (block) => endsOf(Array.from(platform.segment(block), ({ segment: text }) => text))],
  ['sbd', (block) => endsOf(sbd.sentences(block, { preserve_whitespace: true }))],
  ['sentencex', (block) => endsOf(segment('sq', block))],
]);

function endsOf(pieces: readonly string[]): number[] {
  let at = 0;
  return pieces.map((piece) => {
    const end = at + piece.trimEnd().length;
    at += piece.length;
    return end;
  });
}
