import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';

/** For an address that means nothing here, or an article that is no longer kept. */
@customElement('degjo-not-found-page')
@localized()
export class NotFoundPage extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 1rem;
        max-width: var(--measure);
        padding-top: 2rem;
      }

      h1 {
        font-size: var(--size-headline);
        line-height: 1.2;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${msg('Kjo faqe nuk është këtu')}</h1>
      <p>${msg('Adresa mund të jetë shkruar ndryshe, ose artikulli nuk ruhet më në këtë pajisje.')}</p>
      <a class="button primary" href=${import.meta.env.BASE_URL}>${msg('Shko te lajmet')}</a>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-not-found-page': NotFoundPage;
  }
}
