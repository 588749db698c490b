import type { AudioEncoder } from './audio-encoder.ts';
import type { Take } from './recording.ts';
import { sampleRate } from './wav.ts';

/** Where a file goes. Every call resolves when the next may come. */
export interface AudioWriter {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Puts other bytes in the place of those that were written first. */
  replaceHead(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** A place for one file, which is there whole or not at all. One of `close` and `abort` ends it. */
export interface AudioSink extends AudioWriter {
  /** The file is whole. */
  close(): Promise<void>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

export interface SavedAudio {
  readonly seconds: number;
  /** Passages that could not be said. */
  readonly skipped: number;
}

/** No passage holds anything that a voice could say. */
export class NothingToSay extends Error {}

/**
 * Makes an audio file of a recording, take by take.
 *
 * @param onTake called when a passage is in the file, with how many are
 * @param signal ends it between two passages: rejects with its reason
 * @throws NothingToSay, and what recording, encoder or writer reject with
 */
export async function writeAudio(
  takes: AsyncIterable<Take>,
  encoder: AudioEncoder,
  writer: AudioWriter,
  {
    onTake,
    signal,
  }: { readonly onTake?: ((passages: number) => void) | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<SavedAudio> {
  let samples = 0;
  let passages = 0;
  let skipped = 0;
  const write = async (bytes: Uint8Array<ArrayBuffer>) => {
    if (bytes.length > 0) await writer.write(bytes);
  };
  await write(encoder.head());
  for await (const take of takes) {
    signal?.throwIfAborted();
    passages++;
    if (take.lost) skipped++;
    samples += take.samples.length;
    await write(await encoder.encode(take.samples));
    onTake?.(passages);
  }
  signal?.throwIfAborted();
  if (samples === 0) throw new NothingToSay();
  await write(await encoder.finish());
  await writer.replaceHead(encoder.head());
  return { seconds: samples / sampleRate, skipped };
}
