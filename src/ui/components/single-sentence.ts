import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { servicesContext, type AppServices } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';
import './spoken-sentence.ts';

/**
 * An article one sentence at a time: the one that is spoken, or would be next, with the way to its neighbours.
 */
@customElement('degjo-single-sentence')
@localized()
export class SingleSentence extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 1.25rem;
        max-width: var(--measure);
        min-height: calc(100dvh - var(--floor, 0px) - 12rem);
      }

      h1 {
        color: var(--second-ink);
        font-size: var(--size-body);
        line-height: 1.35;
      }

      degjo-spoken-sentence {
        flex: 1;
        align-content: center;
      }

      .ways {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem;
      }

      .ways button {
        gap: 0.25rem;
        min-height: clamp(48px, 4rem, 72px);
        padding: 0 0.25rem;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.

  constructor() {
    super();
    new StoreController(this, () => this.services.session);
  }

  protected override render(): TemplateResult {
    const { session, library } = this.services;
    const { article, script, index } = session.snapshot;
    const last = (script?.sentences.length ?? 1) - 1;
    return html`
      <h1 tabindex="-1" lang=${article?.language ?? 'sq'}>${article?.title}</h1>
      <degjo-spoken-sentence .session=${session} .follow=${library.look.follow}></degjo-spoken-sentence>
      <div class="ways">
        <button ?disabled=${index === 0} @click=${() => session.previous()}
          ><degjo-icon name="previous"></degjo-icon>${msg('Prapa')}</button
        >
        <button ?disabled=${index >= last} @click=${() => session.next()}
          ><degjo-icon name="next"></degjo-icon>${msg('Para')}</button
        >
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-single-sentence': SingleSentence;
  }
}
