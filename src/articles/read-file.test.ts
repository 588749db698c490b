import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Article } from './article.ts';
import { docx, epub, lockedPdf, paragraph, pdf, zip, type PlacedLine } from './fixtures/files.ts';
import { ArticleIntake } from './intake.ts';
import { maxUnzipped } from './unzip.ts';

const noNetwork = { get: () => Promise.resolve({ problem: 'offline' as const }) };
const intake = new ArticleIntake(
  { parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document },
  noNetwork,
);

async function read(name: string, content: BlobPart): Promise<readonly Article[]> {
  const result = await intake.fromFile(new File([content], name));
  if ('problem' in result) throw new Error(result.problem);
  return result.articles;
}

async function problem(name: string, content: BlobPart): Promise<string | undefined> {
  const result = await intake.fromFile(new File([content], name));
  return 'problem' in result ? result.problem : undefined;
}

const shown = (article: Article | undefined): string[] =>
  article?.blocks.map(({ kind, text }) => `${kind}: ${text}`) ?? [];

describe('a saved page', () => {
  it.each(['faqja.html', 'faqja.htm', 'faqja.xhtml', 'pa-emër'])('%s', async (name) => {
    const [article] = await read(
      name,
      '<!DOCTYPE html><html><body><h2>Ura</h2><p>Kalimi është falas.</p></body></html>',
    );
    expect(shown(article)).toEqual(['heading: Ura', 'paragraph: Kalimi është falas.']);
  });

  it('without text is told', async () => {
    expect(await problem('faqja.html', '<html><script>x</script></html>')).toBe('too-little');
  });
});

describe('Markdown', () => {
  const text = `---
title: "Ura e re"
author: Ana Leka
date: 2026-11-24
---

Kalimi është *falas*, thotë [bashkia](https://lumi.example/x).

## Sa kushtoi

- dy milionë
- tri javë

> Nuk kemi kursyer.

| Dita | Ora |
| --- | --- |
| E hënë | 9:00 |

<script>alert(1)</script><b onclick="x()">Fund</b> [keq](javascript:alert(1))
`;

  it('is read with what its front matter says of it', async () => {
    const [article] = await read('ura.md', text);
    expect(article).toMatchObject({ title: 'Ura e re', byline: 'Ana Leka', published: '2026-11-24', language: 'sq' });
    expect(shown(article)).toEqual([
      'heading: Ura e re',
      'paragraph: Kalimi është falas, thotë bashkia.',
      'heading: Sa kushtoi',
      'item: dy milionë',
      'item: tri javë',
      'quote: Nuk kemi kursyer.',
      'table: Dita, Ora',
      'table: E hënë, 9:00',
      'paragraph: Fund [keq](javascript:alert(1))',
    ]);
    const links = article?.blocks.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'link' ? mark.href : [])),
    );
    expect(links).toEqual(['https://lumi.example/x']);
  });

  it('without front matter takes its first heading', async () => {
    const [article] = await read('ura.markdown', '# Ura\n\nHapet nesër.');
    expect(shown(article)).toEqual(['heading: Ura', 'paragraph: Hapet nesër.']);
  });

  it.each([
    ['quotes in quotes', '>'.repeat(100_000)],
    ['lists in lists', '- '.repeat(50_000)],
    ['brackets', '['.repeat(50_000)],
    ['emphasis', '*a **b '.repeat(30_000)],
  ])('made to exhaust its reader is read or told: %s', async (_, hostile) => {
    const result = await intake.fromFile(new File([`${hostile}\n\nFund.`], 'x.md'));
    expect('articles' in result || ['too-long', 'empty'].includes(result.problem)).toBe(true);
  });
});

describe('a Word document', () => {
  it('keeps its headings, lists, tables, quotations and links', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const link = (id: string, text: string) => `<w:hyperlink r:id="${id}"><w:r><w:t>${text}</w:t></w:r></w:hyperlink>`;
    const body = [
      paragraph('Ura e re', 'T'),
      paragraph('Kalimi është falas dhe ura nuk është e vjetër, por për këtë një vendim nuk ka.'),
      paragraph('Sa kushtoi', 'H2'),
      `<w:p>${link('l1', 'Këtu')}${link('l2', ' keq')}</w:p>`,
      paragraph('Nuk kemi kursyer.', 'Q'),
      `<w:tbl><w:tr>${cell('Dita')}${cell('Ora')}</w:tr><w:tr>${cell('E hënë')}${cell('9:00')}</w:tr></w:tbl>`,
    ];
    const [article] = await read('ura.docx', docx(body.join('')));
    expect(article?.language).toBe('sq');
    expect(shown(article)).toEqual([
      'heading: Ura e re',
      'paragraph: Kalimi është falas dhe ura nuk është e vjetër, por për këtë një vendim nuk ka.',
      'heading: Sa kushtoi',
      'paragraph: Këtu keq',
      'quote: Nuk kemi kursyer.',
      'table: Dita, Ora',
      'table: E hënë, 9:00',
    ]);
    expect(article?.blocks[3]?.marks).toEqual([{ kind: 'link', href: 'https://lumi.example/ura', start: 0, end: 4 }]);
  });

  it('is known by what it is, whatever it is called', async () => {
    expect(shown((await read('dokument', docx(paragraph('Ura.'))))[0])).toEqual(['paragraph: Ura.']);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['of nothing', docx(''), 'empty'],
    ['cut in half', docx(paragraph('Ura.')).slice(0, 300), 'broken'],
    ['that is another archive', zip({ 'a.txt': 'x' }), 'broken'],
    ['of broken XML', docx('<w:p><w:r>'), 'broken'],
    ['with entities', docx('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>' }), 'broken'],
    ['of endless levels', docx('<w:p>'.repeat(200_000)), 'broken'],
    ['with a password', lockedOffice(), 'locked'],
    ['encrypted as an archive', encrypted(docx(paragraph('Ura.'))), 'locked'],
  ])('%s is told', async (_, file, expected) => {
    expect(await problem('ura.docx', file)).toBe(expected);
  });

  it('that unpacks without end is refused, whatever it says of its size', { timeout: 60_000 }, async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(maxUnzipped * 2) }).slice();
    new DataView(bomb.buffer).setUint32(22, 1000, true);
    expect(await problem('ura.docx', bomb)).toBe('broken');
  });
});

/** The container of Word's old format, with the name that an encrypted document has in it. */
function lockedOffice(): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(2048);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  return file;
}

function encrypted(archive: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  archive.set([1], 6);
  return archive;
}

describe('a book', () => {
  const metadata =
    '<dc:title>Tregime të lumit</dc:title><dc:creator>Mira Gjeloshi</dc:creator><dc:language>sq</dc:language>' +
    '<dc:date>2019</dc:date><dc:identifier>urn:x:1</dc:identifier>';
  const book = epub({
    metadata,
    chapters: {
      'kopertina.xhtml': '<img src="x.jpg" alt=""/>',
      'nje.xhtml': '<h1>Ura</h1><p>Ura e parë ishte prej druri.<br/>Binte çdo pranverë.</p>',
      'nje-b.xhtml': '<p>Pastaj e bënë prej guri.</p>',
      'dy%20.xhtml': '<p>Mulliri bluante natën.</p><p lang="en">The mill.</p>',
    },
    toc: { 'nje.xhtml': 'Ura', 'dy%20.xhtml': 'Kapitulli i dytë: Mulliri' },
  });

  it('is an article a chapter, in order, by the names in its table of contents', async () => {
    const chapters = await read('tregime.epub', book);
    expect(chapters.map(shown)).toEqual([
      [
        'heading: Ura',
        'paragraph: Ura e parë ishte prej druri. Binte çdo pranverë.',
        'paragraph: Pastaj e bënë prej guri.',
      ],
      ['heading: Kapitulli i dytë: Mulliri', 'paragraph: Mulliri bluante natën.', 'paragraph: The mill.'],
    ]);
    expect(chapters[1]).toMatchObject({ source: 'Tregime të lumit', byline: 'Mira Gjeloshi', language: 'sq' });
    expect(chapters[1]?.blocks[2]?.marks).toEqual([{ kind: 'language', language: 'en', start: 0, end: 9 }]);
    expect(new Set(chapters.map(({ id }) => id)).size).toBe(2);
    expect(await read('tjeter-emer.epub', book)).toEqual(chapters);
  });

  it('of EPUB 2 has its chapters named by its NCX', async () => {
    const ncx = (path: string) =>
      `<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint id="a"><navLabel><text>Ura</text></navLabel><content src="${path}"/></navPoint></navMap></ncx>`;
    const old = epub({
      metadata,
      chapters: { 'nje.xhtml': '<p>Ura ishte prej druri.</p>' },
      toc: {},
      items: '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
      more: { 'OEBPS/toc.ncx': ncx('text/nje.xhtml#fillimi') },
    });
    // As EPUB 2 has no navigation document.
    const [article] = await read('i-vjeter.epub', replaced(old, ' properties="nav"', ''));
    expect(article?.title).toBe('Ura');
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['cut in half', book.slice(0, 900), 'broken'],
    ['without a package', zip({ mimetype: 'application/epub+zip', 'x.xhtml': '<p>x</p>' }), 'broken'],
    ['without chapters', epub({ chapters: {}, toc: {} }), 'broken'],
    ['of pictures', epub({ chapters: { 'a.xhtml': '<img src="x.jpg"/>' }, toc: {} }), 'empty'],
    [
      'locked by a shop',
      epub({
        chapters: { 'a.xhtml': '<p>x</p>' },
        toc: {},
        more: {
          'META-INF/encryption.xml':
            '<encryption xmlns:enc="x"><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OEBPS/text/a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>',
        },
      }),
      'locked',
    ],
  ])('%s is told', async (_, file, expected) => {
    expect(await problem('libri.epub', file)).toBe(expected);
  });

  it('whose fonts alone are locked is read', async () => {
    const file = epub({
      chapters: { 'a.xhtml': '<p>Ura.</p>' },
      toc: {},
      more: { 'META-INF/encryption.xml': '<encryption><CipherReference URI="OEBPS/font.otf"/></encryption>' },
    });
    expect(await problem('libri.epub', file)).toBeUndefined();
  });

  it('whatever its chapters hold, text and allowed marks come of it', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<a href="javascript:x">a</a>',
      '<script/>',
      '<title/>',
      '&euml;',
      '<i/>',
      'ë',
      ']]>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), async (pieces) => {
        const file = epub({ chapters: { 'a.xhtml': pieces.join('') }, toc: {} });
        const result = await intake.fromFile(new File([file], 'x.epub'));
        if ('problem' in result) {
          expect(['empty', 'broken']).toContain(result.problem);
          return;
        }
        for (const { text, marks } of result.articles[0].blocks) {
          for (const { kind, start, end } of marks) {
            expect(kind).not.toBe('link');
            expect(0 <= start && start < end && end <= text.length).toBe(true);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** The book with another package document. */
function replaced(file: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  const texts = Object.entries(unzipSync(file)).map(([name, content]) => {
    const text = strFromU8(content);
    return [name, name.endsWith('.opf') ? text.replace(from, to) : text] as const;
  });
  return zip(Object.fromEntries(texts));
}

describe('a PDF', () => {
  const lines = (texts: readonly string[], top: number, more: Partial<PlacedLine> = {}): PlacedLine[] =>
    texts.map((text, at) => ({ text, y: top - 14 * at, ...more }));

  const first: PlacedLine[] = [
    { text: 'Gazeta e Lumit – 24 nëntor', y: 570, size: 8 },
    { text: 'Ura e re hapet', y: 520, size: 20 },
    ...lines(
      [
        'Ura e re mbi lumë u hap të premten në mëngjes, tri javë',
        'para afatit, dhe kalimi është falas për këmbësorët. Bano-',
        'rët prisnin prej vitesh.',
      ],
      480,
    ),
    ...lines(['“Nuk kemi kursyer”, tha kryetari, por nuk tregoi se sa', 'kushtoi rruga që vazhdon'], 420),
    { text: '1', x: 205, y: 30, size: 9 },
  ];
  const second: PlacedLine[] = [
    { text: 'Gazeta e Lumit – 24 nëntor', y: 570, size: 8 },
    ...lines(['deri te sheshi i ri.'], 520),
    { text: 'Sa kushtoi', y: 480, size: 15 },
    ...lines(['• Dy milionë euro', '• Tri javë punë'], 455),
    { text: '2', x: 205, y: 30, size: 9 },
  ];

  it('becomes paragraphs and headings, without what stands on every page', async () => {
    const [article] = await read('ura.pdf', pdf([first, second], '/Title (Pa lidhje) /Author (Mira Gjeloshi)'));
    expect(article).toMatchObject({ title: 'Ura e re hapet', byline: 'Mira Gjeloshi', language: 'sq' });
    expect(shown(article)).toEqual([
      'heading: Ura e re hapet',
      'paragraph: Ura e re mbi lumë u hap të premten në mëngjes, tri javë para afatit, dhe kalimi është falas për këmbësorët. Banorët prisnin prej vitesh.',
      'paragraph: “Nuk kemi kursyer”, tha kryetari, por nuk tregoi se sa kushtoi rruga që vazhdon deri te sheshi i ri.',
      'heading: Sa kushtoi',
      'item: Dy milionë euro',
      'item: Tri javë punë',
    ]);
  });

  it('of two columns is read down the one, then down the other', async () => {
    const left = lines(['Kolona e parë nis këtu dhe', 'vazhdon poshtë me një fjalë', 'që mbaron vetëm në kolo-'], 500);
    const right = lines(['nën tjetër, ku fjalia mbyllet', 'më në fund.'], 500, { x: 230 });
    const [article] = await read('dy.pdf', pdf([[...left, ...right]]));
    expect(shown(article)).toEqual([
      'paragraph: Kolona e parë nis këtu dhe vazhdon poshtë me një fjalë që mbaron vetëm në kolonën tjetër, ku fjalia mbyllet më në fund.',
    ]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['scanned', pdf([[], [], []]), 'no-text'],
    ['scanned, with page numbers', pdf([[{ text: '1', y: 30 }], [{ text: '2', y: 30 }]]), 'no-text'],
    ['with a password', lockedPdf(), 'locked'],
    ['that is none', new TextEncoder().encode('%PDF-1.7\nx'), 'broken'],
  ])('%s is told', async (_, file, expected) => {
    expect(await problem('ura.pdf', file)).toBe(expected);
  });

  it('cut in half is told, or gives what is there', async () => {
    const whole = pdf([first, second]);
    expect(['broken', 'no-text', undefined]).toContain(await problem('ura.pdf', whole.slice(0, whole.length / 2)));
  });
});
