import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { Task } from '@lit/task';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Settings } from '../../library/settings.ts';
import { currentLocale } from '../../localization/localization.ts';
import type { Voice } from '../../speech/engine.ts';
import type { ListedVoice } from '../../speech/voices.ts';
import { servicesContext, type AppServices, type VoiceDesk, type VoicePack } from '../contexts.ts';
import { ReturnController } from '../controllers/return-controller.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { formatRate } from '../format.ts';
import { keepSettings } from '../keep-settings.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import { voiceName } from '../voice-name.ts';
import '../components/app-icon.ts';
import '../components/voice-help.ts';
import '../components/voice-list.ts';
import '../components/voice-pack-state.ts';

/** With letters that another language's voice says otherwise, so that an ear can tell. */
const sampleText = 'Mirëdita! Ky zë ju lexon lajmet shqip: çdo ditë, në shtëpi e në rrugë.';

/** Zërat: who reads, how, and what happens when the screen locks. */
@customElement('degjo-voices-page')
@localized()
export class VoicesPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      output {
        min-width: 2.5em;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @property({ attribute: false }) desk!: VoiceDesk; // Given by the shell, always.

  private readonly loading = new Task(this, { args: () => [], task: () => this.desk.pack() });

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
    new StoreController(this, () => this.desk.voices);
    new StoreController(this, () => this.desk.sampler);
    // A voice may have been installed in the device's settings meanwhile.
    new ReturnController(this, () => void this.desk.voices.refresh());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.sampler.stop();
  }

  protected override render(): TemplateResult {
    const { voices } = this.desk;
    const { library } = this.services;
    const listed = voices.snapshot ?? [];
    const { refused } = library.settings;
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Zërat')}</h1>
      <p>${msg('Zgjidhni kush t’ju lexojë. Shtypni trekëndëshin për të dëgjuar një shembull.')}</p>
      ${this.list(listed.filter(({ voice }) => !refused.includes(voice.id)))}
      ${this.refused(listed.filter(({ voice }) => refused.includes(voice.id)))}
      ${this.loading.render({ complete: (pack) => packSection(pack) })} ${this.pitch()} ${this.screen(listed)}
      <section>
        <h2>${msg('Si të merrni një zë më të mirë')}</h2>
        <degjo-voice-help></degjo-voice-help>
      </section>
    `;
  }

  private list(listed: readonly ListedVoice[]): TemplateResult {
    const { sampler, voices } = this.desk;
    const { library } = this.services;
    const { voice, proven, refused } = library.settings;
    const gone = voice !== undefined && voices.snapshot !== undefined && !listed.some((one) => one.voice.id === voice);
    return html`
      <div role="status">
        ${voices.snapshot ? nothing : html`<p>${msg('Po kërkohen zërat…')}</p>`}
        ${
          voices.snapshot && listed.length === 0
            ? html`<p class="problem">${msg('Kjo pajisje nuk ka zë shqip. Më poshtë thuhet si ta merrni një.')}</p>`
            : nothing
        }
        ${gone ? html`<p class="problem">${msg('Zëri që zgjodhët nuk është më në këtë pajisje; tani zgjedh Dëgjo.')}</p>` : nothing}
      </div>
      <degjo-voice-list
        .voices=${listed}
        .sample=${sampler.snapshot}
        .proven=${proven}
        .chosen=${gone ? undefined : voice}
        .automatic=${voices.chosen({ proven, refused })}
        @choose=${({ detail }: CustomEvent<{ id: string | undefined }>) => this.keep({ voice: detail.id })}
        @sample=${({ detail }: CustomEvent<{ voice: Voice }>) => sampler.say(sampleText, detail.voice)}
        @hush=${() => sampler.stop()}
        @answer=${({ detail }: CustomEvent<{ id: string; albanian: boolean }>) => this.judge(detail)}
      ></degjo-voice-list>
    `;
  }

  private refused(listed: readonly ListedVoice[]): TemplateResult | typeof nothing {
    if (listed.length === 0) return nothing;
    return html`
      <details>
        <summary>${msg('Zëra të lënë mënjanë')}</summary>
        <p>${msg('Thatë se këta nuk folën shqip, prandaj Dëgjo nuk i përdor.')}</p>
        <ul role="list">
          ${listed.map(
            ({ voice }) =>
              html`<li class="row">
                <span>${voiceName(voice)}</span>
                <button @click=${() => this.takeBack(voice.id)}>${msg('Ktheje në listë')}</button>
              </li>`,
          )}
        </ul>
      </details>
    `;
  }

  private pitch(): TemplateResult {
    const { pitch } = this.services.library.settings;
    return html`
      <section>
        <h2 id="pitch">${msg('Lartësia e zërit')}</h2>
        <div class="row">
          <input
            type="range"
            min="0.5"
            max="1.5"
            step="0.1"
            .value=${String(pitch)}
            aria-labelledby="pitch"
            aria-valuetext=${pitchWords(pitch)}
            @change=${(event: Event) => this.keep({ pitch: (event.target as HTMLInputElement).valueAsNumber })}
          />
          <output aria-hidden="true">${formatRate(pitch, currentLocale())}</output>
        </div>
        <p class="meta">${msg('Majtas më i trashë, djathtas më i hollë.')}</p>
      </section>
    `;
  }

  private screen(listed: readonly ListedVoice[]): TemplateResult {
    const own = listed.find(({ screenOff }) => screenOff)?.voice;
    const { keepScreenOn } = this.services.library.settings;
    return html`
      <section>
        <h2>${msg('Kur mbyllet ekrani')}</h2>
        <p>${msg('Një zë i pajisjes mund të heshtë kur mbyllet ekrani ose kur kaloni te një aplikacion tjetër.')}</p>
        ${
          own
            ? html`<p>${msg('Zëri i Dëgjos flet edhe me ekranin e mbyllur.')}</p>
                <button @click=${() => this.keep({ voice: own.id })}>${msg('Përdor zërin e Dëgjos')}</button>`
            : nothing
        }
        ${
          'wakeLock' in navigator
            ? html`<label>
                  <input
                    type="checkbox"
                    role="switch"
                    .checked=${keepScreenOn}
                    aria-describedby="screen"
                    @change=${(event: Event) => this.keep({ keepScreenOn: (event.target as HTMLInputElement).checked })}
                  />
                  ${msg('Mbaje ekranin ndezur kur flet një zë i pajisjes')}
                </label>
                <p class="meta" id="screen"
                  >${msg('Ekrani nuk mbyllet vetë gjatë leximit. Bateria mbaron më shpejt.')}</p
                >`
            : html`<p class="meta"
                >${msg('Ky shfletues nuk di ta mbajë ekranin ndezur. Zgjateni kohën e ekranit te Cilësimet e pajisjes.')}</p
              >`
        }
      </section>
    `;
  }

  private judge({ id, albanian }: { id: string; albanian: boolean }): void {
    const { proven, refused, voice } = this.services.library.settings;
    if (albanian) return this.keep({ proven: [...proven, id] });
    this.keep({ refused: [...refused, id], ...(voice === id && { voice: undefined }) });
    this.dispatchEvent(
      new CustomEvent('toast', {
        detail: {
          text: msg('Ky zë u la mënjanë: nuk flet shqip, dhe Dëgjo nuk do ta përdorë.'),
          action: { label: msg('Ktheje'), run: () => this.takeBack(id) },
        },
        bubbles: true,
        composed: true,
      }),
    );
  }

  private takeBack(id: string): void {
    this.keep({ refused: this.services.library.settings.refused.filter((other) => other !== id) });
  }

  private keep(wish: Partial<Settings>): void {
    void keepSettings(this, this.services.library, wish);
  }
}

function packSection(pack: VoicePack): TemplateResult {
  return html`<section>
    <h2>${msg('Zëri i Dëgjos')}</h2>
    <degjo-voice-pack-state .pack=${pack}></degjo-voice-pack-state>
  </section>`;
}

function pitchWords(pitch: number): string {
  if (pitch === 1) return msg('e zakonshme');
  const value = formatRate(pitch, currentLocale());
  return pitch < 1 ? `${value}, ${msg('më i trashë')}` : `${value}, ${msg('më i hollë')}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-voices-page': VoicesPage;
  }
}
