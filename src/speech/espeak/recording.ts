import type { ExtraPause, Utterance } from '../engine.ts';
import { isSpeakable } from '../web-speech/pieces.ts';
import { pauseAfter } from './pauses.ts';
import { fastest } from './speeds.ts';
import type { SynthesisOptions } from './synthesiser.ts';
import { variants } from './variants.ts';
import { silence } from './wav.ts';

/** What is read, in order: the text of each sentence as it should be said. */
export type Passage = Pick<Utterance, 'text' | 'closes'>;

export interface RecordingOptions extends Pick<SynthesisOptions, 'variant' | 'pitch'> {
  /** 1 is the voice's own speed; 0.5 to 4, pauses included. The pitch stays. */
  readonly rate: number;
  readonly pause?: ExtraPause;
}

/** What makes the sound. */
export interface Studio {
  /** Rejects where there is no voice. */
  readonly loadVoice: () => Promise<RecordedVoice>;
  /** Asked for only above the voice's own highest rate. */
  readonly loadTempo: () => Promise<Tempo>;
}

/** Says one sentence, silence at both ends cut off; undefined where it could not. */
export type RecordedVoice = (text: string, options: SynthesisOptions) => Promise<Int16Array | undefined>;

/** Makes speech shorter without changing its pitch. @param factor above 1 is faster */
export type Tempo = (samples: Int16Array, factor: number) => Promise<Int16Array>;

/** A passage as it goes into a recording. */
export interface Take {
  /** Mono, `sampleRate` a second, with the pause before it; empty where there was nothing to say. */
  readonly samples: Int16Array;
  /** There was something to say, and the voice could not. */
  readonly lost: boolean;
}

/** Headphones that wake up swallow what is said at once. Milliseconds. */
const leadIn = 300;

/**
 * Reads passages one by one, with the pauses of a reader between them, holding no more than one. A passage that cannot
 * be said is passed over.
 *
 * @throws RangeError for a variant that is not packed; what the studio rejects with
 */
export async function* record(
  passages: Iterable<Passage>,
  { variant, pitch, rate, pause: extra }: RecordingOptions,
  { loadVoice, loadTempo }: Studio,
): AsyncGenerator<Take> {
  if (!variants.some(({ id }) => id === variant)) throw new RangeError(`no such variant: ${variant}`);
  const voice = await loadVoice();
  const tempo = rate > fastest ? await loadTempo() : undefined;
  const options = { variant, pitch, rate: Math.min(rate, fastest) };
  let pause = leadIn;
  for (const { text, closes } of passages) {
    const isSayable = isSpeakable(text);
    const said = isSayable ? await voice(text, options) : undefined;
    const sound = said && tempo ? await tempo(said, rate / fastest) : said;
    yield { samples: sound ? join(silence(pause), sound) : new Int16Array(0), lost: isSayable && !sound };
    // What was passed over may have closed more than what was said before it.
    pause = Math.max(pauseAfter(closes, extra) / rate, sound ? 0 : pause);
  }
}

function join(first: Int16Array, second: Int16Array): Int16Array {
  const joined = new Int16Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
