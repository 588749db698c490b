import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ListedSource } from '../../articles/opml.ts';
import type { Source } from '../../articles/source.ts';
import { currentLocale } from '../../localization/localization.ts';
import type { Toast } from '../components/toast-bar.ts';
import { servicesContext, type AppServices, type SourceDesk } from '../contexts.ts';
import { addresses } from '../router.ts';
import { saveFile } from '../save-file.ts';
import { opmlProblemMessage, sourceState } from '../source-message.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import '../components/source-finder.ts';
import '../components/starter-sources.ts';

/** Burimet: what the listener follows, how it goes with each, and ways to follow more. */
@customElement('degjo-sources-page')
@localized()
export class SourcesPage extends LitElement {
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

      li > span {
        flex: 1 1 min(9rem, 100%);
      }

      .meta {
        display: block;
      }

      progress {
        flex: 1;
        min-width: min(8rem, 100%);
        height: 0.75rem;
        accent-color: var(--accent);
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @state() private desk: SourceDesk | undefined;
  @state() private problem: string | undefined;
  @query('input[type="file"]') private readonly picker!: HTMLInputElement; // Rendered with the desk.

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk?.shelf.removeEventListener('change', this.changed);
    this.desk?.sync.removeEventListener('change', this.changed);
  }

  private readonly changed = (): void => this.requestUpdate();

  private async open(): Promise<void> {
    try {
      this.desk = await this.services.sourceDesk();
      this.desk.shelf.addEventListener('change', this.changed);
      this.desk.sync.addEventListener('change', this.changed);
    } catch {
      this.problem = msg('Kjo faqe nuk u hap: mbase nuk ka internet. Provoni përsëri më vonë.');
    }
  }

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Burimet')}</h1>
      <p>${msg('Ndiqni gazetat që lexoni: artikujt e rinj vijnë këtu dhe dëgjohen edhe pa internet.')}</p>
      ${this.desk ? this.sources(this.desk) : nothing}
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
      ${this.desk ? this.lists(this.desk) : nothing}
    `;
  }

  private sources(desk: SourceDesk): TemplateResult {
    const sources = desk.shelf.snapshot;
    const follow = ({ detail }: CustomEvent<{ feeds: readonly ListedSource[] }>) => void this.follow(detail.feeds);
    return html`
      <degjo-source-finder .desk=${desk} @follow=${follow}></degjo-source-finder>
      <degjo-starter-sources .desk=${desk} .followed=${sources} @follow=${follow}></degjo-starter-sources>
      <section>
        <h2>${msg('Çfarë ndiqni')}</h2>
        ${
          sources.length === 0
            ? html`<p class="meta">${msg('Ende nuk ndiqni asgjë.')}</p>`
            : html`${this.news(desk)}
                <ul role="list">
                  ${sources.map((source) => this.source(source))}
                </ul>`
        }
      </section>
    `;
  }

  private news({ sync }: SourceDesk): TemplateResult {
    const { progress } = sync.snapshot;
    if (!progress) {
      return html`<div class="row">
        <button @click=${() => void sync.run('all')}>${msg('Merr lajmet e reja')}</button>
        <p role="status" class="meta">${this.outcome()}</p>
      </div>`;
    }
    const { done, total } = progress;
    return html`<div class="row">
      <progress max=${total} .value=${done} aria-label=${msg('Po merren lajmet')}></progress>
      <span class="meta">${msg(str`${done} nga ${total}`)}</span>
      <button @click=${() => sync.cancel()}>${msg('Ndal')}</button>
    </div>`;
  }

  /** Of the last time that was asked on this visit. */
  private outcome(): string {
    const { brought, keeping, isOffline } = this.desk?.sync.snapshot ?? {};
    if (keeping === 'full') return msg('Pajisja nuk ka më vend: lajmet e reja hapen tani, por nuk u ruajtën.');
    if (keeping === 'refused') return msg('Shfletuesi nuk e lejon ruajtjen: lajmet hapen tani, por nuk u ruajtën.');
    if (isOffline) return msg('Nuk ka internet. Provoni përsëri kur të jeni të lidhur.');
    return brought ? msg(str`Artikuj të rinj: ${brought}.`) : '';
  }

  private source(source: Source): TemplateResult {
    const { address, title } = source;
    return html`<li>
      <span><strong lang="sq">${title}</strong><span class="meta">${sourceState(source, currentLocale())}</span></span>
      <button
        class="round bare"
        aria-label=${msg(str`Mos e ndiq më: ${title}`)}
        @click=${() => void this.leave(address, title)}
      >
        <degjo-icon name="remove"></degjo-icon>
      </button>
    </li>`;
  }

  private lists({ shelf, writeOpml }: SourceDesk): TemplateResult {
    const save = () => {
      const text = writeOpml(shelf.snapshot, msg('Burimet e Dëgjos'), new Date().toISOString());
      saveFile('degjo-burimet.opml', text, 'text/x-opml');
    };
    return html`
      <section>
        <h2>${msg('Listë nga një skedar')}</h2>
        <p>${msg('Sillni burimet nga një lexues tjetër lajmesh, ose merrini me vete (OPML).')}</p>
        <div class="row">
          <button @click=${() => this.picker.click()}>
            <degjo-icon name="file"></degjo-icon>${msg('Merr nga një skedar')}
          </button>
          <button ?disabled=${shelf.snapshot.length === 0} @click=${save}>${msg('Ruaj në një skedar')}</button>
        </div>
        <input
          type="file"
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
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
    if (!file || !this.desk) return;
    this.problem = undefined;
    const read = this.desk.readOpml(new Uint8Array(await file.arrayBuffer()));
    if ('problem' in read) this.problem = opmlProblemMessage(read);
    else await this.follow(read);
  }

  private async follow(feeds: readonly ListedSource[]): Promise<void> {
    if (!this.desk) return;
    const { shelf, sync } = this.desk;
    const fresh = feeds.filter(({ address }) => !shelf.has(address));
    const keeping = await shelf.follow(fresh.map((feed) => ({ ...feed, added: Date.now() })));
    this.toast({
      text:
        keeping === 'kept'
          ? msg(str`Burime të reja: ${fresh.length}.`)
          : msg('Kjo vlen tani, por nuk u ruajt për herën tjetër: pajisja nuk e lejoi.'),
    });
    await sync.run({ addresses: fresh.map(({ address }) => address) });
  }

  private async leave(address: string, title: string): Promise<void> {
    const putBack = await this.desk?.shelf.unfollow(address);
    this.toast({ text: msg(str`U hoq «${title}».`), action: { label: msg('Ktheje'), run: () => void putBack?.() } });
    // The button that was pressed is gone.
    this.renderRoot.querySelector('h1')?.focus();
  }

  private toast(detail: Toast): void {
    this.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-sources-page': SourcesPage;
  }
}
