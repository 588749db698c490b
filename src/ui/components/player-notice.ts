import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SessionSnapshot } from '../../listening/listening-session.ts';
import { readingNotice, silenceMessage } from '../silence-message.ts';
import { shared } from '../styles/shared.ts';

/**
 * Why nothing is heard, or what is otherwise than it was wished. Its place in the player is the live region.
 *
 * @fires help - the listener asks what to do without an Albanian voice
 */
@customElement('degjo-player-notice')
@localized()
export class PlayerNotice extends LitElement {
  static override styles = [
    shared,
    css`
      .silence {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem var(--edge);
        padding-bottom: var(--gap);
      }

      button {
        scroll-margin-bottom: 0;
      }

      progress {
        flex: 1 1 8rem;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) snapshot!: SessionSnapshot; // Given by the player, always.

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot } = this;
    const text = silenceMessage(snapshot) ?? readingNotice(snapshot);
    if (!text) return nothing;
    const { playback, fetched, stopReason } = snapshot;
    return html`<div class="silence">
      <p>${text}</p>
      ${
        playback === 'loading' && fetched !== undefined
          ? html`<progress max="1" .value=${fetched} aria-hidden="true"></progress>`
          : nothing
      }
      ${stopReason === 'no-voice' || stopReason === 'no-pack' ? this.help() : nothing}
    </div>`;
  }

  private help(): TemplateResult {
    const ask = () => this.dispatchEvent(new CustomEvent('help', { bubbles: true, composed: true }));
    return html`<button @click=${ask}>${msg('Çfarë mund të bëj?')}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-player-notice': PlayerNotice;
  }
}
