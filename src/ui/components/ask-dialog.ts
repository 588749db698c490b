import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { dialogStyles } from '../styles/dialog.ts';
import { shared } from '../styles/shared.ts';

export interface Question {
  readonly title: string;
  /** What happens, and what cannot be undone. */
  readonly text: string;
  readonly yes: string;
}

/** Asks before something that cannot be undone. */
@customElement('degjo-ask-dialog')
@localized()
export class AskDialog extends LitElement {
  static override styles = [
    shared,
    dialogStyles,
    css`
      :host {
        display: contents;
      }

      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 1rem;
      }
    `,
  ];

  @state() private question: Question | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement; // Always rendered.

  /** @returns was it answered with yes? */
  async ask(question: Question): Promise<boolean> {
    this.question = question;
    await this.updateComplete;
    this.dialog.returnValue = '';
    this.dialog.showModal();
    await new Promise((resolve) => this.dialog.addEventListener('close', resolve, { once: true }));
    return this.dialog.returnValue === 'yes';
  }

  protected override render(): TemplateResult {
    const { title, text, yes } = this.question ?? { title: '', text: '', yes: '' };
    return html`
      <dialog aria-labelledby="title" aria-describedby="text">
        <h2 id="title">${title}</h2>
        <p id="text">${text}</p>
        <div class="answers">
          <button autofocus @click=${() => this.dialog.close()}>${msg('Jo, lëre')}</button>
          <button @click=${() => this.dialog.close('yes')}>${yes}</button>
        </div>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-ask-dialog': AskDialog;
  }
}
