import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { typedAddress } from '../../articles/typed-address.ts';
import type { Library } from '../../library/library.ts';
import type { SourceDesk } from '../contexts.ts';
import { keepSettings } from '../keep-settings.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';

/** The address of the listener's own gateway, which is asked before it is kept. */
@localized()
@customElement('degjo-gateway-field')
export class GatewayField extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      details[open] {
        padding-bottom: 1rem;
      }

      form,
      details[open] {
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
      }

      input {
        flex: 1;
        min-width: 12rem;
        min-height: var(--target);
        padding: 0 1rem;
        border: 1px solid var(--second-ink);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        font: var(--size-body) var(--font);
      }
    `,
  ];

  @property({ attribute: false }) desk!: SourceDesk; // Given by the page, always.
  @property({ attribute: false }) library!: Library; // Likewise.
  @state() private problem: string | undefined;
  @state() private told = '';
  @state() private asking = false;
  @query('input') private readonly field!: HTMLInputElement; // Always rendered.

  protected override render(): TemplateResult {
    const { gateway } = this.library.settings;
    return html`<details ?open=${gateway !== undefined}>
      <summary>${msg('Porta juaj për faqet që nuk hapen drejtpërdrejt')}</summary>
      <p class="meta"
        >${msg('Porta (gateway) është një server që i sjell faqet te Dëgjo. Kush e mban, sheh adresat që kërkoni: shkruani vetëm një porta që e njihni. Lëreni bosh nëse nuk keni.')}</p
      >
      <form @submit=${(event: SubmitEvent) => void this.submit(event)}>
        <label for="gateway">${msg('Adresa e portës')}</label>
        <div class="row">
          <input
            id="gateway"
            type="text"
            inputmode="url"
            autocapitalize="off"
            autocomplete="off"
            spellcheck="false"
            placeholder="https://porta.example/gateway"
            .value=${gateway ?? ''}
            aria-describedby="problem"
            aria-invalid=${this.problem ? 'true' : 'false'}
          />
          <button ?disabled=${this.asking}>${this.asking ? msg('Po provohet…') : msg('Provo dhe ruaj')}</button>
        </div>
        <div id="problem" role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
        <p role="status" class="meta">${this.told}</p>
      </form>
    </details>`;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.asking) return;
    const written = this.field.value.trim();
    this.told = '';
    this.problem = undefined;
    if (written === '') {
      await this.keep(undefined);
      return;
    }
    this.asking = true;
    const address = secureAddress(written);
    if (address === undefined) this.problem = msg('Adresa e një porte fillon me https:// – kontrolloni si e keni shkruar.');
    else if (await this.desk.hasGateway(address)) await this.keep(address);
    else this.problem = msg('Në këtë adresë nuk u përgjigj asnjë porta që e njeh këtë Dëgjo. Asgjë nuk ndryshoi.');
    this.asking = false;
    if (this.problem) this.field.focus();
  }

  private async keep(gateway: string | undefined): Promise<void> {
    await keepSettings(this, this.library, { gateway });
    this.told = gateway === undefined ? msg('Pa portë tuajën.') : msg('Porta u përgjigj dhe u ruajt.');
  }
}

/** A page may ask another host over https only; its own however it came. */
function secureAddress(written: string): string | undefined {
  const address = typedAddress(written);
  if (address === undefined) return undefined;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || origin === location.origin ? address : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-gateway-field': GatewayField;
  }
}
