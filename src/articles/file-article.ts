import { isAlbanianText } from './albanian-text.ts';
import type { Article, Block } from './article.ts';
import { stableHash } from './hash.ts';
import { languageTag } from './language-tag.ts';
import { splitLongBlock } from './long-block.ts';
import { maxBlocks, maxTextLength } from './text-reader.ts';
import { titleFromText } from './title.ts';

/** One article or, of a book, one for each chapter, in order. */
export type Articles = readonly [Article, ...Article[]];

/**
 * Why a file is no article:
 * - `empty`: it holds no text
 * - `no-text`: it holds pictures of pages, not their text
 * - `too-long`: over the limits of the text reader
 * - `broken`: it is damaged, or not what its name says
 * - `locked`: it opens with a password or in one shop's program only
 */
export interface FileProblem {
  readonly problem: 'empty' | 'no-text' | 'too-long' | 'broken' | 'locked';
}

/** What a file says of its text. */
export interface FileFacts {
  /** Told apart from the text; where it is missing, a heading that begins the text is the title. */
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  readonly source?: string | undefined;
  readonly published?: string | undefined;
  /** As the file has it, which is often wrong. */
  readonly language?: string | undefined;
  /** What it is known by; its text, unless given. */
  readonly key?: string | undefined;
}

/** The blocks of a file as an article. */
export function fileArticle(found: readonly Block[], facts: FileFacts): Article | FileProblem {
  const blocks = found.flatMap(splitLongBlock);
  const [first] = blocks;
  if (!first) return { problem: 'empty' };
  const text = blocks.map((block) => block.text).join('\n');
  if (text.length > maxTextLength || blocks.length > maxBlocks) return { problem: 'too-long' };

  const headline = first.kind === 'heading' ? first.text : undefined;
  const isRepeated = facts.title?.toLowerCase() === headline?.toLowerCase();
  const title = (isRepeated ? headline : facts.title) ?? headline ?? titleFromText(first.text);
  const { byline, source, published } = facts;
  return {
    id: `skedar/${stableHash(facts.key ?? text)}`,
    title,
    language: isAlbanianText(text) ? 'sq' : (languageTag(facts.language ?? '') ?? 'sq'),
    blocks: facts.title === undefined || isRepeated ? blocks : [{ kind: 'heading', text: title, marks: [] }, ...blocks],
    ...(byline !== undefined && { byline }),
    ...(source !== undefined && { source }),
    ...(published !== undefined && { published }),
  };
}
