import type { SourceTools } from './bring-source.ts';
import { decodeMarkup } from './decode-markup.ts';
import { feedGuesses, findFeeds, type FeedLink } from './feed-discovery.ts';
import { listFeed } from './feed-reader.ts';
import type { RemoteDocument, RemoteProblem } from './remote-document.ts';
import { oneLine } from './text-blocks.ts';
import { typedAddress } from './typed-address.ts';

/** A feed that can be followed. */
export interface FoundFeed extends FeedLink {
  readonly title: string;
}

/** Why there is none; `no-feed`: the site came, and none was found in it. */
export interface FindProblem {
  readonly problem: RemoteProblem | 'no-feed';
}

/** After these the next address would fare no better. */
const hopeless: ReadonlySet<RemoteProblem> = new Set(['offline', 'not-open', 'not-allowed', 'too-often', 'busy']);

/**
 * The feeds at an address as people write it, with or without `https://`: itself, those that its page names, else the
 * first of the places where sites keep one. Rejects only when `signal` is aborted.
 */
export async function findSource(
  written: string,
  { fetcher, parseHtml }: Pick<SourceTools, 'fetcher' | 'parseHtml'>,
  signal: AbortSignal,
): Promise<readonly [FoundFeed, ...FoundFeed[]] | FindProblem> {
  const address = typedAddress(written);
  if (address === undefined) return { problem: 'bad-address' };
  const result = await fetcher.get(address, { signal });
  if (!('document' in result)) return { problem: 'problem' in result ? result.problem : 'server' };
  const itself = asFeed(result.document, parseHtml);
  if (itself) return [itself];
  const [first, ...others] = namedFeeds(result.document, parseHtml);
  if (first) return [first, ...others];
  for (const guess of feedGuesses(result.document.url)) {
    const guessed = await fetcher.get(guess, { signal });
    if ('problem' in guessed && hopeless.has(guessed.problem)) return guessed;
    const feed = 'document' in guessed ? asFeed(guessed.document, parseHtml) : undefined;
    if (feed) return [feed];
  }
  return { problem: 'no-feed' };
}

function asFeed(document: RemoteDocument, parseHtml: SourceTools['parseHtml']): FoundFeed | undefined {
  const { bytes, url, type } = document;
  const listing = listFeed(bytes, type.charset === undefined ? {} : { contentType: `charset=${type.charset}` });
  return 'problem' in listing ? undefined : { address: url, title: titleOf(listing.title, url, parseHtml) };
}

function namedFeeds({ bytes, url, type }: RemoteDocument, parseHtml: SourceTools['parseHtml']): FoundFeed[] {
  const html = decodeMarkup(bytes, type.charset === undefined ? '' : `charset=${type.charset}`);
  if (html === undefined) return [];
  return findFeeds(parseHtml(html), url).map(({ address, title }) => ({
    address,
    title: titleOf(title, url, parseHtml),
  }));
}

/** Without „» Feed“, which WordPress adds; the host where there is none. */
function titleOf(written: unknown, url: string, parseHtml: SourceTools['parseHtml']): string {
  const text = typeof written === 'string' ? written.slice(0, 500) : '';
  const shown = /[<&]/.test(text) ? parseHtml(`<html><body>${text}</body></html>`).body.textContent : text;
  const title = oneLine(shown).text.replace(/\s*[»›|–-]\s*(rss )?feed$/i, '');
  return title === '' ? new URL(url).host.replace(/^www\./, '') : title;
}
