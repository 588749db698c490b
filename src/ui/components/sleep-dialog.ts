import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { SleepTimer, SleepWish } from '../../listening/sleep-timer.ts';
import { sleepLeft, sleepMore } from '../sleep-words.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

const minutes = [5, 10, 15, 20, 30, 45, 60, 90] as const;
const articles = [2, 3, 5] as const;

/** When the reading is to fall silent. */
@customElement('degjo-sleep-dialog')
@localized()
export class SleepDialog extends LitElement {
  static override styles = [
    shared,
    dialogStyles,
    css`
      :host {
        display: contents;
      }

      h3 {
        padding: 1rem 0 0.5rem;
        color: var(--second-ink);
        font-size: var(--size-meta);
      }

      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(4.5rem, 100%), 1fr));
        gap: 0.5rem;
      }

      .choices button {
        padding: 0;
      }

      .whole {
        width: 100%;
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) timer!: SleepTimer; // Given by the bar around it, always.
  @query('dialog') private readonly dialog!: HTMLDialogElement; // Always rendered.

  show(): void {
    this.requestUpdate();
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const { snapshot } = this.timer;
    return html`
      <dialog aria-labelledby="title">
        <header role="none">
          <h2 id="title">${msg('Kur të ndalet leximi?')}</h2>
          <button class="round bare" aria-label=${msg('Mbyll')} @click=${() => this.dialog.close()}>
            <degjo-icon name="close"></degjo-icon>
          </button>
        </header>
        ${
          snapshot
            ? html`<p>${msg(str`Ndalet pas: ${sleepLeft(snapshot)}.`)}</p>
                <button class="whole primary" @click=${() => this.extend()}>${sleepMore(snapshot)}</button>
                <button class="whole" @click=${() => this.choose(undefined)}>${msg('Mos u ndal')}</button>`
            : nothing
        }
        <h3 id="minutes">${msg('Pas kaq minutash')}</h3>
        <div class="choices" role="group" aria-labelledby="minutes">
          ${minutes.map((count) => this.choice(count, { kind: 'minutes', minutes: count }))}
        </div>
        <h3 id="articles">${msg('Pas kaq artikujsh')}</h3>
        <div class="choices" role="group" aria-labelledby="articles">
          ${articles.map((count) => this.choice(count, { kind: 'articles', articles: count }))}
        </div>
        <button class="whole" @click=${() => this.choose({ kind: 'articles', articles: 1 })}>
          ${msg('Në fund të këtij artikulli')}
        </button>
      </dialog>
    `;
  }

  private choice(count: number, wish: SleepWish): TemplateResult {
    const name = wish.kind === 'minutes' ? msg(str`${count} minuta`) : msg(str`${count} artikuj`);
    return html`<button aria-label=${name} @click=${() => this.choose(wish)}>${count}</button>`;
  }

  private extend(): void {
    this.timer.extend();
    this.dialog.close();
  }

  private choose(wish: SleepWish | undefined): void {
    this.timer.set(wish);
    this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-sleep-dialog': SleepDialog;
  }
}
