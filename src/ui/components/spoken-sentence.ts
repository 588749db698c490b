import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Look } from '../../library/look.ts';
import type { ListeningSession, SessionEventMap } from '../../listening/listening-session.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { createHighlighter, highlightStyles, type Highlighter } from '../highlighter.ts';
import { readingStyles } from '../styles/reading.ts';
import { shared } from '../styles/shared.ts';
import { rangeIn } from '../text-points.ts';

/** Characters from which on a sentence is set a little smaller, to be seen at a glance. */
const long = 110;
const longer = 220;

/** The sentence that is spoken, large, as plain text, with the word lit inside it. */
@customElement('degjo-spoken-sentence')
export class SpokenSentence extends LitElement {
  static override styles = [
    shared,
    highlightStyles,
    readingStyles,
    css`
      :host {
        display: block;
        position: relative;
        isolation: isolate;
      }

      p.reading {
        font-size: calc(var(--size-reading) * var(--enlarged, 1.7));
        line-height: min(var(--reading-lines), 1.45);
      }

      p.long {
        font-size: calc(var(--size-reading) * min(var(--enlarged, 1.7), 1.35));
      }

      p.longer {
        font-size: calc(var(--size-reading) * min(var(--enlarged, 1.7), 1.1));
      }
    `,
  ];

  @property({ attribute: false }) session!: ListeningSession; // Given by the page around it, always.
  @property() follow: Look['follow'] = 'words';
  @query('p') private readonly text!: HTMLElement | null; // Null while nothing is open.
  private highlighter: Highlighter | undefined;
  private shown: unknown;

  constructor() {
    super();
    new StoreController(this, () => this.session);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.addEventListener('word', this.word);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.removeEventListener('word', this.word as EventListener);
    this.highlighter?.light('word');
  }

  private get sentence() {
    const { script, index } = this.session.snapshot;
    return script?.sentences[index];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { script } = this.session.snapshot;
    const { sentence } = this;
    if (!script || !sentence) return nothing;
    const text = script.sourceOf(sentence);
    const length = text.length > longer ? 'longer' : text.length > long ? 'long' : '';
    return html`<p class="reading ${length}" lang=${script.article.language}>${text}</p>`;
  }

  protected override updated(): void {
    if (this.sentence === this.shown) return;
    this.shown = this.sentence;
    this.highlighter?.light('word');
  }

  private readonly word = ({ detail: { block, start, end } }: SessionEventMap['word']): void => {
    const { sentence, text } = this;
    if (!text || this.shown !== sentence || sentence?.block !== block || this.follow !== 'words') return;
    this.highlighter ??= createHighlighter(this.renderRoot as ShadowRoot);
    const range = rangeIn(text, start - sentence.start, end - sentence.start);
    this.highlighter.light('word', ...(range ? [range] : []));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-spoken-sentence': SpokenSentence;
  }
}
