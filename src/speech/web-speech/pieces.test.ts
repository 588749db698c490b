import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPieces, isSpeakable } from './pieces.ts';

const cut = (text: string, longest: number): string[] =>
  cutPieces(text, longest).map(({ start, end }) => text.slice(start, end));

test('a short sentence stays whole', () => {
  expect(cut('Moti është i mirë.', 175)).toEqual(['Moti është i mirë.']);
});

test('a long sentence is cut after the last clause that fits', () => {
  expect(cut('Erdhi vera, dielli ndriçon, deti është i ngrohtë dhe plazhet janë plot.', 40)).toEqual([
    'Erdhi vera, dielli ndriçon,',
    'deti është i ngrohtë dhe plazhet janë',
    'plot.',
  ]);
});

test('a clause of two letters is no place to cut', () => {
  expect(cut('Po, qeveria e miratoi buxhetin e vitit.', 25)).toEqual(['Po, qeveria e miratoi', 'buxhetin e vitit.']);
});

test('a number is not cut at its comma or between its groups', () => {
  expect(cut('Shuma është 10\u00A0000\u202F000,55 euro', 20)).toEqual(['Shuma është', '10\u00A0000\u202F000,55 euro']);
});

test('a text without white space is cut anywhere but inside a character', () => {
  expect(cut('aaaa😀bbbb', 5)).toEqual(['aaaa😀', 'bbbb']);
});

test('pieces lose nothing but white space, and none is much too long', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', 'ë', ' ', ',', ';', '–', '\u00A0', '😀', '\n'),
    maxLength: 300,
  });
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 60 }), (text, longest) => {
      const pieces = cutPieces(text, longest);
      let end = 0;
      for (const piece of pieces) {
        expect(text.slice(end, piece.start).trim()).toBe('');
        expect(piece.end).toBeGreaterThan(piece.start);
        expect(piece.end - piece.start).toBeLessThanOrEqual(Math.max(longest, 1) + 1);
        end = piece.end;
      }
      expect(text.slice(end).trim()).toBe('');
    }),
  );
});

test.each(['', ' \n ', '…', '— * * *', '„“', '😀'])('there is nothing to say in "%s"', (text) => {
  expect(isSpeakable(text)).toBe(false);
});

test.each(['ç', '2024', '(e)', '100 %'])('there is something to say in "%s"', (text) => {
  expect(isSpeakable(text)).toBe(true);
});
