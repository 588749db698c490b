import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly date_published: string;
  readonly tags: readonly string[];
}

interface Feed {
  readonly version: string;
  readonly title: string;
  readonly language: string;
  readonly description: string;
  readonly items: readonly Item[];
}

const source = readFileSync(new URL('../../public/editions/mostra/feed.json', import.meta.url), 'utf8');
const feed = JSON.parse(source) as Feed;

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ');
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]\S*/gu) ?? [];
const everything = feed.items.map((item) => `${item.title} ${item.summary} ${textOf(item.content_html)}`).join('\n');

const ALLOWED_TAG =
  /^(?:<\/?(?:p|h2|blockquote|ul|ol|li|em|strong)>|<a href="https:\/\/[^"<>\s]+">|<\/a>|<span lang="en">|<\/span>)$/;

/** What a reading voice stumbles over; the edition exists to show each of them read well. */
const HARD_TO_READ: Readonly<Record<string, RegExp>> = {
  'a date with dots': /\b\d{1,2}\.\d{1,2}\.\d{4}\b/,
  'a date with a Roman month': /\b\d{1,2}\.[IVX]+\.\d{4}\b/,
  'a date in words': /\b\d{1,2} nëntor \d{4}\b/,
  'a range of days': /nga \d{1,2} deri më \d{1,2} /,
  'a decade': /’\d0\b/,
  'a time with a colon': /\b\d{1,2}:\d{2}\b/,
  'a time with a dot': /\bora \d{1,2}\.\d{2}\b|\borën \d{1,2}\.\d{2}\b/,
  'a range of times': /\d{1,2}:\d{2}–\d{1,2}:\d{2}/,
  'a percentage after a space': /\d\s%/,
  'a percentage without a space': /\d%/,
  'a percentage in words': /\d për qind/,
  'a decimal comma': /\d,\d/,
  'thousands with a space': /\d\u00a0\d{3}/,
  'thousands with a dot': /\d\.\d{3}\b/,
  'a range of numbers': /\d–\d/,
  'a negative number with a hyphen': /\s-\d/,
  'a negative number with a minus sign': /−\d/,
  lekë: /\d lekë/,
  'euro by its sign': /\d\s€/,
  'dollars with the sign in front': /\$\d/,
  'dollars with the sign behind': /\d\s\$/,
  'millions and milliards, shortened': /\d mln [\s\S]*\d mld |\d mld [\s\S]*\d mln /,
  Mr: /\bz\. \p{Lu}/u,
  Mrs: /\bznj\. \p{Lu}/u,
  Doctor: /\bdr\. \p{Lu}/u,
  Professor: /\bprof\. \p{Lu}/u,
  number: /\bnr\. \d/,
  street: /\brr\. /,
  'for example': /p\.sh\./,
  'and so on': /etj\./,
  'that is': /d\.m\.th\./,
  'a company form': /sh\.p\.k\./,
  'a page': /\bf\. \d/,
  'a century': /shek\. [IVX]+/,
  'a chapter': /[Kk]ap\. [IVX]+/,
  'a bare Roman numeral': /(?:klasës|sallës|edicionin) [IVX]+/,
  'an acronym with an ending': /OKB-së/,
  'an acronym said as a word': /NATO-s\b/,
  'other acronyms with endings': /BE-ja[\s\S]*SHBA-së[\s\S]*RTSH-ja/,
  'a masculine acronym': /KFOR-it/,
  'an ordinal': /\bi \d+-t[iëa]|\d-të\b/,
  'an ordinal that ends in 4': /94-t\b/,
  'an anniversary': /\d-vjetor/,
  'a speed': /\d km\/h/,
  'a temperature': /\d\s°C/,
  'a square and a cube': /m²[\s\S]*m³|m³[\s\S]*m²/,
  'data and networks': /5G[\s\S]*GB/,
  'a score': /\d–\d \(\d–\d\)/,
  'an e-mail address': /\S+@\S+\.example/,
  'low-high quotation marks': /„[^“]+“/,
  'high-high quotation marks': /“[^”]+”/,
  'angle quotation marks': /«[^»]+»/,
  'a quotation with “tha”': /[“”»], tha /,
  'a question with “pyeti”': /\?[“”»], (?:e )?pyeti /,
  'a dialogue dash': /(?:^|\s)– \p{Lu}/u,
};

describe('the sample edition', () => {
  it('is a JSON Feed 1.1 in Albanian that says that its events are invented', () => {
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.language).toBe('sq');
    expect(feed.description).toContain('të trilluara');
  });

  it('has at least ten articles, each under its own readable id', () => {
    expect(feed.items.length).toBeGreaterThanOrEqual(10);
    expect(new Set(feed.items.map((item) => item.id)).size).toBe(feed.items.length);
    for (const { id } of feed.items) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('begins with the newest article', () => {
    const times = feed.items.map((item) => Date.parse(item.date_published));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('is written in NFC, so that ë and ç are one letter each', () => {
    expect(source).toBe(source.normalize('NFC'));
  });

  it.each(Object.entries(HARD_TO_READ))('holds %s', (_, pattern) => {
    expect(everything).toMatch(pattern);
  });

  describe.each(feed.items.map((item) => [item.id, item] as const))('%s', (_, item) => {
    it('has a headline without a closing stop, a summary, a date with its time and one section', () => {
      expect(Array.from(item.title).length).toBeLessThanOrEqual(90);
      expect(item.title).not.toMatch(/\.$/);
      expect(item.summary).toMatch(/\.$/);
      expect(item.date_published).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/);
      expect(item.tags).toHaveLength(1);
    });

    it('is as long as a newspaper article', () => {
      const { length } = wordsOf(textOf(item.content_html));
      expect(length).toBeGreaterThanOrEqual(150);
      expect(length).toBeLessThanOrEqual(900);
    });

    it('is made of nothing but plain text tags, each closed in its turn', () => {
      const tags = item.content_html.match(/<[^>]*>/g) ?? [];
      const open: string[] = [];
      for (const tag of tags) {
        expect(tag).toMatch(ALLOWED_TAG);
        const name = tag.replace(/^<\/?([a-z0-9]+).*$/s, '$1');
        if (tag.startsWith('</')) expect(open.pop()).toBe(name);
        else open.push(name);
      }
      expect(open).toEqual([]);
      expect(textOf(item.content_html)).not.toMatch(/[<>&]/);
    });

    it('is spelt with ë', () => {
      expect(item.content_html).toContain('ë');
    });
  });
});
