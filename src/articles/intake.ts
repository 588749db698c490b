import type { Article } from './article.ts';
import type { Articles, FileProblem } from './file-article.ts';
import { loadPart, MissingPart } from './load-part.ts';
import type { AddressProblem } from './read-address.ts';
import type { IntakePlatform, Reading } from './read-file.ts';
import type { RemoteFetcher } from './remote.ts';
import type { SharedThing } from './shared-thing.ts';

/**
 * Why something did not become an article:
 * - `empty`: there is no text in it
 * - `too-little`: a web page without an article
 * - `no-text`: a document of pictures, not of text
 * - `too-long`: over the limits of the text reader
 * - `not-text`: a picture, a program, anything but text
 * - `broken`: a damaged document
 * - `locked`: a document that a password opens, or one shop's program only
 * - `unreadable`: the file could not be read from the device
 * - `not-here`: the reader for it is not on the device yet, and there is no network
 */
export type IntakeProblem = FileProblem['problem'] | 'too-little' | 'not-text' | 'unreadable' | 'not-here';

export type IntakeResult =
  | { readonly articles: Articles }
  | { readonly problem: IntakeProblem; /** The file's name, where it was a file. */ readonly name?: string };

export type AddressResult =
  { readonly articles: Articles } | { readonly problem: AddressProblem; readonly address: string };

/** A text of more bytes holds more letters than an article may have, in any encoding. */
const largestText = 8_000_000;

/** Documents hold pictures, which are not read. */
const largestDocument = 100_000_000;

/** Makes articles from what the listener brings. The readers, and their libraries, are loaded when first used. */
export class ArticleIntake {
  readonly #platform: IntakePlatform;
  readonly #fetcher: Pick<RemoteFetcher, 'get'>;

  constructor(platform: IntakePlatform, fetcher: Pick<RemoteFetcher, 'get'>) {
    this.#platform = platform;
    this.#fetcher = fetcher;
  }

  /** The page at an address, as people write it. Rejects when its code does not come, or `signal` is aborted. */
  async fromAddress(address: string, signal?: AbortSignal): Promise<AddressResult> {
    const { readAddress } = await loadPart(() => import('./read-address.ts'));
    const tools = { fetcher: this.#fetcher, parseHtml: this.#platform.parseHtml };
    const result = await readAddress(address, tools, signal);
    return 'problem' in result ? { problem: result.problem, address } : { articles: [result] };
  }

  /** What another app or page handed over: its file, its page, the page that it leads to, else its text. */
  async fromShared(thing: SharedThing, signal?: AbortSignal): Promise<IntakeResult | AddressResult> {
    const { title, text, address, html } = thing;
    const [file] = thing.files;
    if (file) return this.fromFile(file);
    if (html !== '') return this.#fromPage(html, address);
    const { sharedAddress } = await loadPart(() => import('./typed-address.ts'));
    const leadsTo = address === '' ? sharedAddress(text) : address;
    if (leadsTo !== undefined) return this.fromAddress(leadsTo, signal);
    return this.fromText(text.startsWith(title) ? text : `${title}\n\n${text}`);
  }

  async #fromPage(html: string, address: string): Promise<AddressResult> {
    const { readGivenPage } = await loadPart(() => import('./read-address.ts'));
    const result = readGivenPage(html, address, this.#platform.parseHtml);
    return 'problem' in result ? { problem: result.problem, address } : { articles: [result] };
  }

  async fromText(text: string): Promise<IntakeResult> {
    const { readText } = await loadPart(() => import('./read-file.ts'));
    return toResult(readText(text));
  }

  async fromFile(file: File): Promise<IntakeResult> {
    const { name } = file;
    const largest = /\.(pdf|epub|docx)$/i.test(name) ? largestDocument : largestText;
    if (file.size > largest) return { problem: 'too-long', name };
    try {
      const { readFile } = await loadPart(() => import('./read-file.ts'));
      const bytes = new Uint8Array(await file.arrayBuffer());
      const result = toResult(await readFile(name, bytes, this.#platform));
      return 'problem' in result ? { ...result, name } : result;
    } catch (error) {
      return { problem: error instanceof MissingPart ? 'not-here' : 'unreadable', name };
    }
  }
}

function toResult(reading: Reading): IntakeResult {
  if ('problem' in reading) return { problem: reading.problem };
  return { articles: Array.isArray(reading) ? (reading as Articles) : [reading as Article] };
}
