import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** From the next load on, this page has axe. */
export async function withAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: source });
}

/**
 * What every rule of axe finds, those of WCAG 2.2 AAA and the experimental ones among them, in lines of
 * `rule: element: why`. What axe leaves undecided is decided here or stands in the answer too:
 * - contrast of text that something covers in part, such as the player: by its own colour and the first ground under
 *   it that is not transparent. Nothing in the app has a picture for a ground.
 * - order of headings that axe loses track of in shadow roots: by `measure(page, 'headings')`, which has to be called.
 *
 * @param what `colours`: only the rules that a change of colours can break
 */
export function objections(page: Page, what: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  return page.evaluate(async (rules) => {
    if (!window.axe) throw new Error('no axe: call withAxe() before the load');
    const { violations, incomplete } = await window.axe.run(document, {
      ...(rules === 'colours' ? { runOnly: { type: 'tag', values: ['cat.color'] } } : {}),
      resultTypes: ['violations', 'incomplete'],
      elementRef: true,
      rules: {
        'color-contrast-enhanced': { enabled: true },
        'target-size': { enabled: true },
        'identical-links-same-purpose': { enabled: true },
        'meta-refresh-no-exceptions': { enabled: true },
      },
    });

    const parent = (element: Element): Element | null => {
      const root = element.getRootNode();
      return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const ground = (element: Element | null): string => {
      if (!element) return getComputedStyle(document.documentElement).backgroundColor;
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      if (backgroundImage !== 'none') return 'a picture';
      const [, , , alpha = 1] = channels(backgroundColor);
      return alpha === 0 ? ground(parent(element)) : backgroundColor;
    };
    // WCAG 2.2, relative luminance and contrast ratio.
    const luminance = (colour: string): number => {
      const [red = NaN, green = NaN, blue = NaN, alpha = 1] = channels(colour);
      if (alpha < 1) return NaN;
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (element: Element): number => {
      const [dark = NaN, light = NaN] = [getComputedStyle(element).color, ground(element)]
        .map(luminance)
        .sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    };
    const isDecided = (id: string, element: Element | undefined): boolean =>
      id === 'heading-order' || (/^color-contrast/.test(id) && element !== undefined && contrast(element) >= 7);

    const lines = (results: typeof violations) =>
      results.flatMap(({ id, nodes }) =>
        nodes
          .filter(({ element }) => results === violations || !isDecided(id, element))
          .map(({ target, failureSummary = '' }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
      );
    return [...lines(violations), ...lines(incomplete)];
  }, what);
}
