import { createEncoder } from 'wasm-media-encoders';
import { bitRate, type AudioEncoder, type Bytes } from './audio-encoder.ts';
import type { AudioTags } from './audio-tags.ts';
import { id3Tag } from './id3-tag.ts';
import { sampleRate } from './wav.ts';

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
