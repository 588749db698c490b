import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ListeningSession, SessionSnapshot } from '../../listening/listening-session.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { addresses } from '../router.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

/**
 * The player: a floor under the text, in thumb's reach. At rest it has one thing to press; what it holds besides comes
 * when an article is opened.
 *
 * @fires help - the listener asks what to do without an Albanian voice
 * @fires voice - `{ id }`: the listener wants this voice
 */
@customElement('degjo-player-bar')
@localized()
export class PlayerBar extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        isolation: isolate;
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
      button {
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

      .row {
        display: flex;
        gap: var(--gap);
        width: 100%;
        max-width: var(--measure);
        margin: 0 auto;
      }

      /* Always there, as a live region has to be, and without a height until there is something to say. */
      .notice {
        width: 100%;
        max-width: var(--measure);
        margin: 0 auto calc(-1 * var(--gap));
      }

      .start {
        flex: 1;
        min-height: clamp(48px, 3.5rem, 64px);
        border-radius: 2rem;
        font-size: var(--size-title);
      }

      /* The voices of a device come late: on top of the floor, so that nothing in it is moved from where it was. */
      .late {
        position: absolute;
        z-index: -1;
        inset: auto 0 calc(100% - var(--radius));
        padding-bottom: var(--radius);
        border-radius: var(--radius) var(--radius) 0 0;
        background: var(--card);
        text-align: center;
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

        .notice,
        .row {
          grid-column: 2;
        }

        .row {
          justify-content: center;
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
  /** Does a screen reader say nothing of its own accord while the voice speaks? */
  @property({ type: Boolean }) quiet = false;

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
        <div class="notice" role="status" aria-live=${this.quiet && this.session.isPlaying ? 'off' : 'polite'}
          ><degjo-player-notice .snapshot=${snapshot}></degjo-player-notice
        ></div>
        ${
          active
            ? html`<degjo-player-controls .session=${this.session} .snapshot=${snapshot}></degjo-player-controls>
                <degjo-listening-bar></degjo-listening-bar>`
            : this.start(snapshot)
        }
      </section>
    `;
  }

  private start({ index, script }: SessionSnapshot): TemplateResult {
    const count = script?.sentences.length ?? 0;
    const resuming = index > 0;
    return html`
      <div class="row">
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
    return html`<div class="late"
      ><button class="bare" @click=${choose}>
        ${alternative.engine === 'system' ? msg('Lexo me zërin e pajisjes') : msg('Lexo me zërin e Dëgjos')}
      </button></div
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-player-bar': PlayerBar;
  }
}
