import { FileTooLong, type AudioEncoder, type Bytes } from './audio-encoder.ts';
import type { AudioTags } from './audio-tags.ts';
import { wavHeader } from './wav.ts';
import { tagChunks } from './wav-tags.ts';

/** What a WAV file's own count of its bytes holds. */
const longestWav = 0xffff_ffff;

/** A WAV file with its tags at the end. */
export class WavEncoder implements AudioEncoder {
  readonly #tags: Bytes;
  #samples = 0;

  constructor(tags: AudioTags) {
    this.#tags = tagChunks(tags);
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
