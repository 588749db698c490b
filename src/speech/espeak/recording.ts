import type { Utterance } from '../engine.ts';
import { pauses } from './pauses.ts';
import { fastest, type Synthesiser, type SynthesisOptions } from './synthesiser.ts';
import { variants } from './variants.ts';
import { silence } from './wav.ts';

/** What is read, in order: the text of each sentence as it should be said. */
export type Passage = Pick<Utterance, 'text' | 'closes'>;

export interface RecordingOptions extends Pick<SynthesisOptions, 'variant' | 'pitch'> {
  /** 1 is the voice's own speed; 0.5 to 4, pauses included. The pitch stays. */
  readonly rate: number;
}

/** What makes the sound. */
export interface Studio {
  /** A voice; asked for another one when the first broke. */
  readonly loadVoice: () => Promise<Synthesiser>;
  /** Makes speech shorter without changing its pitch; asked for only above the voice's own highest rate. */
  readonly loadTempo: () => Promise<Tempo>;
}

/** @param factor above 1 is faster */
export type Tempo = (samples: Int16Array, factor: number) => Int16Array;

/** A passage as it goes into a recording. */
export interface Take {
  /** Mono, `sampleRate` a second, with the pause before it; empty where the passage could not be said. */
  readonly samples: Int16Array;
  readonly said: boolean;
}

/** Headphones that wake up swallow what is said at once. Milliseconds. */
const leadIn = 300;

/**
 * Reads passages one by one, with the pauses of a reader between them, holding no more than one. A passage that cannot
 * be said is passed over.
 *
 * @throws RangeError for a variant that is not packed; what `loadVoice` rejects with
 */
export async function* record(
  passages: Iterable<Passage>,
  { variant, pitch, rate }: RecordingOptions,
  { loadVoice, loadTempo }: Studio,
): AsyncGenerator<Take> {
  if (!variants.some(({ id }) => id === variant)) throw new RangeError(`no such variant: ${variant}`);
  const spoken = Math.min(rate, fastest);
  const tempo = rate > fastest ? await loadTempo() : undefined;
  let voice = await loadVoice();
  let pause = leadIn;
  for (const { text, closes } of passages) {
    const said = sayable.test(text) ? say(voice, text, { variant, pitch, rate: spoken }) : undefined;
    if (said === 'broken') voice = await loadVoice();
    if (said instanceof Int16Array) {
      yield { samples: join(silence(pause), tempo ? tempo(said, rate / fastest) : said), said: true };
      pause = pauses[closes] / rate;
    } else {
      // What was passed over may have closed more than what was said before it.
      pause = Math.max(pause, pauses[closes] / rate);
      yield { samples: new Int16Array(0), said: false };
    }
  }
}

const sayable = /[\p{L}\p{N}]/u;

function say(voice: Synthesiser, text: string, options: SynthesisOptions): Int16Array | 'broken' | undefined {
  try {
    return voice.synthesise(text, options)?.samples;
  } catch {
    return 'broken';
  }
}

function join(first: Int16Array, second: Int16Array): Int16Array {
  const joined = new Int16Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
