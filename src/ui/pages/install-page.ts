import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import type { InstallOffer } from '../install-offer.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import '../components/install-help.ts';

/** Dëgjo në ekran: the app among the others of the device. */
@customElement('degjo-install-page')
@localized()
export class InstallPage extends LitElement {
  static override styles = [shared, pageStyles];

  @property({ attribute: false }) offer!: InstallOffer; // Given by rare.ts, always.

  constructor() {
    super();
    new StoreController(this, () => this.offer);
  }

  protected override render(): TemplateResult {
    const { isInstalled, canAsk } = this.offer;
    return html`
      <nav aria-label=${msg('Kthimi te ndihma')}
        ><a class="button bare" href=${addresses.help}><degjo-icon name="back"></degjo-icon>${msg('Ndihmë')}</a></nav
      >
      <h1 tabindex="-1">${msg('Dëgjo në ekran')}</h1>
      <p role="status">${isInstalled ? msg('Dëgjo është tashmë në këtë pajisje si aplikacion.') : nothing}</p>
      <p
        >${msg('Kështu Dëgjo hapet me një prekje, pa kërkuar faqen, dhe zëri i tij është gati edhe pa internet. Nuk zë më shumë vend se disa fotografi.')}</p
      >
      ${
        canAsk
          ? html`<div class="row"
              ><button class="primary" @click=${() => void this.offer.ask()}>${msg('Instalo')}</button></div
            >`
          : nothing
      }
      <section>
        <h2>${msg('Hap pas hapi')}</h2>
        <p>${msg('I pari është shfletuesi juaj, me sa e kuptojmë.')}</p>
        <degjo-install-help></degjo-install-help>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-install-page': InstallPage;
  }
}
