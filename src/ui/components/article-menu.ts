import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ArticleSummary, Keeping } from '../../library/library.ts';
import { servicesContext, type AppServices, type ListeningDesk } from '../contexts.ts';
import { dialogStyles } from '../styles/dialog.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';
import type { Toast } from './toast-bar.ts';

/**
 * What can be done with an article of a list besides reading it.
 *
 * @fires remove - `{ id }`
 * @fires toast
 */
@customElement('degjo-article-menu')
@localized()
export class ArticleMenu extends LitElement {
  static override styles = [
    shared,
    dialogStyles,
    css`
      :host {
        display: contents;
      }

      header {
        align-items: flex-start;
        margin-bottom: 1rem;
      }

      .choices {
        display: grid;
        gap: 0.5rem;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @query('dialog') private readonly dialog!: HTMLDialogElement; // Always rendered.
  @state() private article: ArticleSummary | undefined;
  private desk: ListeningDesk | undefined;

  async show(id: string, desk: ListeningDesk): Promise<void> {
    const { own, editions } = this.services.library.snapshot;
    this.desk = desk;
    this.article = [...own, ...editions.flatMap(({ articles }) => articles)].find((article) => article.id === id);
    await this.updateComplete;
    if (this.article) this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">${this.article ? this.menu(this.article) : nothing}</dialog>`;
  }

  private menu(article: ArticleSummary): TemplateResult {
    const { id, title, origin } = article;
    const { library, session } = this.services;
    const { queue, places } = library.snapshot;
    const isHeard = (places.get(id)?.progress ?? 0) >= 1;
    const isQueued = queue.some((other) => other.id === id);
    return html`
      <header role="none">
        <h2 id="title" lang="sq">${title}</h2>
        <button class="round bare" aria-label=${msg('Mbyll')} @click=${() => this.dialog.close()}>
          <degjo-icon name="close"></degjo-icon>
        </button>
      </header>
      <div class="choices">
        ${
          session.snapshot.article?.id === id && session.isPlaying
            ? nothing
            : this.choice(session.isPlaying ? msg('Dëgjoje pas këtij') : msg('Vëre në krye të radhës'), () =>
                this.keep((desk) => desk.queue.playNext(id)),
              )
        }
        ${
          isQueued
            ? this.choice(msg('Hiqe nga radha'), () => this.takeOut(id))
            : this.choice(msg('Shtoje në fund të radhës'), () => this.keep((desk) => desk.queue.add([id])))
        }
        ${
          isHeard
            ? this.choice(msg('Shënoje si të padëgjuar'), () => void library.forgetPlace(id))
            : this.choice(msg('Shënoje si të dëgjuar'), () => this.markHeard(id))
        }
        ${
          library.snapshot.saved.has(id)
            ? this.choice(msg('Mos e ruaj më'), () => void library.saveArticles([id], false))
            : this.choice(msg('Ruaje në bibliotekë'), () => void library.saveArticles([id], true))
        }
        ${origin === 'own' ? this.choice(msg('Hiqe artikullin'), () => this.report('remove', { id })) : nothing}
      </div>
    `;
  }

  private choice(label: string, run: () => void): TemplateResult {
    const act = (): void => {
      this.dialog.close();
      run();
    };
    return html`<button @click=${act}>${label}</button>`;
  }

  private keep(work: (desk: ListeningDesk) => Promise<Keeping>): void {
    if (this.desk) void work(this.desk).then((keeping) => this.sayQueued(keeping));
  }

  private sayQueued(keeping: Keeping): void {
    const { length } = this.services.library.snapshot.queue;
    this.toast({
      text:
        keeping === 'kept'
          ? msg(str`U shtua. Në radhë tani: ${length}.`)
          : msg('U shtua vetëm për tani: pajisja nuk e lejoi ruajtjen e radhës.'),
    });
  }

  private takeOut(id: string): void {
    const undo = this.desk?.queue.remove(id);
    if (undo) this.toast({ text: msg('U hoq nga radha.'), action: { label: msg('Ktheje'), run: undo } });
  }

  private markHeard(id: string): void {
    const { library } = this.services;
    const locator = { article: id, block: 0, offset: 0, quote: '' };
    void library.savePlace({ locator, progress: 1, saved: Date.now() });
    this.desk?.queue.remove(id);
  }

  private toast(detail: Toast): void {
    this.report('toast', detail);
  }

  private report(type: 'remove' | 'toast', detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-article-menu': ArticleMenu;
  }
}
