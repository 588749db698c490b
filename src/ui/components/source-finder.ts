import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { FoundFeed } from '../../articles/find-source.ts';
import type { SourceDesk } from '../contexts.ts';
import { sourceProblemMessage } from '../source-message.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

/**
 * Finds the feeds at an address that the listener writes.
 *
 * @fires follow - `{ feeds }`: those that were chosen
 */
@customElement('degjo-source-finder')
@localized()
export class SourceFinder extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
      }

      label {
        font-weight: 600;
      }

      input {
        flex: 1;
        min-width: min(12rem, 100%);
        min-height: var(--target);
        padding: 0 var(--edge);
        border: 1px solid var(--second-ink);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        font: var(--size-body) var(--font);
      }
    `,
  ];

  @property({ attribute: false }) desk!: SourceDesk; // Given by the page, always.
  @state() private problem: string | undefined;
  @state() private found: readonly FoundFeed[] = [];
  @state() private looking: AbortController | undefined;
  @query('input') private readonly field!: HTMLInputElement; // Always rendered.

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.looking?.abort();
  }

  protected override render(): TemplateResult {
    return html`
      <form @submit=${(event: SubmitEvent) => void this.submit(event)}>
        <label for="address">${msg('Adresa e faqes ose e listës së lajmeve (RSS)')}</label>
        <div class="row">
          <input
            id="address"
            type="text"
            inputmode="url"
            autocapitalize="off"
            autocomplete="url"
            spellcheck="false"
            placeholder="gazeta.al"
            aria-describedby="problem"
            aria-invalid=${this.problem ? 'true' : 'false'}
          />
          ${
            this.looking
              ? html`<button type="button" @click=${() => this.looking?.abort()}>${msg('Ndal')}</button>`
              : html`<button class="primary">${msg('Ndiq')}</button>`
          }
        </div>
        <div id="problem" role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
        <p role="status" class="meta">${this.looking ? msg('Po kërkohet…') : nothing}</p>
      </form>
      ${this.found.length > 0 ? this.choices() : nothing}
    `;
  }

  private choices(): TemplateResult {
    return html`
      <p role="status">${msg('Kjo faqe ka disa lista lajmesh. Zgjidhni cilën të ndiqni:')}</p>
      <ul role="list">
        ${this.found.map(
          (feed) =>
            html`<li>
              <button aria-label=${msg(str`Ndiq: ${feed.title}`)} @click=${() => this.choose(feed)}>
                <degjo-icon name="plus"></degjo-icon>${feed.title}
              </button>
            </li>`,
        )}
      </ul>
    `;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.looking) return;
    const looking = new AbortController();
    this.looking = looking;
    this.problem = undefined;
    this.found = [];
    try {
      const found = await this.desk.find(this.field.value, looking.signal);
      if ('problem' in found) this.tell(sourceProblemMessage(found.problem));
      else if (found.length === 1) this.choose(found[0]);
      else this.found = found;
    } catch {
      // The listener stopped it.
    } finally {
      this.looking = undefined;
    }
  }

  private tell(problem: string): void {
    this.problem = problem;
    this.field.focus();
  }

  private choose(feed: FoundFeed): void {
    this.found = [];
    this.field.value = '';
    this.dispatchEvent(new CustomEvent('follow', { detail: { feeds: [feed] } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-source-finder': SourceFinder;
  }
}
