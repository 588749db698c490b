/** Text read from bytes. */
export interface DecodedText {
  readonly text: string;
  /** The encoding's WHATWG name. ISO-8859-1 is reported as windows-1252, which contains it. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'windows-1252' | 'iso-8859-2';
}

/** The bytes are a picture, a document, a program or the like, not plain text. */
export interface NotText {
  readonly problem: 'not-text';
}

/**
 * The text in the bytes of a file: UTF-8, UTF-16 with a byte order mark, or one of the legacy encodings that Albanian
 * archives are written in. The byte order mark is not part of the text. Linear in the number of bytes.
 */
export function decodeText(bytes: Uint8Array): DecodedText | NotText {
  if (isKnownBinary(bytes)) return { problem: 'not-text' };
  const decoded = decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeLegacy(bytes);
  return looksBinary(decoded.text) ? { problem: 'not-text' } : decoded;
}

/** The first bytes of files that people open by mistake, and that need not contain a NUL near their beginning. */
const signatures = [
  '\x89PNG',
  '\xFF\xD8\xFF', // JPEG
  'GIF8',
  '%PDF-',
  'PK\x03\x04', // ZIP: docx, odt, epub
  'PK\x05\x06',
  '\xD0\xCF\x11\xE0', // doc, xls
  '{\\rtf',
  'RIFF', // WAV, WebP, AVI
  'OggS',
  'fLaC',
  'ID3',
  '\xFF\xFB', // MP3 frames
  '\xFF\xF3',
  '\xFF\xF2',
  '\x7FELF',
  '\x1F\x8B', // gzip
  'BZh9',
  'Rar!',
  '7z\xBC\xAF',
  'wOF2',
];

function isKnownBinary(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  return signatures.some((signature) => beginning.startsWith(signature));
}

/** A NUL, or more than one other control character in a hundred; tab, line breaks and the end mark of DOS are text. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const controls = count(text, /[\x01-\x08\x0E-\x19\x1B-\x1F\x7F]/g);
  return controls > 1 + text.length / 100;
}

function decodeUtf16(bytes: Uint8Array): DecodedText | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return encoding && { text: decode(bytes, encoding), encoding };
}

/**
 * A file that is UTF-8 but for a few bytes, or is cut in the middle of a letter, is still UTF-8: its bad bytes become
 * U+FFFD rather than every good letter two wrong ones. In legacy Albanian ë and ç stand before an ASCII letter or
 * space, which is never valid UTF-8, so such a text has more bad bytes than good sequences.
 */
function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = decode(bytes, 'utf-8');
  const bad = count(text, /\uFFFD/g);
  const good = count(text, /[^\0-\x7F\uFFFD]/gu);
  const isUtf8 = good > bad || isAscii(bytes);
  return isUtf8 ? { text, encoding: 'utf-8' } : undefined;
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/**
 * Windows-1250, Windows-1252, ISO-8859-1 and ISO-8859-2 agree on ë ç é ö ü and nearly all of Albanian; they part at
 * foreign names. What decides:
 * - Bytes 0x80–0x9F are quotation marks, dashes and … in the two Windows pages, and control characters in ISO. So a
 *   file that has them is a Windows one, and without them ISO-8859-1 and Windows-1252 are the same.
 * - č ć đ of 1250 are è æ ð of 1252. The former are consonants, as in Vučić or Đukanović: they stand before a vowel
 *   or k, or end a word after a vowel. è, as in Molière or caffè, does neither.
 * - š and ž are the same in both Windows pages, but whoever writes them writes č and ć too.
 * - à ì ò ù ê û ñ ã å ø of 1252 are letters of 1250 that hardly a Balkan name has.
 * - š and ž of ISO-8859-2 are ¹ and ¾ elsewhere, which no letter follows.
 * Where nothing decides, nothing differs, or Windows-1252 is the more common.
 */
function decodeLegacy(bytes: Uint8Array): DecodedText {
  const text = decode(bytes, 'windows-1252');
  const contested = count(text, /[èæð]/gi);
  const consonants = count(text, /[èæð](?=[aeiouyëáéíóúk])|(?<=[aeiouyëáéíóú])[èæð](?!\p{L})/giu);
  const windowsCarons = count(text, /[šž]/gi);
  const isoCarons = count(text, /[¹¾](?=\p{L})|[©®](?=\p{Ll})/gu);
  const western = contested - consonants + count(text, /[àìòùêûñãõåø]/gi);

  if (consonants + windowsCarons + isoCarons <= western) return { text, encoding: 'windows-1252' };
  const hasWindowsBytes = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  const encoding = isoCarons > 0 && !hasWindowsBytes ? 'iso-8859-2' : 'windows-1250';
  return { text: decode(bytes, encoding), encoding };
}

/**
 * Streaming, because that leaves out a letter of which the end of the file cut a part; and because several versions of
 * Node decode Windows-1252 as ISO-8859-1 when it is read in one piece (nodejs/node#56542).
 */
function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): string {
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
