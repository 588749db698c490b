import load, { type EspeakEvent, type EspeakWorker } from '#espeak-ng';
import { letGo } from './let-go.ts';
import { ownSpeed } from './speeds.ts';
import { variants } from './variants.ts';
import { sampleRate } from './wav.ts';
import { findWords, toSsml, wordAt } from './words.ts';

export { sampleRate };

/** One sentence as sound. */
export interface Clip {
  /** Mono, `sampleRate` a second, silence at both ends cut off. */
  readonly samples: Int16Array;
  /** In order of both place and time. */
  readonly words: readonly ClipWord[];
}

export interface ClipWord {
  /** UTF-16 code units into the text. */
  readonly at: number;
  readonly length: number;
  /** The sample at which it begins. */
  readonly sample: number;
}

export interface SynthesisOptions {
  /** The `id` of one of `variants`. */
  readonly variant: string;
  /** 1 is the voice's own; 0 to 2. */
  readonly pitch: number;
  /** 1, the voice's own, unless given; 0.5 to `fastest`. The pitch stays. */
  readonly rate?: number;
}

/** As loud as the noise of a rounding; the softest consonant of the voice is louder. */
const silent = 8;

/** eSpeak NG speaking Albanian at its own speed: the same in a worker and in Node. */
export class Synthesiser {
  readonly #espeak: EspeakWorker;
  #variant: string | undefined;

  private constructor(espeak: EspeakWorker) {
    this.#espeak = espeak;
  }

  /** @param data the packed files, as the build or node/pack.ts makes them. Rejects where they are not whole. */
  static async load(data: ArrayBuffer): Promise<Synthesiser> {
    const { eSpeakNGWorker } = await load({
      getPreloadedPackage: () => data,
      // It complains about each letter of an alphabet whose language is not packed.
      printErr: () => undefined,
    });
    return new Synthesiser(new eSpeakNGWorker());
  }

  /**
   * @param text one sentence: eSpeak NG pauses by itself where it takes a stop for an end
   * @returns undefined where it could not be said
   * @throws RangeError for a variant that is not packed; WebAssembly's errors where the synthesis itself broke, and then
   *   this instance is not to be used again
   */
  synthesise(text: string, { variant, pitch, rate = 1 }: SynthesisOptions): Clip | undefined {
    this.#choose(variant);
    this.#espeak.set_rate(Math.round(rate * ownSpeed));
    this.#espeak.set_pitch(Math.round(Math.min(99, Math.max(0, pitch * 50))));
    const ssml = toSsml(text);
    const chunks: Int16Array[] = [];
    const events: EspeakEvent[] = [];
    this.#espeak.synthesize(ssml.text, (samples, more) => {
      if (samples) chunks.push(samples);
      events.push(...more);
      return false;
    });
    const samples = join(chunks);
    for (const { buffer } of chunks) letGo(buffer);
    const [start, end] = audible(samples);
    if (start === end) return undefined;
    return { samples: samples.subarray(start, end), words: placeWords(text, ssml.source, events, start, end) };
  }

  #choose(variant: string): void {
    if (variant === this.#variant) return;
    const found = variants.find(({ id }) => id === variant);
    if (!found) throw new RangeError(`no such variant: ${variant}`);
    // By the name alone: asked for with a language as well, eSpeak NG leaves the variant out.
    this.#espeak.set_voice(found.file === undefined ? 'sq' : `sq+${found.file}`);
    this.#variant = variant;
  }
}

/**
 * eSpeak NG reports one word several times where it says it in several (`3,5`), and then at places that lie a little
 * off: the first report of a word counts, and neither place nor time ever goes back.
 */
function placeWords(
  text: string,
  source: Uint32Array,
  events: readonly EspeakEvent[],
  start: number,
  end: number,
): ClipWord[] {
  const words = findWords(text);
  const placed: ClipWord[] = [];
  let last = -1;
  let sample = 0;
  for (const event of events) {
    if (event.type !== 'word') continue;
    const index = wordAt(words, source[event.text_position - 1] ?? text.length);
    const word = words[index ?? -1];
    if (index === undefined || !word || index <= last) continue;
    last = index;
    sample = clamp(Math.round((event.audio_position / 1000) * sampleRate) - start, sample, end - start - 1);
    placed.push({ ...word, sample });
  }
  return placed;
}

function audible(samples: Int16Array): [start: number, end: number] {
  const isSound = (sample: number) => Math.abs(sample) > silent;
  const start = samples.findIndex(isSound);
  return start < 0 ? [0, 0] : [start, samples.findLastIndex(isSound) + 1];
}

function join(chunks: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
