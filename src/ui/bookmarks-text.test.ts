import { expect, it } from 'vitest';
import type { Bookmark } from '../library/bookmarks.ts';
import { bookmarksText } from './bookmarks-text.ts';

const bookmark = (article: string, text: string): Bookmark => ({
  id: `${article} ${text}`,
  locator: { article, block: 0, offset: 0, quote: text },
  text,
  title: `Titulli ${article}`,
  ...(article === 'ura' && { source: 'Gazeta' }),
  saved: 1,
});

it('kept sentences stand under their articles, in order', () => {
  const all = [bookmark('ura', 'Ura u hap.'), bookmark('moti', 'Bie shi.'), bookmark('ura', 'Kalimi është falas.')];
  expect(bookmarksText(all)).toBe(
    'Titulli ura\nGazeta\n\n  Ura u hap.\n\n  Kalimi është falas.\n\n\nTitulli moti\n\n  Bie shi.\n',
  );
});
