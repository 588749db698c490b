import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ListeningSession, SessionEventMap } from '../../listening/listening-session.ts';
import { formatClock, formatDuration } from '../format.ts';
import { shared } from '../styles/shared.ts';

type Progress = SessionEventMap['progress']['detail'];

/**
 * How far the voice has come, in time: elapsed, a slider to seek by, what is left. Moves without a render, several times
 * a second; while the slider is in somebody's hand it stays there.
 */
@customElement('degjo-time-bar')
@localized()
export class TimeBar extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        flex: 1;
        display: flex;
        align-items: center;
        gap: var(--gap);
        min-width: 0;
      }

      span {
        min-width: 2.6em;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }

      .left {
        text-align: end;
      }

      input {
        flex: 1;
        min-width: 3rem;
        height: var(--target);
        margin: 0;
        accent-color: var(--accent);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) session!: ListeningSession; // Given by the player, always.
  /** The sentence that the session stands at: where the voice will begin while it is silent. */
  @property({ attribute: false }) index = 0;

  @query('.elapsed') private readonly elapsed!: HTMLElement; // Always rendered.
  @query('.left') private readonly left!: HTMLElement;
  @query('input') private readonly slider!: HTMLInputElement;
  private inHand = false;
  /** Where the voice is. */
  private last: Progress | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.addEventListener('progress', this.progress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.removeEventListener('progress', this.progress as EventListener);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { timeline } = this.session;
    if (timeline && (changed.has('index') || !this.session.isPlaying)) {
      this.show({ seconds: timeline.secondsOf(this.index), duration: timeline.duration });
    }
  }

  private readonly progress = ({ detail }: SessionEventMap['progress']): void => this.show(detail);

  private show(detail: Progress): void {
    const { seconds, duration } = detail;
    this.last = detail;
    this.elapsed.textContent = formatClock(seconds);
    this.left.textContent = `−${formatClock(duration - seconds)}`;
    // A screen reader says each change of what has the focus, and would count the seconds over the voice.
    if (this.inHand || (this.session.isPlaying && this.slider.matches(':focus-visible'))) return;
    this.move(seconds, duration);
  }

  private move(seconds: number, duration: number): void {
    this.slider.max = String(Math.ceil(duration));
    this.slider.value = String(Math.round(seconds));
    this.tell(seconds, duration);
  }

  private tell(seconds: number, duration: number): void {
    this.slider.setAttribute('aria-valuetext', msg(str`${formatDuration(seconds)} nga ${formatDuration(duration)}`));
  }

  /** An arrow goes on from where the voice is, and not from where it was when the slider got the focus. */
  private catchUp(): void {
    if (!this.inHand && this.last) this.move(this.last.seconds, this.last.duration);
  }

  private take(): void {
    this.inHand = true;
    this.tell(this.slider.valueAsNumber, Number(this.slider.max));
  }

  private letGo(): void {
    this.inHand = false;
    this.session.seek(this.slider.valueAsNumber);
  }

  protected override render(): TemplateResult {
    return html`
      <span class="meta elapsed" aria-hidden="true"></span>
      <input
        type="range"
        min="0"
        step="1"
        aria-label=${msg('Koha')}
        @keydown=${() => this.catchUp()}
        @input=${() => this.take()}
        @change=${() => this.letGo()}
      />
      <span class="meta left" aria-hidden="true"></span>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-time-bar': TimeBar;
  }
}
