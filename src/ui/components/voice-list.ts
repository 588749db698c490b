import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Voice } from '../../speech/engine.ts';
import type { SampleSnapshot } from '../../speech/voice-sampler.ts';
import type { ListedVoice } from '../../speech/voices.ts';
import { voiceName } from '../voice-name.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

/**
 * Voices to choose from: what each can do in plain words, a sample, and after a sample of a voice of the system the
 * question whether that was Albanian.
 *
 * @fires choose - `{ id }`: undefined where the app shall choose
 * @fires sample - `{ voice }`: hear it
 * @fires hush - enough of the sample
 * @fires answer - `{ id, albanian }`
 */
@customElement('degjo-voice-list')
@localized()
export class VoiceList extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      .voice {
        padding: 0.5rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      .voice:last-child {
        border: 0;
      }

      .line {
        display: flex;
        align-items: center;
        gap: var(--gap);
      }

      label {
        flex: 1;
        min-width: 0;
      }

      label > span {
        min-width: 0;
      }

      strong,
      label .meta {
        display: block;
      }

      .play {
        --fill: currentColor;
        color: var(--accent);
      }

      .asked {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
        padding: 0.5rem 0 0.25rem min(2.25rem, 10vw);
      }

      .problem {
        margin: 0.5rem 0 0 min(2.25rem, 10vw);
      }
    `,
  ];

  @property({ attribute: false }) voices: readonly ListedVoice[] = [];
  @property({ attribute: false }) sample: SampleSnapshot = { state: 'silent' };
  /** Ids of voices that were heard to speak Albanian. */
  @property({ attribute: false }) proven: readonly string[] = [];
  /** The id of the voice that the listener chose; undefined: the app chooses. */
  @property({ attribute: false }) chosen: string | undefined;
  /** What the app would choose. */
  @property({ attribute: false }) automatic: Voice | undefined;

  protected override render(): TemplateResult {
    return html`
      <fieldset>
        <legend class="hidden-visually">${msg('Zëri që lexon')}</legend>
        <div class="voice">
          <label>
            ${this.radio(undefined)}
            <span
              ><strong>${msg('Automatik (i këshilluar)')}</strong
              ><span class="meta"
                >${
                  this.automatic
                    ? msg(str`Dëgjo zgjedh zërin më të mirë që njeh. Tani: ${voiceName(this.automatic)}`)
                    : msg('Dëgjo zgjedh zërin më të mirë që njeh.')
                }</span
              ></span
            >
          </label>
        </div>
        ${repeat(
          this.voices,
          ({ voice }) => voice.id,
          (listed) => this.voice(listed),
        )}
      </fieldset>
    `;
  }

  private voice(listed: ListedVoice): TemplateResult {
    const { voice } = listed;
    const sounding = this.sample.voice === voice.id && this.sample.state !== 'silent';
    const name = sounding ? msg('Ndal shembullin') : msg(str`Dëgjoni një shembull: ${voiceName(voice)}`);
    return html`
      <div class="voice">
        <div class="line">
          <label>
            ${this.radio(voice.id)}
            <span><strong>${voiceName(voice)}</strong><span class="meta">${this.facts(listed)}</span></span>
          </label>
          <button
            class="round play"
            aria-label=${name}
            title=${name}
            @click=${() => (sounding ? this.report('hush') : this.report('sample', { voice }))}
          >
            <degjo-icon name=${sounding ? 'stop' : 'play'}></degjo-icon>
          </button>
        </div>
        <div role="status">${this.sample.voice === voice.id ? this.aftermath(voice) : nothing}</div>
      </div>
    `;
  }

  private radio(id: string | undefined): TemplateResult {
    return html`<input
      type="radio"
      name="voice"
      .checked=${this.chosen === id}
      @change=${() => this.report('choose', { id })}
    />`;
  }

  private facts({ voice, offline, screenOff, words }: ListedVoice): string {
    return [
      offline ? msg('flet pa internet') : msg('kërkon internet'),
      screenOff ? msg('flet edhe me ekranin e fikur') : msg('mund të heshtë kur mbyllet ekrani'),
      words ? msg('ndriçon çdo fjalë') : msg('ndriçon fjalinë'),
      this.proven.includes(voice.id) ? msg('e dëgjuat: flet shqip') : undefined,
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** After a sample: the question, or why nothing was heard. */
  private aftermath({ id, engine }: Voice): TemplateResult | typeof nothing {
    const { state, outcome } = this.sample;
    if (state !== 'silent' || outcome === undefined || outcome === 'interrupted') return nothing;
    if (outcome === 'heard') return engine === 'system' && !this.proven.includes(id) ? this.question(id) : nothing;
    const text =
      outcome === 'network'
        ? msg('Ky zë kërkon internet dhe tani nuk ka.')
        : msg('Ky zë nuk u dëgjua. Provojeni përsëri ose zgjidhni një tjetër.');
    return html`<p class="problem">${text}</p>`;
  }

  private question(id: string): TemplateResult {
    return html`
      <div class="asked">
        <span>${msg('A dëgjuat shqip?')}</span>
        <button @click=${() => this.report('answer', { id, albanian: true })}>${msg('Po')}</button>
        <button @click=${() => this.report('answer', { id, albanian: false })}>${msg('Jo')}</button>
      </div>
    `;
  }

  private report(type: 'choose' | 'sample' | 'hush' | 'answer', detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-voice-list': VoiceList;
  }
}
