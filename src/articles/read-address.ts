import type { Article } from './article.ts';
import { decodeMarkup } from './decode-markup.ts';
import { readPage, type PageProblem } from './page-reader.ts';
import type { RemoteDocument, RemoteProblem } from './remote-document.ts';
import type { RemoteFetcher } from './remote.ts';
import { readText } from './text-reader.ts';
import { typedAddress } from './typed-address.ts';
import { webAddress } from './web-address.ts';

/** Why an address brought no article: it did not come, there is none in it, or it is a list of news (`a-feed`). */
export type AddressProblem = RemoteProblem | PageProblem['problem'] | 'a-feed';

export interface AddressTools {
  readonly fetcher: Pick<RemoteFetcher, 'get'>;
  /** Parses a whole HTML document, to one in which nothing runs or loads. */
  readonly parseHtml: (html: string) => Document;
}

/**
 * The article at an address, as people write it, with or without `https://`. It keeps where it came from. Rejects only
 * when `signal` is aborted.
 */
export async function readAddress(
  written: string,
  { fetcher, parseHtml }: AddressTools,
  signal?: AbortSignal,
): Promise<Article | { readonly problem: AddressProblem }> {
  const address = typedAddress(written);
  if (address === undefined) return { problem: 'bad-address' };
  const result = await fetcher.get(address, signal && { signal });
  if (!('document' in result)) return { problem: 'problem' in result ? result.problem : 'server' };
  const { document } = result;
  if (isFeed(document)) return { problem: 'a-feed' };
  const read = readDocument(document, parseHtml);
  return 'problem' in read ? read : { source: siteOf(document.url), ...read };
}

/** The article of a page that was handed over as it is, with the address that it says it is at. */
export function readGivenPage(
  html: string,
  address: string,
  parseHtml: AddressTools['parseHtml'],
): Article | { readonly problem: AddressProblem } {
  const url = webAddress(address);
  const bytes = new TextEncoder().encode(html);
  const read = readPage(bytes, { contentType: 'charset=utf-8', parseHtml, ...(url !== undefined && { address: url }) });
  return 'problem' in read || url === undefined ? read : { source: siteOf(url), ...read };
}

function readDocument(
  { bytes, url, type }: RemoteDocument,
  parseHtml: AddressTools['parseHtml'],
): Article | PageProblem {
  const contentType = type.charset === undefined ? '' : `charset=${type.charset}`;
  if (type.essence !== 'text/plain') return readPage(bytes, { address: url, contentType, parseHtml });
  const text = decodeMarkup(bytes, contentType);
  const read = text === undefined ? { problem: 'not-text' as const } : readText(text);
  if (!('problem' in read)) return { ...read, url };
  if (read.problem === 'not-text') return { problem: 'not-text' };
  return { problem: read.problem === 'empty' ? 'too-little' : 'too-large' };
}

/** By what it begins with: many a feed is called text/html, and many a page text/xml. */
function isFeed({ bytes }: RemoteDocument): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<(?:rss|feed|rdf:RDF)[\s>]/.test(head.replace(/<!--.*?-->/gs, '')) ||
    /^\W*"version"\W*https:\/\/jsonfeed\.org\//.test(head)
  );
}

function siteOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}
