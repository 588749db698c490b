import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { lexiconEntries, LexiconError, putEntry, type LexiconEntry } from '../../language/lexicon-text.ts';
import { servicesContext, type AppServices, type VoiceDesk } from '../contexts.ts';
import { keepSettings } from '../keep-settings.ts';
import { lexiconMessage } from '../lexicon-message.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

/** What the dialog is opened for. */
export interface AskedWord {
  readonly written: string;
  /** The paragraph that the word stands in, to be copied: a long press would else have selected its text. */
  readonly paragraph?: string | undefined;
}

/**
 * Si thuhet? One pronunciation of the listener's: what is written, how it is said.
 *
 * @fires saved
 */
@customElement('degjo-word-dialog')
@localized()
export class WordDialog extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    dialogStyles,
    css`
      :host {
        display: contents;
      }

      form {
        display: flex;
        flex-direction: column;
        gap: 0.75rem;
      }

      .field {
        display: block;
        font-weight: 600;
      }

      .field input {
        display: block;
        width: 100%;
        min-height: var(--target);
        margin-top: 0.25rem;
        padding: 0 var(--edge);
        border: 1px solid var(--second-ink);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        font: var(--size-body) / 1.5 var(--font);
      }

      .field input[aria-invalid='true'] {
        border: 2px solid var(--accent);
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @query('dialog') private readonly dialog!: HTMLDialogElement; // Always rendered.
  @query('#said') private readonly said!: HTMLInputElement; // Always rendered.
  @query('#written') private readonly written!: HTMLInputElement; // Always rendered.
  @query('#endings') private readonly endings!: HTMLInputElement; // Always rendered.
  @query('#exact') private readonly exact!: HTMLInputElement; // Always rendered.
  @state() private problem: { readonly field: 'written' | 'said'; readonly text: string } | undefined;
  @state() private paragraph: string | undefined;
  @state() private copied = false;
  /** There once the dialog has been opened: a press on «Dëgjojeni» is to reach the voice at once. */
  private sampler: VoiceDesk['sampler'] | undefined;
  /** The line of the entry that is being changed. */
  private line: number | undefined;

  /** Opens for a word: with what the listener has said of it before, if anything. */
  async show(asked: AskedWord): Promise<void> {
    await this.findVoice();
    const { written, paragraph } = asked;
    const known = this.entries().find(({ entry }) => fits(entry, written));
    this.open(known?.entry ?? { written, said: '', ...guess(written) }, known?.line);
    this.paragraph = paragraph;
  }

  /** Opens an entry of the lexicon to be changed. */
  async edit(entry: LexiconEntry, line: number): Promise<void> {
    await this.findVoice();
    this.open(entry, line);
    this.paragraph = undefined;
  }

  private async findVoice(): Promise<void> {
    this.sampler ??= (await this.services.voiceDesk()).sampler;
  }

  private entries() {
    return lexiconEntries(this.services.library.settings.lexicon);
  }

  private open({ written, said, endings, exactCase }: LexiconEntry, line: number | undefined): void {
    this.line = line;
    this.problem = undefined;
    this.copied = false;
    this.written.value = written;
    this.said.value = said;
    this.endings.checked = endings;
    this.exact.checked = exactCase;
    this.dialog.showModal();
    (written === '' ? this.written : this.said).focus();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" @close=${() => this.sampler?.stop()}>
        <header role="none">
          <h2 id="title">${msg('Si thuhet?')}</h2>
          <button class="round bare" aria-label=${msg('Mbyll')} @click=${() => this.dialog.close()}>
            <degjo-icon name="close"></degjo-icon>
          </button>
        </header>
        <form novalidate @submit=${(event: SubmitEvent) => void this.save(event)}>
          <label class="field"
            >${msg('Fjala, siç shkruhet')}
            <input
              id="written"
              lang="sq"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              aria-describedby="problem"
              aria-invalid=${this.problem?.field === 'written'}
            />
          </label>
          <label class="field"
            >${msg('Shqiptimi, siç thuhet')}
            <input
              id="said"
              lang="sq"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              aria-describedby="problem"
              aria-invalid=${this.problem?.field === 'said'}
            />
          </label>
          <label><input id="endings" type="checkbox" />${msg('Edhe me mbaresa: Biden, Bideni, Bidenit')}</label>
          <label><input id="exact" type="checkbox" />${msg('Vetëm me këto shkronja të mëdha e të vogla')}</label>
          <div id="problem" role="alert"
            >${this.problem ? html`<p class="problem">${this.problem.text}</p>` : nothing}</div
          >
          <div class="row">
            <button type="button" @click=${() => this.hear()}>
              <degjo-icon name="play"></degjo-icon>${msg('Dëgjojeni')}
            </button>
            <button class="primary">${msg('Ruaje')}</button>
            ${this.paragraph === undefined ? nothing : this.copy(this.paragraph)}
          </div>
        </form>
      </dialog>
    `;
  }

  private copy(paragraph: string): TemplateResult {
    return html`<button type="button" class="bare" @click=${() => void this.copyOut(paragraph)}>
      ${this.copied ? msg('U kopjua') : msg('Kopjo paragrafin')}
    </button>`;
  }

  private async copyOut(paragraph: string): Promise<void> {
    // Refused, the button goes on offering it.
    this.copied = await navigator.clipboard.writeText(paragraph).then(
      () => true,
      () => false,
    );
  }

  private hear(): void {
    const said = this.said.value.trim();
    this.problem = undefined;
    if (said === '') this.complain({ problem: 'nothing-said', written: '' });
    else this.sampler?.say(said);
  }

  private complain(error: Pick<LexiconError, 'problem' | 'written'>): void {
    const field = error.problem === 'nothing-said' ? 'said' : 'written';
    this.problem = { field, text: lexiconMessage(error) };
    this[field].focus();
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { library } = this.services;
    const entry: LexiconEntry = {
      written: this.written.value,
      said: this.said.value,
      endings: this.endings.checked,
      exactCase: this.exact.checked,
    };
    try {
      await keepSettings(this, library, { lexicon: putEntry(library.settings.lexicon, entry, this.line) });
    } catch (error) {
      if (!(error instanceof LexiconError)) throw error;
      this.complain(error);
      return;
    }
    this.dialog.close();
    this.dispatchEvent(new CustomEvent('saved'));
  }
}

function fits({ written, exactCase }: LexiconEntry, word: string): boolean {
  return exactCase ? written === word : written.toLowerCase() === word.toLowerCase();
}

/** Names take endings; an acronym is one only in capitals. */
function guess(word: string): Pick<LexiconEntry, 'endings' | 'exactCase'> {
  const acronym = /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word);
  return { endings: !acronym && /^\p{Lu}/u.test(word), exactCase: acronym };
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-word-dialog': WordDialog;
  }
}
