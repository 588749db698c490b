import { ContextProvider } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { afterPaint } from './after-paint.ts';
import type { Locator } from '../articles/article.ts';
import type { SessionEventMap } from '../listening/listening-session.ts';
import { switchLocale, type Locale } from '../localization/localization.ts';
import { servicesContext, type AppServices, type ListeningDesk } from './contexts.ts';
import { MediaController } from './controllers/media-controller.ts';
import { StoreController } from './controllers/store-controller.ts';
import { addresses, routeOf, type Route } from './router.ts';
import { shared } from './styles/shared.ts';
import type { Toast } from './components/toast-bar.ts';
import './pages/home-page.ts';

/** Loaded when the list stands on the page: nothing of it is needed to choose an article. */
export const loadPages = () => import('./later.ts');

/** The frame around all pages: which one is shown, what floats above them, and the player under them. */
@customElement('degjo-app')
@localized()
export class AppShell extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-height: 100vh;
        min-height: 100dvh;
      }

      .skip {
        position: fixed;
        z-index: 3;
        top: 0.5rem;
        left: 0.5rem;
        max-width: calc(100vw - 1rem);
      }

      .skip:not(:focus) {
        transform: translateY(-200%);
      }

      main {
        padding: 0.75rem max(var(--edge), env(safe-area-inset-right)) 3.5rem max(var(--edge), env(safe-area-inset-left));
        outline: none;
      }

      .article {
        --measure: var(--reading-measure);
      }

      .bottom {
        position: sticky;
        z-index: 2;
        bottom: 0;
      }

      degjo-toast-bar {
        display: block;
        padding: 0 var(--edge);
      }

      @media (max-height: 20rem) and (max-width: 36rem) {
        .bottom {
          position: static;
        }
      }

      .frame {
        min-height: calc(100vh - var(--floor, 0px));
        min-height: calc(100dvh - var(--floor, 0px));
      }

      .welcome {
        display: grid;
        gap: 1rem;
        max-width: 30rem;
        padding-top: 20vh;
      }

      .welcome p {
        font-size: var(--size-reading);
      }

      .dropping main {
        outline: 4px dashed var(--accent);
        outline-offset: -8px;
      }

      @media (min-width: 64rem) {
        .frame {
          display: grid;
          grid-template-columns: 23.75rem 1fr;
        }

        .list {
          position: sticky;
          top: 0;
          height: calc(100dvh - var(--floor, 0px));
          overflow-y: auto;
          padding: 0.75rem 1.25rem 2rem;
          border-inline-end: 1px solid var(--hairline);
          scroll-padding: 1rem 0;
        }

        main {
          padding: 2rem max(2rem, calc((100% - var(--measure)) / 2)) 3.5rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) services!: AppServices; // Set once by main.ts, before the shell is connected.
  @state() private route: Route = { page: 'home' };
  @state() private toast: Toast | undefined;
  @state() private dropping = false;
  /** Are the later pages here? Until then only the list is. */
  @state() private ready = false;

  /** The page at an address; undefined until the rare pages and what they need are here. */
  @state() private rarePage: Awaited<ReturnType<typeof import('./rare.ts').prepare>> | undefined;

  /** Did the voice turn the page, and nobody else? Then the focus stays where it is. */
  private turned = false;

  private readonly wide = new MediaController(this, '(min-width: 64rem)');
  private readonly context = new ContextProvider(this, { context: servicesContext });

  constructor() {
    super();
    new StoreController(this, () => this.services.session);
    new StoreController(this, () => this.services.update);
  }

  override connectedCallback(): void {
    // Never taken back: the shell stays as long as its page.
    this.context.setValue(this.services);
    super.connectedCallback();
    this.services.session.addEventListener('turned', this.turn);
    addEventListener('hashchange', this.followAddress);
    addEventListener('dragover', this.dragOver);
    addEventListener('dragleave', this.dragEnd);
    addEventListener('drop', this.drop);
    this.followAddress();
  }

  private readonly followAddress = (): void => {
    this.route = routeOf(new URL(location.href), import.meta.env.BASE_URL);
    // Who hears by five buttons comes to no list, neither by opening the app nor by going back.
    if (this.route.page === 'home' && this.services.library.settings.simple) location.replace(addresses.simple);
    void this.loadRarePages();
  };

  private async loadRarePages(): Promise<void> {
    const { route, services } = this;
    if (route.page !== 'rare') return;
    await this.rare(async ({ prepare }) => (this.rarePage = await prepare(route.address, services)));
  }

  /** What `use` makes of the rare parts. */
  private rare<T>(use: (parts: typeof import('./rare.ts')) => Promise<T>): Promise<T | undefined> {
    return this.attempt(async () => use(await import('./rare.ts')));
  }

  /** Does something with the queue, whose code comes when it is first wanted. */
  private atDesk(run: (desk: ListeningDesk) => unknown): Promise<unknown> {
    return this.attempt(async () => run(await this.services.listeningDesk()));
  }

  /** Does what needs parts of the app that come later; where they do not come, says so. */
  private async attempt<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      await this.services.library.complete();
      return await run();
    } catch {
      this.toast = { text: msg('Kjo pjesë nuk u hap: mbase nuk ka internet. Provoni përsëri më vonë.') };
      return undefined;
    }
  }

  /** The page goes along with the voice where it showed the article that was heard. */
  private readonly turn = ({ detail: { from, to } }: SessionEventMap['turned']): void => {
    if (this.route.page !== 'article' || this.route.id !== from || from === to) return;
    this.turned = true;
    location.replace(addresses.article(to));
  };

  protected override firstUpdated(): void {
    void this.loadLater();
  }

  private async loadLater(): Promise<void> {
    // The list is painted first; the rest of the app comes right after it.
    if (this.route.page === 'home') await afterPaint();
    await Promise.all([loadPages(), this.services.library.complete()]);
    this.ready = true;
  }

  protected override updated(changed: PropertyValues<this> & Map<'route', Route>): void {
    if (this.route.page !== 'article') document.title = this.rareTitle();
    const before = changed.get('route');
    if (before === undefined || !this.hasUpdated) return;
    // After a change of page the focus and the eye stand at its beginning, as after a page load.
    scrollTo(0, 0);
    if (!this.turned) this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
    this.turned = false;
  }

  private rareTitle(): string {
    const title = this.rareView()?.title;
    return title === undefined ? 'Dëgjo' : `${title} – Dëgjo`;
  }

  private rareView() {
    return this.route.page === 'rare' ? this.rarePage?.(this.route.address) : undefined;
  }

  protected override render(): TemplateResult {
    const open = this.route.page === 'article' ? this.route.id : undefined;
    const listAlone = this.route.page === 'home' && !this.wide.matches;
    const rare = this.rareView();
    const { session, library } = this.services;
    return html`
      <button class="skip" @click=${() => this.renderRoot.querySelector('main')?.focus()}
        >${msg('Kalo te përmbajtja')}</button
      >
      <div
        class="frame ${this.dropping ? 'dropping' : ''}"
        @locale=${(event: CustomEvent<{ locale: Locale }>) => void this.changeLocale(event.detail.locale)}
        @listen=${({ detail: { id, at } }: CustomEvent<{ id: string; at?: Locator }>) => void this.listen(id, at)}
        @listen-all=${() => void this.atDesk(({ queue }) => queue.playAll())}
        @more=${(event: CustomEvent<{ id: string }>) =>
          void this.atDesk((desk) => this.renderRoot.querySelector('degjo-article-menu')?.show(event.detail.id, desk))}
        @remove=${(event: CustomEvent<{ id: string }>) => void this.sayWhat(({ removeArticle }) => removeArticle(event.detail.id, this.services))}
        @toast=${(event: CustomEvent<Toast>) => (this.toast = event.detail)}
      >
        ${
          this.wide.matches && !rare?.alone
            ? html`<nav class="list" aria-label=${msg('Artikujt')}
                ><degjo-home-page .current=${open}></degjo-home-page
              ></nav>`
            : nothing
        }
        <main tabindex="-1" class=${open !== undefined || rare?.reading ? 'article' : ''}>
          ${listAlone ? html`<degjo-home-page main></degjo-home-page>` : this.ready ? (rare?.content ?? this.page()) : nothing}
        </main>
        <degjo-article-menu></degjo-article-menu>
      </div>
      <div class="bottom">
        <degjo-toast-bar
          .toast=${this.toast ?? this.updateToast()}
          ?quiet=${library.settings.screenReader && session.isPlaying}
          @close=${() => this.closeToast()}
        ></degjo-toast-bar>
        ${this.ready && !rare?.alone ? this.player(open) : nothing}
      </div>
    `;
  }

  /** Under the article that it is for; under other pages only while something is being heard. */
  private player(shown: string | undefined): TemplateResult | typeof nothing {
    const { session } = this.services;
    const { article, playback } = session.snapshot;
    const elsewhere = article?.id !== shown;
    if (!article || (elsewhere && playback === 'idle')) return nothing;
    return html`<degjo-player-bar
      .session=${session}
      ?quiet=${this.services.library.settings.screenReader}
      ?elsewhere=${elsewhere}
      @help=${() => (location.hash = addresses.voices)}
      @toast=${(event: CustomEvent<Toast>) => (this.toast = event.detail)}
      @voice=${({ detail: { id } }: CustomEvent<{ id: string }>) => void this.services.library.saveSettings({ voice: id })}
    ></degjo-player-bar>`;
  }

  private page(): TemplateResult | typeof nothing {
    switch (this.route.page) {
      case 'article':
        return html`<degjo-reader-page .articleId=${this.route.id}></degjo-reader-page>`;
      case 'home':
        return html`<div class="welcome">
          <h1 tabindex="-1">Dëgjo</h1>
          <p>${msg('Zgjidhni një artikull nga lista dhe shtypni «Dëgjo». Fjalia që lexohet ndriçohet në faqe.')}</p>
        </div>`;
      case 'rare':
        return nothing;
    }
  }

  private async changeLocale(locale: Locale): Promise<void> {
    await Promise.all([this.services.library.saveSettings({ locale }), switchLocale(locale)]);
  }

  private async listen(id: string, at?: Locator): Promise<void> {
    const { session, library } = this.services;
    const article = await library.article(id);
    if (article) {
      await session.open(article, at ?? library.place(id)?.locator);
      session.play();
    }
    location.hash = addresses.article(id);
  }

  private readonly dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = true;
  };

  private readonly dragEnd = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.dropping = false;
  };

  private readonly drop = (event: DragEvent): void => {
    this.dropping = false;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void this.takeFile(file);
  };

  /** Opens a file that was dropped, or that the system hands over. */
  takeFile(file: File): Promise<void> {
    return this.sayWhat(({ takeFile }) => takeFile(file, this.services));
  }

  private async sayWhat(use: (parts: typeof import('./rare.ts')) => Promise<Toast | undefined>): Promise<void> {
    const toast = await this.rare(use);
    if (toast) this.toast = toast;
  }

  /** A new version is offered, never forced, and never while something is playing. */
  private updateToast(): Toast | undefined {
    const { update, session } = this.services;
    if (!update.isWaiting || session.isPlaying) return undefined;
    return {
      text: msg('Ka një version të ri të Dëgjos.'),
      action: { label: msg('Merre tani'), run: () => void this.acceptUpdate() },
    };
  }

  private async acceptUpdate(): Promise<void> {
    const changed = await this.services.update.accept();
    if (!changed) this.toast = { text: msg('Dëgjo po lexon në një dritare tjetër. Ndaleni atje dhe provoni përsëri.') };
  }

  /** @returns takes it back, where it is still shown */
  say(toast: Toast): () => void {
    this.toast = toast;
    return () => {
      if (this.toast === toast) this.toast = undefined;
    };
  }

  private closeToast(): void {
    if (this.toast) this.toast = undefined;
    else this.services.update.postpone();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-app': AppShell;
  }
}
