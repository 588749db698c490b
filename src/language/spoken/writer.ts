import { isWord, skipSpace } from '../characters.ts';
import type { Spoken, SpokenSpan } from '../spoken.ts';

/** Writes the spoken text of a source: keeps what is copied as it stands, and a span for every word. */
export function writerOf(source: string) {
  const spans: SpokenSpan[] = [];
  let text = '';
  /** Up to here the source is written. */
  let done = 0;
  /** The last unit written, so that no two words run together. */
  let last = '';

  function add(piece: string): void {
    text += piece;
    if (piece) last = piece.charAt(piece.length - 1);
  }

  return {
    /** A word that is said as it is written. */
    copy(start: number, end: number): void {
      spans.push({ at: text.length + start - done, length: end - start, start, end });
    },

    /** Something that is said otherwise: one span leads all of it back to all that is written. */
    say(start: number, end: number, said: string): void {
      add(source.slice(done, start));
      if (isWord(last, 0) && isWord(said, 0)) add(' ');
      if (/[\p{L}\p{N}]/u.test(said)) spans.push({ at: text.length, length: said.length, start, end });
      add(said);
      done = end;
      if (isWord(last, 0) && isWord(source, end)) add(' ');
      else if (!said && !last.trim()) done = skipSpace(source, end);
    },

    finish(): Spoken {
      add(source.slice(done));
      return { text, spans };
    },
  };
}
