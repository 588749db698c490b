import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Article } from '../../articles/article.ts';
import type { ArticleRecording } from '../../listening/article-recording.ts';
import { currentLocale } from '../../localization/localization.ts';
import type { AudioFormat } from '../../speech/espeak/audio-encoder.ts';
import type { SaveFailure } from '../../speech/espeak/audio-saver.ts';
import { servicesContext, type AppServices, type VoicePack } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { fileNameOf } from '../file-name.ts';
import { formatMinutes, formatSize } from '../format-sound.ts';
import { formatRate } from '../format.ts';
import { saveMessage } from '../save-message.ts';
import { chooseTarget, type SaveTarget } from '../save-target.ts';
import { shared } from '../styles/shared.ts';
import { dialogStyles } from '../styles/dialog.ts';
import './app-icon.ts';

type Arrived =
  | { readonly step: 'saved'; readonly name: string; readonly skipped: number }
  | { readonly step: 'downloaded'; readonly name: string; readonly skipped: number; readonly link: string };

type Step =
  | { readonly step: 'choosing' }
  | { readonly step: 'saving'; readonly part: number }
  | Arrived
  | { readonly step: 'failed'; readonly failure: SaveFailure };

const types: Readonly<Record<AudioFormat, string>> = { mp3: 'audio/mpeg', wav: 'audio/wav' };

/** Bytes that a WAV file can count. */
const longestWav = 0xffff_ffff;

/** «Ruaj si audio»: an article as one sound file, to be heard anywhere. */
@customElement('degjo-save-audio')
@localized()
export class SaveAudio extends LitElement {
  static override styles = [
    shared,
    dialogStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 1rem 0;
        padding: 0;
        border: 0;
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--gap);
        min-height: var(--target);
        cursor: pointer;
      }

      input[type='radio'] {
        width: clamp(24px, 1.5rem, 36px);
        height: clamp(24px, 1.5rem, 36px);
        flex: none;
        accent-color: var(--accent);
      }

      label:has(:disabled) {
        opacity: 0.45;
        cursor: default;
      }

      progress {
        width: 100%;
        height: 1rem;
        accent-color: var(--accent);
      }

      [role='status'] {
        margin-top: 0.5rem;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--gap);
        margin-top: 1.25rem;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @query('dialog') private readonly dialog!: HTMLDialogElement; // Always rendered.
  @state() private now: Step = { step: 'choosing' };
  @state() private format: AudioFormat = 'mp3';
  @state() private recording: ArticleRecording | undefined;
  /** The voice may come with the first file. */
  private pack: VoicePack | undefined;
  private work: AbortController | undefined;

  /** Opens for an article. Rejects where what it takes cannot be loaded. */
  async show(article: Article): Promise<void> {
    const { pack, recordingOf } = await this.services.voiceDesk();
    const [recording, itsPack] = await Promise.all([recordingOf(article), pack()]);
    if (!this.pack) new StoreController(this, () => itsPack);
    this.pack = itsPack;
    this.recording = recording;
    this.now = { step: 'choosing' };
    await this.updateComplete;
    if (this.isConnected) this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" @close=${() => this.leave()}>
        <header role="none">
          <h2 id="title">${msg('Ruaj si audio')}</h2>
          <button class="round bare" aria-label=${msg('Mbyll')} @click=${() => this.dialog.close()}>
            <degjo-icon name="close"></degjo-icon>
          </button>
        </header>
        ${this.recording && this.body(this.recording)}
        <p role="status">${this.status()}</p>
        <div class="buttons">${this.buttons()}</div>
      </dialog>
    `;
  }

  /** The button that was pressed is gone: its successor takes the focus, if it had it. */
  protected override updated(changed: PropertyValues): void {
    const before = (changed as Map<string, unknown>).get('now') as Step | undefined;
    if (before && before.step !== this.now.step && this.dialog.open) {
      this.renderRoot.querySelector<HTMLElement>('[data-next]')?.focus();
    }
  }

  private body(recording: ArticleRecording): TemplateResult | typeof nothing {
    switch (this.now.step) {
      case 'choosing':
        return this.choices(recording);
      case 'saving': {
        const percent = `${Math.floor(this.now.part * 100)}\u00A0%`;
        return html`<progress max="1" .value=${this.now.part} aria-label=${msg('Ruajtja')}></progress>
          <p class="meta" aria-hidden="true">${percent}</p>`;
      }
      default:
        return nothing;
    }
  }

  private choices({ rate, estimate: { seconds, bytes } }: ArticleRecording): TemplateResult {
    const locale = currentLocale();
    const speed = formatRate(rate, locale);
    const length = formatMinutes(seconds);
    const choice = (format: AudioFormat, text: string) => html`
      <label>
        <input
          type="radio"
          name="format"
          value=${format}
          ?autofocus=${this.format === format}
          .checked=${this.format === format}
          ?disabled=${format === 'wav' && bytes.wav > longestWav}
          @change=${() => (this.format = format)}
        />
        ${text}
      </label>
    `;
    const [mp3, wav] = [formatSize(bytes.mp3, locale), formatSize(bytes.wav, locale)];
    return html`
      <p>${msg('Artikulli bëhet një skedar me zërin e Dëgjos, që e dëgjoni edhe pa internet, në çdo pajisje.')}</p>
      <fieldset>
        <legend class="hidden-visually">${msg('Lloji i skedarit')}</legend>
        ${choice('mp3', msg(str`MP3, i vogël: rreth ${mp3}`))}
        ${choice('wav', msg(str`WAV, i pangjeshur: rreth ${wav}`))}
      </fieldset>
      <p class="meta">${msg(str`Rreth ${length}, me shpejtësinë ${speed}.`)}</p>
    `;
  }

  private status(): string | TemplateResult | typeof nothing {
    switch (this.now.step) {
      case 'choosing':
        return nothing;
      case 'saving':
        return this.pack?.snapshot.state === 'coming' ? msg('Zëri i Dëgjos po vjen…') : msg('Po ruhet…');
      case 'saved':
      case 'downloaded':
        return arrival(this.now);
      case 'failed':
        return saveMessage(this.now.failure);
    }
  }

  private buttons(): TemplateResult {
    const close = (text: string) => html`<button data-next @click=${() => this.dialog.close()}>${text}</button>`;
    switch (this.now.step) {
      case 'choosing':
        return html`${close(msg('Anulo'))}
          <button class="primary" @click=${() => void this.save()}>${msg('Ruaj')}</button>`;
      case 'saving':
        return html`<button data-next @click=${() => this.work?.abort()}>${msg('Anulo')}</button>`;
      case 'saved':
        return close(msg('Mbyll'));
      case 'downloaded':
        return html`<a class="button" href=${this.now.link} download=${this.now.name}>${msg('Shkarkoje përsëri')}</a>
          ${close(msg('Mbyll'))}`;
      case 'failed':
        return html`${close(msg('Mbyll'))}
          <button @click=${() => (this.now = { step: 'choosing' })}>${msg('Provo përsëri')}</button>`;
    }
  }

  private async save(): Promise<void> {
    const { recording, format } = this;
    if (!recording) return;
    const target = await chooseTarget(fileNameOf(recording.title, format), types[format]);
    if (!target) return;
    const work = (this.work = new AbortController());
    this.now = { step: 'saving', part: 0 };
    const outcome = await recording.save(format, target, {
      onProgress: (part) => {
        if (this.work === work) this.now = { step: 'saving', part };
      },
      signal: work.signal,
    });
    // Closed meanwhile, and perhaps shown anew.
    if (this.work !== work) return;
    this.now =
      outcome.outcome === 'saved' ? arrived(target, outcome.skipped) : { step: 'failed', failure: outcome.outcome };
  }

  private leave(): void {
    this.work?.abort();
    this.work = undefined;
    if (this.now.step === 'downloaded') URL.revokeObjectURL(this.now.link);
    this.now = { step: 'choosing' };
  }
}

function arrival({ step, name, skipped }: Arrived): TemplateResult {
  return html`${step === 'saved' ? msg(str`U ruajt: ${name}`) : msg(str`Skedari shkoi te shkarkimet e shfletuesit: ${name}`)}
  ${skipped === 0 ? nothing : html`<br />${msg(str`Fjali që nuk u thanë dot: ${skipped}`)}`}`;
}

/** What was kept in memory is handed to the browser, which alone knows how its downloads end. */
function arrived({ blob, name }: SaveTarget, skipped: number): Arrived {
  if (!blob) return { step: 'saved', name, skipped };
  const link = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: link, download: name }).click();
  return { step: 'downloaded', name, skipped, link };
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-save-audio': SaveAudio;
  }
}
