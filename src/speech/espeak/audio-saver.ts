import { bytesPerSecond, FileTooLong, type AudioEncoder, type AudioFormat } from './audio-encoder.ts';
import { NothingToSay, writeAudio, type AudioSink, type SavedAudio } from './audio-file.ts';
import type { AudioTags } from './audio-tags.ts';
import { EncoderWorker } from './encoder-client.ts';
import {
  record,
  type Passage,
  type RecordedVoice,
  type RecordingOptions,
  type Studio,
  type Tempo,
} from './recording.ts';
import type { VoicePack } from './voice-pack.ts';
import { VoiceWorker, type WorkerLike } from './voice-worker.ts';
import { WavEncoder } from './wav-encoder.ts';
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
  readonly pack: VoicePack;
  /** Makes a worker of worker.ts. */
  readonly createVoice: () => WorkerLike;
  /** Makes a worker of encoder-worker.ts. */
  readonly createEncoder: () => WorkerLike;
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

/** The voice is not there. */
class NoPack extends Error {}

/** What MP3 or a high rate needs is not there. */
class NoEncoder extends Error {}

/** The workers of one recording, each started when it is needed. */
class Desk implements Studio {
  readonly #platform: SaverPlatform;
  readonly #workers: WorkerLike[] = [];
  #encoder: EncoderWorker | undefined;

  constructor(platform: SaverPlatform) {
    this.#platform = platform;
  }

  readonly loadVoice = async (): Promise<RecordedVoice> => {
    const voice = await this.#startVoice().catch((error: unknown) => {
      throw new NoPack('no pack', { cause: error });
    });
    return async (text, options) => {
      // A part of one sentence, without pauses.
      const lines = [{ text, pause: 0, closes: true }];
      const part = await voice.make({ lead: 0, lines, seconds: 0, ...options });
      if (part?.lines[0] === undefined) return undefined;
      return new Int16Array(part.wav, wavHeader(0).length);
    };
  };

  // eslint-disable-next-line @typescript-eslint/require-await -- it comes with the first sentence
  readonly loadTempo = async (): Promise<Tempo> => {
    const encoder = this.#startEncoder();
    return (samples, factor) => encoder.hasten(samples, factor).catch(missingEncoder);
  };

  async loadEncoder({ format, tags }: SaveOptions): Promise<AudioEncoder> {
    if (format === 'wav') return new WavEncoder(tags);
    return this.#startEncoder().mp3(tags).catch(missingEncoder);
  }

  clear(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  async #startVoice(): Promise<VoiceWorker> {
    const data = await this.#platform.pack.fetch();
    return VoiceWorker.load(this.#keep(this.#platform.createVoice()), data);
  }

  #startEncoder(): EncoderWorker {
    this.#encoder ??= new EncoderWorker(this.#keep(this.#platform.createEncoder()));
    return this.#encoder;
  }

  #keep<Port extends WorkerLike>(worker: Port): Port {
    this.#workers.push(worker);
    return worker;
  }
}

function missingEncoder(error: unknown): never {
  throw new NoEncoder('no encoder', { cause: error });
}

function rejectedBy(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(new DOMException('given up', 'AbortError'));
    if (signal?.aborted) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
  });
}

function reasonOf(error: unknown): SaveFailure {
  if (error instanceof NoEncoder) return 'no-encoder';
  if (error instanceof NoPack) return 'no-pack';
  if (error instanceof NothingToSay) return 'nothing-to-say';
  if (error instanceof FileTooLong) return 'too-long';
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'failed';
}
