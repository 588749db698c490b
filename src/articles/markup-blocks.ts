import type { Block } from './article.ts';
import { htmlBlocks } from './html-blocks.ts';

/**
 * Markup that a file holds, as blocks. Links lead somewhere only where they are whole: a file has no address.
 *
 * @param html the inside of a body
 */
export function markupBlocks(html: string, parseHtml: (html: string) => Document): Block[] {
  const page = parseHtml(`<!doctype html><html><head></head><body>${html}</body></html>`);
  return htmlBlocks(page.documentElement, { base: 'about:blank', language: 'sq' });
}
