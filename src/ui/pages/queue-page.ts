import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { ArticleSummary } from '../../library/library.ts';
import { servicesContext, type AppServices, type ListeningDesk } from '../contexts.ts';
import { currentLocale } from '../../localization/localization.ts';
import { DragOrder } from '../controllers/drag-order.ts';
import { GrowingRows, type Chunk } from '../controllers/growing-rows.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { formatLength, formatMinutes } from '../format.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import type { Toast } from '../components/toast-bar.ts';

/**
 * Radha: what is heard after what, to be put in another order by dragging or by buttons.
 *
 * @fires toast
 */
@customElement('degjo-queue-page')
@localized()
export class QueuePage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      li {
        position: relative;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        column-gap: var(--gap);
        padding: 0.5rem 0;
        border-bottom: 1px solid var(--hairline);
        background: var(--paper);
      }

      /* Rows by the hundred, as in the library. */
      .whole {
        content-visibility: auto;
        contain-intrinsic-size: auto 725rem;
      }

      /* A row that is dragged leaves its hundred. */
      .dragging .whole {
        content-visibility: visible;
      }

      .dragged {
        z-index: 1;
        border-radius: var(--radius);
        box-shadow: 0 0.25rem 1rem var(--shade);
      }

      .side {
        display: flex;
        flex-direction: column;
      }

      .text {
        display: flex;
        flex-direction: column-reverse;
        justify-content: center;
        min-height: calc(2 * var(--target));
        text-decoration: none;
      }

      strong {
        line-height: 1.35;
        text-wrap: pretty;
      }

      .now strong {
        color: var(--accent);
      }

      .grip {
        cursor: grab;
        /* The finger drags the row, not the page. */
        touch-action: none;
      }

      .listen {
        --fill: currentColor;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) desk!: ListeningDesk; // Given by the shell, always.
  /** What was moved where, for a screen reader. */
  @state() private told = '';

  private readonly growing = new GrowingRows(this, () => this.desk.queue.upcoming);

  private readonly dragging = new DragOrder(this, (from, to) => {
    const article = this.desk.queue.upcoming[from];
    if (article) void this.move(article, to);
  });

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
    new StoreController(this, () => this.services.session);
    new StoreController(this, () => this.desk.sleepTimer);
  }

  protected override render(): TemplateResult {
    const { upcoming } = this.desk.queue;
    const { rate } = this.services.library.settings;
    const words = upcoming.reduce((sum, article) => sum + article.words, 0);
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Radha')}</h1>
      ${this.now()}
      ${
        upcoming.length === 0
          ? html`<p>
              ${msg('Radha është bosh. Te lista e lajmeve prekni tri pikat pranë një artikulli dhe shtojeni në radhë.')}
            </p>`
          : html`<p class="meta">${msg(str`Artikuj: ${upcoming.length} · ${formatMinutes(words, rate)}`)}</p>
              ${this.actions(upcoming)}
              <ul role="list" aria-label=${msg('Radha')}>
                ${this.growing.chunks.map((chunk) => this.chunk(chunk, upcoming.length))}
              </ul>`
      }
      <p class="hidden-visually" role="status">${this.told}</p>
    `;
  }

  /** The article that is heard now. */
  private now(): TemplateResult | typeof nothing {
    const { article, playback } = this.services.session.snapshot;
    if (!article || playback === 'idle') return nothing;
    const { sleepTimer } = this.desk;
    const stops = sleepTimer.snapshot?.kind === 'articles' && sleepTimer.snapshot.left === 1;
    return html`
      <div class="now">
        <p class="meta">${msg('Tani dëgjohet')}</p>
        <strong lang=${article.language}>${article.title}</strong>
      </div>
      <label
        ><input
          type="checkbox"
          .checked=${stops}
          @change=${() => sleepTimer.set(stops ? undefined : { kind: 'articles', articles: 1 })}
        />${msg('Ndal pas këtij artikulli')}</label
      >
    `;
  }

  private actions([first]: readonly ArticleSummary[]): TemplateResult {
    const { session } = this.services;
    return html`<div class="row">
      ${
        session.isPlaying || !first
          ? nothing
          : html`<button class="primary listen" @click=${() => void this.desk.queue.play(first.id)}>
              <degjo-icon name="play"></degjo-icon>${msg('Dëgjo radhën')}
            </button>`
      }
      <button @click=${() => this.clear()}>${msg('Zbraz radhën')}</button>
    </div>`;
  }

  private chunk({ rows, from, isWhole }: Chunk<ArticleSummary>, count: number): TemplateResult {
    const { rate } = this.services.library.settings;
    const state = [...rows.map(({ id, title }) => `${id}\t${title}`), from + rows.length === count].join('\n');
    const drawn = guard([state, rate, currentLocale()], () =>
      rows.map((article, at) => this.item(article, from + at, count)),
    );
    return html`<div role="presentation" class=${isWhole ? 'whole' : ''}>${drawn}</div>`;
  }

  private item(article: ArticleSummary, index: number, count: number): TemplateResult {
    const { title, id, source, words } = article;
    const meta = [source, formatLength(words, this.services.library.settings.rate)].filter(Boolean).join(' · ');
    return html`
      <li>
        <span class="side">
          <button
            class="round bare up"
            aria-label=${msg(str`Më lart: ${title}`)}
            ?disabled=${index === 0}
            @click=${() => void this.move(article, index - 1, '.up')}
          >
            <degjo-icon name="up"></degjo-icon>
          </button>
          <button
            class="round bare down"
            aria-label=${msg(str`Më poshtë: ${title}`)}
            ?disabled=${index === count - 1}
            @click=${() => void this.move(article, index + 1, '.down')}
          >
            <degjo-icon name="down"></degjo-icon>
          </button>
        </span>
        <a class="text" href=${addresses.article(id)}>
          <strong lang="sq">${title}</strong>
          <span class="meta">${meta}</span>
        </a>
        <span class="side">
          <button
            class="round bare"
            aria-label=${msg(str`Hiqe nga radha: ${title}`)}
            @click=${() => this.takeOut(article)}
          >
            <degjo-icon name="remove"></degjo-icon>
          </button>
          <span class="button round bare grip" @pointerdown=${(event: PointerEvent) => this.drag(event, index)}>
            <degjo-icon name="grip"></degjo-icon>
          </span>
        </span>
      </li>
    `;
  }

  private drag(event: PointerEvent, index: number): void {
    this.dragging.begin(event, [...this.renderRoot.querySelectorAll('li')], index);
  }

  /** @param button the one that was pressed, which keeps the focus at its new place */
  private async move(article: ArticleSummary, to: number, button?: '.up' | '.down'): Promise<void> {
    const { queue } = this.desk;
    void queue.move(article.id, to);
    this.told = msg(str`${article.title}: vendi ${to + 1} nga ${queue.upcoming.length}`);
    await this.updateComplete;
    if (!button) return;
    const row = this.renderRoot.querySelectorAll('li')[to];
    const pressed = row?.querySelector<HTMLButtonElement>(button);
    // At either end there is no further in that way.
    const still = pressed?.disabled ? row?.querySelector<HTMLButtonElement>('.side button:not([disabled])') : pressed;
    still?.focus();
  }

  private takeOut({ id, title }: ArticleSummary): void {
    this.offerUndo(msg(str`U hoq nga radha: «${title}».`), this.desk.queue.remove(id));
  }

  private clear(): void {
    this.offerUndo(msg('Radha u zbraz.'), this.desk.queue.clear());
  }

  private offerUndo(text: string, undo: () => void): void {
    const detail: Toast = { text, action: { label: msg('Ktheje'), run: undo } };
    this.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
    // The button that was pressed is gone.
    this.renderRoot.querySelector('h1')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-queue-page': QueuePage;
  }
}
