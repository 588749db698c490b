import { describe, expect, it } from 'vitest';
import { toSpoken } from './to-spoken.ts';

const wordOf = (sentence: string, spokenAt: number): string => {
  const { spans } = toSpoken(sentence);
  const span = spans.find(({ at, length }) => at <= spokenAt && spokenAt < at + length);
  return span ? sentence.slice(span.start, span.end) : '';
};

describe('the light', () => {
  it('stands on a date while all its words are said', () => {
    const sentence = 'Më 12.11.2023 u votua.';
    const { text } = toSpoken(sentence);
    for (const word of ['dymbëdhjetë', 'nëntor', 'mijë', 'tre'])
      expect(wordOf(sentence, text.indexOf(word))).toBe('12.11.2023');
    expect(wordOf(sentence, text.indexOf('votua'))).toBe('votua');
  });

  it('stands on amount and unit by themselves', () => {
    const sentence = 'Ka 75 kg.';
    const { text } = toSpoken(sentence);
    expect(wordOf(sentence, text.indexOf('shtatëdhjetë'))).toBe('75');
    expect(wordOf(sentence, text.indexOf('kilogramë'))).toBe('kg');
  });

  it('finds its word behind soft hyphens and ligatures', () => {
    const sentence = 'Ko\u00admi\u00adsioni o\ufb01cial';
    const { text, spans } = toSpoken(sentence);
    expect(text).toBe('Komisioni oficial');
    expect(spans.map(({ start, end }) => sentence.slice(start, end))).toEqual(['Ko\u00admi\u00adsioni', 'o\ufb01cial']);
  });
});

describe('the profile', () => {
  const sentence = 'Lexo (foto: arkivi) në www.gazeta.al[2] sot.';
  it('says by default everything that carries meaning', () => {
    expect(toSpoken(sentence).text).toBe('Lexo (foto: arkivi) në gazeta pikë al sot.');
  });
  it('skips links', () => {
    expect(toSpoken(sentence, { profile: { links: 'skip' } }).text).toBe('Lexo (foto: arkivi) në sot.');
  });
  it('skips brackets', () => {
    expect(toSpoken(sentence, { profile: { brackets: 'skip' } }).text).toBe('Lexo në gazeta pikë al sot.');
  });
  it('keeps what an unclosed bracket opens', () => {
    expect(toSpoken('Lexo (foto sot.', { profile: { brackets: 'skip' } }).text).toBe('Lexo (foto sot.');
  });
  it('says footnote marks', () => {
    expect(toSpoken('tha ai[1].', { profile: { notes: 'say' } }).text).toBe('tha ai[një].');
  });
});

describe('for espeak', () => {
  it.each([
    ['Një 17-vjeçare erdhi.', 'Një 17-vjeçare erdhi.'],
    ['Një 24-vjeçare erdhi.', 'Një njëzetekatërvjeçare erdhi.'],
    ['Ishin 45 veta.', 'Ishin 45 veta.'],
    ['Ishin 43 vajza.', 'Ishin dyzet e tri vajza.'],
    ['Ishin 15 veta.', 'Ishin pesëmbëdhjetë veta.'],
  ])('digits that it says better than words stay: „%s“', (written, said) => {
    expect(toSpoken(written, { engine: 'espeak' }).text).toBe(said);
  });
});
