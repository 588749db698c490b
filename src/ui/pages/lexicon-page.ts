import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  lexiconEntries,
  LexiconError,
  mergeLexicons,
  removeEntry,
  type LexiconLine,
} from '../../language/lexicon-text.ts';
import type { Toast } from '../components/toast-bar.ts';
import type { WordDialog } from '../components/word-dialog.ts';
import { servicesContext, type AppServices, type VoiceDesk } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { keepSettings } from '../keep-settings.ts';
import { lexiconFileMessage } from '../lexicon-message.ts';
import { addresses } from '../router.ts';
import { saveFile } from '../save-file.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import '../components/word-dialog.ts';

/** Some 20,000 pronunciations; more is no lexicon of a listener's. */
const largestFile = 1_000_000;

/** Shqiptimi i fjalëve: the listener's own pronunciations. */
@customElement('degjo-lexicon-page')
@localized()
export class LexiconPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 0.5rem;
        padding: 0.5rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      li:last-child {
        border: 0;
      }

      li > span {
        flex: 1 1 min(7rem, 100%);
      }

      .meta {
        display: block;
      }

      .play {
        --fill: currentColor;
        color: var(--accent);
      }

      .add {
        align-self: start;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) desk!: VoiceDesk; // Given by the shell, always.
  @query('degjo-word-dialog') private readonly dialog!: WordDialog; // Always rendered.
  @query('input[type="file"]') private readonly picker!: HTMLInputElement; // Always rendered.
  @state() private problem: string | undefined;

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
  }

  protected override render(): TemplateResult {
    const entries = lexiconEntries(this.services.library.settings.lexicon);
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Shqiptimi i fjalëve')}</h1>
      <p>${msg('Kur një fjalë lexohet gabim, tregojini zërit si thuhet. Në artikull mbajeni gishtin mbi fjalë.')}</p>
      <button class="primary add" @click=${() => void this.dialog.show({ written: '' })}>
        <degjo-icon name="plus"></degjo-icon>${msg('Shto fjalë')}
      </button>
      ${
        entries.length === 0
          ? html`<p class="meta">${msg('Ende nuk ka asnjë fjalë.')}</p>`
          : html`<ul role="list">
              ${entries.map((line) => this.entry(line))}
            </ul>`
      }
      ${this.files(entries.length)}
      <degjo-word-dialog></degjo-word-dialog>
    `;
  }

  private entry({ line, entry }: LexiconLine): TemplateResult {
    const { written, said, endings, exactCase } = entry;
    const flags = [
      endings ? msg('edhe me mbaresa') : undefined,
      exactCase ? msg('vetëm me këto shkronja') : undefined,
    ].filter(Boolean);
    return html`
      <li>
        <span
          ><strong lang="sq">${written} → ${said}</strong>${
            flags.length > 0 ? html`<span class="meta">${flags.join(' · ')}</span>` : nothing
          }</span
        >
        <button
          class="round play"
          aria-label=${msg(str`Dëgjo shqiptimin: ${written}`)}
          @click=${() => this.desk.sampler.say(said)}
        >
          <degjo-icon name="play"></degjo-icon>
        </button>
        <button
          class="round bare"
          aria-label=${msg(str`Ndrysho: ${written}`)}
          @click=${() => void this.dialog.edit(entry, line)}
        >
          <degjo-icon name="edit"></degjo-icon>
        </button>
        <button
          class="round bare"
          aria-label=${msg(str`Hiqe nga lista: ${written}`)}
          @click=${() => this.takeOut(line, written)}
        >
          <degjo-icon name="remove"></degjo-icon>
        </button>
      </li>
    `;
  }

  private files(count: number): TemplateResult {
    return html`
      <section>
        <h2>${msg('Listë nga një skedar')}</h2>
        <p
          >${msg('Çdo rresht ka një fjalë dhe si thuhet, për shembull: Biden* = Bajden. Ylli do të thotë «edhe me mbaresa».')}</p
        >
        <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
        <div class="row">
          <button @click=${() => this.picker.click()}>
            <degjo-icon name="file"></degjo-icon>${msg('Merr nga një skedar')}
          </button>
          <button
            ?disabled=${count === 0}
            @click=${() => saveFile('degjo-shqiptimi.txt', this.services.library.settings.lexicon, 'text/plain')}
            >${msg('Ruaj në një skedar')}</button
          >
        </div>
        <input
          type="file"
          accept=".txt,text/plain"
          hidden
          aria-label=${msg('Merr nga një skedar')}
          @change=${() => void this.takeFile()}
        />
      </section>
    `;
  }

  private async takeFile(): Promise<void> {
    const file = this.picker.files?.[0];
    this.picker.value = '';
    if (!file) return;
    this.problem = file.size > largestFile ? msg('Ky skedar është shumë i madh për një listë fjalësh.') : undefined;
    if (this.problem) return;
    const before = this.services.library.settings.lexicon;
    try {
      // Bytes that are no UTF-8 are no lexicon, and would be kept as nonsense.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      await this.keep(mergeLexicons(before, text));
      const count = lexiconEntries(text).length;
      this.toast({ text: msg(str`Fjalë të marra nga skedari: ${count}.`), action: this.undo(before) });
    } catch (error) {
      this.problem =
        error instanceof LexiconError
          ? lexiconFileMessage(error)
          : msg('Ky skedar nuk lexohet si tekst. Ruajeni si tekst të thjeshtë, UTF-8, dhe provoni përsëri.');
    }
  }

  private takeOut(line: number, written: string): void {
    const before = this.services.library.settings.lexicon;
    void this.keep(removeEntry(before, line));
    this.toast({ text: msg(str`U hoq «${written}».`), action: this.undo(before) });
    // The button that was pressed is gone.
    this.renderRoot.querySelector('h1')?.focus();
  }

  private undo(lexicon: string): Toast['action'] & object {
    return { label: msg('Ktheje'), run: () => void this.keep(lexicon) };
  }

  private keep(lexicon: string): Promise<void> {
    return keepSettings(this, this.services.library, { lexicon });
  }

  private toast(detail: Toast): void {
    this.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-lexicon-page': LexiconPage;
  }
}
