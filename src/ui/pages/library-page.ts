import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ArticleSummary } from '../../library/library.ts';
import type { Toast } from '../components/toast-bar.ts';
import { servicesContext, type AppServices, type ListeningDesk } from '../contexts.ts';
import { CalmController } from '../controllers/calm-controller.ts';
import { countsOf, orders, shelves, viewOf, type Order, type Shelf, type View } from '../library-views.ts';
import { formatArticles } from '../format-articles.ts';
import { isOne } from '../plural.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import '../components/archive-choice.ts';
import '../components/library-list.ts';

/** Biblioteka: all articles of this device, by what they are, in any order, one by one or many at once. */
@customElement('degjo-library-page')
@localized()
export class LibraryPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr));
        gap: 0.75rem;
      }

      .filters label {
        min-height: 0;
        padding-bottom: 0.25rem;
        font-size: var(--size-meta);
      }

      select {
        width: 100%;
        min-height: var(--target);
        padding: 0 var(--gap);
        border: 1px solid var(--second-ink);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
        font: var(--size-body) var(--font);
      }

      .chosen {
        padding: 0.5rem 0;
        border-bottom: 1px solid var(--hairline);
        background: var(--paper);
      }

      /* A phone has no room for it above the list. */
      @media (min-width: 40rem) and (min-height: 40rem) {
        .chosen {
          position: sticky;
          z-index: 1;
          top: 0;
        }
      }

      .chosen p {
        flex: 1 0 100%;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) desk!: ListeningDesk; // Given by the shell, always.
  @state() private view: View = { shelf: 'all', order: 'newest' };
  /** Ids; undefined while nothing is to be chosen. */
  @state() private chosen: ReadonlySet<string> | undefined;

  constructor() {
    super();
    new CalmController(this, () => this.services.library);
  }

  protected override render(): TemplateResult {
    const { library } = this.services;
    const { snapshot } = library;
    const articles = viewOf(snapshot, this.view);
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Biblioteka')}</h1>
      ${this.filters(snapshot.all)}
      <div class="row">
        <p class="meta" role="status">${formatArticles(articles.length)}</p>
        <button @click=${() => (this.chosen = this.chosen ? undefined : new Set())}>
          ${this.chosen ? msg('Mbaro zgjedhjen') : msg('Zgjidh disa')}
        </button>
      </div>
      ${this.chosen ? this.actions(this.chosen, articles) : nothing}
      ${
        articles.length === 0
          ? html`<p>${msg('Këtu nuk ka asgjë ende.')}</p>`
          : html`<degjo-library-list
              .articles=${articles}
              .places=${snapshot.places}
              .saved=${snapshot.saved}
              .chosen=${this.chosen}
              .rate=${library.settings.rate}
              @choose=${({ detail }: CustomEvent<{ id: string; isChosen: boolean }>) => this.choose(detail)}
            ></degjo-library-list>`
      }
      <degjo-archive-choice></degjo-archive-choice>
    `;
  }

  private filters(all: readonly ArticleSummary[]): TemplateResult {
    const { shelf, order, source, topic } = this.view;
    return html`<div class="filters">
      ${this.select(
        'shelf',
        msg('Cilët'),
        shelf,
        shelves.map((name) => [name, shelfName(name)] as const),
        (name) => ({ shelf: name as Shelf }),
      )}
      ${this.byName('source', msg('Burimi'), source, countsOf(all, 'source'), (name) => ({ source: name }))}
      ${this.byName('topic', msg('Tema'), topic, countsOf(all, 'topic'), (name) => ({ topic: name }))}
      ${this.select(
        'order',
        msg('Radhitja'),
        order,
        orders.map((name) => [name, orderName(name)] as const),
        (name) => ({ order: name as Order }),
      )}
    </div>`;
  }

  private byName(
    id: string,
    label: string,
    value: string | undefined,
    counts: readonly [string, number][],
    wish: (name: string | undefined) => Partial<View>,
  ): TemplateResult | typeof nothing {
    if (counts.length < 2) return nothing;
    const options = [
      ['', msg('Të gjitha')] as const,
      ...counts.map(([name, count]) => [name, `${name} (${count})`] as const),
    ];
    return this.select(id, label, value ?? '', options, (name) => wish(name === '' ? undefined : name));
  }

  private select(
    id: string,
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    wish: (value: string) => Partial<View>,
  ): TemplateResult {
    const change = (event: Event): void => {
      this.view = { ...this.view, ...wish((event.target as HTMLSelectElement).value) };
    };
    return html`<div>
      <label for=${id}>${label}</label>
      <select id=${id} @change=${change}>
        ${options.map(([key, name]) => html`<option value=${key} ?selected=${key === value}>${name}</option>`)}
      </select>
    </div>`;
  }

  private actions(chosen: ReadonlySet<string>, articles: readonly ArticleSummary[]): TemplateResult {
    const none = chosen.size === 0;
    const { saved } = this.services.library.snapshot;
    const areSaved = !none && [...chosen].every((id) => saved.has(id));
    return html`<div class="row chosen" role="group" aria-label=${msg('Të zgjedhurit')}>
      <p class="meta" role="status">${msg(str`Të zgjedhur: ${chosen.size}`)}</p>
      <button @click=${() => (this.chosen = new Set(articles.map(({ id }) => id)))}>${msg('Zgjidhi të gjithë')}</button>
      <button ?disabled=${none} @click=${() => void this.queue(chosen)}>${msg('Shto në radhë')}</button>
      <button ?disabled=${none} @click=${() => void this.services.library.saveArticles([...chosen], !areSaved)}>
        ${areSaved ? msg('Mos i ruaj më') : msg('Ruaji')}
      </button>
      <button ?disabled=${none} @click=${() => this.markHeard(chosen)}>${msg('Shënoji si të dëgjuar')}</button>
      <button ?disabled=${none} @click=${() => void this.takeOut(chosen)}>${msg('Hiqi')}</button>
    </div>`;
  }

  private choose({ id, isChosen }: { id: string; isChosen: boolean }): void {
    const chosen = new Set(this.chosen);
    if (isChosen) chosen.add(id);
    else chosen.delete(id);
    this.chosen = chosen;
  }

  private async queue(ids: ReadonlySet<string>): Promise<void> {
    await this.desk.queue.add([...ids]);
    const { length } = this.services.library.snapshot.queue;
    this.say({ text: msg(str`U shtua. Në radhë tani: ${length}.`) });
    this.chosen = undefined;
  }

  private markHeard(ids: ReadonlySet<string>): void {
    const { library } = this.services;
    for (const id of ids) {
      const locator = { article: id, block: 0, offset: 0, quote: '' };
      void library.savePlace({ locator, progress: 1, saved: Date.now() });
    }
    this.chosen = undefined;
  }

  private async takeOut(ids: ReadonlySet<string>): Promise<void> {
    const { library, session } = this.services;
    if (session.snapshot.article && ids.has(session.snapshot.article.id)) session.close();
    const putBack = await library.remove([...ids]);
    this.chosen = undefined;
    this.say({
      text: isOne(ids.size) ? msg(str`U hoq ${ids.size} artikull.`) : msg(str`U hoqën ${ids.size} artikuj.`),
      action: { label: msg('Ktheji'), run: () => void putBack() },
    });
  }

  private say(detail: Toast): void {
    this.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
  }
}

function shelfName(shelf: Shelf): string {
  const names: Readonly<Record<Shelf, string>> = {
    all: msg('Të gjithë'),
    unheard: msg('Të padëgjuar'),
    saved: msg('Të ruajtur'),
    own: msg('Të mitë'),
  };
  return names[shelf];
}

function orderName(order: Order): string {
  const names: Readonly<Record<Order, string>> = {
    newest: msg('Më të rinjtë në fillim'),
    oldest: msg('Më të vjetrit në fillim'),
    shortest: msg('Më të shkurtrit në fillim'),
    longest: msg('Më të gjatët në fillim'),
    source: msg('Sipas burimit'),
  };
  return names[order];
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-library-page': LibraryPage;
  }
}
