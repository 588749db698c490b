import type { Article } from '../../articles/article.ts';
import type { FollowedSource, SourceNews, SourceTools } from '../../articles/bring-source.ts';
import type { ListedSource } from '../../articles/opml.ts';
import type { SourceProblem } from '../../articles/source.ts';
import { syncSources } from '../../articles/sync-sources.ts';
import type { Hop } from '../../gateway/guarded-client.ts';
import { newestFirst, toItem } from './edition-file.ts';
import { Editions, sourceRoom, type Manner, type SourceEdition } from './editions.ts';
import { audioRoom, makeEpisode } from './episodes.ts';
import type { Folder } from './folder.ts';
import { PoliteFetcher } from './polite-fetcher.ts';

export interface PublishWish extends Manner {
  readonly sources: readonly ListedSource[];
  readonly pictures: boolean;
  /** Articles of each source that are kept. */
  readonly most: number;
  /** Milliseconds between two requests to a host. */
  readonly pause: number;
}

export interface PublishTools {
  /** With `rooms`. */
  readonly folder: Folder;
  readonly hop: Hop;
  readonly parseHtml: SourceTools['parseHtml'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface PublishSummary {
  /** Articles that were not there before, and those that changed. */
  readonly brought: number;
  /** Those that are there with their beginning only, for their page gave no more. */
  readonly teasers: number;
  readonly episodes: number;
  readonly failed: readonly { readonly source: ListedSource; readonly problem: SourceProblem }[];
}

/** The folders inside the published one. */
export const rooms = [sourceRoom, audioRoom] as const;

/**
 * Brings what is new from the sources and publishes it in the folder: an edition for each, one of the last day, an index;
 * with `audio`, a podcast. Every file is whole at every moment, and named by the index only once it is there.
 *
 * @throws InputProblem where the folder cannot be written; what the signal is aborted with
 */
export async function publish(wish: PublishWish, tools: PublishTools): Promise<PublishSummary> {
  const editions = await Editions.read(tools.folder, wish.sources, wish);
  const news = await new Asking(editions, wish, tools).askAll();
  const episodes = wish.audio ? await makeEpisodes(editions, wish, tools) : 0;
  // Also those that brought nothing new: the address, or the wish for sound, may be another than last time.
  for (const edition of editions.all()) await editions.write(edition);
  await editions.writeIndex();
  return { ...news, episodes };
}

/** Brings what is new into the editions, source by source. */
class Asking {
  readonly #editions: Editions;
  readonly #wish: PublishWish;
  readonly #tools: PublishTools;
  readonly #fetcher: PoliteFetcher;
  readonly #news = { brought: 0, failed: [] as PublishSummary['failed'][number][] };

  constructor(editions: Editions, wish: PublishWish, tools: PublishTools) {
    this.#editions = editions;
    this.#wish = wish;
    this.#tools = tools;
    this.#fetcher = new PoliteFetcher({ hop: tools.hop, pause: wish.pause, address: wish.address });
  }

  async askAll(): Promise<Omit<PublishSummary, 'episodes'>> {
    const { signal, onProgress } = this.#tools;
    const stop = new AbortController();
    // What the sync would take for a source's own trouble is the folder's.
    const fail = (error: unknown) => stop.abort(error);
    await syncSources(this.#editions.all().map(this.#follow), this.#sourceTools, {
      signal: AbortSignal.any([signal, stop.signal]),
      onProgress: ({ done, total }) => onProgress(done, total),
      take: (news) => this.#take(news).catch(fail),
      pages: {
        article: (id) => Promise.resolve(this.#articleOf(id)),
        take: (news) => this.#take(news, true).catch(fail),
        ofSource: Infinity,
        left: Infinity,
      },
    });
    signal.throwIfAborted();
    stop.signal.throwIfAborted();
    return { ...this.#news, teasers: this.#teasers() };
  }

  readonly #follow = ({ listed, notes }: SourceEdition): FollowedSource => {
    const { address, found, validators, items } = notes;
    if (found !== undefined) this.#fetcher.remember(address, found);
    return { source: { ...listed, added: 0, ...(validators && { validators }) }, items };
  };

  /** Of those that their feeds have now. */
  #teasers(): number {
    return this.#editions.all().flatMap(({ notes }) => notes.items.filter(({ tries = 0 }) => tries > 0)).length;
  }

  /** One that an earlier run took. */
  #articleOf(id: string): Article | undefined {
    for (const edition of this.#editions.all()) {
      const item = edition.items.find((item) => item.id === id);
      const article = item && this.#editions.asArticle(item, edition, this.#tools.parseHtml);
      if (article) return { ...article, id };
    }
    return undefined;
  }

  get #sourceTools(): SourceTools {
    const { parseHtml, now } = this.#tools;
    // Nobody waits for an answer of this program between two articles.
    return { fetcher: this.#fetcher, parseHtml, now, breathe: () => Promise.resolve() };
  }

  /** What a source brought, or the text of pages that followed it. */
  async #take(news: SourceNews, isMore = false): Promise<void> {
    const { address, validators } = news.source;
    const edition = this.#editions.of(address);
    if (!edition) return;
    if (news.problem !== undefined) {
      this.#news.failed.push({ source: edition.listed, problem: news.problem });
      return;
    }
    const items = new Map(edition.items.map((item) => [item.id, item]));
    for (const article of news.articles) {
      const seen = items.get(article.id)?._degjo?.seen ?? new Date(this.#tools.now()).toISOString();
      items.set(article.id, toItem(article, seen, this.#wish));
    }
    if (!isMore) this.#news.brought += news.articles.length;
    edition.items = newestFirst([...items.values()]).slice(0, this.#wish.most);
    const found = this.#fetcher.foundAt(address);
    edition.notes = {
      address,
      ...(found !== undefined && found !== address && { found }),
      ...(validators && { validators }),
      items: news.items,
    };
    await this.#editions.write(edition);
  }
}

/** Reads the day's articles that nobody has read yet. @returns how many */
async function makeEpisodes(
  editions: Editions,
  { title }: PublishWish,
  { folder, signal, parseHtml, onProgress }: PublishTools,
): Promise<number> {
  const wanted = editions.ofDay().filter(({ item }) => item._degjo?.audio === undefined);
  let made = 0;
  onProgress(0, wanted.length);
  for (const [index, { item, edition }] of wanted.entries()) {
    const article = editions.asArticle(item, edition, parseHtml);
    const audio = article && (await makeEpisode(article, { folder, album: title, signal }));
    onProgress(index + 1, wanted.length);
    if (!audio) continue;
    made++;
    const seen = item._degjo?.seen ?? '';
    edition.items = edition.items.map((one) => {
      return one.id === item.id ? { ...one, _degjo: { ...one._degjo, seen, audio } } : one;
    });
    // Once its feed knows of it, a later run need not make it again.
    await editions.write(edition);
  }
  return made;
}
