import MarkdownIt from 'markdown-it';
import type { Article } from './article.ts';
import { feedDate } from './feed-date.ts';
import { fileArticle, type FileFacts, type FileProblem } from './file-article.ts';
import { cutMarkup, maxPageElements } from './long-text.ts';
import { markupBlocks } from './markup-blocks.ts';
import { maxTextLength } from './text-reader.ts';

/** CommonMark with tables. Markup inside is let through to the walk, which takes text and marks from it alone. */
const markdown = new MarkdownIt({ html: true });

/** A Markdown file as an article; what its front matter says of it is told apart from the text. */
export function readMarkdown(
  text: string,
  parseHtml: (html: string) => Document,
  now = Date.now(),
): Article | FileProblem {
  if (text.length > maxTextLength) return { problem: 'too-long' };
  const [matter = '', written = ''] =
    /^\uFEFF?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/s.exec(text) ?? [];
  const html = markdown.render(text.slice(matter.length));
  const markup = cutMarkup(html, maxPageElements, html.length);
  if (markup !== html) return { problem: 'too-long' };
  return fileArticle(markupBlocks(html, parseHtml), facts(written, now));
}

/** Front matter is YAML; of it, lines of one name and one plain value are read, which is what titles and dates are. */
function facts(written: string, now: number): FileFacts {
  const values = new Map(
    written.split(/\r?\n/).flatMap((line) => {
      const [, name = '', value = ''] = /^([\w-]+):\s*(?:"(.*)"|'(.*)'|(.*?))\s*$/.exec(line)?.filter(isText) ?? [];
      return value === '' ? [] : [[name.toLowerCase(), value] as const];
    }),
  );
  const date = values.get('date');
  return {
    title: values.get('title'),
    byline: values.get('author'),
    published: date === undefined ? undefined : feedDate(date, now),
    language: values.get('lang') ?? values.get('language'),
  };
}

/** Of the three ways to quote a value, those that were not used are undefined. */
function isText(part: string | undefined): part is string {
  return part !== undefined;
}
