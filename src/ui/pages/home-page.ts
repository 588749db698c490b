import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Locator } from '../../articles/article.ts';
import type { SyncProblem } from '../../library/edition-sync.ts';
import type { LibrarySnapshot } from '../../library/library.ts';
import { currentLocale } from '../../localization/localization.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { formatMinutes } from '../format.ts';
import { isOne } from '../plural.ts';
import { addresses } from '../router.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import '../components/article-list.ts';

/**
 * Of each edition, as long as the listener does not ask for all: fifty sources are 1500 articles. As many of the first are
 * there at the start: see `readFirst`.
 */
const firstShown = 20;

/**
 * What there is to hear: where the listener stopped, the edition, their own articles.
 *
 * @fires listen-all - read everything new
 * @fires listen - `{ id }`: read on in this article
 * @fires locale - `{ locale }`: the listener chose the interface's language
 */
@customElement('degjo-home-page')
@localized()
export class HomePage extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem;
        min-height: var(--target);
        margin-bottom: 0.75rem;
      }

      .brand {
        flex: 1 0 auto;
        min-height: var(--target);
        align-content: center;
        font-size: var(--size-title);
        font-weight: 800;
        letter-spacing: -0.01em;
        text-decoration: none;
      }

      .brand + button {
        padding: 0 0.75rem;
        font-size: var(--size-meta);
      }

      .add {
        padding: 0 1rem 0 0.75rem;
        font-size: var(--size-meta);
      }

      h2 {
        padding: 1rem 0 0.5rem;
        border-bottom: 1px solid var(--hairline);
        color: var(--second-ink);
        font-size: var(--size-meta);
        font-weight: 700;
      }

      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0 1.5rem;
        padding-top: 1.5rem;
      }

      footer a {
        min-width: var(--target);
        min-height: var(--target);
        align-content: center;
      }

      .all {
        justify-content: flex-start;
        gap: var(--edge);
        width: 100%;
        margin-bottom: 1rem;
        padding: 0.875rem min(1.25rem, 6vw);
        border-radius: var(--radius);
        text-align: start;
      }

      .all .meta {
        display: block;
        color: inherit;
        font-weight: 400;
      }

      .search {
        justify-content: flex-start;
        width: 100%;
        margin-bottom: 0.75rem;
        color: var(--second-ink);
        font-weight: 400;
      }

      .continue {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: var(--gap);
        margin-bottom: 0.5rem;
        padding: var(--edge);
        border: 1px solid var(--hairline);
        border-radius: var(--radius);
        background: var(--card);
      }

      .continue a {
        flex: 1 1 min(9rem, 100%);
        text-decoration: none;
      }

      .continue strong {
        display: block;
        font-size: var(--size-body);
        line-height: 1.35;
        text-wrap: balance;
      }

      .listen {
        --fill: currentColor;
      }

      progress {
        appearance: none;
        display: block;
        width: 100%;
        height: 4px;
        margin-top: 0.75rem;
        border: 0;
        border-radius: 2px;
        overflow: hidden;
        background: var(--hairline);
        color: var(--accent);
      }

      progress::-webkit-progress-bar {
        background: transparent;
      }

      progress::-webkit-progress-value {
        background: currentColor;
      }

      progress::-moz-progress-bar {
        background: currentColor;
      }

      .problem {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
        margin: 0.5rem 0;
        padding: 0.75rem 1rem;
        border: 1px solid var(--accent);
        border-radius: var(--radius);
      }

      /* What stands below comes into sight once, with the news above it, and does not jump. */
      .empty {
        min-height: 100vh;
        padding: 1rem 0;
        color: var(--second-ink);
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  /** The id of the article that is open beside the list. */
  @property({ attribute: false }) current: string | undefined;
  /** Is this the page itself, or the list beside one? */
  @property({ type: Boolean }) main = false;
  /** Editions that are in the page: the first with the first frame, the others after it. */
  @state() private drawn = 1;
  /** Keys of the editions whose articles are all shown. */
  @state() private whole: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
    new StoreController(this, () => this.services.session);
    new StoreController(this, () => this.services.sync);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.drawn < this.services.library.snapshot.editions.length) requestAnimationFrame(() => this.drawn++);
  }

  protected override render(): TemplateResult {
    const { snapshot } = this.services.library;
    return html`
      <header role="none">
        ${this.main ? html`<h1 class="brand" tabindex="-1">Dëgjo</h1>` : html`<a class="brand" href=${addresses.home}>Dëgjo</a>`}
        ${this.languageButton()}
        <a class="button add" href=${addresses.add}><degjo-icon name="plus"></degjo-icon>${msg('Shto artikull')}</a>
      </header>
      ${this.all(snapshot)} ${this.search(snapshot)} ${this.resume(snapshot)} ${this.own(snapshot)}
      ${this.editions(snapshot)}
      <footer role="none">
        <a href=${addresses.library}>${msg('Biblioteka')}</a>
        <a href=${addresses.sources}>${msg('Burimet')}</a>
        <a href=${addresses.queue}>${msg('Radha')}</a>
        <a href=${addresses.bookmarks}>${msg('Fjalitë')}</a>
        <a href=${addresses.settings}>${msg('Cilësimet')}</a>
        <a href=${addresses.simple}>${msg('Mënyra e thjeshtë')}</a>
      </footer>
    `;
  }

  private languageButton(): TemplateResult {
    const other = currentLocale() === 'sq' ? 'en' : 'sq';
    return html`<button class="bare" lang=${other} @click=${() => this.report('locale', { locale: other })}>
      ${other === 'sq' ? 'Shqip' : 'English'}
    </button>`;
  }

  /** The one thing to press: everything new; and while it is heard, what comes. */
  private all({ isWhole, unheard, queue }: LibrarySnapshot): unknown {
    const { session, library } = this.services;
    const { rate } = library.settings;
    const playing = session.isPlaying && session.snapshot.article?.id;
    // All articles are counted: not after each sentence that is heard.
    return guard([isWhole, unheard, queue, playing, rate, currentLocale()], () => {
      const coming = queue.filter(({ id }) => id !== playing);
      const follows = playing && coming.length > 0;
      const articles = follows ? coming : [...new Set([...queue, ...unheard])];
      const words = articles.reduce((sum, article) => sum + article.words, 0);
      const length = formatMinutes(words, rate);
      if (follows)
        return html`<a class="button all" href=${addresses.queue}
          ><degjo-icon name="next"></degjo-icon
          ><span>${msg('Radha')}<span class="meta">${msg(str`Më pas: ${coming.length} · ${length}`)}</span></span></a
        >`;
      if (isWhole && articles.length === 0) return nothing;
      const news = isOne(articles.length)
        ? msg(str`${articles.length} lajm i ri · ${length}`)
        : msg(str`${articles.length} lajme të reja · ${length}`);
      // Until they are counted, their line has its place.
      return html`<button class="primary all listen" @click=${() => this.report('listen-all', {})}>
        <degjo-icon name="play"></degjo-icon>
        <span>${msg('Dëgjo të gjitha')}<span class="meta">${isWhole ? news : '\u00a0'}</span></span>
      </button>`;
    });
  }

  /** Not before there is something to be found: it would be pushed away when the news come. */
  private search({ own, editions }: LibrarySnapshot): TemplateResult | typeof nothing {
    if (own.length + editions.length === 0) return nothing;
    return html`<a class="button search" href=${addresses.search}>${msg('Kërko në artikuj')}</a>`;
  }

  private resume({ begun }: LibrarySnapshot): TemplateResult | typeof nothing {
    const { article: heard } = this.services.session.snapshot;
    if (!begun || begun.article.id === this.current) return nothing;
    const { article, place } = begun;
    if (article.id === heard?.id && this.services.session.isPlaying) return nothing;
    return html`
      <div class="continue">
        <a href=${addresses.article(article.id)}>
          <span class="meta">${msg('Vazhdo ku e le')}</span>
          <strong lang="sq">${article.title}</strong>
          <span class="meta" lang="sq">${quoted(place.locator)}</span>
          <progress max="1" .value=${place.progress} aria-label=${msg('Dëgjuar')}></progress>
        </a>
        <button
          class="round primary listen"
          aria-label=${msg(str`Vazhdo: ${article.title}`)}
          @click=${() => this.report('listen', { id: article.id })}
        >
          <degjo-icon name="play"></degjo-icon>
        </button>
      </div>
    `;
  }

  private own({ own, places }: LibrarySnapshot): TemplateResult | typeof nothing {
    if (own.length === 0) return nothing;
    return html`
      <h2>${msg('Artikujt e mi')}</h2>
      <degjo-article-list
        .articles=${own}
        .places=${places}
        .current=${this.current}
        .rate=${this.services.library.settings.rate}
      ></degjo-article-list>
    `;
  }

  private editions({ isWhole, editions, places }: LibrarySnapshot): unknown {
    const { working, problem } = this.services.sync.snapshot;
    const lists = editions.slice(0, this.drawn).map(
      ({ key, title, articles }) => html`
        <h2 lang="sq">${title}</h2>
        ${problem && key === this.services.sync.key ? this.problem(problem, working) : nothing}
        <degjo-article-list
          .articles=${articles}
          .most=${this.whole.has(key) ? Infinity : firstShown}
          .places=${places}
          .current=${this.current}
          .rate=${this.services.library.settings.rate}
        ></degjo-article-list>
        ${
          !isWhole || articles.length <= firstShown || this.whole.has(key)
            ? nothing
            : html`<button class="bare" @click=${() => (this.whole = new Set([...this.whole, key]))}>
                ${msg(str`Të gjithë: ${articles.length}`)}
              </button>`
        }
      `,
    );
    if (lists.length > 0) return lists;
    if (problem) return this.problem(problem, working);
    return html`<p class="empty" role="status">${msg('Lajmet po vijnë…')}</p>`;
  }

  private problem(problem: SyncProblem, working: boolean): TemplateResult {
    const text = {
      unreachable: msg('Lajmet e reja nuk erdhën: mbase nuk ka internet.'),
      refused: msg('Lajmet e reja nuk erdhën: faqja e tyre nuk u përgjigj siç duhet.'),
      unreadable: msg('Lajmet e reja erdhën të dëmtuara dhe u lanë mënjanë.'),
    }[problem];
    return html`
      <div class="problem" role="status">
        <p>${text}</p>
        <button ?disabled=${working} @click=${() => void this.services.sync.run()}>${msg('Provo përsëri')}</button>
      </div>
    `;
  }

  private report(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** How the sentence begins where the listener stopped. */
function quoted({ quote }: Locator): string {
  return /[.?!…]$/.test(quote) ? `“${quote}”` : `“${quote}…”`;
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-home-page': HomePage;
  }
}
