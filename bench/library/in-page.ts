/**
 * Runs in a page beside the app, on the app's origin: fills its library through the library's own door, and holds what
 * the app is measured beside, a bare database and a bare index.
 */
import { openDB, deleteDB } from 'idb';
import MiniSearch from 'minisearch';
import type { Article } from '../../src/articles/article.ts';
import { Library } from '../../src/library/library.ts';
import { restoreBackup } from '../../src/library/restore-backup.ts';
import { writeBackup } from '../../src/library/write-backup.ts';
import { summarise } from '../../src/library/summarise.ts';
import { generatedArticles } from './generated-articles.ts';

/** Sources that the articles come from, each an edition. */
const sources = 40;
/** Words in an article. */
const words = 400;
/** Of the sample edition, which the app fetches itself: see `sampleFeed`. */
const fetched = 10;

let backup: Blob | undefined;
let peer: MiniSearch<{ id: string; title: string; text: string }> | undefined;

const inPage = {
  /** Fills the app's library with all but the ten articles of its sample edition. */
  async fill(count: number): Promise<void> {
    const library = await Library.open();
    for (const [edition, articles] of editionsOf(count)) {
      await library.keepEdition(edition, articles);
      // A third of them were opened.
      for (const [index, { id }] of articles.entries()) {
        if (index % 3 > 0) continue;
        const locator = { article: id, block: 0, offset: 0, quote: '' };
        void library.savePlace({ locator, progress: index % 2, saved: index });
      }
    }
    await library.saveQueue([]);
    library.close();
  },

  /** Milliseconds to store an equal library in a database of its own. */
  async storing(count: number, way: 'library' | 'bare'): Promise<number> {
    const name = `bench-${way}`;
    await deleteDB(name);
    const editions = editionsOf(count);
    const library = await Library.open(name);
    if (way === 'library') {
      const start = performance.now();
      for (const [edition, articles] of editions) await library.keepEdition(edition, articles);
      const took = performance.now() - start;
      library.close();
      return took;
    }
    library.close();
    const database = await openDB(name);
    const records = editions.map(([edition, articles]) => ({
      edition,
      articles,
      summaries: articles.map((article) => summarise(article, edition.key, 0)),
    }));
    const start = performance.now();
    for (const { edition, articles, summaries } of records) {
      const transaction = database.transaction(['articles', 'summaries', 'editions'], 'readwrite');
      for (const article of articles) void transaction.objectStore('articles').put(article);
      for (const summary of summaries) void transaction.objectStore('summaries').put(summary);
      void transaction.objectStore('editions').put(edition);
      await transaction.done;
    }
    const took = performance.now() - start;
    database.close();
    return took;
  },

  /** Backs all of the app's library up. */
  async backup(): Promise<Turn> {
    const library = await Library.open();
    const turn = await timed(async (onProgress) => {
      const wish = { scope: 'all', app: '0', made: new Date().toISOString(), onProgress } as const;
      backup = await new Response(writeBackup(library, wish)).blob();
      return backup.size;
    });
    library.close();
    return turn;
  },

  /** Puts the same back in the place of what is there. */
  async restore(): Promise<Turn> {
    const library = await Library.open();
    const file = backup ?? new Blob();
    const turn = await timed(async (onProgress) => (await restoreBackup(library, file, { onProgress })).articles);
    library.close();
    return turn;
  },

  /** Milliseconds to put as many bytes through the packer and nothing else. */
  async packing(): Promise<number> {
    const unpacked = await new Response(backup?.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
    const start = performance.now();
    await new Response(unpacked.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    return performance.now() - start;
  },

  /** Milliseconds to index the same texts with MiniSearch as it comes, with our rules of what a word is met by. */
  indexBare(count: number): number {
    const texts = [...generatedArticles(count, words)].map(({ id, title, blocks }) => ({
      id,
      title,
      text: blocks.map(({ text }) => text).join('\n'),
    }));
    const start = performance.now();
    peer = new MiniSearch({
      fields: ['title', 'text'],
      searchOptions: {
        boost: { title: 3 },
        combineWith: 'AND',
        prefix: (term) => term.length > 1,
        fuzzy: (term) => (term.length > 4 ? 1 : false),
      },
    });
    peer.addAll(texts);
    return performance.now() - start;
  },

  /** Milliseconds. */
  searchBare(query: string): number {
    const start = performance.now();
    peer?.search(query);
    return performance.now() - start;
  },
};

/** Milliseconds between two looks whether the page answers. */
const every = 10;

/** One backup, or one restore of it. */
export interface Turn {
  readonly ms: number;
  /** The longest that the page could not have answered, in milliseconds. */
  readonly longestWait: number;
  readonly reports: number;
  readonly count: number;
}

async function timed(work: (onProgress: () => void) => Promise<number>): Promise<Turn> {
  let [last, longestWait, reports] = [performance.now(), 0, 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longestWait = Math.max(longestWait, now - last - every);
    last = now;
  }, every);
  const start = performance.now();
  const count = await work(() => reports++);
  clearInterval(timer);
  return { ms: performance.now() - start, longestWait, reports, count };
}

function editionsOf(count: number) {
  const articles = [...generatedArticles(count, words)].slice(fetched);
  const size = Math.ceil(articles.length / sources);
  return Array.from({ length: Math.ceil(articles.length / size) }, (_, index): [Edition, Article[]] => {
    const some = articles.slice(index * size, (index + 1) * size);
    const order = some.map(({ id }) => id);
    return [{ key: `burimi-${index}`, title: `Gazeta ${index}`, order, fingerprint: '' }, some];
  });
}

type Edition = Parameters<Library['keepEdition']>[0];

declare global {
  interface Window {
    inPage: typeof inPage;
  }
}
window.inPage = inPage;
