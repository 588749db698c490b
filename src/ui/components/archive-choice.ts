import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ArchiveWish } from '../../library/archive-wish.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';

const days = [0, 7, 30, 90] as const;
const numbers = [0, 200, 1000, 5000] as const;

/** How long articles stay that came by themselves. */
@customElement('degjo-archive-choice')
@localized()
export class ArchiveChoice extends LitElement {
  static override styles = [shared, pageStyles];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
  }

  protected override render(): TemplateResult {
    const { archive } = this.services.library.settings;
    return html`
      <section>
        <h2>${msg('Sa gjatë mbahen lajmet')}</h2>
        <p>${msg('Artikujt tuaj, të ruajturit, ata në radhë dhe ata që nuk i keni mbaruar nuk hiqen kurrë.')}</p>
        ${this.choice('days', msg('Sa ditë'), archive, days, (count) => (count === 0 ? msg('Pa afat') : msg(str`${count} ditë`)))}
        ${this.choice('articles', msg('Sa artikuj'), archive, numbers, (count) => (count === 0 ? msg('Pa kufi') : msg(str`Deri në ${count}`)))}
      </section>
    `;
  }

  private choice(
    name: keyof ArchiveWish,
    label: string,
    wish: ArchiveWish,
    values: readonly number[],
    word: (value: number) => string,
  ): TemplateResult {
    return html`<div role="radiogroup" aria-label=${label} class="row">
      ${values.map(
        (value) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              .checked=${wish[name] === value}
              @change=${() => void this.services.library.saveSettings({ archive: { ...wish, [name]: value } })}
            />${word(value)}</label
          >`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-archive-choice': ArchiveChoice;
  }
}
