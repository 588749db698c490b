import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

/** Something to say once, with at most one thing to do about it. Stays until it is closed or another one comes. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** @fires close */
@customElement('degjo-toast-bar')
@localized()
export class ToastBar extends LitElement {
  static override styles = [
    shared,
    css`
      /* The buttons stay together where they do not fit beside the words. */
      .toast,
      .toast div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 0.5rem;
      }

      .toast {
        max-width: var(--measure);
        margin: 0 auto 0.75rem;
        padding: 0.5rem 0.5rem 0.5rem min(1.25rem, 6vw);
        border: 1px solid var(--ink);
        border-radius: var(--radius);
        background: var(--ink);
        color: var(--paper);
      }

      p {
        flex: 1 1 min(7.5rem, 100%);
      }

      button {
        scroll-margin-bottom: 0;
        border-color: currentColor;
        background: transparent;
        color: inherit;
      }

      button:focus-visible {
        outline-color: var(--paper);
        outline-offset: -5px;
      }
    `,
  ];

  @property({ attribute: false }) toast: Toast | undefined;
  /** Does a screen reader leave it to be found? */
  @property({ type: Boolean }) quiet = false;

  protected override render(): TemplateResult {
    return html`<div role="status" aria-live=${this.quiet ? 'off' : 'polite'}
      >${this.toast ? this.content(this.toast) : nothing}</div
    >`;
  }

  private content({ text, action }: Toast): TemplateResult {
    return html`
      <div class="toast">
        <p>${text}</p>
        <div>
          ${action ? html`<button @click=${() => this.act(action.run)}>${action.label}</button>` : nothing}
          <button class="round bare" aria-label=${msg('Mbyll njoftimin')} @click=${() => this.act()}>
            <degjo-icon name="close"></degjo-icon>
          </button>
        </div>
      </div>
    `;
  }

  private act(run?: () => void): void {
    this.dispatchEvent(new CustomEvent('close'));
    run?.();
  }
}
