import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSpoken } from './to-spoken.ts';

const tokens = fc.constantFrom(
  ...(
    'SHBA-së NATO-s z. znj. nr. etj. p.sh. d.m.th. 12.11.2023 31.2.2021 18:45 6.30 21.00 1h30 12–18 2-0 1:50.000 €75 $1,2 mln ' +
    '75 € 12% ¾ 3/5 10² km/h m² 5 kg 1 m -12 −3 +355 069 20 12 345 XVIII shekulli II Zogu I KREU I shtetit 7-ti 22-të 17-vjeçarja ' +
    "2019-ën vitet '90 ’70 5G F-16 A320 Covid-19 www.gazeta.al info@degjo.al #Tag1 @emri 🎉 👨‍👩‍👧 🇦🇱 [1] ( ) „ “ ” … & § × ~ < > / \\ * ' ’ " +
    "t’i ç'është fjalë Ë ë́ ﬁ ａ２ ½ ² ⁶ ٣ Ⅷ 𝟚 \u00ad \u200b \u00a0 \u202f \u0000 \ud800"
  ).split(' '),
);
const mixes = fc
  .array(fc.tuple(tokens, fc.constantFrom(' ', '', ' ', ' ', '.', ', ', '-', '\u00a0', '\n')), { maxLength: 14 })
  .map((parts) => parts.map(([token, gap]) => token + gap).join(''));
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  mixes,
);

describe('whatever is written', () => {
  it('spans are in order, disjoint, inside the sentence, and hold every letter and digit', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('espeak' as const, 'system' as const), (sentence, engine) => {
        const { text, spans } = toSpoken(sentence, { engine });
        let at = 0;
        let source = 0;
        for (const span of spans) {
          expect(text.slice(at, span.at)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(span.at).toBeGreaterThanOrEqual(at);
          expect(span.length).toBeGreaterThan(0);
          expect(span.start).toBeGreaterThanOrEqual(source);
          expect(span.end).toBeGreaterThan(span.start);
          at = span.at + span.length;
          source = span.end;
        }
        expect(text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
        expect(at).toBeLessThanOrEqual(text.length);
        expect(source).toBeLessThanOrEqual(sentence.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('no figure is left for a voice that says none well', () => {
    fc.assert(
      fc.property(mixes, (sentence) => {
        expect(toSpoken(sentence).text).not.toMatch(/[0-9]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('plain words come back unchanged, one span a word', () => {
    const word = fc.constantFrom(
      ..."fjalë që thuhen si shkruhen dhe pa asnjë shifër kështu çdo herë t'i ç'është".split(' '),
    );
    const gap = fc.constantFrom(' ', ', ', '; ', '! ', '? ', '  ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 20 }), (parts) => {
        const sentence = parts.flat().join('');
        const { text, spans } = toSpoken(sentence);
        expect(text).toBe(sentence);
        expect(spans.map(({ start, end }) => sentence.slice(start, end))).toEqual(parts.map(([said]) => said));
        for (const span of spans)
          expect(span).toEqual({ at: span.start, length: span.end - span.start, start: span.start, end: span.end });
      }),
    );
  });
});
