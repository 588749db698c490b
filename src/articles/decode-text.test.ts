import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

type Encoding = 'windows-1250' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-2';

/** Where Windows-1252 differs from ISO-8859-1, as far as the sentences below need it: Node's own table is wrong. */
const windows1252 = new Map(Object.entries({ '…': 0x85, '„': 0x84, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 }));

/** Bytes of a text in a legacy encoding. */
function encode(text: string, encoding: Encoding): Uint8Array {
  const isWestern = encoding === 'windows-1252' || encoding === 'iso-8859-1';
  const allBytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const letters = isWestern ? String.fromCharCode(...allBytes) : new TextDecoder(encoding).decode(allBytes);
  return Uint8Array.from(text, (letter) => {
    const byte = (encoding === 'windows-1252' ? windows1252.get(letter) : undefined) ?? letters.indexOf(letter);
    if (byte < 0) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}

function textOf(bytes: Uint8Array): string {
  const result = decodeText(bytes);
  if ('problem' in result) throw new Error(result.problem);
  return result.text;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

const everyday = 'Çmimi i bukës në Korçë është rritur, thonë banorët; gjithçka tjetër mbetet njësoj.';
const quoted = '“Nuk e dimë ende”, tha drejtori – „ndoshta nesër…“. Është ’97-a.';
const balkan = [
  'Koncerti i Milošević dhe i Đukanović u shty për në Čačak.',
  'Në Vučitrn dhe në Kačanik ra shi; në Brčko diell.',
  'Anđelković luan me Hadžić në Račak.',
  'Shi në Brčko.',
  'KOVAČEVIĆ FITON NË SHKUP',
];
const western = [
  'Një komedi e Molière-it do të luhet në Genève më 3 mars.',
  'Përgatitet një caffè e mirë në qytetin Forlì, città e vjetër.',
  'Thérèse banon në rrugën Crèche, vis-à-vis me shkollën.',
  'Regjisori São Paulo-s takoi Bjørn-in dhe Núñez-in.',
];

describe('ë and ç come out right', () => {
  it.each<Encoding>(['windows-1250', 'windows-1252', 'iso-8859-1', 'iso-8859-2'])('from %s', (encoding) => {
    expect(textOf(encode(everyday, encoding))).toBe(everyday);
  });

  it.each([everyday, quoted, ...balkan, ...western, 'Vetëm ASCII ketu: nje, dy.', '日本 😀 ë'])(
    'from UTF-8: %s',
    (text) => {
      expect(decodeText(utf8(text))).toEqual({ text, encoding: 'utf-8' });
      expect(decodeText(utf8(`\uFEFF${text}`))).toEqual({ text, encoding: 'utf-8' });
    },
  );

  it.each([everyday, quoted, '日本 😀 ë'])('from UTF-16 with a byte order mark: %s', (text) => {
    expect(decodeText(utf16(`\uFEFF${text}`, true))).toEqual({ text, encoding: 'utf-16le' });
    expect(decodeText(utf16(`\uFEFF${text}`, false))).toEqual({ text, encoding: 'utf-16be' });
  });

  it('even where ë is the last byte', () => {
    expect(textOf(latin1('Un\xEB'))).toBe('Unë');
    expect(textOf(latin1('\xEB'))).toBe('ë');
  });

  it('even in capitals before a quotation mark, which looks like UTF-8', () => {
    const text = '“MIRË” thanë të gjithë, “GJITHÇKA MIRË”.';
    expect(textOf(encode(text, 'windows-1252'))).toBe(text);
  });
});

describe('quotation marks, dashes and … come out right', () => {
  it.each<Encoding>(['windows-1250', 'windows-1252'])('from %s', (encoding) => {
    expect(textOf(encode(quoted, encoding))).toBe(quoted);
  });

  it('and so do «these», in the encodings that have them', () => {
    const text = '«Shqipëria ka fituar», tha Đorđević.';
    expect(textOf(encode(text, 'windows-1250'))).toBe(text);
    expect(textOf(encode('«Shqipëria ka fituar», tha ai.', 'iso-8859-1'))).toBe('«Shqipëria ka fituar», tha ai.');
  });
});

describe('names of the neighbours come out right', () => {
  it.each(balkan)('from Windows-1250: %s', (text) => {
    expect(textOf(encode(text, 'windows-1250'))).toBe(text);
  });
  it.each(balkan)('from ISO-8859-2: %s', (text) => {
    expect(textOf(encode(text, 'iso-8859-2'))).toBe(text);
  });
  it.each(western)('from Windows-1252: %s', (text) => {
    expect(textOf(encode(text, 'windows-1252'))).toBe(text);
  });
  it.each(western)('from ISO-8859-1: %s', (text) => {
    expect(textOf(encode(text, 'iso-8859-1'))).toBe(text);
  });
  it('with quotation marks around them', () => {
    for (const text of balkan) expect(textOf(encode(`${quoted} ${text}`, 'windows-1250'))).toBe(`${quoted} ${text}`);
    for (const text of western) expect(textOf(encode(`${quoted} ${text}`, 'windows-1252'))).toBe(`${quoted} ${text}`);
  });
  it('a power or a trademark is not taken for š', () => {
    const text = 'Parku ka 40 km² dhe 3 m³; Rilindja© 2007, Besa® e re.';
    expect(textOf(encode(text, 'windows-1252'))).toBe(text);
  });
});

describe('a damaged UTF-8 file stays readable', () => {
  it('cut in the middle of a letter: the part is left out', () => {
    expect(decodeText(utf8('Në Korçë').subarray(0, -1))).toEqual({ text: 'Në Korç', encoding: 'utf-8' });
    expect(textOf(utf8('Është 😀').subarray(0, -2))).toBe('Është ');
  });

  it('with a bad byte: only that one is lost', () => {
    const bytes = joined(utf8('Çmimi i bukës'), Uint8Array.of(0xff), utf8(' në Korçë.'));
    expect(decodeText(bytes)).toEqual({ text: 'Çmimi i bukës\uFFFD në Korçë.', encoding: 'utf-8' });
  });

  it('UTF-16 cut in the middle of a letter', () => {
    expect(textOf(utf16('\uFEFFNë fund', true).subarray(0, -1))).toBe('Në fun');
  });
});

describe('what is not text', () => {
  it.each([
    ['PNG', '\x89PNG\r\n\x1A\n'],
    ['JPEG', '\xFF\xD8\xFF\xE0'],
    ['GIF', 'GIF89a'],
    ['PDF', '%PDF-1.7\nJo tekst'],
    ['docx or ZIP', 'PK\x03\x04'],
    ['WAV', 'RIFFabcdWAVEfmt '],
    ['MP3', 'ID3\x04'],
    ['MP3 without a tag', '\xFF\xFB\x90d'],
    ['a program', '\x7FELF'],
    ['doc', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'],
    ['RTF', '{\\rtf1\\ansi Tekst}'],
    ['something with a NUL', 'Tekst\0tjeter'],
    ['something of control characters', 'a\x01\x02b\x03\x04'],
    ['UTF-32', '\xFF\xFE\0\0N\0\0\0'],
  ])('%s', (_, bytes) => {
    expect(decodeText(latin1(bytes))).toEqual({ problem: 'not-text' });
  });

  it('the end mark of DOS and a form feed are text', () => {
    expect(textOf(latin1('Nj\xEB faqe.\fDy faqe.\r\n\x1A'))).toContain('Një faqe.');
  });

  it('nothing is an empty text', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
