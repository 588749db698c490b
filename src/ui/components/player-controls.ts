import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { rates, type ListeningSession, type SessionSnapshot } from '../../listening/listening-session.ts';
import { currentLocale } from '../../localization/localization.ts';
import { afterPaint } from '../after-paint.ts';
import { LongPress } from '../controllers/long-press.ts';
import { formatRate } from '../format.ts';
import { addresses } from '../router.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';
import './time-bar.ts';

/** What the player holds while something is heard: where it is, and what to press. Two rows of the floor around it. */
@customElement('degjo-player-controls')
@localized()
export class PlayerControls extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }

      button,
      input {
        scroll-margin-bottom: 0;
      }

      .place,
      .controls {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--gap);
        width: 100%;
        max-width: var(--measure);
        margin: 0 auto;
      }

      .place {
        column-gap: min(0.75rem, 3vmin);
      }

      /* Enlarged, there is no room for all of it in a row. */
      @media (max-width: 17rem) {
        degjo-time-bar {
          flex-basis: 100%;
        }

        .place,
        .controls {
          flex-wrap: wrap;
        }

        .controls {
          justify-content: center;
        }
      }

      .count,
      .rate {
        min-width: 3.4em;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }

      .rate {
        text-align: end;
      }

      input[type='range'] {
        flex: 1;
        min-width: 3rem;
        height: var(--target);
        margin: 0;
        accent-color: var(--accent);
        cursor: pointer;
      }

      .play {
        --fill: currentColor;
        width: clamp(48px, 4rem, 64px);
        height: clamp(48px, 4rem, 64px);
      }

      /* Landscape phones: one row, so that text stays in sight. */
      @media (max-height: 26rem) and (min-width: 36rem) {
        .place,
        .controls {
          flex: 1 1 0;
          width: auto;
        }

        .place {
          min-width: 15rem;
        }

        .play {
          width: var(--target);
          height: var(--target);
        }
      }

      @media (min-width: 64rem) {
        .place,
        .controls {
          grid-column: 2;
        }

        .controls {
          justify-content: center;
          gap: 1.5rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: ListeningSession; // Both are given by the player, always.
  @property({ attribute: false }) snapshot!: SessionSnapshot;

  /** Held down, the button for playing leads to where there is little else. */
  private readonly longPress = new LongPress(this, ({ path }) => {
    const isPlay = path.some((target) => target instanceof Element && target.classList.contains('play'));
    if (isPlay) location.hash = addresses.simple;
    return isPlay;
  });

  /**
   * The button that was pressed to start has gone. Where it took the focus with it, that comes here: else a screen
   * reader seeks a place for itself, and lands on the slider, which it would read out second by second.
   */
  protected override firstUpdated(): void {
    void this.focusOn(this.renderRoot, '.play');
  }

  /** The way back: the focus comes to the button for starting again, where that is on this page. */
  private async stop(): Promise<void> {
    const floor = this.getRootNode() as ShadowRoot; // The player's, for which these controls are.
    this.session.stop();
    await this.focusOn(floor, '.start');
  }

  /** Not before what changed around it stands: Orca gives up a place in the midst of a change, and takes another. */
  private async focusOn(root: ParentNode, selector: string): Promise<void> {
    await afterPaint();
    if (document.activeElement === document.body)
      root.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`${this.place(this.snapshot)} ${this.controls(this.snapshot)}`;
  }

  private place(snapshot: SessionSnapshot): TemplateResult {
    return html`
      <div class="place">
        ${
          this.session.timeline
            ? html`<degjo-time-bar .session=${this.session} .index=${snapshot.index}></degjo-time-bar>`
            : this.sentences(snapshot)
        }
        <span class="meta rate" aria-hidden="true">${formatRate(snapshot.rate, currentLocale())}</span>
        <button
          class="round bare"
          aria-label=${msg('Ndal dhe mbyll')}
          title=${msg('Ndal dhe mbyll')}
          @click=${() => void this.stop()}
        >
          <degjo-icon name="stop"></degjo-icon>
        </button>
      </div>
    `;
  }

  /** Where the voice does not tell the time, sentences are counted. */
  private sentences({ index, script }: SessionSnapshot): TemplateResult {
    const count = script?.sentences.length ?? 0;
    return html`
      <span class="meta count" aria-hidden="true">${index + 1} / ${count}</span>
      <input
        type="range"
        min="1"
        max=${count}
        .value=${String(index + 1)}
        aria-label=${msg('Fjalia')}
        aria-valuetext=${msg(str`Fjalia ${index + 1} nga ${count}`)}
        @change=${(event: Event) => this.session.move((event.target as HTMLInputElement).valueAsNumber - 1)}
      />
    `;
  }

  private controls({ rate, playback }: SessionSnapshot): TemplateResult {
    const { session } = this;
    const spokenRate = formatRate(rate, currentLocale());
    const sounding = playback === 'playing' || playback === 'loading';
    const mainName = sounding ? msg('Pauzë') : msg('Vazhdo');
    return html`
      <div class="controls">
        <button
          class="round"
          aria-label=${msg(str`Më ngadalë (tani ${spokenRate})`)}
          title=${msg('Më ngadalë')}
          ?disabled=${rate <= rates.least}
          @click=${() => session.setRate(rate - rates.step)}
        >
          <degjo-icon name="slower"></degjo-icon>
        </button>
        <button
          class="round bare"
          aria-label=${msg('Fjalia e mëparshme')}
          title=${msg('Fjalia e mëparshme')}
          @click=${() => session.previous()}
        >
          <degjo-icon name="previous"></degjo-icon>
        </button>
        <button
          class="round primary play"
          aria-label=${mainName}
          title=${mainName}
          @click=${() => this.longPress.wasTaken || session.toggle()}
        >
          <degjo-icon name=${sounding ? 'pause' : 'play'}></degjo-icon>
        </button>
        <button
          class="round bare"
          aria-label=${msg('Fjalia tjetër')}
          title=${msg('Fjalia tjetër')}
          @click=${() => session.next()}
        >
          <degjo-icon name="next"></degjo-icon>
        </button>
        <button
          class="round"
          aria-label=${msg(str`Më shpejt (tani ${spokenRate})`)}
          title=${msg('Më shpejt')}
          ?disabled=${rate >= session.mostRate}
          @click=${() => session.setRate(rate + rates.step)}
        >
          <degjo-icon name="faster"></degjo-icon>
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-player-controls': PlayerControls;
  }
}
