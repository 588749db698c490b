import type { Library } from '../library/library.ts';
import type { Look } from '../library/look.ts';

/** The custom properties of styles/tokens.css that follow a number of the look. */
const measures = {
  size: (size) => String(size),
  lines: (lines) => String(lines),
  paragraphs: (paragraphs) => `${paragraphs}em`,
  letters: (letters) => `${letters}em`,
  words: (words) => `${words}em`,
  width: (width) => String(width),
} satisfies Partial<Record<keyof Look, (value: number) => string>>;

/** Dresses the page now, and again whenever the listener wishes another look. */
export function wear(root: HTMLElement, library: Library): void {
  let worn = library.settings.look;
  applyLook(root, worn);
  library.addEventListener('change', () => {
    if (library.settings.look === worn) return;
    worn = library.settings.look;
    applyLook(root, worn);
  });
}

const choices = ['theme', 'colour', 'mark'] as const;

/**
 * Dresses the page; nothing is rendered for it. What is as usual leaves no trace, so that the device decides.
 *
 * @param root the root element of the page
 */
export function applyLook(root: HTMLElement, wish: Partial<Look>): void {
  for (const [name, value] of Object.entries(measures) as [keyof typeof measures, (value: number) => string][]) {
    const wished = wish[name];
    if (wished === undefined) root.style.removeProperty(`--reading-${name}`);
    else root.style.setProperty(`--reading-${name}`, value(wished));
  }
  for (const name of choices) {
    const wished = wish[name];
    if (wished === undefined) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, wished);
  }
  void wearFont(root, wish.font);
  colourFrame(root);
}

async function wearFont(root: HTMLElement, font: Look['font'] = 'system'): Promise<void> {
  root.dataset['font'] = font;
  if (font === 'system') {
    root.style.removeProperty('--reading-font');
    return;
  }
  const { loadFont } = await import('./fonts.ts');
  const family = await loadFont(font).catch(() => undefined);
  // Another may have been wished meanwhile; and one that does not come leaves the text in the system's.
  if (family && root.dataset['font'] === font) root.style.setProperty('--reading-font', `${family}, var(--font)`);
}

/** What a phone puts around the page takes the colour of its paper. */
function colourFrame(root: HTMLElement): void {
  const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
  const chosen = root.hasAttribute('data-theme');
  for (const meta of root.ownerDocument.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.dataset['usual'] ??= meta.content;
    meta.content = chosen ? paper : meta.dataset['usual'];
  }
}
