import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses } from './clauses.ts';

interface Fixture {
  readonly max: number;
  readonly text: string;
  readonly pieces: readonly string[];
  readonly reason?: string;
}

const fixtures = JSON.parse(readFileSync(new URL('./fixtures/clauses.json', import.meta.url), 'utf8')) as Fixture[];

describe('clauses', () => {
  it.each(fixtures.map((fixture) => [`${fixture.reason ?? 'whole'}: ${fixture.text}`, fixture] as const))(
    '%s',
    (_, { max, text, pieces }) => {
      expect(splitClauses(text, max).map(({ start, end }) => text.slice(start, end))).toEqual(pieces);
    },
  );

  it('fit, are in order and trimmed, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyText, lengths, (text, max) => {
        let end = 0;
        for (const piece of splitClauses(text, max)) {
          expect(piece.end - piece.start).toBeLessThanOrEqual(max);
          expect(text.slice(end, piece.start).trim()).toBe('');
          expect(text.slice(piece.start, piece.end).trim()).toBe(text.slice(piece.start, piece.end));
          expect(piece.end).toBeGreaterThan(piece.start);
          end = piece.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  it('cut no word or number that fits, and no surrogate pair', () => {
    fc.assert(
      fc.property(anyText, lengths, (text, max) => {
        const cuts = splitClauses(text, max).map(({ start }) => start);
        for (const { 0: letters, index } of text.matchAll(word)) {
          if (letters.length > max) continue;
          expect(cuts.filter((cut) => cut > index && cut < index + letters.length)).toEqual([]);
        }
        for (const cut of cuts) {
          expect(/^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(Math.max(0, cut - 1), cut + 1))).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([['a'], ['a '], ['1 '], ['aaa, '], ['"'], ['😀'], ['. '], ['a-'], ['1.']])(
    'take a megabyte of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1e6 / piece.length));
      const pieces = splitClauses(text, 200);
      expect(pieces.reduce((sum, { start, end }) => sum + text.slice(start, end).replaceAll(' ', '').length, 0)).toBe(
        text.replaceAll(' ', '').length,
      );
    },
  );
});

/** Letters and digits, and what joins them: „t’i“, „20-vjeçar“, „3,14“. */
const word = /[\p{L}\p{M}\p{N}]+(?:(?:['’-]|(?<=\d)[.,:/–](?=\d))[\p{L}\p{M}\p{N}]+)*/gu;
const lengths = fc.integer({ min: 2, max: 30 });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...'. , ; : – - ’ " ( 1 450 18:45 3,14 dhe që fjala t’i 20-vjeçar z. Rama 😀 é'.split(' '),
        ' ',
        '\u00A0',
      ),
      {
        maxLength: 30,
      },
    )
    .map((pieces) => pieces.join('')),
);
