import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Bookmark } from '../../library/bookmarks.ts';
import { servicesContext, type AppServices, type ListeningDesk } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { addresses } from '../router.ts';
import { bookmarksText } from '../bookmarks-text.ts';
import { saveFile } from '../save-file.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import type { Toast } from '../components/toast-bar.ts';

/**
 * Fjalitë e ruajtura: the sentences that the listener kept, to be heard again in their article, or taken along as text.
 *
 * @fires listen - `{ id, at }`
 * @fires toast
 */
@customElement('degjo-bookmarks-page')
@localized()
export class BookmarksPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: var(--gap);
        padding: 0.75rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      .text {
        flex: 1 1 min(9rem, 100%);
      }

      q {
        display: block;
        line-height: 1.45;
        quotes: '“' '”';
      }

      .listen {
        --fill: currentColor;
        color: var(--accent);
      }

      .save {
        align-self: start;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) desk!: ListeningDesk; // Given by the shell, always.

  constructor() {
    super();
    new StoreController(this, () => this.desk.bookmarks);
    new StoreController(this, () => this.services.library);
  }

  protected override render(): TemplateResult {
    const { all } = this.desk.bookmarks;
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Fjalitë e ruajtura')}</h1>
      ${
        all.length === 0
          ? html`<p>
              ${msg('Ende nuk ka asnjë. Kur dëgjoni një fjali që doni ta mbani, shtypni «Ruaj» ose tastet Ctrl dhe Enter.')}
            </p>`
          : html`<button class="save" @click=${() => saveFile('degjo-fjalite.txt', bookmarksText(all), 'text/plain')}>
                <degjo-icon name="file"></degjo-icon>${msg('Ruaj në një skedar')}
              </button>
              <ul role="list" aria-label=${msg('Fjalitë e ruajtura')}>
                ${repeat(
                  all,
                  ({ id }) => id,
                  (bookmark) => this.item(bookmark),
                )}
              </ul>`
      }
    `;
  }

  private item(bookmark: Bookmark): TemplateResult {
    const { text, title, source, locator } = bookmark;
    const isHere = this.services.library.has(locator.article);
    return html`
      <li>
        <div class="text">
          <q lang="sq">${text}</q>
          <p class="meta" lang="sq"
            >${isHere ? html`<a href=${addresses.article(locator.article)}>${title}</a>` : title}${source ? ` · ${source}` : nothing}</p
          >
          ${isHere ? nothing : html`<p class="meta">${msg('Ky artikull nuk është më në pajisje.')}</p>`}
        </div>
        ${
          isHere
            ? html`<button
                class="round listen"
                aria-label=${msg(str`Dëgjo nga kjo fjali: ${text}`)}
                @click=${() => this.report('listen', { id: locator.article, at: locator })}
              >
                <degjo-icon name="play"></degjo-icon>
              </button>`
            : nothing
        }
        <button class="round bare" aria-label=${msg(str`Hiqe fjalinë: ${text}`)} @click=${() => this.takeOut(bookmark)}>
          <degjo-icon name="remove"></degjo-icon>
        </button>
      </li>
    `;
  }

  private takeOut({ id }: Bookmark): void {
    const undo = this.desk.bookmarks.remove(id);
    const detail: Toast = { text: msg('Fjalia u hoq.'), action: { label: msg('Ktheje'), run: undo } };
    this.report('toast', detail);
    // The button that was pressed is gone.
    this.renderRoot.querySelector('h1')?.focus();
  }

  private report(type: 'listen' | 'toast', detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-bookmarks-page': BookmarksPage;
  }
}
