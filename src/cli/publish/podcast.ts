import { generateRssFeed } from 'feedsmith';
import { newestFirst, timeOf, type Episode, type PublishedItem } from './edition-file.ts';

/** Of one article, and what the feed says of it. */
export interface PodcastItem extends PublishedItem {
  readonly _degjo: { readonly seen: string; readonly audio: Episode };
}

export interface Podcast {
  readonly title: string;
  /** Where the folder is served, absolute, with a slash at its end. */
  readonly address: string;
  readonly items: readonly PodcastItem[];
}

export const podcastFile = 'podcast.xml';
export const artworkFile = 'podcast.png';

/**
 * RSS 2.0 with the tags that podcast apps ask for (https://podcasters.apple.com/support/823-podcast-requirements) and
 * chapters by the podcast namespace (https://podcasting2.org/docs/podcast-namespace).
 */
export function podcastFeed({ title, address, items }: Podcast): string {
  const at = (file: string) => new URL(file, address).href;
  return `${generateRssFeed({
    title,
    link: address,
    description: `${title}, të lexuara nga zëri i Dëgjos. Read aloud by the voice of Dëgjo.`,
    language: 'sq',
    generator: 'degjo publish',
    itunes: {
      author: title,
      image: at(artworkFile),
      explicit: false,
      type: 'episodic',
      categories: [{ text: 'News' }],
    },
    atom: { links: [{ href: at(podcastFile), rel: 'self', type: 'application/rss+xml' }] },
    items: newestFirst(items).map((item) => rssItem(item as PodcastItem, at)),
  })}\n`;
}

function rssItem(item: PodcastItem, at: (file: string) => string) {
  const { id, url, title, summary, authors, _degjo: notes } = item;
  const { file, bytes, seconds, chapters } = notes.audio;
  const name = title ?? summary ?? id;
  return {
    title: name,
    ...(url !== undefined && { link: url }),
    description: [summary ?? name, ...(authors ?? []).map((author) => author.name), url ?? '']
      .filter(Boolean)
      .join('\n'),
    guid: { value: id, isPermaLink: false },
    pubDate: new Date(timeOf(item)),
    enclosures: [{ url: at(file), length: bytes, type: 'audio/mpeg' }],
    itunes: { duration: Math.round(seconds), explicit: false },
    ...(chapters !== undefined && { podcast: { chapters: { url: at(chapters), type: 'application/json+chapters' } } }),
  };
}
