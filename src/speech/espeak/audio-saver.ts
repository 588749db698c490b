import { bytesPerSecond, FileTooLong, WavEncoder, type AudioEncoder, type AudioFormat } from './audio-encoders.ts';
import { NothingToSay, writeAudio, type AudioSink, type SavedAudio } from './audio-file.ts';
import type { AudioTags } from './audio-tags.ts';
import type { WorkerAnswer } from './protocol.ts';
import { record, type Passage, type RecordedVoice, type RecordingOptions, type Studio } from './recording.ts';
import { askWorker, EncoderWorker } from './remote-encoder.ts';
import { wavHeader } from './wav.ts';

export interface SaveOptions extends RecordingOptions {
  readonly format: AudioFormat;
  readonly tags: AudioTags;
}

/**
 * Why there is no file:
 * - `no-pack`: the embedded voice is not on this device and could not be fetched
 * - `no-encoder`: what MP3 (or a rate above 2.5) needs could not be fetched, or this host does not let it run; WAV does
 *   without
 * - `full`: no room where it should go
 * - `cancelled`: the caller's signal
 * - `nothing-to-say`: no passage holds a letter or a digit, or none could be said
 * - `too-long`: more than a WAV file holds, 27 hours
 * - `failed`: anything else
 */
export type SaveFailure = 'no-pack' | 'no-encoder' | 'full' | 'cancelled' | 'nothing-to-say' | 'too-long' | 'failed';

export type SaveOutcome = ({ readonly outcome: 'saved' } & SavedAudio) | { readonly outcome: SaveFailure };

export interface SaverPlatform {
  /** The packed files of the voice. Rejects where they cannot be had. */
  readonly fetchPack: () => Promise<ArrayBuffer>;
  /** Starts worker.ts. */
  readonly startVoice: () => Worker;
  /** Starts encoder-worker.ts. */
  readonly startEncoder: () => Worker;
}

/** Characters of Albanian as it is written that the voice says in a second, pauses included. */
const charactersPerSecond = 14.5;

/** Makes an audio file of what the embedded voice reads, in workers of its own: what is being played goes on. */
export class AudioSaver {
  readonly #platform: SaverPlatform;

  constructor(platform: SaverPlatform) {
    this.#platform = platform;
  }

  /** About how long a text will be, in seconds, and its file, in bytes. @param characters as it is written */
  estimate(characters: number, rate: number): { seconds: number; bytes: Readonly<Record<AudioFormat, number>> } {
    const seconds = characters / charactersPerSecond / rate;
    return { seconds, bytes: { mp3: seconds * bytesPerSecond.mp3, wav: seconds * bytesPerSecond.wav } };
  }

  /**
   * Closes the sink when the file is whole, aborts it where it will not be.
   *
   * @param passages asked one by one for their text, as they are recorded
   * @param onProgress called with how many passages are in the file
   */
  async save(
    passages: readonly Passage[],
    options: SaveOptions,
    sink: AudioSink,
    { onProgress, signal }: { readonly onProgress?: (passages: number) => void; readonly signal?: AbortSignal } = {},
  ): Promise<SaveOutcome> {
    const desk = new Desk(this.#platform);
    try {
      const work = desk.loadEncoder(options).then((encoder) => {
        const takes = record(passages, options, desk);
        return writeAudio(takes, encoder, sink, { onTake: onProgress, signal });
      });
      // Nobody who gives up waits for a line that is dead.
      const saved = await Promise.race([work, rejectedBy(signal)]);
      await sink.close();
      return { outcome: 'saved', ...saved };
    } catch (error) {
      await sink.abort().catch(() => undefined);
      if (signal?.aborted) return { outcome: 'cancelled' };
      const outcome = reasonOf(error);
      if (outcome === 'failed') console.warn('the audio file was not saved', error);
      return { outcome };
    } finally {
      desk.clear();
    }
  }
}

/** Something that saving needs is not there. */
class Missing extends Error {
  readonly what: 'no-pack' | 'no-encoder';

  constructor(what: Missing['what'], cause: unknown) {
    super(what, { cause });
    this.what = what;
  }
}

/** The workers of one recording, each started when it is needed. */
class Desk implements Studio {
  readonly #platform: SaverPlatform;
  readonly #workers: Worker[] = [];
  #encoder: EncoderWorker | undefined;

  constructor(platform: SaverPlatform) {
    this.#platform = platform;
  }

  readonly loadVoice = async (): Promise<RecordedVoice> => {
    try {
      const data = await this.#platform.fetchPack();
      const worker = this.#keep(this.#platform.startVoice());
      const answer = await askWorker<WorkerAnswer>(worker, { type: 'load', data });
      if (answer.type === 'broken') throw new Error(answer.why);
      return voiceOf(worker);
    } catch (error) {
      throw new Missing('no-pack', error);
    }
  };

  // eslint-disable-next-line @typescript-eslint/require-await -- like one that has to fetch it
  readonly loadTempo = async () => {
    const encoder = this.#startEncoder();
    return (samples: Int16Array, factor: number) => encoder.hasten(samples, factor).catch(missingEncoder);
  };

  async loadEncoder({ format, tags }: SaveOptions): Promise<AudioEncoder> {
    if (format === 'wav') return new WavEncoder(tags);
    return this.#startEncoder().mp3(tags).catch(missingEncoder);
  }

  clear(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  #startEncoder(): EncoderWorker {
    this.#encoder ??= new EncoderWorker(this.#keep(this.#platform.startEncoder()));
    return this.#encoder;
  }

  #keep(worker: Worker): Worker {
    this.#workers.push(worker);
    return worker;
  }
}

function missingEncoder(error: unknown): never {
  throw new Missing('no-encoder', error);
}

/** Asks the worker for parts of one sentence each. */
function voiceOf(worker: Worker): RecordedVoice {
  let id = 0;
  return async (text, options) => {
    const lines = [{ text, pause: 0, closes: true }];
    const request = { type: 'make', id: ++id, lines, lead: 0, seconds: 0, ...options };
    const answer = await askWorker<WorkerAnswer>(worker, request);
    if (answer.type !== 'part' || answer.lines[0] === undefined) return undefined;
    return new Int16Array(await answer.wav.slice(wavHeader(0).length).arrayBuffer());
  };
}

function rejectedBy(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(new DOMException('given up', 'AbortError'));
    if (signal?.aborted) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });
}

function reasonOf(error: unknown): SaveFailure {
  if (error instanceof Missing) return error.what;
  if (error instanceof NothingToSay) return 'nothing-to-say';
  if (error instanceof FileTooLong) return 'too-long';
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'failed';
}
