import type { Edition, FeedProblem } from './edition.ts';
import { isFields, toEdition, type FeedContext } from './feed-item.ts';

/**
 * JSON Feed 1.0 or 1.1 (https://www.jsonfeed.org/version/1.1/) as an edition. Items without text, and repetitions of
 * an item, are left out; extensions and attachments are not read. The first tag is the topic.
 *
 * @param input the file's text, or what it was parsed to
 */
export function readJsonFeed(input: unknown, context: FeedContext): Edition | FeedProblem {
  const feed = typeof input === 'string' ? parseJson(input) : input;
  if (feed === undefined) return { problem: 'not-json' };
  if (!isFields(feed) || !isVersion(feed['version']) || !Array.isArray(feed['items'])) return { problem: 'not-a-feed' };

  return toEdition(feed, feed['items'] as unknown[], context);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isVersion(value: unknown): boolean {
  return typeof value === 'string' && /^https?:\/\/(www\.)?jsonfeed\.org\/version\/1(\.1)?\/?$/.test(value);
}
