import { sampleRate } from './wav.ts';

export type AudioFormat = 'mp3' | 'wav';

export type Bytes = Uint8Array<ArrayBuffer>;

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

/** Of MP3 files, in kilobit a second. */
export const bitRate = 48;

/** Bytes of a second of sound, tags apart. */
export const bytesPerSecond: Readonly<Record<AudioFormat, number>> = { mp3: bitRate * 125, wav: sampleRate * 2 };
