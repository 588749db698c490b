import type { Utterance } from '../engine.ts';
import { letGo } from './let-go.ts';
import type { PartAnswer, SaidLine } from './protocol.ts';

/** A stretch of a script as sound: utterances `from` to `to`, the last not included. */
export class Part {
  readonly from: number;
  readonly to: number;
  readonly duration: number;
  readonly url: string;
  /** What is said ahead of its first utterance. */
  readonly announcement: readonly Utterance[] | undefined;
  readonly #lines: PartAnswer['lines'];

  constructor(from: number, { wav, lines, duration }: PartAnswer, announcement?: readonly Utterance[]) {
    this.from = from;
    this.announcement = announcement;
    this.to = from + lines.length;
    this.duration = duration;
    this.#lines = lines;
    this.url = URL.createObjectURL(new Blob([wav], { type: 'audio/wav' }));
    letGo(wav);
  }

  holds(index: number): boolean {
    return this.from <= index && index < this.to;
  }

  /** Undefined for an utterance that could not be said. */
  lineOf(index: number): SaidLine | undefined {
    return this.#lines[index - this.from];
  }

  /** The first utterance from `index` on that could be said. */
  sayable(index: number): number | undefined {
    for (let at = index; at < this.to; at++) if (this.lineOf(at)) return at;
    return undefined;
  }

  /** The utterance that is said at a moment of this part, or the pause after it. */
  indexAt(seconds: number): number | undefined {
    let found: number | undefined;
    for (let at = this.from; at < this.to; at++) {
      const line = this.lineOf(at);
      if (line && line.start > seconds) break;
      if (line) found = at;
    }
    return found;
  }

  /** When the next sentence or word after a moment begins; the end of the part where there is none. */
  nextStart(seconds: number): number {
    for (const line of this.#lines) {
      if (!line || line.end <= seconds) continue;
      const next = line.start > seconds ? line : line.words.find(({ start }) => start > seconds);
      if (next) return next.start;
    }
    return this.duration;
  }

  release(): void {
    URL.revokeObjectURL(this.url);
  }
}

/** The word that is said at a moment of a line's part. */
export function wordAt(line: SaidLine, seconds: number): SaidLine['words'][number] | undefined {
  return seconds < line.end ? line.words.findLast(({ start }) => start <= seconds) : undefined;
}
