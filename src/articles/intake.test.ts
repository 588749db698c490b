import { DOMParser } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { ArticleIntake, type IntakeResult } from './intake.ts';
import { maxTextLength, readText } from './text-reader.ts';

const page = `<html><head><title>Ura e re</title></head><body><article><p>${'Ura e re hapet nesër për këmbësorët. '.repeat(9)}</p>
  <p>${'Kalimi është falas, çdo ditë. '.repeat(9)}</p></article></body></html>`;
const intake = new ArticleIntake(
  { parseHtml: (html) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document },
  {
    get: (url) =>
      Promise.resolve(
        url.endsWith('/ura')
          ? { document: { bytes: new TextEncoder().encode(page), url, type: { essence: 'text/html' }, validators: {} } }
          : { problem: 'not-found' },
      ),
  },
);
const text = 'Ura e re hapet nesër\n\nKalimi është falas për këmbësorët, çdo ditë.';
const bytes = (encoding: 'latin1' | 'utf16le') => Uint8Array.from(Buffer.from(text, encoding));
const texts = (result: IntakeResult) =>
  'articles' in result ? result.articles[0].blocks.map((block) => block.text) : result;

describe('a pasted text', () => {
  it('becomes an article', async () => {
    expect(await intake.fromText(text)).toEqual({ articles: [readText(text)] });
  });

  it.each(['', ' \n\t ', 'date 2023-11'])('of nothing is told: %j', async (blank) => {
    expect(await intake.fromText(blank)).toEqual({ problem: 'empty' });
  });

  it('that is too long is refused', async () => {
    expect(await intake.fromText('a'.repeat(maxTextLength + 1))).toEqual({ problem: 'too-long' });
  });
});

describe('an address', () => {
  it('becomes the article that is there', async () => {
    const result = await intake.fromAddress('gazeta.example/ura');
    expect(result).toMatchObject({ articles: [{ title: 'Ura e re', url: 'https://gazeta.example/ura' }] });
  });

  it('where there is none is told', async () => {
    expect(await intake.fromAddress('gazeta.example')).toEqual({ problem: 'not-found', address: 'gazeta.example' });
  });
});

describe('a file', () => {
  it.each([
    ['UTF-8', new File([text], 'ura.txt')],
    ['windows-1252', new File([bytes('latin1')], 'ura.txt')],
    ['UTF-16', new File([Uint8Array.of(0xff, 0xfe), bytes('utf16le')], 'ura.txt')],
  ])('in %s becomes the article that the same text becomes', async (_, file) => {
    const result = await intake.fromFile(file);
    expect(texts(result)).toEqual(text.split('\n\n'));
    expect(result).toEqual(await intake.fromText(text));
  });

  it.each<[string, BlobPart, string]>([
    ['of no bytes', '', 'empty'],
    ['of blanks', ' \r\n', 'empty'],
    ['that is a picture', '\x89PNG\r\n\x1a\n', 'not-text'],
    ['that is a program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0), 'not-text'],
    ['of too many letters', 'a'.repeat(maxTextLength + 1), 'too-long'],
  ])('%s is told by its name', async (_, content, problem) => {
    const parts = typeof content === 'string' ? Uint8Array.from(content, (char) => char.charCodeAt(0)) : content;
    expect(await intake.fromFile(new File([parts], 'shënime.txt'))).toEqual({ problem, name: 'shënime.txt' });
  });

  it('of 20 MB is refused without being read', async () => {
    const file = { name: 'arkivi.txt', size: 20_000_000 } as File;
    expect(await intake.fromFile(file)).toEqual({ problem: 'too-long', name: 'arkivi.txt' });
  });

  it('of the longest text is read in every encoding', async () => {
    const longest = '–'.repeat(maxTextLength);
    expect('articles' in (await intake.fromFile(new File([longest], 'i gjatë.txt')))).toBe(true);
  });

  it('whose reader is not on the device yet is told apart from one that is damaged', async () => {
    vi.doMock('./docx-reader.ts', () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    const file = new File([Uint8Array.from(Buffer.from('PK\x03\x04…word/', 'latin1'))], 'letra.docx');
    expect(await intake.fromFile(file)).toEqual({ problem: 'not-here', name: 'letra.docx' });
    vi.doUnmock('./docx-reader.ts');
  });

  it('that the device does not give is told', async () => {
    const arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
    const file = { name: 'larg.txt', size: 10, arrayBuffer } as unknown as File;
    expect(await intake.fromFile(file)).toEqual({ problem: 'unreadable', name: 'larg.txt' });
  });
});
