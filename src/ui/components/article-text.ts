import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { hasHeadline, type Article } from '../../articles/article.ts';
import { blocksTemplate, marked } from '../block-template.ts';
import { currentLocale } from '../../localization/localization.ts';
import { formatDate } from '../format.ts';
import { highlightStyles } from '../highlighter.ts';
import { LongPress, pressOf, type Press } from '../controllers/long-press.ts';
import { readingStyles } from '../styles/reading.ts';
import { shared } from '../styles/shared.ts';
import { offsetAt, rangeIn } from '../text-points.ts';
import { wordAt } from '../word-at.ts';

/** Above this many blocks the browser lays out only what is near the screen. */
const manyBlocks = 150;

/**
 * An article, well set. Its text is plain text in the page: lighting a sentence changes no element of it.
 *
 * @fires pick - the reader chose a point of the text: `{ block, offset }`
 * @fires word-chosen - the reader pressed long on a word, or with the other mouse button: `{ block, offset, word }`
 */
@customElement('degjo-article-text')
@localized()
export class ArticleText extends LitElement {
  static override styles = [
    shared,
    highlightStyles,
    readingStyles,
    css`
      :host {
        display: block;
        position: relative;
      }

      h1 {
        font-size: max(var(--size-headline), var(--size-reading) * 1.15);
        line-height: 1.2;
        text-wrap: balance;
      }

      h2 {
        margin-top: 0.6em;
        font-size: max(var(--size-title), var(--size-reading) * 1.05);
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
  /** Does everything but the lit sentence step back? */
  @property({ type: Boolean }) dimmed = false;

  private readonly longPress = new LongPress(this, (press) => this.chooseWord(press));

  protected override render(): TemplateResult {
    const { article } = this;
    if (!article) return html``;
    const headline = hasHeadline(article);
    const [first] = article.blocks;
    return html`
      <article
        class="reading ${this.dimmed ? 'dimmed' : ''}"
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
    return element && rangeIn(element, start, end);
  }

  private pick(event: MouseEvent): void {
    const point = this.longPress.wasTaken ? undefined : pointOf(pressOf(event));
    if (point) this.report('pick', { block: point.block, offset: point.offset });
  }

  /** @returns was there a word? */
  private chooseWord(press: Press): boolean {
    const point = pointOf(press);
    const found = point && wordAt(point.element.textContent, point.offset);
    if (found) this.report('word-chosen', { block: point.block, offset: found.at, word: found.word });
    return found !== undefined;
  }

  private report(type: 'pick' | 'word-chosen', detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** The point of the text that was pressed; undefined on a link, beside the text, and while text is being selected. */
function pointOf({ path, x, y }: Press): { element: HTMLElement; block: number; offset: number } | undefined {
  const onLink = path.some((target) => target instanceof HTMLAnchorElement);
  const element = path.find(
    (target): target is HTMLElement => target instanceof HTMLElement && !!target.dataset['block'],
  );
  const block = Number(element?.dataset['block'] ?? -1);
  if (onLink || !element || block < 0 || getSelection()?.toString()) return undefined;
  return { element, block, offset: offsetAt(element, x, y) };
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-article-text': ArticleText;
  }
}
