import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Article } from '../../articles/article.ts';
import type { Wikipedia, WikipediaHit, WikipediaProblem } from '../../articles/wikipedia.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import { takeArticles } from '../take-file.ts';
import { wikipediaProblemMessage } from '../wikipedia-message.ts';
import '../components/app-icon.ts';

/**
 * Wikipedia: articles of the Albanian encyclopedia. Nothing is asked of it before the listener does.
 *
 * @fires toast - what there is to say of the article, which opens
 */
@customElement('degjo-wikipedia-page')
@localized()
export class WikipediaPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
      }

      label {
        font-weight: 600;
      }

      input {
        flex: 1;
        min-width: min(10rem, 100%);
        min-height: var(--target);
        padding: 0 var(--edge);
        border: 1px solid var(--second-ink);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        font: var(--size-body) var(--font);
      }

      li button {
        display: block;
        width: 100%;
        padding: 0.75rem 0;
        border-width: 0 0 1px;
        border-color: var(--hairline);
        border-radius: 0;
        background: none;
        text-align: start;
      }

      .meta {
        display: block;
        font-weight: 400;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  /** Stops what is being asked. */
  @state() private asking: AbortController | undefined;
  @state() private problem: string | undefined;
  @state() private hits: readonly WikipediaHit[] | undefined;
  @query('input') private readonly field!: HTMLInputElement; // Always rendered.

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asking?.abort();
  }

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te shtimi')}
        ><a class="button bare" href=${addresses.add}
          ><degjo-icon name="back"></degjo-icon>${msg('Shto artikull')}</a
        ></nav
      >
      <h1 tabindex="-1" lang="sq">Wikipedia</h1>
      <p
        >${msg('Dëgjoni artikuj të enciklopedisë së lirë në shqip. Çfarë kërkoni i dërgohet Wikipedias, që sheh edhe adresën e pajisjes suaj.')}</p
      >
      <form role="search" @submit=${(event: SubmitEvent) => void this.search(event)}>
        <label for="words">${msg('Çfarë kërkoni?')}</label>
        <div class="row">
          <input id="words" type="search" lang="sq" enterkeyhint="search" aria-describedby="problem" />
          ${
            this.asking
              ? html`<button type="button" @click=${() => this.asking?.abort()}>${msg('Ndal')}</button>`
              : html`<button class="primary">${msg('Kërko')}</button>`
          }
        </div>
        <div id="problem" role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
        <p role="status" class="meta">${this.told()}</p>
      </form>
      ${this.hits ? this.list(this.hits) : nothing}
      <section>
        <h2>${msg('Çdo ditë')}</h2>
        <p>${msg('Faqja kryesore e Wikipedias: artikulli i zgjedhur dhe gjëra që ndoshta nuk i dinit.')}</p>
        <div class="row">
          <button ?disabled=${this.asking !== undefined} @click=${() => void this.openToday()}>
            ${msg('Dëgjo faqen e sotme')}
          </button>
        </div>
      </section>
    `;
  }

  private told(): string {
    if (this.asking) return msg('Po kërkohet…');
    if (!this.hits) return '';
    return this.hits.length === 0
      ? msg('Nuk u gjet asgjë. Provoni me fjalë të tjera.')
      : msg(str`U gjetën: ${this.hits.length}.`);
  }

  private list(hits: readonly WikipediaHit[]): TemplateResult {
    return html`<ul role="list" lang="sq">
      ${hits.map(
        ({ title, summary }) =>
          html`<li>
            <button ?disabled=${this.asking !== undefined} @click=${() => void this.open(title)}>
              ${title}${summary === '' ? nothing : html`<span class="meta">${summary}</span>`}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  private async search(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const words = this.field.value.trim();
    if (words === '') return;
    const found = await this.ask((wikipedia, signal) => wikipedia.search(words, signal));
    if (found) this.hits = found;
  }

  private open(title: string): Promise<void> {
    return this.take((wikipedia, signal) => wikipedia.article(title, signal));
  }

  private openToday(): Promise<void> {
    const day = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
    return this.take((wikipedia, signal) => wikipedia.today('Sot te Wikipedia', date, signal));
  }

  private async take(
    bring: (wikipedia: Wikipedia, signal: AbortSignal) => Promise<Article | WikipediaProblem>,
  ): Promise<void> {
    const article = await this.ask(bring);
    if (!article) return;
    const detail = await takeArticles([article], this.services.library);
    if (detail) this.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
  }

  /** @returns undefined when nothing came, which is told, or the listener stopped it */
  private async ask<T extends object>(
    question: (wikipedia: Wikipedia, signal: AbortSignal) => Promise<T | WikipediaProblem>,
  ): Promise<T | undefined> {
    if (this.asking) return undefined;
    const { signal } = (this.asking = new AbortController());
    this.problem = undefined;
    try {
      const desk = await this.services.intakeDesk();
      const answer = await question(await desk.wikipedia(), signal);
      if (!('problem' in answer)) return answer;
      this.problem = wikipediaProblemMessage(answer);
    } catch {
      if (!signal.aborted) this.problem = msg('Kjo faqe nuk u hap: mbase nuk ka internet. Provoni përsëri më vonë.');
    } finally {
      this.asking = undefined;
    }
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-wikipedia-page': WikipediaPage;
  }
}
