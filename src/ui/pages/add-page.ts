import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { AddressResult, ArticleIntake, IntakeResult } from '../../articles/intake.ts';
import type { SharedThing } from '../../articles/shared-thing.ts';
import { soleAddress } from '../../articles/typed-address.ts';
import { takenFromHistory } from '../arrivals.ts';
import type { Toast } from '../components/toast-bar.ts';
import { servicesContext, type AppServices, type IntakeDesk } from '../contexts.ts';
import { intakeProblemMessage } from '../intake-message.ts';
import { bringProblemMessage, openShared } from '../open-shared.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import { takeArticles } from '../take-file.ts';
import '../components/app-icon.ts';
import '../components/shared-things.ts';

/** As many characters as an article may have; more is not let into the field, which would choke on it. */
const longestPaste = 2_000_000;

/** Names and types: some phones know the one, some the other. */
const acceptedFiles = [
  ...['.txt', '.md', '.markdown', '.html', '.htm', '.xhtml', '.docx', '.epub', '.pdf'],
  ...['text/plain', 'text/markdown', 'text/html', 'application/epub+zip', 'application/pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
].join(',');

/**
 * Shto artikull: a text or the address of a page that is pasted, a file that is opened, what another app shared.
 *
 * @fires toast - what there is to say of the article, which opens
 */
@customElement('degjo-add-page')
@localized()
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

      .links a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @state() private problem: string | undefined;
  /** Stops what is being opened. */
  @state() private working: AbortController | undefined;
  @state() private things: readonly SharedThing[] = [];
  @query('textarea') private readonly field!: HTMLTextAreaElement; // Always rendered.
  @query('input') private readonly picker!: HTMLInputElement; // Always rendered.

  override connectedCallback(): void {
    super.connectedCallback();
    void this.receive();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.working?.abort();
  }

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Shto artikull')}</h1>
      <degjo-shared-things
        .things=${this.things}
        ?working=${this.working !== undefined}
        @open=${({ detail }: CustomEvent<{ thing: SharedThing }>) => void this.open(detail.thing)}
        @discard=${({ detail }: CustomEvent<{ thing: SharedThing }>) => void this.discard(detail.thing)}
      ></degjo-shared-things>
      <form @submit=${(event: SubmitEvent) => void this.submit(event)}>
        <label for="text">${msg('Ngjitni këtu tekstin ose adresën e një faqeje')}</label>
        <textarea
          id="text"
          lang="sq"
          aria-describedby="problem"
          aria-invalid=${this.problem ? 'true' : 'false'}
          @paste=${(event: ClipboardEvent) => this.guardPaste(event)}
        ></textarea>
        <div id="problem" role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
        ${
          this.working
            ? html`<div class="row">
                <p role="status">${msg('Po hapet…')}</p>
                <button type="button" @click=${() => this.working?.abort()}>${msg('Ndal')}</button>
              </div>`
            : html`<button class="primary">${msg('Hap artikullin')}</button>`
        }
      </form>
      ${this.otherWays()}
    `;
  }

  private otherWays(): TemplateResult {
    return html`
      <section>
        <p
          >${msg('Ose hapni një skedar: tekst, faqe të ruajtur, Word (.docx), PDF a libër (.epub). Mund edhe ta tërhiqni e ta lëshoni në këtë faqe.')}</p
        >
        <button @click=${() => this.picker.click()} ?disabled=${this.working !== undefined}>
          <degjo-icon name="file"></degjo-icon>${msg('Hap skedar')}
        </button>
        <input
          type="file"
          accept=${acceptedFiles}
          hidden
          aria-label=${msg('Hap skedar')}
          @change=${() => void this.pickFile()}
        />
      </section>
      <section>
        <h2>${msg('Mënyra të tjera')}</h2>
        <ul role="list" class="links">
          <li><a href=${addresses.fromPages}>${msg('Nga faqe të tjera')}</a></li>
          <li><a href=${addresses.wikipedia}>Wikipedia</a></li>
          <li><a href=${addresses.sources}>${msg('Burimet')}</a></li>
        </ul>
      </section>
    `;
  }

  /** What came with the address of this page, and what waits from other times. */
  private async receive(): Promise<void> {
    const arrival = takenFromHistory(history.state);
    if (arrival && 'thing' in arrival) {
      this.things = [arrival.thing];
      return;
    }
    const desk = await this.desk();
    this.things = (await desk?.shares.waiting()) ?? [];
    if (!arrival) return;
    // Once: whoever comes back to this page is not led away again.
    history.replaceState(null, '');
    const thing = this.things.find(({ id }) => id === arrival.shared);
    if (thing) await this.open(thing);
    else this.problem = msg('Ajo që ndatë nuk mbërriti: mbase pajisja nuk ka më vend. Ndajeni edhe një herë.');
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { value } = this.field;
    const address = soleAddress(value);
    const isOpen = await this.take((intake, signal) =>
      address === undefined ? intake.fromText(value) : intake.fromAddress(address, signal),
    );
    if (!isOpen) this.field.focus();
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

  /** What does not open waits on. */
  private async open(thing: SharedThing): Promise<void> {
    let rest: SharedThing | undefined;
    const isOpen = await this.take(async (intake, signal) => {
      const opened = await openShared(thing, intake, signal);
      if ('problem' in opened.result) return opened.result;
      rest = opened.rest?.thing;
      if (opened.rest) this.toast({ text: bringProblemMessage(opened.rest.problem) });
      // What came with the address of this page has no other place; the page is left next.
      if (thing.id === '') history.replaceState(null, '');
      return opened.result;
    });
    if (isOpen) await this.settle(thing, rest);
  }

  private async discard(thing: SharedThing): Promise<void> {
    if (thing.id === '') history.replaceState(null, '');
    await this.settle(thing, undefined);
    // The button that was pressed is gone.
    this.renderRoot.querySelector('h1')?.focus();
  }

  /** A thing gives way to what is left of it. */
  private async settle(thing: SharedThing, rest: SharedThing | undefined): Promise<void> {
    this.things = this.things.flatMap((one) => (one === thing ? (rest ?? []) : one));
    if (thing.id === '') return;
    if (rest) await (await this.desk())?.shares.keep(rest);
    else await (await this.desk())?.shares.remove(thing.id);
  }

  private async desk(): Promise<IntakeDesk | undefined> {
    return this.services.intakeDesk().catch(() => undefined);
  }

  /** @returns did it become an article, which opens? */
  private async take(
    bring: (intake: ArticleIntake, signal: AbortSignal) => Promise<IntakeResult | AddressResult>,
  ): Promise<boolean> {
    if (this.working) return false;
    const { intakeDesk, library } = this.services;
    const { signal } = (this.working = new AbortController());
    this.problem = undefined;
    try {
      const { intake } = await intakeDesk();
      const result = await bring(intake, signal);
      signal.throwIfAborted();
      if ('problem' in result) {
        this.problem = bringProblemMessage(result);
        return false;
      }
      const detail = await takeArticles(result.articles, library);
      if (detail) this.toast(detail);
      return true;
    } catch {
      if (!signal.aborted) this.problem = msg('Kjo faqe nuk u hap: mbase nuk ka internet. Provoni përsëri më vonë.');
      return false;
    } finally {
      this.working = undefined;
    }
  }

  private toast(detail: Toast): void {
    this.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-add-page': AddPage;
  }
}
