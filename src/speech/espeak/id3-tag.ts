import { ID3Writer } from 'browser-id3-writer';
import { albanian, maker, oneLine, type AudioTags } from './audio-tags.ts';

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
