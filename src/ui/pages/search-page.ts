import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Findings, Hit } from '../../library/search/protocol.ts';
import type { Passage } from '../../library/search/passage.ts';
import type { SearchClient } from '../../library/search/search-client.ts';
import { currentLocale } from '../../localization/localization.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { formatDate } from '../format.ts';
import { isOne } from '../plural.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';

/** Milliseconds without a key before the number of results is told: not with each letter. */
const rest = 800;

/**
 * Kërko: over the titles and texts of this device, as one types.
 *
 * @fires listen - `{ id, at }`: read this article from the sentence that was found
 */
@customElement('degjo-search-page')
@localized()
export class SearchPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      input {
        width: 100%;
        min-height: clamp(48px, 3.5rem, 64px);
        padding: 0 var(--edge);
        border: 1px solid var(--second-ink);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        font: var(--size-title) var(--font);
      }

      label {
        align-items: flex-start;
        flex-direction: column;
        gap: 0.5rem;
        font-weight: 600;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: var(--gap);
        padding: 0.75rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      li a {
        flex: 1 1 min(9rem, 100%);
        min-height: var(--target);
        align-content: center;
        text-decoration: none;
      }

      li strong {
        display: block;
        line-height: 1.35;
      }

      li a:hover strong {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }

      .passage {
        display: block;
      }

      mark {
        background: var(--lit-sentence);
        color: inherit;
        font-weight: 700;
        text-decoration: underline 2px;
        text-underline-offset: 0.15em;
      }

      .listen {
        --fill: currentColor;
        color: var(--accent);
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @query('input') private readonly field!: HTMLInputElement; // Always rendered.
  @state() private client: SearchClient | undefined;
  @state() private hasFailed = false;
  /** For who does not see the list. */
  @state() private told = '';
  private telling: ReturnType<typeof setTimeout> | undefined;
  private toTell: Findings | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.telling);
    this.client?.removeEventListener('change', this.changed);
  }

  private async begin(): Promise<void> {
    try {
      this.client = await this.services.searchDesk();
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
      return;
    }
    if (!this.isConnected) return;
    this.client.addEventListener('change', this.changed);
    await this.updateComplete;
    // Back in the same visit, the field says what the list is about; else what was typed meanwhile is looked for.
    if (this.field.value === '') this.field.value = this.client.snapshot.query;
    else this.client.search(this.field.value);
  }

  private readonly changed = (): void => {
    this.requestUpdate();
    const { findings } = this.client?.snapshot ?? {};
    if (findings === this.toTell) return;
    this.toTell = findings;
    clearTimeout(this.telling);
    this.telling = setTimeout(() => (this.told = this.summary()), rest);
  };

  protected override firstUpdated(): void {
    this.field.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Kërko')}</h1>
      <search>
        <label
          >${msg('Fjalë nga titulli ose nga teksti')}<input
            type="search"
            lang="sq"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="search"
            @input=${() => this.client?.search(this.field.value)}
        /></label>
      </search>
      ${this.hasFailed || this.client?.snapshot.hasFailed ? this.failure() : this.answer()}
      <p class="hidden-visually" role="status">${this.told}</p>
    `;
  }

  private failure(): TemplateResult {
    return html`<p class="problem" role="status">
      ${msg('Kërkimi nuk u hap. Mbylleni faqen dhe provoni përsëri; artikujt tuaj janë aty ku ishin.')}
    </p>`;
  }

  private answer(): TemplateResult | typeof nothing {
    const { snapshot } = this.client ?? {};
    if (!snapshot) return nothing;
    const { findings, query, done, total } = snapshot;
    return html`
      ${
        done < total
          ? html`<p class="meta"
              >${msg(str`Po lexohen artikujt: ${done} nga ${total}. Kërkoni, ndërkohë, në ata që u lexuan.`)}</p
            >`
          : nothing
      }
      ${
        findings && query !== ''
          ? findings.total === 0
            ? html`<p>${msg('Nuk u gjet asgjë. Provoni me më pak fjalë, ose me fillimin e një fjale.')}</p>`
            : this.list(findings)
          : nothing
      }
    `;
  }

  private summary(): string {
    const { findings, query } = this.client?.snapshot ?? {};
    if (!findings || !query) return '';
    if (findings.total === 0) return msg('Nuk u gjet asgjë.');
    return isOne(findings.total)
      ? msg(str`U gjet ${findings.total} artikull.`)
      : msg(str`U gjetën ${findings.total} artikuj.`);
  }

  private list({ hits, total }: Findings): TemplateResult {
    return html`${
        total > hits.length
          ? html`<p class="meta"
              >${msg(str`U gjetën ${total} artikuj. Këtu janë ${hits.length} më të afërtit; me një fjalë më shumë gjeni më saktë.`)}</p
            >`
          : nothing
      }
      <ul role="list" aria-label=${msg('Artikujt që u gjetën')}>
        ${repeat(
          hits,
          ({ id }) => id,
          (hit) => this.item(hit),
        )}
      </ul>`;
  }

  private item(hit: Hit): TemplateResult {
    const { id, title, source, published, passage } = hit;
    const isTitle = passage?.text === title;
    const meta = [source, published && formatDate(published, currentLocale())].filter(Boolean).join(' · ');
    return html`
      <li>
        <a href=${addresses.article(id)} @click=${(event: MouseEvent) => void this.open(event, hit)}>
          <span class="meta">${meta}</span>
          <strong lang="sq">${isTitle ? marked(passage) : title}</strong>
          ${passage && !isTitle ? html`<span class="passage" lang="sq">${marked(passage)}</span>` : nothing}
        </a>
        <button class="round listen" aria-label=${msg(str`Dëgjo: ${title}`)} @click=${() => this.listen(hit)}>
          <degjo-icon name="play"></degjo-icon>
        </button>
      </li>
    `;
  }

  /** Opens the article with the sentence that was found lit, ready to be read from there. */
  private async open(event: MouseEvent, { id, passage }: Hit): Promise<void> {
    // In another window or tab the browser does it.
    if (!passage || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { library, session } = this.services;
    const article = await library.article(id);
    if (article) await session.open(article, locatorOf(id, passage), 'paused');
    location.hash = addresses.article(id);
  }

  private listen({ id, passage }: Hit): void {
    const detail = { id, ...(passage && { at: locatorOf(id, passage) }) };
    this.dispatchEvent(new CustomEvent('listen', { detail, bubbles: true, composed: true }));
  }
}

function locatorOf(article: string, { block, start, text }: Passage) {
  return { article, block, offset: start, quote: text.slice(0, 60) };
}

/** The sentence, with the words that were met marked in it. */
function marked({ text, marks }: Passage): unknown[] {
  let at = 0;
  const pieces = marks.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, html`<mark>${text.slice(start, end)}</mark>`];
  });
  return [...pieces, text.slice(at)];
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-search-page': SearchPage;
  }
}
