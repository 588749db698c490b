import { createEncoder } from 'wasm-media-encoders';
import { id3Tag, infoChunk, type AudioTags } from './audio-tags.ts';
import { sampleRate, wavHeader } from './wav.ts';

export type AudioFormat = 'mp3' | 'wav';

type Bytes = Uint8Array<ArrayBuffer>;

/** Makes a file of samples, piece by piece. Every result is the caller's own. */
export interface AudioEncoder {
  /** What the file begins with. Some of it is known at the end only: then as many bytes take its place. */
  head(): Bytes;
  /** @throws FileTooLong where the format ends */
  encode(samples: Int16Array): Bytes | Promise<Bytes>;
  /** What is left, once. */
  finish(): Bytes | Promise<Bytes>;
}

/** More sound than this format holds in a file. */
export class FileTooLong extends Error {}

/** Kilobit a second. */
const bitRate = 48;

/** Bytes of a second of sound, tags apart. */
export const bytesPerSecond: Readonly<Record<AudioFormat, number>> = { mp3: bitRate * 125, wav: sampleRate * 2 };

/** What a WAV file's own count of its bytes holds. */
const longestWav = 0xffff_ffff;

/** A WAV file with its tags at the end. */
export class WavEncoder implements AudioEncoder {
  readonly #tags: Bytes;
  #samples = 0;

  constructor(tags: AudioTags) {
    this.#tags = infoChunk(tags);
  }

  head(): Bytes {
    return wavHeader(this.#samples, this.#tags.length);
  }

  encode(samples: Int16Array): Bytes {
    this.#samples += samples.length;
    if (this.#samples * 2 + this.#tags.length + this.head().length > longestWav) throw new FileTooLong();
    return new Uint8Array(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
  }

  finish(): Bytes {
    return this.#tags;
  }
}

/** An MP3 file (LAME, constant bit rate, mono) behind its ID3 tag. */
export class Mp3Encoder implements AudioEncoder {
  readonly #lame: Lame;
  readonly #tag: Bytes;

  private constructor(lame: Lame, tags: AudioTags) {
    this.#lame = lame;
    this.#tag = id3Tag(tags);
  }

  /** @param wasm the file `wasm-media-encoders/wasm/mp3`, in itself or compiled */
  static async load(wasm: ArrayBuffer | Uint8Array | WebAssembly.Module, tags: AudioTags): Promise<Mp3Encoder> {
    const lame = await createEncoder('audio/mpeg', wasm);
    lame.configure({ sampleRate, channels: 1, bitrate: bitRate, outputSampleRate: sampleRate });
    return new Mp3Encoder(lame, tags);
  }

  head(): Bytes {
    return this.#tag;
  }

  encode(samples: Int16Array): Bytes {
    // What it returns is its own memory, and a new one once that grew.
    return new Uint8Array(this.#lame.encode([Float32Array.from(samples, (sample) => sample / 0x8000)]));
  }

  finish(): Bytes {
    return new Uint8Array(this.#lame.finalize());
  }
}

type Lame = Awaited<ReturnType<typeof createEncoder<'audio/mpeg'>>>;
