import { parseBuffer } from 'music-metadata';
import { describe, expect, it } from 'vitest';
import type { AudioFormat } from './audio-encoder.ts';
import { NothingToSay, writeAudio, type AudioWriter } from './audio-file.ts';
import { loadEncoder, studio } from './node/studio.ts';
import { record, type Passage } from './recording.ts';
import { sampleRate } from './wav.ts';

const passages: readonly Passage[] = [
  { text: 'Bora mbylli rrugët e veriut.', closes: 'heading' },
  { text: 'Bora ra gjithë natën në malet e larta, dhe çdo rrugë u mbyll.', closes: 'paragraph' },
];
const tags = { title: 'Bora e çelët\nmbi Qafë', artist: 'Gazeta „Ëndrra“ 😀', album: 'Dëgjo', date: '2023-11-24' };
/** Samples of an MP3 frame at this sample rate. */
const frame = 576;
/** What LAME puts before the first sample: its own delay and a decoder's. */
const lameDelay = 1105;

/** A file in memory. */
class MemoryWriter implements AudioWriter {
  readonly pieces: Uint8Array[] = [];

  write(bytes: Uint8Array): Promise<void> {
    this.pieces.push(bytes);
    return Promise.resolve();
  }

  replaceHead(bytes: Uint8Array): Promise<void> {
    expect(bytes.length).toBe(this.pieces[0]?.length);
    this.pieces[0] = bytes;
    return Promise.resolve();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.pieces);
  }
}

async function make(format: AudioFormat, rate = 1) {
  const writer = new MemoryWriter();
  const takes = record(passages, { variant: 'standard', pitch: 1, rate }, studio);
  const saved = await writeAudio(takes, await loadEncoder(format, tags), writer);
  return { ...saved, bytes: writer.bytes };
}

describe.each(['mp3', 'wav'] as const)('%s', (format) => {
  it('has the tags that were given, letters and all, for a reader that is not ours', async () => {
    const { bytes } = await make(format);
    const { common, native } = await parseBuffer(bytes, { mimeType: format === 'mp3' ? 'audio/mpeg' : 'audio/wav' });
    expect(common).toMatchObject({
      title: 'Bora e çelët mbi Qafë',
      artist: tags.artist,
      album: 'Dëgjo',
      year: 2023,
      language: 'sqi',
    });
    expect(native['ID3v2.3']).toContainEqual({ id: 'TDAT', value: '2411' });
  });

  it('lasts as long as what was said, by the count of a reader that is not ours', async () => {
    const { bytes, seconds } = await make(format);
    const { format: found } = await parseBuffer(bytes, undefined, { duration: true });
    const surplus = Math.round((found.duration ?? 0) * sampleRate - seconds * sampleRate);
    expect(found).toMatchObject({ sampleRate, numberOfChannels: 1, ...(format === 'mp3' && { bitrate: 48_000 }) });
    if (format === 'wav') expect(surplus).toBe(0);
    else {
      expect(surplus).toBeGreaterThanOrEqual(lameDelay);
      expect(surplus).toBeLessThan(lameDelay + 2 * frame);
    }
  });

  it.each([0.5, 2, 4])('is so much shorter or longer at rate %s', async (rate) => {
    const [own, other] = [await make(format), await make(format, rate)];
    expect(other.seconds * rate).toBeGreaterThan(own.seconds * 0.9);
    expect(other.seconds * rate).toBeLessThan(own.seconds * 1.1);
  });
});

it('a WAV file holds sound, and says its own length in both places', async () => {
  const { bytes, seconds } = await make('wav');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  expect(view.getUint32(4, true)).toBe(bytes.length - 8);
  const length = view.getUint32(40, true);
  expect(length).toBe(seconds * sampleRate * 2);
  const samples = Array.from({ length: length / 2 }, (_, index) => view.getInt16(44 + index * 2, true));
  const rms = Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
  expect(rms).toBeGreaterThan(1000);
});

it('tells how many passages are in the file, one by one', async () => {
  const told: number[] = [];
  const takes = record(passages, { variant: 'standard', pitch: 1, rate: 1 }, studio);
  await writeAudio(takes, await loadEncoder('wav', tags), new MemoryWriter(), { onTake: (done) => told.push(done) });
  expect(told).toEqual([1, 2]);
});

it('ends where it is told to, between two passages', async () => {
  const stop = new AbortController();
  const writer = new MemoryWriter();
  const takes = record(passages, { variant: 'standard', pitch: 1, rate: 1 }, studio);
  const work = writeAudio(takes, await loadEncoder('wav', tags), writer, {
    onTake: () => stop.abort(),
    signal: stop.signal,
  });
  await expect(work).rejects.toThrow('aborted');
  expect(writer.pieces).toHaveLength(2);
});

it('refuses to make a file of nothing', async () => {
  const takes = record([{ text: '* * *', closes: 'sentence' }], { variant: 'standard', pitch: 1, rate: 1 }, studio);
  await expect(writeAudio(takes, await loadEncoder('mp3', tags), new MemoryWriter())).rejects.toThrow(NothingToSay);
});
