import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { afterPaint } from '../after-paint.ts';
import type { Article } from '../../articles/article.ts';
import type { ArticleText } from '../components/article-text.ts';
import type { Toast } from '../components/toast-bar.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { ReadingLight } from '../controllers/reading-light.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { addresses } from '../router.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import '../components/article-text.ts';

/** One article, to read and to hear. */
@customElement('degjo-reader-page')
@localized()
export class ReaderPage extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        /* The way back to what is read floats there. */
        --above-floor: calc(var(--target) + 2rem);
      }

      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        max-width: calc(var(--measure) + 2 * var(--gap));
        margin: 0 calc(-1 * var(--gap)) 0.5rem;
      }

      .top nav {
        flex: auto;
      }

      .other {
        margin-bottom: 1.25rem;
      }

      .words {
        margin: 1.5rem 0 0 max(-1.25rem, -6vw);
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }

      .return {
        position: sticky;
        bottom: calc(var(--floor, 0px) + 1rem);
        display: flex;
        justify-content: center;
        max-width: var(--measure);
        height: 0;
        /* Room for it at the end, where it would stand over the last thing to press. */
        margin-top: calc(var(--target) + 1rem);
        align-items: flex-end;
      }

      @media (min-width: 64rem) {
        .top {
          justify-content: end;
        }

        nav {
          display: none;
        }
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) articleId = '';
  /** Is all of the article shown to one who reads sentence by sentence? */
  @state() private whole = false;
  @query('degjo-article-text') private readonly text!: ArticleText | null; // Null until the article is there.

  private readonly light = new ReadingLight(
    this,
    () => this.services.session,
    () => this.text ?? undefined,
    () => this.services.library.look.follow,
    () => !this.services.library.settings.screenReader,
  );

  /** Null where there is none; undefined until that is known. */
  @state() private article: Article | null | undefined;
  private asked = '';

  constructor() {
    super();
    new StoreController(this, () => this.services.session);
    new StoreController(this, () => this.services.library);
    new StoreController(this, () => this.services.sync);
  }

  protected override willUpdate(): void {
    // Asked again when the library hears of the article: at a first visit its edition is still on the way.
    const asked = `${this.articleId} ${this.services.library.has(this.articleId)}`;
    if (asked === this.asked) return;
    this.asked = asked;
    this.article = undefined;
    void this.load(this.articleId, asked).catch(() => undefined);
  }

  private async load(id: string, asked: string): Promise<void> {
    const article = await this.services.library.article(id);
    if (asked !== this.asked) return;
    if (article) await this.prepare(article);
    else await import('../rare.ts');
    if (asked !== this.asked) return;
    this.article = article ?? null;
    // Who comes from another page has the focus at the beginning of this one: a screen reader says the headline only
    // if that has it.
    await afterPaint();
    if (this.matches(':focus > *')) this.text?.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }

  /** Hands the article to the session, unless another one is being heard: that one is not interrupted by a look. */
  private async prepare(article: Article): Promise<void> {
    const { session, library } = this.services;
    const { playback, article: open } = session.snapshot;
    document.title = `${article.title} – Dëgjo`;
    // They keep their room from the start.
    if (article.blocks.some(({ picture }) => picture)) await this.services.listeningDesk().catch(() => undefined);
    if (open?.id === article.id || (playback !== 'idle' && open)) return;
    await session.open(article, library.place(article.id)?.locator);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="top">
        <nav aria-label=${msg('Kthimi te lista')}
          ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
        >
        ${this.article ? this.saving(this.article) : nothing}
        <a
          class="button bare round"
          href=${addresses.look}
          aria-label=${msg('Pamja e tekstit')}
          title=${msg('Pamja e tekstit')}
          ><degjo-icon name="letters"></degjo-icon
        ></a>
      </div>
      ${this.article ? this.reading(this.article) : this.article === null ? this.absent() : nothing}
    `;
  }

  private saving(article: Article): TemplateResult {
    return html`<button
      class="bare round"
      aria-label=${msg('Ruaj si audio')}
      title=${msg('Ruaj si audio')}
      @click=${() => void this.ask('degjo-save-audio', (dialog) => dialog.show(article))}
    >
      <degjo-icon name="download"></degjo-icon>
    </button>`;
  }

  private absent(): TemplateResult {
    return this.services.sync.snapshot.working
      ? html`<p role="status">${msg('Lajmet po vijnë…')}</p>`
      : html`<degjo-not-found-page></degjo-not-found-page>`;
  }

  private reading(article: Article): TemplateResult {
    const { session, library } = this.services;
    const elsewhere = session.snapshot.article && session.snapshot.article.id !== article.id;
    const shown = elsewhere ? article : (session.snapshot.article ?? article);
    const bySentences = library.look.single && !elsewhere;
    return html`
      ${
        elsewhere
          ? html`<button class="primary other" @click=${() => void this.listen(article)}>
              <degjo-icon name="play"></degjo-icon>${msg('Dëgjo këtë artikull')}
            </button>`
          : nothing
      }
      ${bySentences && !this.whole ? this.single() : this.all(article, shown)}
      ${
        bySentences
          ? html`<button class="bare words" @click=${() => (this.whole = !this.whole)}>
              ${this.whole ? msg('Vetëm një fjali') : msg('Shfaq gjithë artikullin')}
            </button>`
          : nothing
      }

      <button class="bare words" @click=${() => this.askWord(selectedWords())}> ${msg('Si thuhet një fjalë?')} </button>
      <degjo-word-dialog></degjo-word-dialog>
      <degjo-save-audio></degjo-save-audio>
      <div class="return">
        ${
          this.light.isAway
            ? html`<button class="primary" @click=${() => this.light.comeBack()}>
                <degjo-icon name="locate"></degjo-icon>${msg('Kthehu te leximi')}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private all(article: Article, shown: Article): TemplateResult {
    const { session, library } = this.services;
    const isHeard = session.snapshot.article === shown && session.snapshot.playback !== 'idle';
    return html`<degjo-article-text
      .article=${shown}
      ?dimmed=${library.look.dim && isHeard}
      @pick=${(event: CustomEvent<{ block: number; offset: number }>) => void this.listen(article, event.detail)}
      @word-chosen=${({ detail }: CustomEvent<{ block: number; word: string }>) =>
        this.askWord(detail.word, article.blocks[detail.block]?.text)}
    ></degjo-article-text>`;
  }

  /** Its code comes when it is first wished; where it does not, the article is whole. */
  private single(): TemplateResult {
    void import('../rare.ts').catch(() => (this.whole = true));
    return html`<degjo-single-sentence></degjo-single-sentence>`;
  }

  /** How is a word said? */
  private askWord(word: string, paragraph?: string): void {
    void this.ask('degjo-word-dialog', (dialog) => dialog.show({ written: word, paragraph }));
  }

  /** A dialog comes when it is first asked for. */
  private async ask<Name extends 'degjo-save-audio' | 'degjo-word-dialog'>(
    name: Name,
    show: (dialog: HTMLElementTagNameMap[Name]) => Promise<void>,
  ): Promise<void> {
    try {
      await import('../rare.ts');
      const dialog = this.renderRoot.querySelector(name);
      if (dialog) await show(dialog);
    } catch {
      const text = msg('Nuk u hap: mbase nuk ka internet. Provoni përsëri më vonë.');
      this.dispatchEvent(new CustomEvent<Toast>('toast', { detail: { text }, bubbles: true, composed: true }));
    }
  }

  /** Reads from a point of this article on, or from where it was left. */
  private async listen(article: Article, point?: { block: number; offset: number }): Promise<void> {
    const { session, library } = this.services;
    if (session.snapshot.article?.id !== article.id) await session.open(article, library.place(article.id)?.locator);
    const { script, index } = session.snapshot;
    // A screen reader presses the middle of a paragraph, wherever in it one listens.
    const offset = library.settings.screenReader ? 0 : point?.offset;
    session.play(point && script ? script.indexAt(point.block, offset ?? 0) : index);
  }
}

/** What is selected, if it may be a word or a name. */
function selectedWords(): string {
  const text = getSelection()?.toString().trim() ?? '';
  return text.length <= 60 ? text : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-reader-page': ReaderPage;
  }
}
