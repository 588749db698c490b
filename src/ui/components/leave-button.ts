import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';

/** Milliseconds that the button is held. */
const holdTakes = 2_000;

/**
 * A way out that nobody takes by mistake: held for two seconds, or pressed twice, with as much time between as one
 * needs; any other press on the page takes the first one back. How it works stands beside it.
 *
 * @fires leave
 */
@customElement('degjo-leave-button')
@localized()
export class LeaveButton extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1rem;
      }

      button {
        position: relative;
        overflow: hidden;
        border: 2px solid var(--second-ink);
        font-size: var(--size-body);
        user-select: none;
        -webkit-touch-callout: none;
      }

      /* Fills while it is held. */
      button::after {
        content: '';
        position: absolute;
        inset: auto 0 0;
        height: 6px;
        background: var(--accent);
        transform: scaleX(0);
        transform-origin: left;
      }

      .held::after {
        transform: none;
        transition: transform 2s linear;
      }

      div {
        flex: 1 1 min(12rem, 100%);
      }

      strong {
        font-size: var(--size-body);
      }
    `,
  ];

  /** Was it pressed once? */
  @state() private isSure = false;
  @state() private isHeld = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('click', this.pressedElsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('click', this.pressedElsewhere);
    this.release();
  }

  protected override render(): TemplateResult {
    return html`
      <button
        class=${this.isHeld ? 'held' : ''}
        @click=${() => this.press()}
        @keydown=${(event: KeyboardEvent) => {
          // A key that is held down is one press, not many.
          if (event.repeat) event.preventDefault();
        }}
        @pointerdown=${() => this.hold()}
        @pointerup=${() => this.release()}
        @pointercancel=${() => this.release()}
        @pointerleave=${() => this.release()}
        @contextmenu=${(event: Event) => event.preventDefault()}
        >${msg('Dil')}</button
      >
      <div>
        <p class="meta" ?hidden=${this.isSure}
          >${msg('Për të dalë, mbajeni shtypur «Dil» dy sekonda ose shtypeni dy herë.')}</p
        >
        <p role="status"
          >${
            this.isSure
              ? html`<strong
                  >${msg('Shtypeni «Dil» edhe një herë për të dalë, ose një buton tjetër për të mbetur.')}</strong
                >`
              : nothing
          }</p
        >
      </div>
    `;
  }

  private press(): void {
    if (this.isSure) this.leave();
    else this.isSure = true;
  }

  private hold(): void {
    this.isHeld = true;
    this.timer = setTimeout(() => this.leave(), holdTakes);
  }

  private release(): void {
    clearTimeout(this.timer);
    this.isHeld = false;
  }

  private leave(): void {
    this.release();
    this.isSure = false;
    this.dispatchEvent(new CustomEvent('leave'));
  }

  private readonly pressedElsewhere = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.isSure = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-leave-button': LeaveButton;
  }
}
