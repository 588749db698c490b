import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { PictureWish } from '../../library/picture-wish.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { keepSettings } from '../keep-settings.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';

/** When the pictures of articles come. */
@customElement('degjo-picture-choice')
@localized()
export class PictureChoice extends LitElement {
  static override styles = [shared, pageStyles];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @state() private knowsWifi = false;

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  private async look(): Promise<void> {
    this.knowsWifi = (await this.services.listeningDesk().catch(() => undefined))?.pictures.knowsWifi ?? false;
  }

  protected override render(): TemplateResult {
    const { pictures = 'ask' } = this.services.library.settings;
    return html`
      <section>
        <h2 id="pictures">${msg('Fotografitë')}</h2>
        <p
          >${msg('Vijnë nga faqja e gazetës, që e sheh kërkesën, dhe harxhojnë më shumë internet se teksti. Më të vjetrat fshihen vetë.')}</p
        >
        <div role="radiogroup" aria-labelledby="pictures">
          ${this.option('never', msg('Kurrë'), pictures)} ${this.option('ask', msg('Kur i kërkoj'), pictures)}
          ${
            this.knowsWifi || pictures === 'wifi'
              ? this.option('wifi', msg('Vetë, kur pajisja është në Wi-Fi'), pictures)
              : nothing
          }
          ${this.option('always', msg('Gjithmonë, bashkë me lajmet'), pictures)}
        </div>
      </section>
    `;
  }

  private option(wish: PictureWish, label: string, wished: PictureWish): TemplateResult {
    return html`<label
      ><input
        type="radio"
        name="pictures"
        .checked=${wish === wished}
        @change=${() => void keepSettings(this, this.services.library, { pictures: wish })}
      />${label}</label
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-picture-choice': PictureChoice;
  }
}
