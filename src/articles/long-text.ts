import type { Block } from './article.ts';

/**
 * Markup of more elements is cut there. Browsers' and linkedom's parsers take quadratic time over unclosed elements: a
 * fifth of a second for 10,000 in Chromium on two desktop cores, a minute for 200,000.
 */
export const maxElements = 10_000;

/** Of a whole page or document likewise: the costliest takes a second of a desktop processor. */
export const maxPageElements = 20_000;

/** In UTF-16 units: some 30,000 words, four hours of listening. What is longer is a book, or a fault. */
export const maxItemLength = 200_000;

/** Markup holds several times as many letters as text. */
const maxMarkupLength = 5 * maxItemLength;

/** As much of the markup as can be parsed at once; the same string where that is all. */
export function cutMarkup(html: string, elements = maxElements, length = maxMarkupLength): string {
  const end = Math.min(elementEnd(html, elements), length);
  if (end >= html.length) return html;
  const cut = html.slice(0, end);
  // Not inside a tag.
  return cut.lastIndexOf('<') > cut.lastIndexOf('>') ? cut.slice(0, cut.lastIndexOf('<')) : cut;
}

/** Where the element after the first `count` begins, else the end. */
function elementEnd(html: string, count: number): number {
  const tags = /<[a-z]/gi;
  for (let found = 0; tags.test(html); found++) {
    if (found === count) return tags.lastIndex - 2;
  }
  return html.length;
}

/** The blocks up to `maxItemLength`; where some are left out, or `isCut` says so, a note takes their place. */
export function limitBlocks(blocks: readonly Block[], language: string, isCut: boolean): readonly Block[] {
  let length = 0;
  const end = blocks.findIndex(({ text }) => (length += text.length) > maxItemLength);
  if (end < 0 && !isCut) return blocks;
  return [...blocks.slice(0, end < 0 ? undefined : end), note(language)];
}

/** Part of the text, so that it is heard as well. */
function note(language: string): Block {
  const text = 'Ky tekst është më i gjatë se sa mund të ruhet: pjesa tjetër mungon.';
  const marks = language.startsWith('sq')
    ? []
    : [{ kind: 'language', language: 'sq', start: 0, end: text.length } as const];
  return { kind: 'paragraph', text, marks };
}
