import { albanian, maker, oneLine, type AudioTags } from './audio-tags.ts';
import { id3Tag } from './id3-tag.ts';

/**
 * The tags of a WAV file, as two chunks that players know: LIST INFO (Microsoft's Multimedia Programming Interface and
 * Data Specifications 1.0), which says nothing of encodings, so that its UTF-8 is read wrongly by some, and an ID3 tag.
 */
export function tagChunks(tags: AudioTags): Uint8Array<ArrayBuffer> {
  return concatenate([infoChunk(tags), chunk('id3 ', id3Tag(tags))]);
}

function infoChunk({ title, artist, album, date }: AudioTags): Uint8Array {
  const fields = [
    ['INAM', title],
    ['IART', artist],
    ['IPRD', album],
    ['ICRD', date?.slice(0, 10)],
    ['ILNG', albanian],
    ['ISFT', maker],
  ] as const;
  const list = fields.flatMap(([name, value]) => (value === undefined ? [] : [chunk(name, zeroEnded(oneLine(value)))]));
  return chunk('LIST', concatenate([ascii('INFO'), ...list]));
}

/** A RIFF chunk: name, length, content, and a byte where that is odd. */
function chunk(name: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + content.length + (content.length % 2));
  bytes.set(ascii(name));
  new DataView(bytes.buffer).setUint32(4, content.length, true);
  bytes.set(content, 8);
  return bytes;
}

function zeroEnded(text: string): Uint8Array {
  return new TextEncoder().encode(`${text}\0`);
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
