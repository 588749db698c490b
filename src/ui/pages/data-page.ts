import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { currentLocale } from '../../localization/localization.ts';
import { servicesContext, type AppServices, type DataDesk, type StoredData, type StoredPart } from '../contexts.ts';
import { deviceOf } from '../device.ts';
import { formatRoom } from '../format-room.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';
import '../components/ask-dialog.ts';
import type { AskDialog } from '../components/ask-dialog.ts';
import '../components/library-backup.ts';
import '../components/listened-time.ts';
import '../components/picture-choice.ts';

/** Të dhënat: what is kept on this device, how safely, and the way to take it along or to be rid of it. */
@customElement('degjo-data-page')
@localized()
export class DataPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      .part {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--edge);
        padding: 0.5rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      .part dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @state() private desk: DataDesk | undefined;
  @state() private stored: StoredData | undefined;
  /** Has the browser promised not to throw it away? Null where it was asked and did not. */
  @state() private safe: boolean | null | undefined;
  @state() private said = '';
  @state() private problem = '';
  @query('degjo-ask-dialog') private readonly dialog!: AskDialog; // Rendered with the desk.
  private leaving = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.leaving = new AbortController();
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaving.abort();
  }

  private async open(): Promise<void> {
    try {
      this.desk = await this.services.dataDesk();
      this.safe = await this.desk.isProtected();
    } catch {
      this.problem = msg('Kjo faqe nuk u hap: mbase nuk ka internet. Provoni përsëri më vonë.');
      return;
    }
    await this.measure();
  }

  private async measure(): Promise<void> {
    const { signal } = this.leaving;
    const stored = await this.desk?.measure(signal).catch(() => undefined);
    if (!signal.aborted) this.stored = stored;
  }

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Të dhënat')}</h1>
      <p>${msg('Gjithçka që shtoni e dëgjoni ruhet vetëm në këtë pajisje.')}</p>
      ${this.desk ? this.sections(this.desk) : nothing}
      <p role="status">${this.said}</p>
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
    `;
  }

  private sections(desk: DataDesk): TemplateResult {
    return html`
      <section aria-busy=${this.stored ? 'false' : 'true'}>
        <h2>${msg('Çfarë ruhet këtu')}</h2>
        ${this.stored ? this.parts(this.stored) : html`<p class="meta">${msg('Po matet…')}</p>`}
      </section>
      ${this.safety(desk)}
      <degjo-library-backup .desk=${desk} @change=${() => void this.measure()}></degjo-library-backup>
      <degjo-listened-time .desk=${desk}></degjo-listened-time>
      <degjo-picture-choice></degjo-picture-choice>
      ${this.clearing()}
      <degjo-ask-dialog></degjo-ask-dialog>
    `;
  }

  private parts({ articles, parts, usage, quota }: StoredData): TemplateResult {
    const locale = currentLocale();
    return html`
      <dl>
        ${parts
          .filter(({ bytes }) => bytes > 0)
          .map(
            (part) =>
              html`<div class="part"
                ><dt>${partName(part, articles)}</dt><dd>${formatRoom(part.bytes, locale)}</dd></div
              >`,
          )}
      </dl>
      ${
        usage === undefined || quota === undefined
          ? nothing
          : html`<p class="meta"
              >${msg(str`Me gjithçka që i duhet shfletuesit: ${formatRoom(usage, locale)}. Lejohen deri në ${formatRoom(quota, locale)}.`)}</p
            >`
      }
    `;
  }

  private safety(desk: DataDesk): TemplateResult {
    return html`
      <section>
        <h2>${msg('A janë të sigurta')}</h2>
        <p role="status">${this.safetyWords()}</p>
        ${
          this.safe === false
            ? html`<div class="row"
                ><button @click=${() => void this.protect(desk)}>${msg('Kërko mbrojtje')}</button></div
              >`
            : nothing
        }
        ${isBorrowedIphone() ? this.iphone() : nothing}
      </section>
    `;
  }

  private safetyWords(): string {
    if (this.safe) return msg('Shfletuesi ka premtuar të mos i fshijë vetë.');
    if (this.safe === false) {
      return msg('Kur mbushet pajisja, shfletuesi mund t’i fshijë vetë. Mund t’i kërkoni t’i mbajë.');
    }
    return msg('Shfletuesi nuk premton t’i mbajë. Ruani herë pas here një kopje rezervë.');
  }

  private iphone(): TemplateResult {
    return html`<p
      >${msg('Në iPhone e iPad shfletuesi mund t’i fshijë kur Dëgjo nuk hapet për shtatë ditë. Kjo nuk ndodh kur e keni në ekranin kryesor: shtypni butonin e ndarjes, pastaj «Shto në ekranin kryesor». Ruani më parë një kopje: atje Dëgjo nis bosh, dhe kopjen e ktheni.')}</p
    >`;
  }

  private async protect(desk: DataDesk): Promise<void> {
    this.safe = (await desk.protect()) || null;
  }

  private clearing(): TemplateResult {
    const has = (name: string): boolean =>
      this.stored?.parts.some((part) => part.name === name && part.bytes > 0) ?? false;
    return html`
      <section>
        <h2>${msg('Fshirja')}</h2>
        <div class="row">
          ${
            has('pictures')
              ? html`<button @click=${() => void this.clear('pictures')}>${msg('Fshij fotografitë')}</button>`
              : nothing
          }
          ${
            has('voice')
              ? html`<button @click=${() => void this.clear('voice')}>${msg('Fshij zërin e Dëgjos')}</button>`
              : nothing
          }
          <button @click=${() => void this.clear('everything')}>${msg('Fshij gjithçka')}</button>
        </div>
      </section>
    `;
  }

  private async clear(what: 'pictures' | 'voice' | 'everything'): Promise<void> {
    if (!(await (what === 'everything' ? this.isSureOfEverything() : this.isSure(what)))) return;
    this.said = this.problem = '';
    try {
      await this.desk?.clear(what);
      this.said = what === 'everything' ? msg('U fshi gjithçka. Dëgjo është si i ri.') : msg('U fshi.');
    } catch {
      this.problem = msg('Shfletuesi nuk e lejoi fshirjen. Asgjë nuk u ndryshua.');
    }
    await this.measure();
  }

  private isSure(what: 'pictures' | 'voice'): Promise<boolean> {
    const text =
      what === 'voice'
        ? msg('Pa internet nuk do të lexojë dot më zëri i Dëgjos. Kur ta doni përsëri, shkarkohet.')
        : msg('Artikujt mbeten; fotografitë e tyre shihen vetëm kur ka internet.');
    return this.dialog.ask({ title: msg('Ta fshijmë?'), text, yes: msg('Po, fshije') });
  }

  /** Asks twice: nothing brings it back. */
  private async isSureOfEverything(): Promise<boolean> {
    const own = this.services.library.snapshot.own.length;
    const first = await this.dialog.ask({
      title: msg('Të fshihet gjithçka?'),
      text: msg(
        str`Ikin të gjithë artikujt (${this.stored?.articles ?? own}, prej tyre ${own} tuajat), vendet ku mbetët, radha, burimet, fjalitë e ruajtura, cilësimet, shqiptimet dhe zëri i shkarkuar.`,
      ),
      yes: msg('Vazhdo'),
    });
    if (!first) return false;
    return this.dialog.ask({
      title: msg('Jeni vërtet të sigurt?'),
      text: msg('Kjo nuk kthehet dot, veç nga një kopje rezervë që keni ruajtur diku tjetër.'),
      yes: msg('Po, fshij gjithçka'),
    });
  }
}

function partName({ name }: StoredPart, count: number): string {
  const names: Readonly<Record<string, string>> = {
    articles: msg(str`Artikujt (${count})`),
    pictures: msg('Fotografitë'),
    audio: msg('Zëri i artikujve'),
    voice: msg('Zëri i Dëgjos'),
    fonts: msg('Shkronjat'),
    app: msg('Vetë Dëgjo'),
    editions: msg('Lajmet siç erdhën'),
  };
  return names[name] ?? name;
}

/** Is this a page in a browser on an iPhone or iPad, and not the app on its home screen? */
function isBorrowedIphone(): boolean {
  return deviceOf(navigator) === 'ios' && !matchMedia('(display-mode: standalone)').matches;
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-data-page': DataPage;
  }
}
