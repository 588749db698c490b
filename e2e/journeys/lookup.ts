/** In the page: what a listener finds there, in open shadow roots too. */
export interface Lookup {
  /** The accessible names of everything of this role that is not hidden from a listener, in reading order. */
  names(role: string): string[];
  /** Scrolls to the first of this role and name. @returns its middle, or null where it cannot be pressed there */
  place(role: string, name: string): Place | null;
  /** What each element of this selector shows. */
  texts(selector: string): string[];
}

/** In the viewport, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The part of axe-core that its types leave out. */
interface Axe {
  setup(root: Document): void;
  teardown(): void;
  readonly commons: {
    readonly aria: { getRole(element: Element): string | null };
    readonly text: { accessibleText(element: Element): string };
    readonly dom: { isVisibleToScreenReaders(element: Element): boolean };
  };
}

declare global {
  interface Window {
    lookup?: Lookup;
  }
}

/** Runs in the page, where axe already is; axe computes roles and names as the specifications want them. */
export function installLookup(): void {
  const { axe } = window as unknown as { axe: Axe };

  function* elementsIn(root: Document | ShadowRoot): Generator<Element> {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
    }
  }

  function ofRole(role: string): { element: Element; name: string }[] {
    axe.setup(document);
    try {
      const { aria, text, dom } = axe.commons;
      return [...elementsIn(document)]
        .filter((element) => aria.getRole(element) === role && dom.isVisibleToScreenReaders(element))
        .map((element) => ({ element, name: text.accessibleText(element) }));
    } finally {
      axe.teardown();
    }
  }

  function isHit(element: Element, { x, y }: Place): boolean {
    const root = element.getRootNode() as Document | ShadowRoot;
    return element.contains(root.elementFromPoint(x, y));
  }

  window.lookup = {
    names: (role) => ofRole(role).map(({ name }) => name),
    place: (role, name) => {
      const element = ofRole(role).find((candidate) => candidate.name === name)?.element;
      if (!element) return null;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const middle = { x: left + width / 2, y: top + height / 2 };
      return isHit(element, middle) ? middle : null;
    },
    texts: (selector) =>
      [...elementsIn(document)]
        .filter((element): element is HTMLElement => element instanceof HTMLElement && element.matches(selector))
        .map((element) => element.innerText),
  };
}
