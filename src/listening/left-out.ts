import { hasHeadline, type Article, type BlockKind } from '../articles/article.ts';
import type { LeftOut, Manner } from '../library/manner.ts';
import type { SayOptions } from './spoken-sentence.ts';

const kinds: Readonly<Partial<Record<BlockKind, LeftOut>>> = {
  caption: 'captions',
  image: 'captions',
  quote: 'quotes',
  table: 'tables',
};

/** How the sentences of an article are said by somebody who reads in this manner. */
export function sayOptions(article: Article, { leaveOut = [], readToo = [] }: Manner): SayOptions {
  const skips = new Set<LeftOut | undefined>(leaveOut);
  const headline = hasHeadline(article) ? 0 : -1;
  const leavesOut = (block: number): boolean =>
    skips.has(block === headline ? 'headline' : kinds[article.blocks[block]?.kind ?? 'paragraph']);
  const first = article.blocks.findIndex(({ text }, block) => block > headline && text !== '' && !leavesOut(block));
  return {
    profile: {
      links: skips.has('links') ? 'skip' : 'site',
      brackets: skips.has('brackets') ? 'skip' : 'say',
      notes: readToo.includes('notes') ? 'say' : 'skip',
    },
    leavesOut,
    before: readToo.includes('byline') && article.byline ? { block: first, text: article.byline } : undefined,
  };
}
