import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ArticleSummary, Places } from '../../library/library.ts';
import { currentLocale } from '../../localization/localization.ts';
import { formatLength } from '../format.ts';
import { addresses } from '../router.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

/**
 * Articles to choose from.
 *
 * @fires listen - `{ id }`: open this article and read it
 * @fires more - `{ id }`: what else can be done with it?
 */
@customElement('degjo-article-list')
@localized()
export class ArticleList extends LitElement {
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

      /* The whole text is the target, a thumb wide. */
      a {
        flex: 1 1 min(9rem, 100%);
        display: flex;
        flex-direction: column-reverse;
        justify-content: center;
        min-height: var(--target);
        text-decoration: none;
      }

      .title {
        font-weight: 700;
        font-size: var(--size-body);
        line-height: 1.35;
        text-wrap: pretty;
      }

      a:hover .title {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }

      [aria-current] .title {
        color: var(--accent);
      }

      .heard .title {
        font-weight: 400;
        color: var(--second-ink);
      }

      .listen {
        --fill: currentColor;
        color: var(--accent);
      }

      .listen svg {
        width: clamp(18px, 1.125rem, 27px);
      }
    `,
  ];

  @property({ attribute: false }) articles: readonly ArticleSummary[] = [];
  /** How many of them are shown at most. */
  @property({ attribute: false }) most = Infinity;
  /** The id of the article that is open. */
  @property({ attribute: false }) current: string | undefined;
  @property({ attribute: false }) rate = 1;

  private known: Places = new Map();

  private get shown(): readonly ArticleSummary[] {
    return this.articles.slice(0, this.most);
  }

  /** Set after the others. They are new ones after each sentence that is heard, nearly always in other lists. */
  set places(places: Places) {
    const before = this.known;
    this.known = places;
    if (this.shown.some(({ id }) => before.get(id) !== places.get(id))) this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`<ul role="list">
      ${repeat(
        this.shown,
        ({ id }) => id,
        (article) => {
          const progress = this.known.get(article.id)?.progress ?? 0;
          const isOpen = this.current === article.id;
          const states = [article, progress, isOpen, this.rate, currentLocale()];
          return guard(states, () => this.item(article, progress, isOpen));
        },
      )}
    </ul>`;
  }

  private item({ id, title, topic, words }: ArticleSummary, progress: number, isOpen: boolean): TemplateResult {
    const state =
      progress >= 1 ? msg('dëgjuar') : progress > 0 ? msg(str`${Math.round(progress * 100)} % dëgjuar`) : undefined;
    const meta = [topic, formatLength(words, this.rate), state].filter(Boolean).join(' · ');
    return html`
      <li class=${progress >= 1 ? 'heard' : ''}>
        <a href=${addresses.article(id)} aria-current=${isOpen ? 'page' : nothing}>
          <span class="title" lang="sq">${title}</span>
          <span class="meta">${meta}</span>
        </a>
        <button class="round listen" aria-label=${msg(str`Dëgjo: ${title}`)} @click=${() => this.report('listen', id)}>
          <degjo-icon name="play"></degjo-icon>
        </button>
        <button class="round bare" aria-label=${msg(str`Më shumë: ${title}`)} @click=${() => this.report('more', id)}>
          <degjo-icon name="more"></degjo-icon>
        </button>
      </li>
    `;
  }

  private report(type: 'listen' | 'more', id: string): void {
    this.dispatchEvent(new CustomEvent(type, { detail: { id }, bubbles: true, composed: true }));
  }
}
