import type { Timeline, Utterance } from '../engine.ts';
import { pauses } from './pauses.ts';

/** Of this voice, until some of the script was said. Counted over news sentences. */
const secondsPerCharacter = 0.062;
/** Reading the texts of a long script is done in strides of so many milliseconds. */
const stride = 8;

/** Where the utterances of a script stand in time: exact where they were said, by their length elsewhere. */
export class ScriptTimeline implements Timeline {
  readonly #script: readonly Utterance[];
  /** Seconds of sound and pause of what was said; NaN elsewhere. */
  readonly #said: Float64Array;
  /** Characters of what was read; the rest counts as the mean of that. */
  readonly #lengths: number[] = [];
  #saidCharacters = 0;
  #saidSeconds = 0;
  /** `#starts[n]`: when utterance n begins; one more for the end. Undefined: to be worked out anew. */
  #starts: Float64Array | undefined;

  constructor(script: readonly Utterance[]) {
    this.#script = script;
    this.#said = new Float64Array(script.length).fill(NaN);
  }

  /** Reads on in the script for a moment. @returns is there more to read? */
  measure(now: () => number): boolean {
    const end = now() + stride;
    while (this.#lengths.length < this.#script.length && now() < end) this.#measureNext();
    this.#starts = undefined;
    return this.#lengths.length < this.#script.length;
  }

  /** Utterance `index` takes so many seconds of sound, and its pause. */
  set(index: number, sound: number, pause: number): void {
    if (Number.isNaN(this.#said[index])) {
      this.#saidSeconds += sound;
      this.#saidCharacters += this.#script[index]?.text.length ?? 0;
    }
    this.#said[index] = sound + pause;
    this.#starts = undefined;
  }

  get duration(): number {
    return this.secondsOf(this.#script.length);
  }

  secondsOf(index: number): number {
    const starts = this.#all();
    return starts[Math.min(Math.max(index, 0), starts.length - 1)] ?? 0;
  }

  indexAt(seconds: number): number {
    const starts = this.#all();
    let low = 0;
    let high = Math.max(0, this.#script.length - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= seconds) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #measureNext(): void {
    this.#lengths.push(this.#script[this.#lengths.length]?.text.length ?? 0);
  }

  #all(): Float64Array {
    if (this.#starts) return this.#starts;
    if (this.#lengths.length === 0 && this.#script.length > 0) this.#measureNext();
    const pace = this.#saidCharacters > 0 ? this.#saidSeconds / this.#saidCharacters : secondsPerCharacter;
    const mean = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#lengths.length);
    const starts = new Float64Array(this.#script.length + 1);
    for (const [index, { closes }] of this.#script.entries()) {
      const said = this.#said[index] ?? NaN;
      const pause = index === this.#script.length - 1 ? 0 : pauses[closes] / 1000;
      const seconds = Number.isNaN(said) ? (this.#lengths[index] ?? mean) * pace + pause : said;
      starts[index + 1] = (starts[index] ?? 0) + seconds;
    }
    return (this.#starts = starts);
  }
}
