import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { virtual } from '@guidepup/virtual-screen-reader';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    screenReader?: typeof virtual;
  }
}

const module = readFileSync(
  createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/browser.js'),
  'utf8',
);

/** The same as a script, for a page whose policy lets no module in. */
function asScript(): string {
  const [exports = '', name = ''] = /export\s*\{[^}]*?([\w$]+) as virtual\b[^}]*\};?/.exec(module) ?? [];
  return `(() => {${module.replace(exports, '')}\n;window.screenReader = ${name};})();`;
}

/**
 * What a virtual screen reader says of the page from its beginning to its end, a phrase for each thing that it comes to.
 */
export async function readThrough(page: Page): Promise<string[]> {
  await page.evaluate(asScript());
  return page.evaluate(async () => {
    const reader = window.screenReader;
    if (!reader) throw new Error('no screen reader');

    // It knows nothing of shadow roots: it is given the page as it is composed of them, without what is not shown.
    class Composer {
      compose(node: Node): Node[] {
        if (node instanceof Text) return [node.cloneNode()];
        if (!(node instanceof Element)) return [];
        const { display, visibility } = getComputedStyle(node);
        if (display === 'none' || visibility === 'hidden') return [];
        if (node instanceof HTMLSlotElement) return this.all(node.assignedNodes({ flatten: true }));
        const inner = this.all([...(node.shadowRoot ?? node).childNodes]);
        // An element of our own means nothing by itself, and would come to life again.
        if (node.localName.includes('-') && !node.hasAttribute('role')) return inner;
        const copy = node.cloneNode() as Element;
        copy.append(...inner);
        return [copy];
      }

      all(nodes: readonly Node[]): Node[] {
        return nodes.flatMap((node) => this.compose(node));
      }
    }
    const container = document.createElement('div');
    container.append(...new Composer().all([...document.body.childNodes]));
    document.body.append(container);
    try {
      await reader.start({ container });
      for (let step = 0; step < 1_000; step++) {
        await reader.next();
        if ((await reader.lastSpokenPhrase()).startsWith('end of document')) break;
      }
      const phrases = await reader.spokenPhraseLog();
      await reader.stop();
      return phrases;
    } finally {
      container.remove();
    }
  });
}
