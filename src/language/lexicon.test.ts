import { describe, expect, it } from 'vitest';
import { readLexicon } from './lexicon.ts';
import { LexiconError } from './lexicon-text.ts';
import { toSpoken } from './to-spoken.ts';

const lexicon = readLexicon(`
# emra të huaj
Biden* = Bajden
New York = Nju Jork
"US" = ju es
5G = brezi i pestë
ora = koha
New = i ri
`);
const say = (sentence: string): string => toSpoken(sentence, { lexicon }).text;

describe('a lexicon', () => {
  it.each([
    ['Foli Biden.', 'Foli Bajden.'],
    ['Fjala e Bidenit zgjati.', 'Fjala e Bajdenit zgjati.'],
    ['Fjala e Biden-it zgjati.', 'Fjala e Bajdenit zgjati.'],
    ['BIDEN foli.', 'Bajden foli.'],
    ['Bidenologjia nuk ekziston.', 'Bidenologjia nuk ekziston.'],
    ['Në new york bie shi.', 'Në Nju Jork bie shi.'],
    ['US dhe us.', 'ju es dhe us.'],
    ['Rrjeti 5G u hap.', 'Rrjeti brezi i pestë u hap.'],
    ['Në orarin e ora 5.', 'Në orarin e koha pesë.'],
  ])('wins over every rule: „%s“', (written, said) => {
    expect(say(written)).toBe(said);
  });

  it('leads its words back to the source', () => {
    const { spans } = toSpoken('Foli Bideni.', { lexicon });
    expect(spans[1]).toEqual({ at: 5, length: 7, start: 5, end: 11 });
  });

  it('takes any line ends and a byte order mark', () => {
    const own = readLexicon('\ufeffa b = c\r\nd = e\rf = g');
    expect(toSpoken('A b, d, f', { lexicon: own }).text).toBe('c, e, g');
  });
});

describe('a broken lexicon', () => {
  it.each([
    ['Biden Bajden', 1],
    ['a = b\n\n= c', 3],
    ['# fillimi\na =', 2],
    ['a = b\nA = c', 2],
    ['"a = b', 1],
  ])('tells the line: %j', (text, line) => {
    expect(() => readLexicon(text)).toThrow(LexiconError);
    expect(() => readLexicon(text)).toThrow(expect.objectContaining({ line }));
  });
});
