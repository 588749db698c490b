import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { bookmarklet } from '../bookmarklet.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';

/** Nga faqe të tjera: how an article comes here from where it is read, with a bookmark that sends the page itself. */
@localized()
@customElement('degjo-from-pages-page')
export class FromPagesPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      ol {
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
        margin: 0;
        padding-inline-start: 1.5rem;
      }

      input {
        flex: 1;
        min-width: 10rem;
        min-height: var(--target);
        padding: 0 1rem;
        border: 1px solid var(--second-ink);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        font: var(--size-body) var(--font);
      }

      .button {
        align-self: start;
      }
    `,
  ];

  @state() private told = '';
  @query('input') private readonly field!: HTMLInputElement; // Always rendered.

  private readonly mark = bookmarklet(new URL(import.meta.env.BASE_URL, location.href).href);

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi')}
        ><a class="button bare" href=${addresses.add}
          ><degjo-icon name="back"></degjo-icon>${msg('Shto artikull')}</a
        ></nav
      >
      <h1 tabindex="-1">${msg('Nga faqe të tjera')}</h1>
      <p
        >${msg('Shumë gazeta nuk i lënë aplikacionet t’i lexojnë drejtpërdrejt. Por artikullin që keni të hapur mund ta dërgoni ju këtu.')}</p
      >
      <section>
        <h2>${msg('Me «Ndaje», në telefon')}</h2>
        <p
          >${msg('Te Android, instaloni Dëgjon. Pastaj, te çdo faqe a aplikacion, shtypni «Ndaje» dhe zgjidhni «Dëgjo»: vjen teksti, adresa ose skedari.')}</p
        >
      </section>
      <section>
        <h2>${msg('Me një shenjë te shfletuesi')}</h2>
        <p
          >${msg('Shenja e merr faqen ashtu siç e shihni ju, edhe kur keni hyrë me llogari. Nuk ia tregon askujt: faqja shkon vetëm te Dëgjo, në këtë pajisje.')}</p
        >
        <p>${msg('Në kompjuter: tërhiqeni këtë te shiriti i faqeshënuesve, pastaj shtypeni te faqja që doni të dëgjoni.')}</p>
        <a class="button" href=${this.mark} @click=${(event: Event) => this.explain(event)}>${msg('Dëgjoje')}</a>
        <p>${msg('Në telefon:')}</p>
        <ol>
          <li>${msg('Kopjoni shenjën këtu poshtë.')}</li>
          <li>${msg('Ruani një faqeshënues, cilindo, dhe quajeni «Dëgjoje».')}</li>
          <li>${msg('Ndryshojeni: në vend të adresës së tij ngjitni shenjën.')}</li>
          <li>${msg('Te faqja që doni të dëgjoni, shkruani «Dëgjoje» te vendi i adresës dhe zgjidhni faqeshënuesin.')}</li>
        </ol>
        <div class="row">
          <input readonly aria-label=${msg('Shenja')} .value=${this.mark} @focus=${() => this.field.select()} />
          <button @click=${() => void this.copy()}>${msg('Kopjo')}</button>
        </div>
        <p role="status" class="meta">${this.told}</p>
      </section>
      <section>
        <h2>${msg('Me një adresë')}</h2>
        <p
          >${msg('Një porta juaj (gateway) i sjell faqet që nuk hapen drejtpërdrejt. Nëse keni një, shkruani adresën e saj te «Burimet».')}
          <a href=${addresses.sources}>${msg('Burimet')}</a></p
        >
      </section>
    `;
  }

  /** Here it would send this very page. */
  private explain(event: Event): void {
    event.preventDefault();
    this.told = msg('Kjo shtypet te faqja që doni të dëgjoni. Së pari tërhiqeni te shiriti i faqeshënuesve.');
  }

  private async copy(): Promise<void> {
    this.field.select();
    try {
      await navigator.clipboard.writeText(this.mark);
      this.told = msg('U kopjua.');
    } catch {
      // Without https, or without leave: it is selected at least.
      this.told = msg('Shenja u zgjodh: kopjojeni me dorë.');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-from-pages-page': FromPagesPage;
  }
}
