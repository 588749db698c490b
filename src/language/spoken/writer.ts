import type { SpokenSpan } from '../spoken.ts';
import { isWord, skipSpace } from '../characters.ts';

const anyWord = /[\p{L}\p{N}]/u;

/** Writes the spoken text: keeps what is copied as it stands, and a span for every word. */
export class Writer {
  private readonly source: string;
  private readonly spans: SpokenSpan[] = [];
  private text = '';
  /** Up to here the source is written. */
  private done = 0;
  /** The last unit written, so that no two words run together. */
  private last = '';

  constructor(source: string) {
    this.source = source;
  }

  /** A word that is said as it is written. */
  copy(start: number, end: number): void {
    this.spans.push({ at: this.text.length + start - this.done, length: end - start, start, end });
  }

  /** Something that is said otherwise: one span leads all of it back to all that is written. */
  say(start: number, end: number, said: string): void {
    this.flush(start);
    if (said) {
      if (isWord(this.last, 0) && isWord(said, 0)) this.text += ' ';
      if (anyWord.test(said)) this.spans.push({ at: this.text.length, length: said.length, start, end });
      this.add(said);
    }
    this.done = end;
    if (isWord(this.last, 0) && isWord(this.source, end)) this.add(' ');
    else if (!said && !this.last.trim()) this.done = skipSpace(this.source, end);
  }

  finish(): { text: string; spans: SpokenSpan[] } {
    this.flush(this.source.length);
    return { text: this.text, spans: this.spans };
  }

  private flush(to: number): void {
    if (to > this.done) this.add(this.source.slice(this.done, to));
    this.done = Math.max(to, this.done);
  }

  private add(piece: string): void {
    this.text += piece;
    this.last = piece.charAt(piece.length - 1);
  }
}
