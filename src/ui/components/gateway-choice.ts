import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { servicesContext, type AppServices } from '../contexts.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';

/** Where pages come from that do not open themselves to browsers: a gateway of the listener's own. */
@customElement('degjo-gateway-choice')
@localized()
export class GatewayChoice extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
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

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @query('input') private readonly field!: HTMLInputElement; // Always rendered.
  @state() private working = false;
  @state() private said = '';
  @state() private problem = '';

  protected override render(): TemplateResult {
    return html`
      <section>
        <h2>${msg('Me një portë')}</h2>
        <p
          >${msg('Shumë faqe nuk i lënë aplikacionet t’i lexojnë drejtpërdrejt. Një portë (gateway) ia sjell ato Dëgjos. Nëse dikush që njihni mban një të tillë, shkruani adresën e saj.')}</p
        >
        <form @submit=${(event: SubmitEvent) => void this.submit(event)}>
          <label for="gateway">${msg('Adresa e portës')}</label>
          <div class="row">
            <input
              id="gateway"
              type="url"
              autocapitalize="off"
              spellcheck="false"
              placeholder="https://…/gateway"
              .value=${this.services.library.settings.gateway ?? ''}
              aria-describedby="problem"
              aria-invalid=${this.problem ? 'true' : 'false'}
            />
            <button ?disabled=${this.working}>${msg('Ruaje adresën')}</button>
          </div>
          <div id="problem" role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : ''}</div>
          <p role="status" class="meta">${this.working ? msg('Po provohet…') : this.said}</p>
        </form>
      </section>
    `;
  }

  /** An address is kept once a gateway answered there. An empty one is taken away. */
  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.working) return;
    const { library, sourceDesk } = this.services;
    const address = this.field.value.trim();
    this.said = this.problem = '';
    this.working = true;
    try {
      if (address !== '' && !(await (await sourceDesk()).hasGateway(address))) {
        this.problem = msg(
          'Në këtë adresë nuk u përgjigj asnjë portë e Dëgjos. Shihni a është shkruar saktë, dhe a ka internet.',
        );
        this.field.focus();
        return;
      }
      await library.saveSettings({ gateway: address === '' ? undefined : address });
      this.said = address === '' ? msg('Adresa u hoq.') : msg('Porta u përgjigj; adresa u ruajt.');
    } catch {
      this.problem = msg('Nuk u provua dot: mbase nuk ka internet. Provoni përsëri më vonë.');
    } finally {
      this.working = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-gateway-choice': GatewayChoice;
  }
}
