import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { docx, epub, lockedPdf, paragraph, pdf } from '../src/articles/fixtures/files.ts';
import { articleLinks, eventually, headline, load, newPage, openFile, ownArticles, shownText } from './journeys/app.ts';
import type { OpenedFile } from './journeys/app.ts';
import { openBrowser, rig, startAppServer } from './rig/index.ts';
import type { RigBrowser } from './rig/index.ts';

let browser: RigBrowser;
let page: Page;
/** A new one for each test: nothing is kept at its address yet. */
let app: Awaited<ReturnType<typeof startAppServer>>;

beforeAll(async () => (browser = await openBrowser()));
afterAll(() => browser.close());

beforeEach(async () => {
  app = await startAppServer({ root: rig.dist });
  page = await newPage(browser);
  await load(page, `${app.url}#/shto`);
});

afterEach(async () => {
  await page.close();
  await app.close();
});

function file(name: string, content: Uint8Array | string): OpenedFile {
  return { name, mimeType: '', buffer: Buffer.from(content) };
}

const sentence = 'Banorët thonë se ura është e vjetër dhe nuk mban më, por për këtë nuk ka ende një vendim.';
const words = 'Kalimi është falas për këmbësorët.';
const saved = `<!doctype html><html lang="en-US"><head><title>Ura e re hapet</title></head><body>
  <nav><a href="/">Kreu</a></nav><article><h1>Ura e re hapet</h1><p>${`${sentence} `.repeat(4)}</p><p>${words}</p>
  <p>Lexo edhe: <a href="/b">Tuneli</a></p><script>document.title = 'x'</script></article></body></html>`;
const printed = pdf([
  [
    { text: 'Ura e re hapet', y: 520, size: 20 },
    { text: 'Banorët thonë se ura e vjetër nuk mban më. Kalimi', y: 480 },
    { text: 'është falas për këmbësorët.', y: 466 },
  ],
]);

describe('a file becomes an article with its text', () => {
  it.each([
    ['a saved page', file('ura.html', saved)],
    [
      'a page whose article is short',
      file('ura.html', `<html><body><h1>Ura e re hapet</h1><p>${words}</p></body></html>`),
    ],
    ['Markdown', file('ura.md', `# Ura e re hapet\n\n${words}`)],
    ['a Word document', file('ura.docx', docx(paragraph('Ura e re hapet', 'T') + paragraph(words)))],
    ['a PDF, by the real worker', file('ura.pdf', printed)],
  ])('%s', async (_, opened) => {
    await openFile(page, opened);
    await headline(page).getByText('Ura e re hapet').waitFor();
    expect(await shownText(page)).toContain(words);
    expect(await shownText(page)).not.toContain('Tuneli');
    await load(page, app.url);
    await eventually(() => ownArticles(page)).toEqual(['Ura e re hapet']);
  });

  it('a book: its first chapter opens, all are in the list, the first on top', async () => {
    const chapters = {
      'a.xhtml': `<h1>Ura</h1><p>${words}</p>`,
      'b.xhtml': `<h1>Mulliri</h1><p>${words}</p>`,
      'c.xhtml': `<h1>Lumi</h1><p>${words}</p>`,
    };
    const toc = { 'a.xhtml': 'Ura', 'b.xhtml': 'Mulliri', 'c.xhtml': 'Lumi' };
    await openFile(page, file('tregime.epub', epub({ metadata: '<dc:title>Tregime</dc:title>', chapters, toc })));
    await headline(page).getByText('Ura').waitFor();
    expect(await shownText(page)).toContain(words);
    await load(page, app.url);
    await eventually(() => ownArticles(page)).toEqual(['Ura', 'Mulliri', 'Lumi']);
  });
});

describe('what cannot be read is told by its name, and nothing is stored', () => {
  const broken = docx(paragraph(words)).slice(0, 300);
  it.each<[string, OpenedFile, RegExp]>([
    ['a scanned PDF', file('skanuar.pdf', pdf([[], []])), /«skanuar\.pdf» ka vetëm fotografi/],
    ['a PDF with a password', file('fshehtë.pdf', lockedPdf()), /«fshehtë\.pdf» është i kyçur/],
    ['a broken PDF', file('prishur.pdf', '%PDF-1.7'), /«prishur\.pdf» është i dëmtuar/],
    ['a broken Word document', file('prishur.docx', broken), /«prishur\.docx» është i dëmtuar/],
    ['a page of nothing', file('faqja.html', '<html><body><script>x</script></body></html>'), /nuk u gjet artikull/],
  ])('%s', async (_, opened, words) => {
    await openFile(page, opened);
    await eventually(() => page.getByRole('alert').innerText()).toMatch(words);
    await load(page, app.url);
    await articleLinks(page).first().waitFor();
    expect(await ownArticles(page)).toEqual([]);
  });
});

it('nothing of this was a problem for the browser', () => {
  expect(browser.problems()).toEqual([]);
});
