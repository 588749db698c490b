import type { ExtraPause, Timeline, Utterance } from '../engine.ts';
import { pauseAfter } from './pauses.ts';

/** Seconds a character takes before anything was synthesised: eSpeak NG, Albanian, its own speed. */
const firstGuess = 0.066;
/** Utterances whose text is looked at to guess; the others are taken for their average. */
const looked = 1_000;

/** Where the utterances of a script stand in time: exact where they were synthesised, guessed by their length elsewhere. */
export class ScriptTimeline implements Timeline {
  readonly #lengths: readonly number[];
  readonly #pauses: readonly number[];
  /** Seconds from the beginning of each utterance to that of the next, where that is known. */
  readonly #known: (number | undefined)[];
  #starts: Float64Array | undefined;

  constructor(script: readonly Utterance[], pause?: ExtraPause) {
    const lengths = script.slice(0, looked).map(({ text }) => text.length);
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    this.#lengths = script.map((_, index) => lengths[index] ?? average);
    this.#pauses = script.map(({ closes }, index) => (lengths[index] === 0 ? 0 : pauseAfter(closes, pause) / 1000));
    this.#known = new Array<number | undefined>(script.length).fill(undefined);
  }

  /** @param seconds how long utterance `index` lasts, its pause included */
  learn(index: number, seconds: number): void {
    this.#known[index] = seconds;
    this.#starts = undefined;
  }

  get duration(): number {
    return this.#begin(this.#known.length);
  }

  secondsOf(index: number): number {
    return this.#begin(Math.min(this.#known.length, Math.max(0, index)));
  }

  indexAt(seconds: number): number {
    let low = 0;
    let high = this.#known.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#begin(middle) <= seconds) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  #begin(index: number): number {
    this.#starts ??= this.#place();
    return this.#starts[index] ?? 0;
  }

  #place(): Float64Array {
    const starts = new Float64Array(this.#known.length + 1);
    const pace = this.#pace();
    for (const [index, known] of this.#known.entries()) {
      const guess = (this.#lengths[index] ?? 0) * pace + (this.#pauses[index] ?? 0);
      starts[index + 1] = (starts[index] ?? 0) + (known ?? guess);
    }
    return starts;
  }

  /** Seconds a character takes, by what was synthesised so far. */
  #pace(): number {
    let characters = 0;
    let seconds = 0;
    for (const [index, known] of this.#known.entries()) {
      if (known === undefined) continue;
      characters += this.#lengths[index] ?? 0;
      seconds += known - (this.#pauses[index] ?? 0);
    }
    return characters > 0 && seconds > 0 ? seconds / characters : firstGuess;
  }
}
