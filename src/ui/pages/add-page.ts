import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ArticleIntake, IntakeResult } from '../../articles/intake.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { intakeProblemMessage } from '../intake-message.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import { takeArticles } from '../take-file.ts';
import '../components/app-icon.ts';

/** As many characters as an article may have; more is not let into the field, which would choke on it. */
const longestPaste = 2_000_000;

/** Names and types: some phones know the one, some the other. */
const acceptedFiles = [
  ...['.txt', '.md', '.markdown', '.html', '.htm', '.xhtml', '.docx', '.epub', '.pdf'],
  ...['text/plain', 'text/markdown', 'text/html', 'application/epub+zip', 'application/pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
].join(',');

/**
 * Shto artikull: a text that is pasted, or a file that is opened.
 *
 * @fires toast - what there is to say of the article, which opens
 */
@localized()
@customElement('degjo-add-page')
export class AddPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: 0.75rem;
      }

      label {
        font-weight: 600;
      }

      textarea {
        width: 100%;
        min-height: 12rem;
        padding: var(--edge);
        border: 1px solid var(--second-ink);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        font: var(--size-body) / 1.5 var(--font);
        resize: vertical;
      }

      textarea[aria-invalid='true'] {
        border: 2px solid var(--accent);
      }

      .or {
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
        padding-top: 1rem;
        border-top: 1px solid var(--hairline);
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @state() private problem: string | undefined;
  @state() private working = false;
  @query('textarea') private readonly field!: HTMLTextAreaElement; // Always rendered.
  @query('input') private readonly picker!: HTMLInputElement; // Always rendered.

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Shto artikull')}</h1>
      <form @submit=${(event: SubmitEvent) => void this.submit(event)}>
        <label for="text">${msg('Ngjitni këtu tekstin')}</label>
        <textarea
          id="text"
          lang="sq"
          aria-describedby="problem"
          aria-invalid=${this.problem ? 'true' : 'false'}
          @paste=${(event: ClipboardEvent) => this.guardPaste(event)}
        ></textarea>
        <div id="problem" role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
        <button class="primary" ?disabled=${this.working}>
          ${this.working ? msg('Po hapet…') : msg('Hap artikullin')}
        </button>
      </form>
      <div class="or">
        <p
          >${msg('Ose hapni një skedar: tekst, faqe të ruajtur, Word (.docx), PDF a libër (.epub). Mund edhe ta tërhiqni e ta lëshoni në këtë faqe.')}</p
        >
        <button @click=${() => this.picker.click()} ?disabled=${this.working}>
          <degjo-icon name="file"></degjo-icon>${msg('Hap skedar')}
        </button>
        <input
          type="file"
          accept=${acceptedFiles}
          hidden
          aria-label=${msg('Hap skedar')}
          @change=${() => void this.pickFile()}
        />
      </div>
    `;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.take((intake) => intake.fromText(this.field.value));
  }

  private async pickFile(): Promise<void> {
    const file = this.picker.files?.[0];
    if (file) await this.take((intake) => intake.fromFile(file));
    this.picker.value = '';
  }

  private guardPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= longestPaste) return;
    event.preventDefault();
    this.problem = intakeProblemMessage({ problem: 'too-long' });
  }

  private async take(bring: (intake: ArticleIntake) => Promise<IntakeResult>): Promise<void> {
    const { intake, library } = this.services;
    this.working = true;
    this.problem = undefined;
    try {
      const result = await bring(await intake());
      if ('problem' in result) {
        this.tell(intakeProblemMessage(result));
        return;
      }
      const detail = await takeArticles(result.articles, library);
      if (detail) this.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
    } catch {
      this.tell(msg('Kjo faqe nuk u hap: mbase nuk ka internet. Provoni përsëri më vonë.'));
    } finally {
      this.working = false;
    }
  }

  private tell(problem: string): void {
    this.problem = problem;
    this.field.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-add-page': AddPage;
  }
}
