import type { Bookmark } from '../library/bookmarks.ts';

/** Bookmarks as a text to take along: article by article, in the order in which they are given. */
export function bookmarksText(bookmarks: readonly Bookmark[]): string {
  const articles = new Map<string, Bookmark[]>();
  for (const bookmark of bookmarks) {
    const { article } = bookmark.locator;
    articles.set(article, [...(articles.get(article) ?? []), bookmark]);
  }
  return [...articles.values()]
    .map((those) => {
      const [{ title, source } = { title: '', source: undefined }] = those;
      const head = [title, source].filter((line) => line !== undefined && line !== '').join('\n');
      return `${head}\n\n${those.map(({ text }) => `  ${text}\n`).join('\n')}`;
    })
    .join('\n\n');
}
