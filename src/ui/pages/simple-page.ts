import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ShortcutAction } from '../../library/settings.ts';
import { rates, type SessionSnapshot } from '../../listening/listening-session.ts';
import { currentLocale } from '../../localization/localization.ts';
import { servicesContext, type AppServices, type ListeningDesk } from '../contexts.ts';
import { Shortcuts } from '../controllers/shortcuts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { formatRate } from '../format.ts';
import { keepSettings } from '../keep-settings.ts';
import { addresses } from '../router.ts';
import { silenceMessage } from '../silence-message.ts';
import { shared } from '../styles/shared.ts';
import { simpleStyles } from '../styles/simple.ts';
import '../components/app-icon.ts';
import '../components/leave-button.ts';
import '../components/spoken-sentence.ts';

/**
 * Mënyra e thjeshtë: a radio with five buttons, the headline and the sentence that is spoken. It stays, also when the
 * app is opened anew, until it is left on purpose.
 */
@customElement('degjo-simple-page')
@localized()
export class SimplePage extends LitElement {
  static override styles = [shared, simpleStyles];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) desk!: ListeningDesk; // Given by the shell, always.
  @query('.play') private readonly playButton!: HTMLElement; // Always rendered.
  /** Was there nothing to hear when the listener asked? */
  @state() private isEmpty = false;

  constructor() {
    super();
    new StoreController(this, () => this.services.session);
    new StoreController(this, () => this.services.library);
    new Shortcuts(
      this,
      () => this.services.library.settings,
      (action) => this.act(action),
      { first: true },
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.services.library.settings.simple) void keepSettings(this, this.services.library, { simple: true });
  }

  /** Whoever has one switch or the Enter key alone need not look for it. */
  protected override firstUpdated(): void {
    this.playButton.focus();
  }

  protected override updated(): void {
    void this.showSentence();
  }

  /** Where there is no room for both, what is spoken is seen rather than the headline. */
  private async showSentence(): Promise<void> {
    const sentence = this.renderRoot.querySelector('degjo-spoken-sentence');
    const text = sentence?.parentElement;
    if (!sentence || !text) return;
    await sentence.updateComplete;
    sentence.style.minHeight = '';
    const isTight = text.scrollHeight > text.clientHeight;
    // As high as the room, so that no half a line of the headline stands above it.
    if (isTight) sentence.style.minHeight = `${text.clientHeight}px`;
    text.scrollTop = isTight ? sentence.offsetTop - text.offsetTop : 0;
  }

  protected override render(): TemplateResult {
    const { snapshot, isPlaying } = this.services.session;
    return html`
      <div class="text" role="region" aria-labelledby="title" tabindex="0">${this.text(snapshot)}</div>
      <div class="buttons">
        <button class="primary play" @click=${() => this.toggle()}>
          <degjo-icon name=${isPlaying ? 'pause' : 'play'}></degjo-icon>${this.playName(snapshot)}
        </button>
        ${this.button('previous', msg('Prapa'), () => this.back())}
        ${this.button('next', msg('Para'), () => this.next())} ${this.speed(snapshot)}
      </div>
      <degjo-leave-button @leave=${() => this.leave()}></degjo-leave-button>
    `;
  }

  private text(snapshot: SessionSnapshot): TemplateResult {
    const { article, script, index } = snapshot;
    const { session, library } = this.services;
    const { length } = this.desk.queue.upcoming;
    const sentence = script?.sentences[index];
    const isHeadline = sentence !== undefined && script?.sourceOf(sentence) === article?.title;
    return html`
      <p class="meta"
        >${[article?.source, length > 0 ? msg(str`Më pas: ${length}`) : undefined].filter(Boolean).join(' · ')}</p
      >
      ${
        article
          ? html`<h1 id="title" lang=${article.language}>${article.title}</h1>`
          : html`<h1 id="title">${msg('Shtypni «Dëgjo» për lajmet')}</h1>`
      }
      <div role="status">${this.silence(snapshot)}</div>
      ${
        isHeadline || snapshot.playback === 'idle'
          ? nothing
          : html`<degjo-spoken-sentence .session=${session} .follow=${library.look.follow}></degjo-spoken-sentence>`
      }
    `;
  }

  private silence(snapshot: SessionSnapshot): TemplateResult | typeof nothing {
    const text = this.isEmpty ? msg('Nuk ka lajme për të dëgjuar tani.') : silenceMessage(snapshot);
    const isHelped = snapshot.stopReason === 'no-voice' || snapshot.stopReason === 'no-pack';
    if (text === undefined) return nothing;
    return html`<p>${text}</p>
      ${isHelped ? html`<a class="button" href=${addresses.voices}>${msg('Çfarë mund të bëj?')}</a>` : nothing}`;
  }

  private playName({ playback }: SessionSnapshot): string {
    if (this.services.session.isPlaying) return msg('Pauzë');
    return playback === 'idle' ? msg('Dëgjo') : msg('Vazhdo');
  }

  private button(icon: string, name: string, press: () => void): TemplateResult {
    return html`<button @click=${press}><degjo-icon name=${icon}></degjo-icon>${name}</button>`;
  }

  private speed({ rate }: SessionSnapshot): TemplateResult {
    const { session } = this.services;
    const said = formatRate(rate, currentLocale());
    return html`
      <button
        aria-label=${msg(str`Më ngadalë (tani ${said})`)}
        ?disabled=${rate <= rates.least}
        @click=${() => session.setRate(rate - rates.step)}
        ><degjo-icon name="slower"></degjo-icon>${msg('Më ngadalë')}</button
      >
      <button
        aria-label=${msg(str`Më shpejt (tani ${said})`)}
        ?disabled=${rate >= session.mostRate}
        @click=${() => session.setRate(rate + rates.step)}
        ><degjo-icon name="faster"></degjo-icon>${msg('Më shpejt')}</button
      >
    `;
  }

  private act(action: ShortcutAction): boolean {
    const { session } = this.services;
    const { rate } = session.snapshot;
    const acts: Readonly<Record<ShortcutAction, () => unknown>> = {
      toggle: () => this.toggle(),
      next: () => this.next(),
      previous: () => this.back(),
      faster: () => session.setRate(rate + rates.step),
      slower: () => session.setRate(rate - rates.step),
      stop: () => session.pause(),
      keep: () => undefined,
    };
    acts[action]();
    return true;
  }

  /** What is open is read on, and everything new after it, as by a radio. */
  private toggle(): void {
    const { session } = this.services;
    if (session.isPlaying) return session.pause();
    if (session.snapshot.stopReason !== 'ended') session.play();
    void this.goOn();
  }

  private async goOn(): Promise<void> {
    const { session } = this.services;
    await this.desk.queue.playAll();
    // All was heard: once more, then, rather than silence.
    if (!session.isPlaying && session.snapshot.stopReason === 'ended') session.play();
    this.isEmpty = !session.isPlaying && session.snapshot.article === undefined;
  }

  private next(): void {
    if (this.desk.queue.skip()) return;
    if (this.services.session.snapshot.article) this.services.session.next();
    else void this.goOn();
  }

  private back(): void {
    if (!this.desk.queue.back()) this.services.session.previous();
  }

  private leave(): void {
    void keepSettings(this, this.services.library, { simple: false });
    location.hash = addresses.home;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-simple-page': SimplePage;
  }
}
