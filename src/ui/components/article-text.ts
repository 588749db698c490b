import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { hasHeadline, type Article } from '../../articles/article.ts';
import { blocksTemplate, marked } from '../block-template.ts';
import { currentLocale } from '../../localization/localization.ts';
import { formatDate } from '../format.ts';
import { highlightStyles } from '../highlighter.ts';
import { shared } from '../styles/shared.ts';

/** Above this many blocks the browser lays out only what is near the screen. */
const manyBlocks = 150;

/**
 * An article, well set. Its text is plain text in the page: lighting a sentence changes no element of it.
 *
 * @fires pick - the reader chose a point of the text: `{ block, offset }`
 */
@localized()
@customElement('degjo-article-text')
export class ArticleText extends LitElement {
  static override styles = [
    shared,
    highlightStyles,
    css`
      :host {
        display: block;
        position: relative;
      }

      article {
        display: flex;
        flex-direction: column;
        gap: 1.1em;
        max-width: var(--measure);
        font-size: var(--size-reading);
        line-height: 1.65;
        overflow-wrap: anywhere;
        hyphens: manual;
      }

      h1 {
        font-size: var(--size-headline);
        line-height: 1.2;
        text-wrap: balance;
      }

      h2 {
        margin-top: 0.6em;
        font-size: var(--size-title);
        line-height: 1.3;
        text-wrap: balance;
      }

      .meta + h1 {
        margin-top: -0.6rem;
      }

      blockquote {
        margin: 0;
        padding-inline-start: 1rem;
        border-inline-start: 3px solid var(--hairline);
      }

      ul {
        display: flex;
        flex-direction: column;
        gap: 0.5em;
        padding-inline-start: 1.4rem;
      }

      pre {
        margin: 0;
        white-space: pre-wrap;
        font-size: 0.85em;
      }

      .caption,
      .image,
      .table {
        color: var(--second-ink);
        font-size: 0.85em;
      }

      a {
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
      }

      article[data-long] > :not(h1) {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 8rem;
      }
    `,
  ];

  @property({ attribute: false }) article: Article | undefined;

  protected override render(): TemplateResult {
    const { article } = this;
    if (!article) return html``;
    const headline = hasHeadline(article);
    const [first] = article.blocks;
    return html`
      <article
        lang=${article.language}
        ?data-long=${article.blocks.length > manyBlocks}
        @click=${(event: MouseEvent) => this.pick(event)}
      >
        ${this.meta(article)}
        <h1 tabindex="-1" class=${headline ? '' : 'hidden-visually'} data-block=${headline ? 0 : -1}
          >${headline && first ? marked(first) : article.title}</h1
        >
        ${blocksTemplate(article.blocks, headline ? 1 : 0)}
      </article>
    `;
  }

  private meta({ source, topic, byline, published }: Article): TemplateResult {
    const date = published && formatDate(published, currentLocale());
    const parts = [source ?? msg('Artikulli im'), topic, byline, date].filter(Boolean);
    return html`<p class="meta" lang=${currentLocale()}>${parts.join(' · ')}</p>`;
  }

  /** The element that shows a block. */
  elementOf(block: number): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>(`[data-block="${block}"]`) ?? undefined;
  }

  /** A stretch `[start, end)` of a block's text, as it stands in the page. */
  rangeOf(block: number, start: number, end: number): Range | undefined {
    const element = this.elementOf(block);
    const from = element && textPoint(element, start, 'after');
    const to = element && textPoint(element, end, 'before');
    if (!from || !to) return undefined;
    const range = new Range();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  private pick(event: MouseEvent): void {
    const path = event.composedPath();
    const onLink = path.some((target) => target instanceof HTMLAnchorElement);
    const element = path.find(
      (target): target is HTMLElement => target instanceof HTMLElement && !!target.dataset['block'],
    );
    const selecting = getSelection()?.isCollapsed === false;
    if (onLink || selecting || !element) return;
    const block = Number(element.dataset['block']);
    if (block < 0) return;
    const offset = offsetAt(element, event.clientX, event.clientY);
    this.dispatchEvent(new CustomEvent('pick', { detail: { block, offset }, bubbles: true, composed: true }));
  }
}

function textNodes(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Where an offset of the block's text stands among its text nodes; at an edge, in the node on the wished side. */
function textPoint(element: HTMLElement, offset: number, side: 'before' | 'after') {
  let rest = offset;
  for (const node of textNodes(element)) {
    if (rest < node.length || (side === 'before' && rest === node.length)) return { node, offset: rest };
    rest -= node.length;
  }
  return undefined;
}

/**
 * Which letter of a block stands at a point of the screen. Browsers answer this differently inside shadow trees, so the
 * letters' own boxes are asked: by halves, since a block's letters run down the page line by line.
 */
function offsetAt(element: HTMLElement, x: number, y: number): number {
  const nodes = textNodes(element);
  const starts: number[] = [];
  let total = 0;
  for (const node of nodes) {
    starts.push(total);
    total += node.length;
  }
  const boxOf = (offset: number): DOMRect => {
    const index = starts.findLastIndex((start) => start <= offset);
    const node = nodes[index];
    const range = new Range();
    if (node) {
      const at = offset - (starts[index] ?? 0);
      range.setStart(node, at);
      range.setEnd(node, Math.min(node.length, at + 1));
    }
    return range.getBoundingClientRect();
  };
  let low = 0;
  let high = Math.max(0, total - 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const box = boxOf(middle);
    const before = box.top > y || (box.bottom > y && box.left > x);
    if (before) high = middle - 1;
    else low = middle;
  }
  return low;
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-article-text': ArticleText;
  }
}
