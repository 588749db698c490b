import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSource, oneLine, textBlocks, toSource } from './text-blocks.ts';

const texts = (input: string): string[] => textBlocks(input).blocks.map((block) => block.text);

/** Text as people and mail programs leave it: any character, and more than a fair share of the troublesome ones. */
const untidyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ' ',
        '\n',
        '\r\n',
        '\n\n',
        '\t',
        '\u00A0',
        '\u2029',
        '\uFEFF',
        'e\u0308',
        'c\u0327',
        '\u0958',
        '\uFB2C',
        'o\u0302\u0323',
        '\u1112\u1161\u11AB',
        'ë',
        '😀',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('plain text becomes blocks', () => {
  it.each([
    ['blank lines separate blocks', 'Një.\n\nDy.\n \t\nTre.', ['Një.', 'Dy.', 'Tre.']],
    ['so do those of Windows', 'Një.\r\n\r\nDy.', ['Një.', 'Dy.']],
    ['and those of old Macs', 'Një.\r\rDy.', ['Një.', 'Dy.']],
    ['a line break inside a block is a space', 'Një\r\ndy\ntre', ['Një dy tre']],
    ['runs of white space are one space', '  Një \t\u00A0 dy  ', ['Një dy']],
    ['a byte order mark is dropped', '\uFEFFNjë', ['Një']],
    ['a decomposed letter is one letter', 'Ne\u0308ntor, C\u0327mim', ['Nëntor, Çmim']],
    ['half a surrogate pair does not stay', 'a\uD83Db', ['a\uFFFDb']],
    ['control characters are white space', 'a\u0000b', ['a b']],
    [
      'bullets begin blocks of their own',
      'Lista:\n• një\n  * dy\n*tre* - katër',
      ['Lista:', '• një', '* dy *tre* - katër'],
    ],
    ['white space alone is no block', ' \n\n \uFEFF ', []],
    ['nor are characters that nobody sees', 'Një\n\n\u200B\u200D \u00AD\n\ndy', ['Një', 'dy']],
  ])('%s', (_, input, expected) => {
    expect(texts(input)).toEqual(expected);
  });

  it.each([
    ['date 2023-11\nTeksti', '2023-11', 'Teksti'],
    ['\uFEFF \n date 2023-11-24 Teksti', '2023-11-24', 'Teksti'],
    ['date 2024-02-29\n\nTeksti', '2024-02-29', 'Teksti'],
  ])('metadata is neither shown nor spoken: %j', (input, published, text) => {
    const result = textBlocks(input);
    expect(result.published).toBe(published);
    expect(result.blocks.map((block) => block.text)).toEqual([text]);
  });

  it('metadata alone leaves no block', () => {
    expect(textBlocks(' date 2023-11')).toEqual({ published: '2023-11', blocks: [] });
  });

  it.each([
    'date 2023-13 x',
    'date 2023-00 x',
    'date 2023-02-30 x',
    'date 2023-11. x',
    'Më date 2023-11 x',
    'date 2023 x',
    'update 2023-11 x',
  ])('what is no date at the very start stays text: %s', (input) => {
    expect(textBlocks(input).published).toBeUndefined();
    expect(texts(input)).toEqual([input]);
  });
});

describe('an offset leads back to the input', () => {
  it('past metadata, collapsed white space and decomposed letters', () => {
    const input = 'date 2023-11\n\n  Ne\u0308   Shkup e\u0308.';
    const [block] = textBlocks(input).blocks;
    if (!block) throw new Error('no block');
    expect(block.text).toBe('Në Shkup ë.');
    const word = (text: string): string =>
      input.slice(toSource(block, block.text.indexOf(text)), toSource(block, block.text.indexOf(text) + text.length));
    expect(word('Në')).toBe('Ne\u0308');
    expect(word('Shkup')).toBe('Shkup');
    expect(word('ë.')).toBe('e\u0308.');
    expect(toSource(block, block.text.length)).toBe(input.length);
  });

  it('clean text needs one step for each block', () => {
    for (const block of textBlocks('Një dy tre – “katër”.\n\nPesë.').blocks) expect(block.steps).toHaveLength(1);
  });

  it('a letter that NFC makes longer stays within its own place', () => {
    const [block] = textBlocks('\uFB2Cx').blocks;
    if (!block) throw new Error('no block');
    expect(block.text).toBe('\u05E9\u05BC\u05C1x');
    expect([0, 1, 2, 3, 4].map((offset) => toSource(block, offset))).toEqual([0, 1, 1, 1, 2]);
  });

  it('for every word of any text, in order, with nothing visible left out', () => {
    fc.assert(
      fc.property(untidyText, (raw) => {
        const input = `x${raw}`;
        const wellFormed = input.replace(/\p{Surrogate}/gu, '\uFFFD');
        const found: string[] = [];
        let end = 0;
        for (const block of textBlocks(input).blocks) {
          for (const word of block.text.matchAll(/[^ ]+/g)) {
            const start = toSource(block, word.index);
            expect(start).toBeGreaterThanOrEqual(end);
            end = toSource(block, word.index + word[0].length);
            const source = wellFormed.slice(start, end);
            expect(fromSource(block, start)).toBe(word.index);
            expect(fromSource(block, end)).toBe(word.index + word[0].length);
            expect(source.normalize('NFC')).toBe(word[0]);
            found.push(source);
          }
        }
        expect(found.join('')).toBe(wellFormed.replace(/[\s\p{Cc}]/gu, ''));
      }),
    );
  });

  it('and no offset leads backwards or outside', () => {
    fc.assert(
      fc.property(untidyText, (input) => {
        let last = 0;
        for (const block of textBlocks(input).blocks) {
          for (let offset = 0; offset <= block.text.length; offset++) {
            const source = toSource(block, offset);
            expect(source).toBeGreaterThanOrEqual(last);
            expect(source).toBeLessThanOrEqual(input.length);
            last = source;
          }
        }
      }),
    );
  });

  it('block texts are NFC, trimmed, and on one line', () => {
    fc.assert(
      fc.property(untidyText, (input) => {
        for (const text of texts(input))
          expect(text).toBe(
            text
              .normalize('NFC')
              .replace(/[\s\p{Cc}]+/gu, ' ')
              .trim(),
          );
      }),
    );
  });
});

it('a line of common letters is the same line, with the same way back, beside an uncommon one', () => {
  const common = fc.array(fc.constantFrom('ura', 'është', ' ', '  ', '\n', '\u00A0', '“', '…', '–'));
  fc.assert(
    fc.property(common, (parts) => {
      const input = parts.join('');
      const alone = oneLine(input);
      const beside = oneLine(`${input} e\u0308`);
      expect(beside.text).toBe(`${alone.text} ë`.trim());
      for (let at = 0; at < alone.text.length; at++) expect(toSource(beside, at)).toBe(toSource(alone, at));
    }),
  );
});
