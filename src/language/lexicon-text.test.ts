import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lexiconEntries,
  LexiconError,
  mergeLexicons,
  putEntry,
  removeEntry,
  type LexiconEntry,
} from './lexicon-text.ts';

const entry = (written: string, said: string, flags: Partial<LexiconEntry> = {}): LexiconEntry => ({
  written,
  said,
  endings: false,
  exactCase: false,
  ...flags,
});

const own = `# emra të huaj
Biden* = Bajden

"US" = ju es
# fund
`;

it('shows the entries with their lines', () => {
  expect(lexiconEntries(own)).toEqual([
    { line: 2, entry: entry('Biden', 'Bajden', { endings: true }) },
    { line: 4, entry: entry('US', 'ju es', { exactCase: true }) },
  ]);
});

describe('an entry that is put in', () => {
  it('stands at the end, and everything else stays', () => {
    expect(putEntry(own, entry('New York', 'Nju Jork'))).toBe(`${own}New York = Nju Jork\n`);
    expect(putEntry('', entry('5G', 'brezi i pestë'))).toBe('5G = brezi i pestë\n');
    expect(putEntry('a = b', entry('c', 'd'))).toBe('a = b\nc = d\n');
  });

  it('takes the place of what is written alike', () => {
    const changed = putEntry(own, entry('biden', 'Bajdën'));
    expect(changed).toBe(own.replace('Biden* = Bajden', 'biden = Bajdën'));
  });

  it('is another one beside the same word in exact letters', () => {
    expect(lexiconEntries(putEntry(own, entry('us', 'ne')))).toHaveLength(3);
  });

  it('takes the place of the line that it was made from, even under another name', () => {
    expect(putEntry(own, entry('Bajdën', 'Bajden'), 2)).toBe(own.replace('Biden* =', 'Bajdën ='));
  });

  it('does not push another entry out when it is renamed', () => {
    expect(() => putEntry(own, entry('Biden', 'x'), 4)).toThrow(
      expect.objectContaining({ problem: 'twice', written: 'Biden' }),
    );
  });

  it.each([
    ['a=b', 'nothing-written'],
    ['a*', 'nothing-written'],
    ['# emër', 'nothing-written'],
    ['"a"', 'nothing-written'],
    ['  ', 'nothing-written'],
  ])('is refused where the format has no way to write it: %j', (written, problem) => {
    expect(() => putEntry(own, entry(written, 'x'))).toThrow(LexiconError);
    expect(() => putEntry(own, entry(written, 'x'))).toThrow(expect.objectContaining({ problem }));
  });

  it('is refused without a sound', () => {
    expect(() => putEntry(own, entry('a', ' '))).toThrow(expect.objectContaining({ problem: 'nothing-said' }));
  });

  it('is read as it was put in, or refused', () => {
    const strings = fc.string({ unit: fc.constantFrom('a', 'Ë', ' ', '=', '*', '"', '#', '’', '\n', '5') });
    fc.assert(
      fc.property(strings, strings, fc.boolean(), fc.boolean(), (written, said, endings, exactCase) => {
        let text: string;
        try {
          text = putEntry('', { written, said, endings, exactCase });
        } catch (error) {
          expect(error).toBeInstanceOf(LexiconError);
          return;
        }
        const tidy = (value: string) => value.replace(/\s+/g, ' ').trim();
        const expected = { written: tidy(written), said: tidy(said), endings, exactCase };
        expect(lexiconEntries(text)).toEqual([{ line: 1, entry: expected }]);
      }),
    );
  });
});

describe('an entry that is removed', () => {
  it('takes only its own line with it', () => {
    expect(removeEntry(own, 4)).toBe(own.replace('"US" = ju es\n', ''));
    expect(removeEntry('a = b\n', 1)).toBe('');
  });
});

describe('a lexicon that is taken in', () => {
  it('adds its entries, and counts where both know a word', () => {
    const merged = mergeLexicons(own, '\ufeffBIDEN = Bajdën\r\nParis* = Pari\r\n');
    expect(merged).toBe(`${own.replace('Biden* = Bajden', 'BIDEN = Bajdën')}Paris* = Pari\n`);
  });

  it('is refused whole for one broken line, which is named', () => {
    expect(() => mergeLexicons(own, 'a = b\nc')).toThrow(expect.objectContaining({ line: 2, problem: 'no-equals' }));
    expect(() => mergeLexicons(own, 'a = b\nA = c')).toThrow(expect.objectContaining({ line: 2, problem: 'twice' }));
  });
});
