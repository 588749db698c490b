import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHeadline, type Article } from './article.ts';
import { maxBlockLength } from './long-block.ts';
import { maxBlocks, maxTextLength, readText } from './text-reader.ts';

function article(input: string): Article {
  const result = readText(input);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

const kinds = (input: string): string[] => article(input).blocks.map((block) => block.kind);
const texts = (input: string): string[] => article(input).blocks.map((block) => block.text);
const long = 'Këshilli i qytetit miratoi sot buxhetin e ri, pas një debati që zgjati deri vonë.';

describe('the title', () => {
  it('is the headline, where the text begins with one', () => {
    const read = article(`Buxheti u miratua\n\n${long}`);
    expect(read.title).toBe('Buxheti u miratua');
    expect(read.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph']);
    expect(hasHeadline(read)).toBe(true);
  });

  it.each([
    ['a sentence', `Buxheti u miratua.\n\n${long}`],
    ['a question', `A u miratua buxheti?\n\n${long}`],
    ['a quotation that ends a sentence', `“Buxheti u miratua.”\n\n${long}`],
    ['a line of dialogue', `– Po ti\n\n${long}`],
    ['alone', 'Buxheti u miratua'],
    ['too long', `${'fjalë '.repeat(30)}\n\n${long}`],
  ])('is not a headline when the first block is %s', (_, input) => {
    expect(kinds(input)[0]).toBe('paragraph');
    expect(hasHeadline(article(input))).toBe(false);
  });

  it('is made from the first words otherwise, cut at a word', () => {
    expect(article(long).title).toBe('Këshilli i qytetit miratoi sot buxhetin e ri, pas një debati…');
    expect(article('Mirëmëngjes!').title).toBe('Mirëmëngjes!');
  });

  it('is short even for one endless word', () => {
    const { title } = article('😀'.repeat(500));
    expect(title.length).toBeLessThan(70);
    expect(title).toMatch(/^(😀)+…$/u);
  });
});

describe('the blocks', () => {
  it('a short line between paragraphs is a heading', () => {
    expect(kinds(`${long}\n\nÇfarë pritet\n\n${long}`)).toEqual(['paragraph', 'heading', 'paragraph']);
  });

  it('the lines of a poem are no headings', () => {
    expect(kinds(`${long}\n\nO male\n\nO fusha\n\nO ujëra\n\n${long}`)).not.toContain('heading');
  });

  it('bullets are items without their bullet; dialogue keeps its dash', () => {
    const input = `${long}\n• bukë\n* djathë\n\n– Sa kushton?\n\n- Pak.\n\n${long}`;
    expect(kinds(input)).toEqual(['paragraph', 'item', 'item', 'paragraph', 'paragraph', 'paragraph']);
    expect(texts(input).slice(1, 5)).toEqual(['bukë', 'djathë', '– Sa kushton?', '- Pak.']);
  });

  it('the date of publication is known, and not among them', () => {
    const read = article(`date 2023-11-24\n${long}`);
    expect(read.published).toBe('2023-11-24');
    expect(read.blocks.map((block) => block.text)).toEqual([long]);
  });

  it('one of 50,000 characters is cut after sentences, and nothing is lost', () => {
    const sentence = 'Kjo është një fjali e vogël. ';
    const read = texts(sentence.repeat(2000));
    expect(read.length).toBeGreaterThan(2);
    for (const text of read) expect(text).toMatch(/^Kjo.*vogël\.$/);
    expect(read.join(' ')).toBe(sentence.repeat(2000).trim());
  });

  it('without sentences it is cut at a space, without spaces between letters', () => {
    expect(texts('fjalë '.repeat(8000)).every((text) => /^fjalë.*fjalë$/.test(text))).toBe(true);
    const emoji = texts(`x${'😀'.repeat(maxBlockLength)}`);
    expect(emoji.length).toBeGreaterThan(1);
    for (const text of emoji) expect(text.isWellFormed()).toBe(true);
  });
});

describe('what is refused', () => {
  it.each(['', ' \n\t ', '\uFEFF', 'date 2023-11\n'])('nothing to read: %j', (input) => {
    expect(readText(input)).toEqual({ problem: 'empty' });
  });

  it('more than the limit, which is said', () => {
    expect(readText('a'.repeat(maxTextLength + 1))).toEqual({
      problem: 'too-long',
      limit: maxTextLength,
      unit: 'characters',
    });
    expect(readText('a.\n\n'.repeat(maxBlocks + 1))).toEqual({ problem: 'too-long', limit: maxBlocks, unit: 'blocks' });
    expect(article('a.\n\n'.repeat(maxBlocks)).blocks).toHaveLength(maxBlocks);
  });
});

it('the same text pasted twice is the same article, another one is not', () => {
  expect(article(long).id).toMatch(/^tekst\/[a-z0-9]{13}$/);
  expect(article(`  ${long}\r\n`).id).toBe(article(long).id);
  expect(article(`${long} Po.`).id).not.toBe(article(long).id);
});

it('any text is an article of tidy blocks, or is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', size: 'medium' }), (input) => {
      const result = readText(input);
      if ('problem' in result) return;
      expect(result.title).not.toBe('');
      for (const { text } of result.blocks) {
        expect(text).not.toBe('');
        expect(text).toBe(text.trim());
      }
    }),
  );
});

// Not part of the repository: real news text, kept beside the checkout where there is some.
const seed = new URL('../../../shared/data/seeds/000_95a74530911a799d.txt', import.meta.url);

it.skipIf(!existsSync(seed))(
  'real news: the month is known, nine blocks, no headline (skipped without ../shared)',
  () => {
    const read = article(readFileSync(seed, 'utf8'));
    expect(read.published).toBe('2023-11');
    expect(read.blocks.map((block) => block.kind)).toEqual(Array<string>(9).fill('paragraph'));
    expect(hasHeadline(read)).toBe(false);
    expect(read.blocks[0]?.text).not.toMatch(/date|2023-11/);
    expect(read.title.length).toBeLessThanOrEqual(61);
  },
);
