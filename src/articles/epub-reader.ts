import { isAlbanianText } from './albanian-text.ts';
import type { Article, Block } from './article.ts';
import { isLocked, parseEntry, readPackage, type Book } from './epub-package.ts';
import { fileArticle, type Articles, type FileProblem } from './file-article.ts';
import { htmlBlocks } from './html-blocks.ts';
import { isoDate } from './iso-date.ts';
import { unzip, type Entries } from './unzip.ts';

/** More than a book has. */
const maxChapters = 500;

interface Chapter {
  readonly path: string;
  readonly title: string | undefined;
  readonly blocks: Block[];
}

/**
 * A book (EPUB 2 or 3) as an article a chapter, in order. Our own walk over fflate: the readers there are draw books
 * into frames, by markup and addresses that the app's policy forbids.
 */
export function readEpub(bytes: Uint8Array, parseHtml: (html: string) => Document): Articles | FileProblem {
  const entries = unzip(bytes, (path) => /\.(xml|opf|ncx|x?html?)$/i.test(path));
  if ('problem' in entries) return entries;
  if (isLocked(entries, parseHtml)) return { problem: 'locked' };
  const book = readPackage(entries, parseHtml);
  if (!book) return { problem: 'broken' };

  const chapters = readChapters(entries, book, parseHtml);
  const articles: Article[] = [];
  for (const [index, chapter] of chapters.entries()) {
    const article = toArticle(chapter, index, book);
    if ('problem' in article) return article;
    articles.push(article);
  }
  const [first, ...rest] = articles;
  if (first) return [first, ...rest];
  return { problem: book.spine.some((path) => entries.has(path)) ? 'empty' : 'broken' };
}

/** A document that the table of contents does not name goes on with the chapter before it. */
function readChapters(entries: Entries, { spine, titles }: Book, parseHtml: (html: string) => Document): Chapter[] {
  const chapters: Chapter[] = [];
  for (const path of spine.slice(0, maxChapters)) {
    const page = parseEntry(entries, path, parseHtml);
    const blocks = page ? htmlBlocks(page.body, { base: 'about:blank', language: 'sq' }) : [];
    if (blocks.length === 0) continue;
    const last = chapters.at(-1);
    const goesOn = titles.size > 0 && !titles.has(path) && last !== undefined && titles.has(last.path);
    if (goesOn) last.blocks.push(...blocks);
    else chapters.push({ path, title: titles.get(path), blocks });
  }
  return chapters;
}

function toArticle({ title, blocks }: Chapter, index: number, book: Book): Article | FileProblem {
  const isHeaded = blocks[0]?.kind === 'heading';
  const text = blocks.map((block) => block.text).join('\n');
  return fileArticle(blocks.map(withoutFalseMarks(isAlbanianText(text))), {
    title: isHeaded ? undefined : title,
    source: book.title,
    byline: book.byline,
    published: book.published === undefined ? undefined : isoDate(book.published),
    language: book.language,
    key: `${book.identifier ?? book.title ?? ''}\n${index}\n${text}`,
  });
}

/** Books made by programs say of every paragraph that it is in the program's language. */
function withoutFalseMarks(isAlbanian: boolean): (block: Block) => Block {
  return (block) => ({
    ...block,
    marks: block.marks.filter(
      ({ kind, start, end }) => kind !== 'language' || !isAlbanian || !isAlbanianText(block.text.slice(start, end)),
    ),
  });
}
