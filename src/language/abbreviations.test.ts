import { describe, expect, it } from 'vitest';
import { abbreviations, findAbbreviation } from './abbreviations.ts';
import { splitSentences } from './sentences.ts';

const all = [...abbreviations.values()];

describe('abbreviations', () => {
  it.each(all.filter(({ stop }) => stop === 'joins' || stop === 'name'))(
    '$written holds to the name behind it',
    ({ written }) => {
      expect(splitSentences(`Sot ${written} Berat u nis.`)).toHaveLength(1);
    },
  );

  it.each(all.filter(({ stop }) => stop === 'number'))('$written holds to the number behind it', ({ written }) => {
    expect(splitSentences(`Shihni ${written} 12 sot.`)).toHaveLength(1);
    expect(splitSentences(`Ishte ${written} Kjo nuk mjafton.`)).toHaveLength(2);
  });

  it.each(all.filter(({ stop }) => stop === 'amount' || stop === 'end'))(
    '$written may end a sentence',
    ({ written }) => {
      expect(splitSentences(`Ishin 12 ${written} Kjo nuk mjafton.`)).toHaveLength(2);
      expect(splitSentences(`Ishin 12 ${written} dhe mjaftojnë.`)).toHaveLength(1);
    },
  );

  it('are found at the beginning of a sentence and in capitals, but initials are none', () => {
    expect(findAbbreviation('Znj.')?.said).toBe('zonja');
    expect(findAbbreviation('SH.P.K.')?.said).toBe('shoqëri me përgjegjësi të kufizuar');
    expect(findAbbreviation('p.K.')?.said).toBe('para Krishtit');
    expect(findAbbreviation('P.K.')).toBeUndefined();
    expect(findAbbreviation('F.')).toBeUndefined();
  });
});
