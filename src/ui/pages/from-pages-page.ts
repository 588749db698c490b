import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { bookmarklet } from '../bookmarklet.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import '../components/gateway-choice.ts';

/** Nga faqe të tjera: how a page that is open in the browser, or in another app, comes to Dëgjo. */
@customElement('degjo-from-pages-page')
@localized()
export class FromPagesPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      ol {
        margin: 0;
        padding-inline-start: 1.5rem;
      }

      li + li {
        margin-top: 0.5rem;
      }
    `,
  ];

  /** Undefined until it was tried. */
  @state() private isCopied: boolean | undefined;

  private get code(): string {
    return bookmarklet(new URL(import.meta.env.BASE_URL, location.href).href);
  }

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te shtimi')}
        ><a class="button bare" href=${addresses.add}
          ><degjo-icon name="back"></degjo-icon>${msg('Shto artikull')}</a
        ></nav
      >
      <h1 tabindex="-1">${msg('Nga faqe të tjera')}</h1>
      <section>
        <h2>${msg('Me butonin e ndarjes')}</h2>
        <p
          >${msg('Në Android dhe në Windows, kur Dëgjo është i instaluar: hapni faqen, shtypni «Ndaj» dhe zgjidhni «Dëgjo». iPhone nuk e lejon këtë: atje kopjoni adresën ose tekstin dhe ngjiteni te «Shto artikull».')}</p
        >
      </section>
      <section>
        <h2>${msg('Me një faqerojtës')}</h2>
        <p
          >${msg('Ky faqerojtës i jep Dëgjos faqen që keni përpara, ashtu siç e shihni, edhe kur ajo nuk hapet ndryshe. Faqja nuk i dërgohet askujt tjetër.')}</p
        >
        <ol>
          <li>
            ${msg('Në kompjuter: tërhiqeni këtë lidhje te rreshti i faqerojtësve:')}
            <a class="button" href=${this.code} @click=${this.explain}>${msg('Te Dëgjo')}</a>
          </li>
          <li>
            ${msg('Në telefon: kopjojeni, ruani një faqerojtës për cilëndo faqe, pastaj ndryshojeni dhe ngjitni kodin te adresa.')}
            <button @click=${() => void this.copy()}>${msg('Kopjo kodin')}</button>
          </li>
          <li>${msg('Kur të jeni te një artikull, shtypni faqerojtësin.')}</li>
        </ol>
        <p role="status">${this.copied()}</p>
      </section>
      <degjo-gateway-choice></degjo-gateway-choice>
    `;
  }

  private copied(): string | typeof nothing {
    if (this.isCopied === undefined) return nothing;
    return this.isCopied
      ? msg('Kodi u kopjua.')
      : msg('Shfletuesi nuk e lejoi kopjimin. Mbajeni shtypur lidhjen «Te Dëgjo» dhe kopjoni adresën e saj.');
  }

  /** On this page itself it would do nothing. */
  private readonly explain = (event: Event): void => {
    event.preventDefault();
    void this.copy();
  };

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code);
      this.isCopied = true;
    } catch {
      this.isCopied = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-from-pages-page': FromPagesPage;
  }
}
