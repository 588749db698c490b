import { css } from 'lit';

/** What can be lit, from the ground up: a word shines through its sentence. What could not be said is only marked. */
const layers = ['skipped', 'sentence', 'word'] as const;
export type Layer = (typeof layers)[number];

/**
 * The lit sentence and word. `::highlight()` rules must stand in the element that shows the text: from the document,
 * Firefox does not let them reach into shadow trees. Underlined, so that colour is never the only cue.
 */
export const highlightStyles = css`
  ::highlight(degjo-skipped) {
    text-decoration: underline 2px dotted var(--second-ink);
  }

  ::highlight(degjo-sentence) {
    background-color: var(--lit-sentence);
    color: var(--ink);
    text-decoration: underline var(--lit-line) var(--lit-underline);
    text-decoration-skip-ink: none;
  }

  ::highlight(degjo-word) {
    background-color: var(--lit-word);
    color: var(--on-lit-word);
    text-decoration: underline var(--lit-word-line) var(--lit-underline);
    text-decoration-skip-ink: none;
  }

  .lit {
    position: absolute;
    z-index: -1;
    background: var(--lit-sentence);
    border-bottom: var(--lit-line) solid var(--lit-underline);
    pointer-events: none;
  }

  .lit.skipped {
    background: transparent;
    border-bottom: 2px dotted var(--second-ink);
  }

  .lit.word {
    border-bottom-width: var(--lit-word-line);
    background: var(--lit-word);
  }

  @media (forced-colors: active) {
    ::highlight(degjo-sentence),
    ::highlight(degjo-word) {
      background-color: SelectedItem;
      color: SelectedItemText;
      text-decoration: underline 3px SelectedItemText;
    }

    .lit {
      border-bottom-color: Highlight;
    }
  }
`;

/** Lights ranges without touching what is rendered: by the CSS Custom Highlight API, else by boxes behind the text. */
export interface Highlighter {
  light(layer: Layer, ...ranges: readonly Range[]): void;
}

/** @param ground the positioned root that the text stands in, for browsers that need boxes */
export function createHighlighter(ground: ShadowRoot): Highlighter {
  return 'highlights' in CSS ? new NativeHighlighter() : new BoxHighlighter(ground);
}

class NativeHighlighter implements Highlighter {
  light(layer: Layer, ...ranges: readonly Range[]): void {
    const name = `degjo-${layer}`;
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = layers.indexOf(layer);
    CSS.highlights.set(name, highlight);
  }
}

/** For browsers older than Chrome 105, Safari 17.2, Firefox 140. */
export class BoxHighlighter implements Highlighter {
  private readonly ground: ShadowRoot;
  private readonly ranges = new Map<Layer, readonly Range[]>();
  private readonly boxes = document.createElement('div');

  constructor(ground: ShadowRoot) {
    this.ground = ground;
    this.boxes.setAttribute('aria-hidden', 'true');
    // Lines break elsewhere at another width: the boxes are laid anew.
    new ResizeObserver(() => this.draw()).observe(ground.host);
  }

  light(layer: Layer, ...ranges: readonly Range[]): void {
    this.ranges.set(layer, ranges);
    this.draw();
  }

  private draw(): void {
    if (!this.boxes.isConnected) this.ground.append(this.boxes);
    const origin = this.ground.host.getBoundingClientRect();
    const boxes = layers.flatMap((layer) =>
      (this.ranges.get(layer) ?? [])
        .flatMap((range) => [...range.getClientRects()])
        .map((rect) => {
          const box = document.createElement('div');
          box.className = `lit ${layer}`;
          box.style.left = `${rect.left - origin.left}px`;
          box.style.top = `${rect.top - origin.top}px`;
          box.style.width = `${rect.width}px`;
          box.style.height = `${rect.height}px`;
          return box;
        }),
    );
    this.boxes.replaceChildren(...boxes);
  }
}
