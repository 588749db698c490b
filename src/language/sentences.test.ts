import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

/** `text` has a ¦ where one sentence ends and the next begins. */
interface Fixture {
  readonly class: string;
  readonly text: string;
  readonly reason?: string;
}

const folder = new URL('./fixtures/sentences/', import.meta.url);

for (const file of readdirSync(folder)) {
  const fixtures = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture[];
  describe(`sentences: ${file.replace('.json', '')}`, () => {
    it.each(fixtures.map((fixture) => [`${fixture.class}: ${fixture.text}`, fixture] as const))('%s', (_, fixture) => {
      const { text, reason } = fixture;
      const sentences = text.split('¦').map((sentence) => sentence.trim());
      expect(split(text.replaceAll('¦', '')), reason).toEqual(sentences);
    });
  });
}

describe('sentences of any text', () => {
  it('are in order, trimmed, disjoint, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const span of splitSentences(text)) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim());
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  it('do not cut a surrogate pair or a word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start } of splitSentences(text)) {
          expect(/^\p{L}\p{L}/u.test(text.slice(Math.max(0, start - 1), start + 1))).toBe(false);
          expect(/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, start - 1), start + 1))).toBe(false);
        }
      }),
    );
  });

  it('are none where there is nothing but white space', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \t\u00A0\u2003')).toEqual([]);
  });

  it('leave the white space around them outside', () => {
    expect(splitSentences('  Po.   Jo. ')).toEqual([
      { start: 2, end: 5 },
      { start: 8, end: 11 },
    ]);
  });
});

describe('a megabyte of hostile text', () => {
  const one = (text: string): unknown => [{ start: 0, end: text.trimEnd().length }];

  it.each([
    ['stops between letters', 'a.'],
    ['stops between digits', '1.'],
    ['opening brackets', '('],
    ['closing brackets', ')'],
    ['brackets with stops', '(.'],
    ['straight quotation marks', '"'],
    ['curly quotation marks', '“'],
    ['stops and quotation marks', '."'],
    ['stops and opening quotation marks', '.“'],
    ['one letter', 'a'],
    ['one capital', 'A'],
    ['NUL', '\0'],
    ['stops', '.'],
    ['ellipses in quotation marks', '“…'],
    ['pictures', '😀'],
    ['stops and pictures', '. 😀 '],
    ['halves of addresses', 'www.'],
    ['signs of addresses', '@a'],
    ['slashes', '://'],
    ['capitals with stops', 'A. '],
    ['abbreviations', 'z. '],
    ['footnotes', '.[1]'],
    ['soft hyphens', '.\u00AD'],
    ['bullets', '. • '],
    ['dashes', '. –'],
    ['unpaired surrogates', '\uD83D'],
  ])('of %s is one sentence', (_, piece) => {
    const text = piece.repeat(Math.ceil(1e6 / piece.length));
    expect(splitSentences(text)).toEqual(one(text));
  });

  it.each([
    ['questions', 'Po? ', 3],
    ['sentences with an open bracket', 'Po (jo. ', 7],
    ['sentences with an open quotation', 'Po “jo. ', 7],
    ['sentences without spaces', 'Mirë.', 5],
    ['sentences that end in a number', 'Po 1. ', 5],
  ])('of %s is that many sentences', (_, piece, length) => {
    const count = Math.ceil(1e6 / piece.length);
    const spans = splitSentences(piece.repeat(count));
    expect(spans).toHaveLength(count);
    expect(spans.at(-1)).toEqual({ start: (count - 1) * piece.length, end: (count - 1) * piece.length + length });
  });
});

/** Unicode at large, and text made of what the rules look at. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...'. ! ? … “ ” „ " ’ ( ) [ ] – - : / @ # 1 23 A b Sh z. nr. p.sh. www. Ai tha Kosova 😀 👉'.split(' '),
        ' ',
      ),
      {
        maxLength: 40,
      },
    )
    .map((pieces) => pieces.join('')),
);

function split(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}
