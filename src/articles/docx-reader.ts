import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Article } from './article.ts';
import { decodeMarkup } from './decode-markup.ts';
import { fileArticle, type FileProblem } from './file-article.ts';
import { cutMarkup, maxPageElements } from './long-text.ts';
import { markupBlocks } from './markup-blocks.ts';
import { unzip, type Entries } from './unzip.ts';
import { isHarmlessXml } from './xml-guard.ts';

/** Besides its own, those that Word writes and whose meaning is not lost on a listener. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/** A Word document (Office Open XML) as an article: headings, lists, tables, links and notes; pictures are left out. */
export async function readDocx(
  bytes: Uint8Array,
  parseHtml: (html: string) => Document,
): Promise<Article | FileProblem> {
  const entries = unzip(bytes, (path) => /\.(xml|rels)$/.test(path));
  if ('problem' in entries) return entries;
  const isHarmless = [...entries.values()].every((part) => isHarmlessXml(decodeMarkup(part) ?? '<'));
  if (!isHarmless || !entries.has('word/document.xml')) return { problem: 'broken' };
  try {
    const html = await toHtml(entries);
    if (cutMarkup(html, maxPageElements, html.length) !== html) return { problem: 'too-long' };
    return fileArticle(markupBlocks(html, parseHtml), { language: language(entries) });
  } catch {
    return { problem: 'broken' };
  }
}

/** Mammoth gets an archive of what was read here, within the limits: it has none of its own. */
async function toHtml(entries: Entries): Promise<string> {
  const archive = zipSync(Object.fromEntries(entries), { level: 0 });
  const { buffer } = archive.slice();
  // Its builds for the browser and for Node take the same bytes by different names.
  const input = { arrayBuffer: buffer, buffer: archive };
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  return (await mammoth.convertToHtml(input, { styleMap: styles, convertImage })).value;
}

/** The language of its text, where its styles say one. */
function language(entries: Entries): string | undefined {
  const text = decodeMarkup(entries.get('word/styles.xml') ?? new Uint8Array()) ?? '';
  return /<w:lang\b[^>]*?\bw:val="([\w-]+)"/.exec(text)?.[1];
}
