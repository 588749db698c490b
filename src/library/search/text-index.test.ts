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
  const index = TextIndex.from([]);
  for (const article of articles) index.put(article, article.text);
  return index;
}

const ids = (index: TextIndex, query: string) => index.search(query, 10).map(({ id }) => id);

describe('finds', () => {
  it.each([
    ['cmimet', ['tregu', 'moti'], 'without the marks, the title before the text'],
    ['ÇMIMET', ['tregu', 'moti'], 'in capitals'],
    ['korc', ['sporti', 'tregu'], 'the beginning of a word'],
    ['cmimt', ['tregu', 'moti'], 'with a letter missing'],
    ['skenderbau', ['sporti'], 'with a letter wrong'],
    ['cmimet bore', ['moti'], 'all words where there is an article with all'],
    ['kilogrami ndeshja', ['tregu', 'sporti'], 'some words where there is none'],
    ['pianoforte', [], 'nothing'],
    ['', [], 'nothing for nothing'],
  ])('%s: %j, %s', (query, expected) => {
    expect(ids(filled(), query).sort()).toEqual([...expected].sort());
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
        const index = TextIndex.from([]);
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

  it('what was kept answers as before, and only what changed is kept again', () => {
    const first = filled();
    const kept = new Map(first.changedShards());
    expect(first.changedShards()).toEqual([]);
    const second = TextIndex.from([...kept.values()]);
    expect(second.search('cmimet', 10)).toEqual(first.search('cmimet', 10));
    expect(second.stampOf('tregu')).toBe(articles[0]?.text);
    second.remove('tregu');
    expect(second.changedShards().map(([number]) => number)).toEqual([0]);
  });

  it.each([
    ['nothing of the kind', 'pluhur'],
    ['an older format', { ...filled().changedShards()[0]?.[1], format: indexFormat - 1 }],
    ['half of it', { ...filled().changedShards()[0]?.[1], index: '{"documentCount":3,' }],
  ])('%s counts as not there', (_, kept) => {
    const index = TextIndex.from([kept]);
    expect(index.ids).toEqual([]);
    index.put({ id: 'tregu', title: 'Çmimet', text: '' }, '');
    expect(ids(index, 'cmimet')).toEqual(['tregu']);
  });
});
