import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { rates, type ListeningSession, type SessionSnapshot } from '../../listening/listening-session.ts';
import { currentLocale } from '../../localization/localization.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { formatRate } from '../format.ts';
import { addresses } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { readingNotice, silenceMessage } from '../silence-message.ts';
import './app-icon.ts';

/**
 * The player: a floor under the text, in thumb's reach. At rest it has one thing to press.
 *
 * @fires help - the listener asks what to do without an Albanian voice
 * @fires voice - `{ id }`: the listener wants this voice
 */
@localized()
@customElement('degjo-player-bar')
export class PlayerBar extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        /* So that the text keeps most of the screen, what the player says is at most twice as large. */
        --size-meta: min(0.875rem, 28px);
        --size-body: min(1.0625rem, 34px);
        --size-title: min(1.375rem, 40px);
        --gap: min(0.5rem, 2vmin);
        padding: min(0.75rem, 12px) max(var(--edge), env(safe-area-inset-left))
          max(min(0.75rem, 12px), env(safe-area-inset-bottom));
        border-top: 1px solid var(--hairline);
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--card);
        box-shadow: 0 -0.25rem 1rem var(--shade);
      }

      a,
      button,
      input {
        scroll-margin-bottom: 0;
      }

      .floor {
        display: grid;
        /* A slider is as narrow as the phone wants it. */
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap);
        max-width: 76rem;
        margin: 0 auto;
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

      /* Enlarged, a row of five becomes two, and the time stands over its slider. */
      @media (max-width: 15rem) {
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
        width: clamp(48px, 4rem, 64px);
        height: clamp(48px, 4rem, 64px);
      }

      .start {
        flex: 1;
        min-height: clamp(48px, 3.5rem, 64px);
        border-radius: 2rem;
        font-size: var(--size-title);
      }

      .voice {
        justify-self: center;
        font-size: var(--size-meta);
      }

      .resuming {
        padding: 0 var(--edge);
        font-size: var(--size-body);
      }

      .title {
        display: none;
        min-height: var(--target);
        align-content: center;
        text-decoration: none;
      }

      .elsewhere .title {
        display: block;
        overflow: hidden;
      }

      .title * {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .title strong {
        display: block;
      }

      .silence {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 1rem;
        max-width: var(--measure);
        margin: 0 auto;
        width: 100%;
      }

      .silence progress {
        flex: 1 1 8rem;
        accent-color: var(--accent);
      }

      .silence:empty {
        display: none;
      }

      .primary degjo-icon,
      .start degjo-icon {
        --fill: currentColor;
      }

      /* Landscape phones: one row, so that text stays in sight. */
      @media (max-height: 26rem) and (min-width: 36rem) {
        .floor.active {
          display: flex;
          flex-wrap: wrap;
          align-items: center;
        }

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
        :host {
          border-radius: 0;
        }

        .floor {
          grid-template-columns: 1fr minmax(24rem, var(--measure)) 1fr;
          column-gap: 2rem;
          align-items: center;
        }

        .title {
          display: block;
          grid-row: 1 / span 3;
          overflow: hidden;
        }

        .silence,
        .place,
        .controls {
          grid-column: 2;
        }

        .controls {
          justify-content: center;
          gap: 1.5rem;
        }

        degjo-listening-bar {
          grid-area: 1 / 3 / span 3;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: ListeningSession; // Given by the shell, always.

  /** Is another page shown than the article that is being heard? */
  @property({ type: Boolean }) elsewhere = false;

  constructor() {
    super();
    new StoreController(this, () => this.session);
    // Other elements keep their distance from the floor by its height.
    new ResizeObserver(() => this.tellHeight()).observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.documentElement.style.removeProperty('--player');
  }

  private tellHeight(): void {
    document.documentElement.style.setProperty('--player', `${this.offsetHeight}px`);
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    return this.session.snapshot.article !== undefined || changed.size > 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { snapshot } = this.session;
    if (!snapshot.article) return nothing;
    const active = snapshot.playback !== 'idle';
    return html`
      <section
        class="floor ${active ? 'active' : ''} ${this.elsewhere ? 'elsewhere' : ''}"
        aria-label=${msg('Luajtësi')}
      >
        <a class="title" href=${addresses.article(snapshot.article.id)} lang=${snapshot.article.language}>
          <strong>${snapshot.article.title}</strong>
          <span class="meta">${snapshot.article.source}</span>
        </a>
        <div class="silence" role="status">${this.silence(snapshot)}</div>
        ${
          active
            ? [this.place(snapshot), this.controls(snapshot), html`<degjo-listening-bar></degjo-listening-bar>`]
            : this.start(snapshot)
        }
      </section>
    `;
  }

  private silence(snapshot: SessionSnapshot): TemplateResult | typeof nothing {
    const text = silenceMessage(snapshot) ?? readingNotice(snapshot);
    if (!text) return nothing;
    const { playback, fetched } = snapshot;
    return html`<p>${text}</p>
      ${playback === 'loading' && fetched !== undefined ? html`<progress max="1" .value=${fetched} aria-hidden="true"></progress>` : nothing}
      ${snapshot.stopReason === 'no-voice' || snapshot.stopReason === 'no-pack' ? html`<button @click=${() => this.dispatchEvent(new CustomEvent('help'))}>${msg('Çfarë mund të bëj?')}</button>` : nothing}`;
  }

  private start({ index, script }: SessionSnapshot): TemplateResult {
    const count = script?.sentences.length ?? 0;
    const resuming = index > 0;
    return html`
      <div class="controls">
        <button
          class="primary start ${resuming ? 'resuming' : ''}"
          ?disabled=${count === 0}
          @click=${() => this.session.play()}
        >
          <degjo-icon name="play"></degjo-icon>
          ${resuming ? msg(str`Vazhdo te fjalia ${index + 1}`) : msg('Dëgjo')}
        </button>
        ${resuming ? html`<button @click=${() => this.session.play(0)}>${msg('Nga fillimi')}</button>` : nothing}
      </div>
      ${this.otherVoice()}
    `;
  }

  private otherVoice(): TemplateResult | typeof nothing {
    const { alternative } = this.session;
    if (!alternative) return nothing;
    const choose = () => this.dispatchEvent(new CustomEvent('voice', { detail: { id: alternative.id } }));
    return html`<button class="bare voice" @click=${choose}>
      ${alternative.engine === 'system' ? msg('Lexo me zërin e pajisjes') : msg('Lexo me zërin e Dëgjos')}
    </button>`;
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
          @click=${() => this.session.stop()}
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
        <button class="round primary play" aria-label=${mainName} title=${mainName} @click=${() => session.toggle()}>
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
    'degjo-player-bar': PlayerBar;
  }
}
