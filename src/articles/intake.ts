import type { Article } from './article.ts';
import type { Articles, FileProblem } from './file-article.ts';
import { fileKind } from './file-kind.ts';

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
 */
export type IntakeProblem = FileProblem['problem'] | 'too-little' | 'not-text' | 'unreadable';

export type IntakeResult =
  | { readonly articles: Articles }
  | { readonly problem: IntakeProblem; /** The file's name, where it was a file. */ readonly name?: string };

/** A text of more bytes holds more letters than an article may have, in any encoding. */
const largestText = 8_000_000;

/** Documents hold pictures, which are not read. */
const largestDocument = 100_000_000;

export interface IntakePlatform {
  /** Parses a whole HTML document, to one in which nothing runs or loads. */
  readonly parseHtml: (html: string) => Document;
  /** Starts a module worker of ours. Where there is none (Node), a PDF is read in the same thread. */
  readonly startWorker?: (address: string) => Worker;
}

type Reading = { readonly problem: IntakeProblem } | Article | Articles;

/** Makes articles from what the listener brings. The readers, and their libraries, are loaded when first used. */
export class ArticleIntake {
  readonly #platform: IntakePlatform;

  constructor(platform: IntakePlatform) {
    this.#platform = platform;
  }

  async fromText(text: string): Promise<IntakeResult> {
    const { readText } = await import('./text-reader.ts');
    return toResult(readText(text));
  }

  async fromFile(file: File): Promise<IntakeResult> {
    const { name } = file;
    const largest = /\.(pdf|epub|docx)$/i.test(name) ? largestDocument : largestText;
    if (file.size > largest) return { problem: 'too-long', name };
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const result = toResult(await this.#read(name, bytes));
      return 'problem' in result ? { ...result, name } : result;
    } catch {
      return { problem: 'unreadable', name };
    }
  }

  async #read(name: string, bytes: Uint8Array): Promise<Reading> {
    const { parseHtml } = this.#platform;
    const kind = fileKind(name, bytes);
    switch (kind) {
      case 'pdf':
        return this.#readPdf(bytes);
      case 'epub':
        return (await import('./epub-reader.ts')).readEpub(bytes, parseHtml);
      case 'docx':
        return (await import('./docx-reader.ts')).readDocx(bytes, parseHtml);
      case 'locked-office':
        return { problem: 'locked' };
      default:
        return this.#readText(kind, bytes);
    }
  }

  async #readText(kind: 'text' | 'html' | 'markdown', bytes: Uint8Array): Promise<Reading> {
    const { parseHtml } = this.#platform;
    if (kind === 'html') {
      const result = (await import('./page-reader.ts')).readHtmlFile(bytes, { parseHtml });
      if (!('problem' in result)) return result;
      return { problem: result.problem === 'too-large' ? 'too-long' : result.problem };
    }
    const { decodeText } = await import('./decode-text.ts');
    const decoded = decodeText(bytes);
    if ('problem' in decoded) return decoded;
    if (kind === 'markdown') return (await import('./markdown-reader.ts')).readMarkdown(decoded.text, parseHtml);
    return (await import('./text-reader.ts')).readText(decoded.text);
  }

  async #readPdf(bytes: Uint8Array): Promise<Reading> {
    const { startWorker } = this.#platform;
    const { readPdf } = await import('./pdf-reader.ts');
    if (!startWorker) return readPdf(bytes, undefined);
    const { pdfWorkerAddress } = await import('./pdf-worker.ts');
    return readPdf(bytes, startWorker(pdfWorkerAddress));
  }
}

function toResult(reading: Reading): IntakeResult {
  if ('problem' in reading) return { problem: reading.problem };
  return { articles: Array.isArray(reading) ? (reading as Articles) : [reading as Article] };
}
