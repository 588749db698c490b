import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Picture } from '../../articles/article.ts';
import type { PictureShelf } from '../../library/picture-shelf.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { pictureProblemMessage } from '../picture-message.ts';
import { shared } from '../styles/shared.ts';

/** How far from the screen a picture begins to come. */
const nearness = '600px';

/**
 * A picture of an article, above its caption, which stands in the element. Where it comes by itself its room is kept
 * from the start, else a button asks for it: the text does not move by itself.
 */
@customElement('degjo-article-picture')
@localized()
export class ArticlePicture extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }

      figure {
        display: grid;
        gap: 0.5rem;
        margin: 0;
      }

      .room {
        position: relative;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.5rem;
        width: 100%;
        min-width: min(100%, 12rem);
        max-width: var(--width, 100%);
        max-height: 80vh;
        aspect-ratio: var(--ratio, 3 / 2);
        border-radius: var(--radius);
        background: var(--card);
        font-family: var(--font);
      }

      img {
        position: absolute;
        width: 100%;
        height: 100%;
        object-fit: scale-down;
      }

      button {
        justify-self: start;
      }

      .room button {
        justify-self: center;
      }

      ::slotted(:empty) {
        display: none;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) picture!: Picture; // Given by the text, always.
  @state() private shelf: PictureShelf | undefined;
  /** A blob: address. */
  @state() private shown: string | undefined;
  @state() private coming = false;
  @state() private problem = '';
  /** By the listener, of this one? */
  @state() private asked = false;
  /** Does it have its room, because it comes by itself or was asked for? */
  @state() private hasRoom = false;
  private sight: IntersectionObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.prepare();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight?.disconnect();
    this.letGo();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('picture')) return;
    const { width, height } = this.picture;
    this.style.setProperty('--ratio', width && height ? `${width} / ${height}` : '3 / 2');
    this.style.setProperty('--width', width ? `${width}px` : '100%');
    // The text shows another article now.
    if (changed.get('picture')) {
      this.letGo();
      void this.prepare();
    }
  }

  private async prepare(): Promise<void> {
    this.shelf ??= (await this.services.listeningDesk().catch(() => undefined))?.pictures;
    this.asked = false;
    this.hasRoom = this.shelf?.comeUnasked ?? false;
    this.sight?.disconnect();
    if (!this.hasRoom || !this.isConnected) return;
    this.sight = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        this.sight?.disconnect();
        void this.bring();
      },
      { rootMargin: nearness },
    );
    this.sight.observe(this);
  }

  private async ask(): Promise<void> {
    this.asked = this.hasRoom = true;
    const coming = this.bring();
    await this.updateComplete;
    // The button is gone.
    this.renderRoot.querySelector<HTMLElement>('.room')?.focus();
    await coming;
  }

  private async bring(): Promise<void> {
    const { picture, shelf } = this;
    if (!shelf || this.coming) return;
    this.coming = true;
    this.problem = '';
    const brought = await shelf.bring(picture.address);
    this.coming = false;
    if (picture !== this.picture || !this.isConnected) return;
    if (brought instanceof Blob) this.shown = URL.createObjectURL(brought);
    else this.problem = pictureProblemMessage(brought.problem);
  }

  private letGo(): void {
    if (this.shown) URL.revokeObjectURL(this.shown);
    this.shown = undefined;
    this.problem = '';
  }

  /** What came cannot be shown. */
  private isBroken(): void {
    void this.shelf?.forget(this.picture.address);
    this.letGo();
    this.problem = pictureProblemMessage('broken');
  }

  protected override render(): TemplateResult {
    const isWished = this.services.library.settings.pictures !== 'never';
    return html`<figure>
      ${isWished && this.shelf ? (this.hasRoom ? this.room() : this.button()) : nothing}
      <slot></slot>
    </figure>`;
  }

  private room(): TemplateResult {
    const words = this.coming ? msg('Fotografia po vjen…') : this.problem;
    return html`<div class="room" tabindex="-1">
      <span class="meta" role=${this.asked ? 'status' : nothing}>${words}</span>
      ${this.problem ? this.button() : nothing} ${this.shown ? this.image(this.shown) : nothing}
    </div>`;
  }

  private image(shown: string): TemplateResult {
    const isTold = this.textContent.trim() !== '';
    const alt = this.picture.alt ?? (isTold ? '' : msg('Fotografi pa përshkrim'));
    return html`<img src=${shown} alt=${alt} decoding="async" @error=${() => this.isBroken()} />`;
  }

  private button(): TemplateResult {
    const { alt } = this.picture;
    const words = msg('Shfaq fotografinë');
    return html`<button aria-label=${alt ? `${words}: ${alt}` : words} @click=${() => void this.ask()}
      >${words}</button
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-article-picture': ArticlePicture;
  }
}
