import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Manner } from '../../library/manner.ts';
import type { Settings } from '../../library/settings.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { keepSettings } from '../keep-settings.ts';
import { isRead, parts, pauseChoices, placeChoices, withPart, withValue } from '../reading-controls.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';

/** Leximi: how long the pauses are, what is read, and how Dëgjo keeps out of the way of a screen reader. */
@customElement('degjo-reading-page')
@localized()
export class ReadingPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0 0 0.25rem;
        font-weight: 700;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
  }

  protected override render(): TemplateResult {
    const { manner, screenReader } = this.services.library.settings;
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Leximi')}</h1>
      <section>
        <h2>${msg('Pushimet')}</h2>
        ${this.choice('pause', msg('Sa zgjat pushimi'), pauseChoices(), manner)}
        ${manner.pause === undefined ? nothing : this.choice('pauseAfter', msg('Kur bëhet'), placeChoices(), manner)}
        <p class="meta">${msg('Kur zëri flet më shpejt, edhe pushimet janë më të shkurtra.')}</p>
      </section>
      <section>
        <h2>${msg('Çfarë lexohet me zë')}</h2>
        <p class="meta">${msg('Ajo që nuk lexohet me zë mbetet në faqe, për ta lexuar me sy.')}</p>
        <div>
          ${parts().map(([part, label]) =>
            this.switch(label, isRead(manner, part), (read) => this.keep({ manner: withPart(manner, part, read) })),
          )}
        </div>
        <button ?disabled=${Object.keys(manner).length === 0} @click=${() => this.keep({ manner: {} })}
          >${msg('Ktheji si në fillim')}</button
        >
      </section>
      <section>
        <h2>${msg('Lexuesi i ekranit')}</h2>
        ${this.switch(msg('Përdor lexues ekrani'), screenReader, (on) => this.keep({ screenReader: on }))}
        <p
          >${msg('Për TalkBack, VoiceOver, NVDA e të tjerë. Dëgjo nuk njofton asgjë ndërsa lexon vetë, faqja nuk lëviz vetë, prekja mbi një paragraf e lexon nga fillimi i tij dhe tastet e zakonshme u mbeten lexuesit tuaj. Tasti Esc e ndal zërin.')}</p
        >
        <p><a href=${addresses.shortcuts}>${msg('Shkurtoret e tastierës')}</a></p>
      </section>
    `;
  }

  private choice<Name extends 'pause' | 'pauseAfter'>(
    name: Name,
    title: string,
    options: readonly (readonly [Manner[Name] | undefined, string])[],
    manner: Manner,
  ): TemplateResult {
    return html`
      <fieldset>
        <legend>${title}</legend>
        ${options.map(
          ([value, label]) => html`
            <label>
              <input
                type="radio"
                name=${name}
                .checked=${manner[name] === value}
                @change=${() => this.keep({ manner: withValue(manner, name, value) })}
              />
              ${label}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  private switch(label: string, isOn: boolean, turn: (on: boolean) => void): TemplateResult {
    return html`<label>
      <input
        type="checkbox"
        role="switch"
        .checked=${isOn}
        @change=${({ target }: Event) => turn((target as HTMLInputElement).checked)}
      />
      ${label}
    </label>`;
  }

  private keep(wish: Partial<Settings>): void {
    void keepSettings(this, this.services.library, wish);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-reading-page': ReadingPage;
  }
}
