import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { currentLocale } from '../../localization/localization.ts';
import type { VoicePack } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { formatMegabytes } from '../format-room.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';

/** Is the embedded voice on this device? If not, it can be fetched from here. */
@customElement('degjo-voice-pack-state')
@localized()
export class VoicePackState extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      progress {
        width: 100%;
        height: 0.5rem;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) pack!: VoicePack; // Always given.

  constructor() {
    super();
    new StoreController(this, () => this.pack);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.pack.kept();
  }

  protected override render(): TemplateResult {
    const { state } = this.pack.snapshot;
    const fetching = state === 'absent' || state === 'failed';
    return html`
      <div role="status">${state === 'coming' ? msg('Zëri i Dëgjos po vjen…') : this.told(state)}</div>
      ${state === 'coming' ? this.progress() : ''}
      ${
        fetching
          ? html`<button class="primary" @click=${() => void this.pack.fetchAhead()}>
              ${state === 'failed' ? msg('Provo përsëri') : msg('Shkarkojeni për pa internet')}
            </button>`
          : ''
      }
    `;
  }

  private told(state: 'absent' | 'ready' | 'failed'): TemplateResult {
    switch (state) {
      case 'absent':
        return html`<p
          >${msg('Zëri i Dëgjos ende nuk është në këtë pajisje. Vjen vetë herën e parë që e dëgjoni.')}</p
        >`;
      case 'ready':
        return html`<p>${msg('Zëri i Dëgjos është në këtë pajisje: flet edhe pa internet.')}</p>`;
      case 'failed':
        return html`<p class="problem"
          >${msg('Zëri i Dëgjos nuk erdhi: mbase nuk ka internet ose vend në pajisje.')}</p
        >`;
    }
  }

  private progress(): TemplateResult {
    const { loaded, total } = this.pack.snapshot;
    const locale = currentLocale();
    const come = formatMegabytes(loaded, locale);
    const all = formatMegabytes(total, locale);
    return total > 0
      ? html`<progress max=${total} .value=${loaded} aria-label=${msg('Shkarkuar')}></progress>
          <p class="meta">${msg(str`${come} nga ${all} MB · ${Math.round((loaded / total) * 100)} %`)}</p>`
      : html`<progress aria-label=${msg('Shkarkuar')}></progress> <p class="meta">${msg(str`${come} MB`)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-voice-pack-state': VoicePackState;
  }
}
