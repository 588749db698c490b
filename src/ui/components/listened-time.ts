import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ListenedDay } from '../../library/listened-days.ts';
import { currentLocale } from '../../localization/localization.ts';
import { servicesContext, type AppServices, type DataDesk } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { formatDate, formatSpan } from '../format.ts';
import { keepSettings } from '../keep-settings.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';

/** Days that are shown one by one. */
const shown = 7;

/** How long was listened, for the listener alone: counted only if they wish. */
@customElement('degjo-listened-time')
@localized()
export class ListenedTime extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      :host {
        display: block;
        max-width: none;
      }

      dl > div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--edge);
        padding: 0.5rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      dl {
        margin: 0;
      }

      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) desk!: DataDesk; // Given by the page, always.
  @state() private days: readonly ListenedDay[] = [];

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
  }

  protected override firstUpdated(): void {
    void this.look();
  }

  private async look(): Promise<void> {
    this.days = await this.desk.listened();
  }

  protected override render(): TemplateResult {
    return html`
      <section>
        <h2>${msg('Sa keni dëgjuar')}</h2>
        <label>
          <input
            type="checkbox"
            role="switch"
            .checked=${this.services.library.settings.countMinutes === true}
            @change=${({ target }: Event) => this.wish((target as HTMLInputElement).checked)}
          />
          ${msg('Numëro minutat që dëgjoj')}
        </label>
        <p class="meta">${msg('Vetëm për ju: numrat rrinë në këtë pajisje dhe nuk i sheh askush tjetër.')}</p>
        ${this.days.length > 0 ? this.table() : nothing}
      </section>
    `;
  }

  private table(): TemplateResult {
    const total = this.days.reduce((sum, { seconds }) => sum + seconds, 0);
    return html`
      <dl>
        ${this.days.slice(0, shown).map(({ day, seconds }) => this.row(formatDate(day, currentLocale()), seconds))}
        ${this.row(msg('Gjithsej'), total)}
      </dl>
      <div class="row"><button @click=${() => void this.forget()}>${msg('Fshiji numrat')}</button></div>
    `;
  }

  private row(name: string, seconds: number): TemplateResult {
    return html`<div><dt>${name}</dt><dd>${formatSpan(Math.ceil(seconds / 60))}</dd></div>`;
  }

  private wish(countMinutes: boolean): void {
    void keepSettings(this, this.services.library, { countMinutes });
  }

  private async forget(): Promise<void> {
    await this.desk.forgetListened();
    await this.look();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-listened-time': ListenedTime;
  }
}
