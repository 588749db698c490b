import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SharedThing } from '../../articles/shared-thing.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

/**
 * What other apps and pages handed over and is not opened yet.
 *
 * @fires open - `{ thing }`
 * @fires discard - `{ thing }`
 */
@customElement('degjo-shared-things')
@localized()
export class SharedThings extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      li {
        display: flex;
        flex-direction: column;
        gap: 0.75rem;
        padding: var(--edge);
        border: 1px solid var(--hairline);
        border-radius: var(--radius);
        background: var(--card);
      }

      ul {
        display: flex;
        flex-direction: column;
        gap: 0.75rem;
      }

      .meta {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) things: readonly SharedThing[] = [];
  /** Is one of them being opened? */
  @property({ type: Boolean }) working = false;

  protected override render(): TemplateResult | typeof nothing {
    if (this.things.length === 0) return nothing;
    return html`
      <h2>${msg('Ju ka ardhur')}</h2>
      <ul role="list">
        ${this.things.map((thing) => this.thing(thing))}
      </ul>
    `;
  }

  private thing(thing: SharedThing): TemplateResult {
    const name = nameOf(thing);
    const from = thing.address === '' ? msg('Nga një faqe ose aplikacion tjetër') : thing.address;
    return html`<li>
      <span><strong>${name}</strong>${from === name ? nothing : html`<span class="meta">${from}</span>`}</span>
      <div class="row">
        <button
          class="primary"
          ?disabled=${this.working}
          aria-label=${msg(str`Hape: ${name}`)}
          @click=${() => this.tell('open', thing)}
        >
          ${msg('Hape')}
        </button>
        <button
          class="bare"
          ?disabled=${this.working}
          aria-label=${msg(str`Hiqe: ${name}`)}
          @click=${() => this.tell('discard', thing)}
        >
          ${msg('Hiqe')}
        </button>
      </div>
    </li>`;
  }

  private tell(type: 'open' | 'discard', thing: SharedThing): void {
    this.dispatchEvent(new CustomEvent(type, { detail: { thing } }));
  }
}

/** What it is called by, else how it begins. */
function nameOf({ title, text, address, files }: SharedThing): string {
  const names = files.map((file) => file.name).join(', ');
  const name = [names, title, text, address].find((known) => known !== '') ?? msg('Faqe pa titull');
  return name.length > 100 ? `${name.slice(0, 99).trimEnd()}…` : name;
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-shared-things': SharedThings;
  }
}
