import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from './fold.ts';
import { indexFormat, TextIndex, type Searchable } from './text-index.ts';

const articles: readonly Searchable[] = [
  { id: 'tregu', title: 'Çmimet e rrushit ulen', text: 'Në Korçë kilogrami kushton 80 lekë.\nFshatarët ankohen.' },
  { id: 'moti', title: 'Bie borë në Pukë', text: 'Rruga e Pukës u hap në mesditë. Çmimet e druve u rritën.' },
  { id: 'sporti', title: 'Skënderbeu fiton', text: 'Ndeshja në Korçë mbaroi 2-0.' },
];

function filled(): TextIndex {
  const index = TextIndex.from(undefined);
  for (const article of articles) index.put(article, article.text);
  return index;
}

const ids = (index: TextIndex, query: string) => index.search(query, 10).found.map(({ id }) => id);

describe('finds', () => {
  it.each([
    ['cmimet', ['tregu', 'moti'], 'without the marks, the title before the text'],
    ['ÇMIMET', ['tregu', 'moti'], 'in capitals'],
    ['korc', ['sporti', 'tregu'], 'the beginning of a word'],
    ['bo', ['moti'], 'two letters at the beginning of a word of a title'],
    ['ko', ['sporti', 'tregu'], 'of a text, where no title has them'],
    ['rr', ['tregu'], 'not of a text where a title has them'],
    ['ne', ['moti', 'sporti', 'tregu'], 'two letters that are a word, wherever it stands'],
    ['druve bo', ['moti'], 'two letters of a second word'],
    ['80 le', ['tregu'], 'also where they are in no title'],
    ['cmimt', ['tregu', 'moti'], 'with a letter missing'],
    ['skenderbau', ['sporti'], 'with a letter wrong'],
    ['C\u0327mimet', ['tregu', 'moti'], 'with its mark written apart'],
    ['cmimet bore', ['moti'], 'all words where there is an article with all'],
    ['kilogrami ndeshja', ['tregu', 'sporti'], 'some words where there is none'],
    ['pianoforte', [], 'nothing'],
    ['', [], 'nothing for nothing'],
  ])('%s: %j, %s', (query, expected) => {
    expect(ids(filled(), query).sort()).toEqual([...expected].sort());
  });

  it('more than are given, and says how many', () => {
    const { total, found } = filled().search('korce', 1);
    expect([total, found.length]).toEqual([2, 1]);
  });

  it('the title before the text', () => {
    expect(ids(filled(), 'çmimet')[0]).toBe('tregu');
  });

  it('any word of an article, by itself and without its marks', () => {
    const text = fc.array(fc.constantFrom(...'gjyshja lexon çdo mëngjes gazetën shqipe në oborr 1912'.split(' ')), {
      minLength: 1,
    });
    fc.assert(
      fc.property(text, (words) => {
        const index = TextIndex.from(undefined);
        index.put({ id: 'një', title: '', text: words.join(' ') }, '');
        for (const word of words) for (const asked of wordsOf(fold(word))) expect(ids(index, asked)).toEqual(['një']);
      }),
    );
  });
});

describe('keeps up', () => {
  it('an article that changed is found by its new words only', () => {
    const index = filled();
    index.put({ id: 'moti', title: 'Dielli', text: 'Vapë.' }, 'i ri');
    expect(ids(index, 'dielli')).toEqual(['moti']);
    expect(ids(index, 'borë')).toEqual([]);
    expect(index.stampOf('moti')).toBe('i ri');
  });

  it('one that is gone is not found', () => {
    const index = filled();
    index.remove('sporti');
    expect(ids(index, 'skenderbeu')).toEqual([]);
    expect(index.ids).toEqual(['tregu', 'moti']);
  });

  it('what was kept answers as before', () => {
    const first = filled();
    const second = TextIndex.from(first.toKept());
    expect(second.search('cmimet', 10)).toEqual(first.search('cmimet', 10));
    expect(second.stampOf('tregu')).toBe(articles[0]?.text);
  });

  it('knows by how much it differs from what was kept', () => {
    const index = filled();
    expect(index.differsBy(1)).toBe(true);
    index.toKept();
    expect(index.differsBy(0)).toBe(false);
    index.remove('sporti');
    expect([index.differsBy(0.5), index.differsBy(0.6)]).toEqual([true, false]);
  });

  const kept = filled().toKept();
  it.each([
    ['nothing at all', undefined],
    ['nothing of the kind', 'pluhur'],
    ['an older format', { ...kept, format: indexFormat - 1 }],
    ['half of it', { ...kept, index: '{"documentCount":3,' }],
    ['another than the one it speaks of', { ...kept, stamps: kept.stamps.map(([id]) => [`${id}-2`, '']) }],
  ])('%s counts as not there', (_, broken) => {
    const index = TextIndex.from(broken);
    expect(index.ids).toEqual([]);
    index.put({ id: 'tregu', title: 'Çmimet', text: '' }, '');
    expect(ids(index, 'cmimet')).toEqual(['tregu']);
  });
});
