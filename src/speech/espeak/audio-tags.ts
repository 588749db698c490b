import { ID3Writer } from 'browser-id3-writer';

/** What a player shows of a file. */
export interface AudioTags {
  readonly title: string;
  /** Whose text it is: the source. */
  readonly artist?: string;
  readonly album?: string;
  /** ISO 8601, only as precise as known: `2023-11`, `2023-11-24` or a full date and time. */
  readonly date?: string;
}

/** ISO 639-2 (T) and 639-3: what the embedded voice speaks. */
const albanian = 'sqi';
const maker = 'Dëgjo';

/** An ID3v2.3 tag (https://id3.org/id3v2.3.0), text in UTF-16: what every player reads. */
export function id3Tag({ title, artist, album, date }: AudioTags): Uint8Array<ArrayBuffer> {
  const writer = new ID3Writer(new ArrayBuffer(0));
  writer.setFrame('TIT2', oneLine(title)).setFrame('TLAN', albanian).setFrame('TSSE', maker);
  if (artist !== undefined) writer.setFrame('TPE1', [oneLine(artist)]);
  if (album !== undefined) writer.setFrame('TALB', oneLine(album));
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)-(\d\d))?/.exec(date ?? '') ?? [];
  if (year !== undefined) writer.setFrame('TYER', Number(year));
  if (month !== undefined && day !== undefined) writer.setFrame('TDAT', day + month);
  return new Uint8Array(writer.addTag());
}

/**
 * A LIST INFO chunk (Microsoft's Multimedia Programming Interface and Data Specifications 1.0), text in UTF-8: it says
 * nothing of encodings, and that is what players of today take it for.
 */
export function infoChunk({ title, artist, album, date }: AudioTags): Uint8Array<ArrayBuffer> {
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

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A zero would end a field, and a line break a player's line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
