import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../articles/article.ts';
import { stableHash } from '../../articles/hash.ts';
import { readJsonFeed } from '../../articles/json-feed-reader.ts';
import { writeOpml, type ListedSource } from '../../articles/opml.ts';
import { newestFirst, readPublished, serialise, timeOf } from './edition-file.ts';
import type { FeedNotes, PublishedFeed, PublishedItem } from './edition-file.ts';
import { audioRoom } from './episodes.ts';
import type { Folder } from './folder.ts';
import { indexPage, type Listed } from './index-page.ts';
import { artworkFile, podcastFeed, podcastFile, type PodcastItem } from './podcast.ts';

export const sourceRoom = 'burime';
export const dayFile = 'dita.json';
export const indexFile = 'index.html';
export const listFile = 'index.opml';

/** An app reads no more of one edition. */
const mostOfDay = 500;
const mostEpisodes = 200;
const day = 24 * 3600_000;
const version = 'https://jsonfeed.org/version/1.1';

/** How it is published. */
export interface Manner {
  readonly title: string;
  /** Where the folder is served, absolute, with a slash at its end. */
  readonly address: string | undefined;
  readonly audio: boolean;
}

/** What is published of a source. */
export interface SourceEdition {
  readonly listed: ListedSource;
  readonly file: string;
  items: readonly PublishedItem[];
  notes: FeedNotes;
}

export interface Dated {
  readonly item: PublishedItem;
  readonly edition: SourceEdition;
}

/** The published folder as its files say it is, and as they shall be. */
export class Editions {
  readonly #folder: Folder;
  readonly #manner: Manner;
  readonly #bySource = new Map<string, SourceEdition>();

  private constructor(folder: Folder, manner: Manner) {
    this.#folder = folder;
    this.#manner = manner;
  }

  /** Takes up what an earlier run published of these sources. */
  static async read(folder: Folder, sources: readonly ListedSource[], manner: Manner): Promise<Editions> {
    const editions = new Editions(folder, manner);
    for (const listed of sources) {
      const { address } = listed;
      const file = `${sourceRoom}/${new URL(address).hostname}-${stableHash(address)}.json`;
      const before = readPublished(await folder.read(file));
      const notes = before?._degjo ?? { address, items: [] };
      editions.#bySource.set(address, { listed, file, items: before?.items ?? [], notes });
    }
    return editions;
  }

  /** @param address of the source */
  of(address: string): SourceEdition | undefined {
    return this.#bySource.get(address);
  }

  all(): SourceEdition[] {
    return [...this.#bySource.values()];
  }

  /** What came out in the day before the newest, newest first: a run that brings nothing changes nothing. */
  ofDay(): Dated[] {
    const all = this.all().flatMap((edition) => edition.items.map((item) => ({ item, edition })));
    const newest = all.reduce((latest, { item }) => Math.max(latest, timeOf(item)), 0);
    const byId = new Map(all.map((entry) => [entry.item.id, entry]));
    const recent = newestFirst(all.map(({ item }) => item).filter((item) => timeOf(item) > newest - day));
    return recent.slice(0, mostOfDay).flatMap(({ id }) => byId.get(id) ?? []);
  }

  /** An item as whoever follows the edition reads it. */
  asArticle(item: PublishedItem, edition: SourceEdition, parseHtml: (html: string) => Document): Article | undefined {
    const feed = this.#feed(edition, [item]);
    const read = readJsonFeed(feed, { address: edition.listed.address, key: 'botim', parseHtml });
    return 'problem' in read ? undefined : read.articles[0];
  }

  async write(edition: SourceEdition): Promise<void> {
    if (edition.items.length === 0) return;
    edition.items = edition.items.map((item) => this.#withSound(item));
    await this.#folder.write(edition.file, serialise(this.#feed(edition, edition.items)));
  }

  /** What names the editions: the day's, the podcast, the index; and what is no longer named goes. */
  async writeIndex(): Promise<void> {
    const { title, address, audio } = this.#manner;
    const today = this.ofDay();
    await this.#folder.write(dayFile, serialise(this.#dayFeed(today)));
    if (audio && address !== undefined) await this.#writePodcast(address);
    const listed = this.all().filter(({ items }) => items.length > 0);
    const all: Listed[] = [
      { title: `${title}: dita`, file: dayFile, articles: today.length },
      ...listed.map(({ listed, file, items }) => ({ title: listed.title, file, articles: items.length })),
    ];
    await this.#folder.write(indexFile, indexPage(title, all, audio ? podcastFile : undefined));
    if (address !== undefined) await this.#folder.write(listFile, this.#list(all, address));
    await this.#sweep(new Set(listed.map(({ file }) => file)));
  }

  async #writePodcast(address: string): Promise<void> {
    const items = this.all().flatMap(({ items }) => items);
    const read = newestFirst(items.filter((item) => item._degjo?.audio)).slice(0, mostEpisodes) as PodcastItem[];
    await this.#folder.write(artworkFile, await readFile(fileURLToPath(new URL('artwork.png', import.meta.url))));
    await this.#folder.write(podcastFile, podcastFeed({ title: this.#manner.title, address, items: read }));
  }

  #feed({ listed, file, notes }: SourceEdition, items: readonly PublishedItem[]): PublishedFeed {
    const { title, homepage } = listed;
    const { address } = this.#manner;
    return {
      version,
      title,
      ...(homepage !== undefined && { home_page_url: homepage }),
      ...(address !== undefined && { feed_url: new URL(file, address).href }),
      language: 'sq',
      items,
      _degjo: notes,
    };
  }

  #dayFeed(today: readonly Dated[]): PublishedFeed {
    const { title, address } = this.#manner;
    return {
      version,
      title: `${title}: dita`,
      ...(address !== undefined && { home_page_url: address, feed_url: new URL(dayFile, address).href }),
      language: 'sq',
      items: today.map(({ item, edition: { listed } }) => {
        const from = { name: listed.title, ...(listed.homepage !== undefined && { url: listed.homepage }) };
        return { ...this.#withSound(item), _degjo: undefined, authors: [...(item.authors ?? []), from] };
      }),
    };
  }

  /** Without a podcast there are no sound files to name. */
  #withSound(item: PublishedItem): PublishedItem {
    const { audio, ...others } = item._degjo ?? { seen: '' };
    const { address } = this.#manner;
    if (!this.#manner.audio || !audio || address === undefined) {
      return { ...item, attachments: undefined, _degjo: others };
    }
    const sound = {
      url: new URL(audio.file, address).href,
      mime_type: 'audio/mpeg' as const,
      size_in_bytes: audio.bytes,
      duration_in_seconds: audio.seconds,
    };
    return { ...item, attachments: [sound], _degjo: { ...others, audio } };
  }

  #list(editions: readonly Listed[], address: string): string {
    const newest = Math.max(0, ...this.ofDay().map(({ item }) => timeOf(item)));
    const listed = editions.map(({ title, file }) => ({
      title,
      address: new URL(file, address).href,
      homepage: address,
    }));
    return `${writeOpml(listed, this.#manner.title, new Date(newest).toISOString())}\n`;
  }

  async #sweep(named: ReadonlySet<string>): Promise<void> {
    const folder = this.#folder;
    for (const file of folder.list(sourceRoom)) {
      if (!named.has(file) && readPublished(await folder.read(file))) await folder.remove(file);
    }
    const episodes = this.all().flatMap(({ items }) => items.map((item) => item._degjo?.audio));
    const heard = new Set(episodes.flatMap((audio) => [audio?.file, audio?.chapters]));
    for (const file of folder.list(audioRoom)) if (!heard.has(file)) await folder.remove(file);
    if (this.#manner.audio) return;
    for (const file of [podcastFile, artworkFile])
      if ((await folder.read(file)) !== undefined) await folder.remove(file);
  }
}
