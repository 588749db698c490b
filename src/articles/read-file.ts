import type { Article } from './article.ts';
import type { Articles } from './file-article.ts';
import { fileKind } from './file-kind.ts';
import type { IntakeProblem } from './intake.ts';
import { loadPart } from './load-part.ts';
import { readText } from './text-reader.ts';

export { readText };

export interface IntakePlatform {
  /** Parses a whole HTML document, to one in which nothing runs or loads. */
  readonly parseHtml: (html: string) => Document;
  /** Starts a module worker of ours. Where there is none (Node), a PDF is read in the same thread. */
  readonly startWorker?: (address: string) => Worker;
}

export type Reading = { readonly problem: IntakeProblem } | Article | Articles;

/**
 * What a file holds, by the reader for its kind; each is loaded, with its library, when such a file comes.
 *
 * @throws MissingPart
 */
export async function readFile(name: string, bytes: Uint8Array, platform: IntakePlatform): Promise<Reading> {
  const { parseHtml } = platform;
  const kind = fileKind(name, bytes);
  switch (kind) {
    case 'pdf':
      return readWithWorker(bytes, platform);
    case 'epub':
      return (await loadPart(() => import('./epub-reader.ts'))).readEpub(bytes, parseHtml);
    case 'docx':
      return (await loadPart(() => import('./docx-reader.ts'))).readDocx(bytes, parseHtml);
    case 'locked-office':
      return { problem: 'locked' };
    case 'html':
      return readHtml(bytes, platform);
    case 'markdown':
    case 'text':
      return readPlain(kind, bytes, platform);
  }
}

async function readHtml(bytes: Uint8Array, { parseHtml }: IntakePlatform): Promise<Reading> {
  const { readHtmlFile } = await loadPart(() => import('./page-reader.ts'));
  const result = readHtmlFile(bytes, { parseHtml });
  if (!('problem' in result)) return result;
  return { problem: result.problem === 'too-large' ? 'too-long' : result.problem };
}

async function readPlain(
  kind: 'markdown' | 'text',
  bytes: Uint8Array,
  { parseHtml }: IntakePlatform,
): Promise<Reading> {
  const { decodeText } = await loadPart(() => import('./decode-text.ts'));
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return decoded;
  if (kind === 'markdown')
    return (await loadPart(() => import('./markdown-reader.ts'))).readMarkdown(decoded.text, parseHtml);
  return readText(decoded.text);
}

async function readWithWorker(bytes: Uint8Array, { startWorker }: IntakePlatform): Promise<Reading> {
  const { readPdf } = await loadPart(() => import('./pdf-reader.ts'));
  if (!startWorker) return readPdf(bytes, undefined);
  const { pdfWorkerAddress } = await loadPart(() => import('./pdf-worker.ts'));
  await loadPart(() => fetchScript(pdfWorkerAddress));
  return readPdf(bytes, startWorker(pdfWorkerAddress));
}

/** Ahead of its worker, which would not say that it did not come. */
async function fetchScript(address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await response.arrayBuffer();
}
