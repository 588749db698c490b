import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Article } from '../../articles/article.ts';
import type { SpokenSentence } from '../../listening/script.ts';
import { currentLocale } from '../../localization/localization.ts';
import type { AudioFormat } from '../../speech/espeak/audio-encoder.ts';
import type { AudioSaver, SaveFailure } from '../../speech/espeak/audio-saver.ts';
import type { AudioTags } from '../../speech/espeak/audio-tags.ts';
import type { RecordingOptions } from '../../speech/espeak/recording.ts';
import { fileNameOf } from '../file-name.ts';
import { formatMinutes, formatSize } from '../format-sound.ts';
import { formatRate } from '../format.ts';
import { saveMessage } from '../save-message.ts';
import { chooseTarget, type SaveTarget } from '../save-target.ts';
import { shared } from '../styles/shared.ts';
import { dialogStyles } from '../styles/dialog.ts';
import './app-icon.ts';

type Step =
  | { readonly step: 'choosing' }
  | { readonly step: 'saving'; readonly part: number }
  | { readonly step: 'saved'; readonly name: string; readonly link: string | undefined; readonly skipped: number }
  | { readonly step: 'failed'; readonly failure: SaveFailure };

const types: Readonly<Record<AudioFormat, string>> = { mp3: 'audio/mpeg', wav: 'audio/wav' };

/** Bytes that a WAV file can count. */
const longestWav = 0xffff_ffff;

/** «Ruaj si audio»: an article as one sound file, to be heard anywhere. */
@localized()
@customElement('degjo-save-audio')
export class SaveAudio extends LitElement {
  static override styles = [
    shared,
    dialogStyles,
    css`
      fieldset {
        margin: 1rem 0;
        padding: 0;
        border: 0;
      }

      label {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        min-height: var(--target);
        cursor: pointer;
      }

      input[type='radio'] {
        width: 1.5rem;
        height: 1.5rem;
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

      .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0.75rem;
        margin-top: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) article: Article | undefined;
  /** All of the article, as the embedded voice is to say it. */
  @property({ attribute: false }) sentences: readonly SpokenSentence[] = [];
  @property({ attribute: false }) saver!: AudioSaver; // Given by whoever shows it, always.
  /** How it is read: the listener's own settings. */
  @property({ attribute: false }) voice: RecordingOptions = { variant: 'standard', pitch: 1, rate: 1 };

  @state() private now: Step = { step: 'choosing' };
  @state() private format: AudioFormat = 'mp3';
  @query('dialog') private readonly dialog!: HTMLDialogElement; // Always rendered.
  private work: AbortController | undefined;

  /** To be called with `article`, `sentences` and `saver` set. */
  show(): void {
    this.now = { step: 'choosing' };
    this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" @close=${() => this.leave()}>
        <header>
          <h2 id="title">${msg('Ruaj si audio')}</h2>
          <button class="round bare" aria-label=${msg('Mbyll')} @click=${() => this.dialog.close()}>
            <degjo-icon name="close"></degjo-icon>
          </button>
        </header>
        ${this.body()}
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

  private body(): TemplateResult | typeof nothing {
    switch (this.now.step) {
      case 'choosing':
        return this.choices();
      case 'saving': {
        const percent = Math.floor(this.now.part * 100);
        return html`<progress max="1" .value=${this.now.part} aria-label=${msg('Ruajtja')}></progress>
          <p class="meta" aria-hidden="true">${percent}%</p>`;
      }
      default:
        return nothing;
    }
  }

  private choices(): TemplateResult {
    const { seconds, bytes } = this.saver.estimate(this.characters(), this.voice.rate);
    const rate = formatRate(this.voice.rate, currentLocale());
    const length = formatMinutes(seconds);
    const choice = (format: AudioFormat, text: string) => html`
      <label>
        <input
          type="radio"
          name="format"
          value=${format}
          .checked=${this.format === format}
          ?disabled=${format === 'wav' && bytes.wav > longestWav}
          @change=${() => (this.format = format)}
        />
        ${text}
      </label>
    `;
    const [mp3, wav] = [formatSize(bytes.mp3, currentLocale()), formatSize(bytes.wav, currentLocale())];
    return html`
      <p
        >${msg('Artikulli bëhet një skedar me zërin e aplikacionit, që e dëgjoni edhe pa internet, në çdo pajisje.')}</p
      >
      <fieldset>
        <legend class="hidden-visually">${msg('Lloji i skedarit')}</legend>
        ${choice('mp3', msg(str`MP3, i vogël: rreth ${mp3}`))}
        ${choice('wav', msg(str`WAV, i pangjeshur: rreth ${wav}`))}
      </fieldset>
      <p class="meta">${msg(str`Rreth ${length}, me shpejtësinë ${rate}.`)}</p>
    `;
  }

  private status(): string | TemplateResult | typeof nothing {
    switch (this.now.step) {
      case 'choosing':
        return nothing;
      case 'saving':
        return msg('Po ruhet…');
      case 'saved': {
        const { name, skipped } = this.now;
        const saved = msg(str`U ruajt: ${name}`);
        return skipped === 0 ? saved : html`${saved}<br />${msg(str`Fjali që nuk u thanë dot: ${skipped}`)}`;
      }
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
        return html`${
          this.now.link === undefined
            ? nothing
            : html`<a class="button" href=${this.now.link} download=${this.now.name}>${msg('Shkarkoje përsëri')}</a>`
        }
        ${close(msg('Mbyll'))}`;
      case 'failed':
        return html`${close(msg('Mbyll'))}
          <button @click=${() => (this.now = { step: 'choosing' })}>${msg('Provo përsëri')}</button>`;
    }
  }

  private characters(): number {
    return this.article?.blocks.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
  }

  private async save(): Promise<void> {
    const { article, sentences, format, voice } = this;
    if (!article) return;
    const target = await chooseTarget(fileNameOf(article.title, format), types[format]);
    if (!target) return;
    const work = (this.work = new AbortController());
    this.now = { step: 'saving', part: 0 };
    const outcome = await this.saver.save(sentences, { ...voice, format, tags: tagsOf(article) }, target, {
      onProgress: this.progressOf(sentences, work),
      signal: work.signal,
    });
    // Closed meanwhile, and perhaps shown anew.
    if (this.work !== work) return;
    this.now =
      outcome.outcome === 'saved'
        ? { step: 'saved', name: target.name, link: download(target), skipped: outcome.skipped }
        : { step: 'failed', failure: outcome.outcome };
  }

  /** By characters as they are written: those that are spoken are not known before they are. */
  private progressOf(sentences: readonly SpokenSentence[], work: AbortController): (passages: number) => void {
    const lengths = sentences.map(({ sentence }) => sentence.end - sentence.start);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    let [done, characters] = [0, 0];
    return (passages) => {
      while (done < passages) characters += lengths[done++] ?? 0;
      if (this.work === work) this.now = { step: 'saving', part: characters / total };
    };
  }

  private leave(): void {
    this.work?.abort();
    this.work = undefined;
    if (this.now.step === 'saved' && this.now.link !== undefined) URL.revokeObjectURL(this.now.link);
    this.now = { step: 'choosing' };
  }
}

/** Downloads what was kept in memory. @returns its address, to be revoked */
function download({ blob, name }: SaveTarget): string | undefined {
  if (!blob) return undefined;
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  return href;
}

function tagsOf({ title, source, byline, published }: Article): AudioTags {
  const artist = source ?? byline;
  return {
    title,
    album: 'Dëgjo',
    ...(artist !== undefined && { artist }),
    ...(published !== undefined && { date: published }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-save-audio': SaveAudio;
  }
}
