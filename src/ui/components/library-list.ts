import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { ArticleSummary, LibrarySnapshot } from '../../library/library.ts';
import { currentLocale } from '../../localization/localization.ts';
import { GrowingRows } from '../controllers/growing-rows.ts';
import { formatDate, formatLength } from '../format.ts';
import { addresses } from '../router.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

/**
 * The articles of a view, however many. What is not on the screen is neither laid out nor painted.
 *
 * @fires more - `{ id }`: what else can be done with it?
 * @fires choose - `{ id, isChosen }`
 */
@customElement('degjo-library-list')
@localized()
export class LibraryList extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }

      ul {
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: var(--gap);
        padding: 0.75rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      /* Rows by the hundred: each for itself, ten thousand would be looked at in every frame. */
      .whole {
        content-visibility: auto;
        contain-intrinsic-size: auto 550rem;
      }

      a,
      label {
        flex: 1 1 min(9rem, 100%);
        display: flex;
        flex-direction: column-reverse;
        justify-content: center;
        min-height: var(--target);
        text-decoration: none;
      }

      label {
        flex-direction: row;
        align-items: center;
        gap: var(--edge);
        cursor: pointer;
      }

      label > span {
        flex: 1;
        display: flex;
        flex-direction: column-reverse;
        min-width: 0;
      }

      input {
        flex: none;
        width: clamp(24px, 1.5rem, 36px);
        height: clamp(24px, 1.5rem, 36px);
        margin: 0;
        accent-color: var(--accent);
      }

      .title {
        font-weight: 700;
        line-height: 1.35;
      }

      .heard .title {
        font-weight: 400;
        color: var(--second-ink);
      }

      a:hover .title {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  @property({ attribute: false }) articles: readonly ArticleSummary[] = [];
  @property({ attribute: false }) places: LibrarySnapshot['places'] = new Map();
  @property({ attribute: false }) saved: LibrarySnapshot['saved'] = new Set();
  /** Ids of the articles that are chosen; undefined where none can be. */
  @property({ attribute: false }) chosen: ReadonlySet<string> | undefined;
  @property({ attribute: false }) rate = 1;
  private readonly growing = new GrowingRows(this, () => this.articles);

  protected override render(): TemplateResult {
    return html`<ul role="list" aria-label=${msg('Artikujt')}>
      ${this.growing.chunks.map(({ rows, isWhole }) => {
        const drawn = guard([rows.map(this.stateOf).join('\n'), this.rate, currentLocale()], () => rows.map(this.row));
        return html`<div role="presentation" class=${isWhole ? 'whole' : ''}>${drawn}</div>`;
      })}
    </ul>`;
  }

  /** All that a row shows and that may change. */
  private readonly stateOf = ({ id, title }: ArticleSummary): string =>
    [id, title, this.progressOf(id), this.saved.has(id), this.chosen?.has(id)].join('\t');

  private progressOf(id: string): number {
    return Math.round((this.places.get(id)?.progress ?? 0) * 100);
  }

  private readonly row = (article: ArticleSummary): TemplateResult => {
    const { id, title } = article;
    return html`<li class=${this.progressOf(id) === 100 ? 'heard' : ''}>
      ${
        this.chosen
          ? html`<label
              ><input
                type="checkbox"
                .checked=${this.chosen.has(id)}
                @change=${(event: Event) => this.choose(id, (event.target as HTMLInputElement).checked)}
              /><span>${this.words(article)}</span></label
            >`
          : html`<a href=${addresses.article(id)}>${this.words(article)}</a>
              <button
                class="round bare"
                aria-label=${msg(str`Më shumë: ${title}`)}
                @click=${() => this.report('more', { id })}
              >
                <degjo-icon name="more"></degjo-icon>
              </button>`
      }
    </li>`;
  };

  private words({ id, title, source, topic, words, published }: ArticleSummary): TemplateResult {
    const progress = this.progressOf(id);
    const heard = progress === 100 ? msg('dëgjuar') : progress > 0 ? msg(str`${progress} % dëgjuar`) : undefined;
    const saved = this.saved.has(id) ? msg('i ruajtur') : undefined;
    const date = published && formatDate(published, currentLocale());
    const meta = [source, topic, date, formatLength(words, this.rate), heard, saved].filter(Boolean).join(' · ');
    return html`<span class="title" lang="sq">${title}</span><span class="meta">${meta || nothing}</span>`;
  }

  private choose(id: string, isChosen: boolean): void {
    this.report('choose', { id, isChosen });
  }

  private report(type: 'more' | 'choose', detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-library-list': LibraryList;
  }
}
