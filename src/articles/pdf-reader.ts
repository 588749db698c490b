import { getDocument, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Article } from './article.ts';
import { fileArticle, type FileFacts, type FileProblem } from './file-article.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { pdfLines, type PdfPage } from './pdf-lines.ts';
import { oneLine } from './text-blocks.ts';
import { maxTextLength } from './text-reader.ts';

const maxPages = 3000;

/** A page with fewer letters is a picture, perhaps with a number on it. */
const fewestLetters = 15;

/**
 * The text of a PDF as an article. Nothing of it is drawn or run, no font or picture is loaded.
 *
 * @param port the worker of pdf.js, which is ended here; without one, it works in this thread (Node)
 */
export async function readPdf(bytes: Uint8Array, port: Worker | undefined): Promise<Article | FileProblem> {
  const worker = port && PDFWorker.create({ port });
  const loading = getDocument({
    // Handed over to the worker; the caller's bytes stay whole.
    data: bytes.slice(),
    ...(worker && { worker }),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > maxPages) return { problem: 'too-long' };
    const pages = await readPages(pdf);
    if (pages === undefined) return { problem: 'too-long' };
    const letters = pages.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + text.length, 0);
    if (letters < fewestLetters * pages.length) return { problem: 'no-text' };
    const blocks = pdfBlocks(pages);
    return fileArticle(blocks, await facts(pdf, blocks[0]?.kind === 'heading'));
  } catch (error) {
    return { problem: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken' };
  } finally {
    await loading.destroy();
    worker?.destroy();
    port?.terminate();
  }
}

/** Undefined where it is more text than an article may have. */
async function readPages(pdf: PDFDocumentProxy): Promise<PdfPage[] | undefined> {
  const pages: PdfPage[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, bottom = 0, , top = 0] = page.view;
    const { items } = await page.getTextContent();
    const lines = pdfLines(items.filter((item) => 'str' in item));
    pages.push({ height: top - bottom, lines });
    page.cleanup();
    length += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (length > maxTextLength) return undefined;
  }
  return pages;
}

async function facts(pdf: PDFDocumentProxy, hasHeading: boolean): Promise<FileFacts> {
  const { info } = await pdf.getMetadata();
  const written = info as { Title?: unknown; Author?: unknown; Language?: unknown };
  const title = line(written.Title);
  const isName = title === undefined || /\.\w{2,5}$|^untitled|^microsoft word|^dokument\d*$/i.test(title);
  return {
    title: hasHeading || isName ? undefined : title,
    byline: line(written.Author),
    language: line(written.Language),
  };
}

function line(value: unknown): string | undefined {
  return typeof value === 'string' ? oneLine(value).text || undefined : undefined;
}
