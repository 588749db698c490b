import type { Page } from 'playwright-core';

/** What is measured in the page itself, through every shadow root. Each answer names what is wrong; empty is well. */
interface Measures {
  /** What reaches beyond the right edge of the screen. */
  readonly sideways: () => string[];
  /** What is pressed and is smaller than 48 by 48 pixels; a link within a line of text may be. */
  readonly smallTargets: () => string[];
  /** Text that is cut off, or stands outside the button that it names. */
  readonly lostText: () => string[];
  /** Not one first heading, or one that skips a level. */
  readonly headings: () => string[];
  /** What has the focus and cannot be seen whole, with what hides it; null where all is well. */
  readonly hiddenFocus: () => string | null;
}

declare global {
  interface Window {
    measures?: Measures;
  }
}

/** From the next load on, this page can be measured. */
export async function withMeasures(page: Page): Promise<void> {
  await page.addInitScript(install);
}

/** Everything of it that is wrong as the page stands now. */
export function measure(page: Page, ...names: Exclude<keyof Measures, 'hiddenFocus'>[]): Promise<string[]> {
  return page.evaluate((wanted) => {
    const { measures } = window;
    if (!measures) throw new Error('not measured: call withMeasures() before the load');
    return wanted.flatMap((name) => measures[name]().map((fault) => `${name}: ${fault}`));
  }, names);
}

/** See `Measures.hiddenFocus`. */
export function hiddenFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => window.measures?.hiddenFocus() ?? null);
}

/** The spacing that WCAG 1.4.12 asks every page to bear, forced upon every element, however deep. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const spacing = new CSSStyleSheet();
    spacing.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }
    `);
    const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
    ];
    for (const root of roots(document)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
  });
}

function install(): void {
  /** Half a pixel is lost in rounding. */
  const rounding = 0.6;

  const within = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);

  /** Everything that is shown, through every shadow root; behind an open dialog, only what is in it. */
  const shown = (): Element[] => {
    const all = within(document);
    const dialog = all.findLast((element) => element.matches('dialog:modal'));
    return (dialog ? [dialog, ...within(dialog)] : all).filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0,
    );
  };

  const parent = (node: Node): Node | null =>
    node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;

  const holds = (outer: Element, node: Node | null): boolean =>
    node !== null && (node === outer || holds(outer, parent(node)));

  const name = (element: Element): string => {
    const host = element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : undefined;
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${host?.localName ?? ''} ${element.localName}${[...element.classList].map((one) => `.${one}`).join('')} «${words}»`;
  };

  /** What is there for screen readers alone, is as small as it likes. */
  const isForEars = (element: Element): boolean => {
    for (let node: Node | null = element; node instanceof Element; node = parent(node)) {
      if (node.matches('.hidden-visually')) return true;
    }
    return false;
  };

  const textBox = (element: Element): DOMRect => {
    const range = new Range();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };

  const sideways = (): string[] => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return shown()
      .filter((element) => element instanceof HTMLElement && !isForEars(element))
      .filter((element) => element.getBoundingClientRect().right > width + rounding)
      .map((element) => `${name(element)} to ${element.getBoundingClientRect().right.toFixed(0)} of ${String(width)}`);
  };

  const isInline = (element: Element): boolean =>
    element.localName === 'a' && getComputedStyle(element).display === 'inline';

  const smallTargets = (): string[] =>
    shown()
      .filter((element) => element.matches('a[href], button, input, select, textarea, summary, [role=button]'))
      .filter((element) => !isForEars(element) && !isInline(element))
      .flatMap((element) => {
        // A label is pressed as its box is.
        const boxes = [element, element.closest('label')].flatMap((one) => one?.getBoundingClientRect() ?? []);
        const width = Math.max(...boxes.map((box) => box.width));
        const height = Math.max(...boxes.map((box) => box.height));
        const small = width < 48 - rounding || height < 48 - rounding;
        return small ? [`${name(element)} ${width.toFixed(1)} by ${height.toFixed(1)}`] : [];
      });

  const isCut = (element: Element): boolean => {
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    // What ends in … has its whole name elsewhere on the page.
    if (textOverflow === 'ellipsis' || isForEars(element) || element.textContent.trim() === '') return false;
    const cut = (overflow: string, inner: number, outer: number) => /hidden|clip/.test(overflow) && inner > outer + 1;
    return (
      cut(overflowX, element.scrollWidth, element.clientWidth) ||
      cut(overflowY, element.scrollHeight, element.clientHeight)
    );
  };

  const leaves = (element: Element): boolean => {
    if (!element.matches('button, a.button') || element.textContent.trim() === '') return false;
    const [text, box] = [textBox(element), element.getBoundingClientRect()];
    return (
      text.left < box.left - rounding ||
      text.right > box.right + rounding ||
      text.top < box.top - rounding ||
      text.bottom > box.bottom + rounding
    );
  };

  const lostText = (): string[] => [
    ...shown()
      .filter(isCut)
      .map((element) => `${name(element)} is cut`),
    ...shown()
      .filter(leaves)
      .map((element) => `${name(element)} stands outside its button`),
  ];

  const headings = (): string[] => {
    const all = shown().filter((element) => /^h[1-6]$/.test(element.localName));
    const levels = all.map((element) => Number(element.localName.slice(1)));
    const firsts = levels.filter((level) => level === 1).length;
    const isDialog = within(document).some((element) => element.matches('dialog:modal'));
    return [
      ...(firsts === (isDialog ? 0 : 1) ? [] : [`${String(firsts)} headings of the first level`]),
      // The list beside an article has no first heading of its own.
      ...all.flatMap((element, at) => {
        const before = levels[at - 1] ?? 1;
        return (levels[at] ?? 1) > before + 1 ? [`${name(element)} follows a heading of level ${String(before)}`] : [];
      }),
    ];
  };

  const focused = (): Element | null => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };

  const at = (x: number, y: number): Element | null => {
    let element = document.elementFromPoint(x, y);
    for (;;) {
      const inner = element?.shadowRoot?.elementFromPoint(x, y);
      if (!inner || inner === element) return element;
      element = inner;
    }
  };

  const hiddenFocus = (): string | null => {
    const element = focused();
    if (!element || element === document.body) return null;
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    // What is higher than the screen begins in sight, at least.
    if (top < -rounding || (height < innerHeight && bottom > innerHeight + rounding)) {
      return `${name(element)} from ${top.toFixed(0)} to ${bottom.toFixed(0)} of ${String(innerHeight)}`;
    }
    const inset = Math.min(width, height) / 4;
    const points: [number, number][] = [
      [left + width / 2, top + height / 2],
      [left + inset, top + inset],
      [right - inset, top + inset],
      [left + inset, bottom - inset],
      [right - inset, bottom - inset],
    ];
    const covers = points
      .filter(([, y]) => y < innerHeight)
      .map(([x, y]) => at(x, y))
      .find((found) => found && !holds(element, found) && !holds(found, element));
    if (covers) return `${name(element)} is under ${name(covers)}`;
    return element.matches(':focus-visible') ? null : `${name(element)} does not show its focus`;
  };

  window.measures = { sideways, smallTargets, lostText, headings, hiddenFocus };
}
