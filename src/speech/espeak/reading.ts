import type { SpeechEventMap } from '../engine.ts';
import type { Part, PartLine } from './reel.ts';

type Reported = Pick<SpeechEventMap, 'sentence' | 'word' | 'skipped'>;
export type Report = <K extends keyof Reported>(type: K, detail: Reported[K]['detail']) => void;

/** The clock of an element is exact to some microseconds. Seconds. */
const exactness = 0.002;

/** Tells sentences and words of a part as they are heard. */
export class Reading {
  readonly part: Part;
  readonly #report: Report;
  /** Lines before this were heard or passed over. */
  #passed: number;
  #line: PartLine | undefined;
  #word = -1;

  /** The utterance that was told last. */
  #told: number | undefined;

  /**
   * @param from lines of earlier utterances are nobody's wish
   * @param told the utterance that was told already, by the part before
   */
  constructor(part: Part, from: number, told: number | undefined, report: Report) {
    this.part = part;
    this.#report = report;
    this.#told = told;
    const first = part.lines.findIndex(({ index }) => index >= from);
    this.#passed = first < 0 ? part.lines.length : first;
  }

  /** The utterance that is heard. */
  get index(): number | undefined {
    return this.#told;
  }

  /** @param time seconds into the part */
  at(time: number): void {
    const soon = time + exactness;
    const place = this.part.lines.findLastIndex(({ said }) => said !== undefined && said.start <= soon);
    const line = this.part.lines[place];
    if (!line?.said) return;
    if (line !== this.#line) {
      this.#passOver(place);
      const isNew = line.index !== this.#told;
      this.#line = line;
      this.#told = line.index;
      this.#word = -1;
      if (isNew) this.#report('sentence', { index: line.index });
    }
    const which = line.said.words.findLastIndex(({ start }) => start <= soon);
    const word = line.said.words[which];
    if (!word || which === this.#word) return;
    this.#word = which;
    this.#report('word', { index: line.index, at: line.at + word.at, length: word.length });
  }

  /** What comes next is told again: somebody had taken the sound away. */
  again(): void {
    this.#line = this.#told = undefined;
    this.#word = -1;
  }

  /** The part is over. */
  finish(): void {
    this.#passOver(this.part.lines.length);
  }

  #passOver(place: number): void {
    const { lines } = this.part;
    const passed = lines
      .slice(this.#passed, place)
      .filter(({ index }) => !lines.some((l) => l.index === index && l.said));
    this.#passed = Math.max(this.#passed, place);
    for (const index of new Set(passed.map((line) => line.index))) {
      console.warn('the voice could not say an utterance', index);
      this.#report('skipped', { index });
    }
  }
}
