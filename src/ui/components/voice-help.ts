import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { dialogStyles } from '../styles/dialog.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';

type Device = 'android' | 'apple' | 'windows' | 'linux';

/** What to do on a device without an Albanian voice: this device's own advice first. */
@localized()
@customElement('degjo-voice-help')
export class VoiceHelp extends LitElement {
  static override styles = [
    shared,
    dialogStyles,
    css`
      summary {
        min-height: var(--target);
        align-content: center;
        font-weight: 700;
        cursor: pointer;
      }

      details {
        border-bottom: 1px solid var(--hairline);
      }

      ol {
        margin: 0 0 1rem;
        padding-inline-start: 1.5rem;
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement; // Always rendered.

  show(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const mine = thisDevice();
    const devices = [mine, ...all.filter((device) => device !== mine)];
    return html`
      <dialog aria-labelledby="title">
        <header>
          <h2 id="title">${msg('Si të kem një zë shqip')}</h2>
          <button class="round bare" aria-label=${msg('Mbyll')} @click=${() => this.dialog.close()}>
            <degjo-icon name="close"></degjo-icon>
          </button>
        </header>
        <p
          >${msg('Dëgjo e ka zërin e vet: ai vjen nga interneti herën e parë që dëgjoni. Edhe pajisja mund të ketë një zë shqip; ja si.')}</p
        >
        ${devices.map(
          (device) =>
            html`<details ?open=${device === mine}>
              <summary>${names[device]}</summary>
              ${advice(device)}
            </details>`,
        )}
      </dialog>
    `;
  }
}

const all: readonly Device[] = ['android', 'apple', 'windows', 'linux'];
const names: Record<Device, string> = {
  android: 'Android',
  apple: 'iPhone, iPad, Mac',
  windows: 'Windows',
  linux: 'Linux',
};

function thisDevice(): Device {
  const { userAgent } = navigator;
  if (/Android/.test(userAgent)) return 'android';
  if (/iPhone|iPad|Macintosh/.test(userAgent)) return 'apple';
  if (/Windows/.test(userAgent)) return 'windows';
  return 'linux';
}

function advice(device: Device): TemplateResult {
  switch (device) {
    case 'android':
      return html`<ol>
        <li>${msg('Hapni Cilësimet e telefonit dhe kërkoni «Tekst në të folur» (Text-to-speech).')}</li>
        <li>${msg('Zgjidhni motorin e Google-it dhe shtypni «Instalo të dhënat e zërit».')}</li>
        <li>${msg('Shkarkoni shqipen, pastaj kthehuni këtu.')}</li>
      </ol>`;
    case 'apple':
      return html`<ol>
        <li>${msg('Apple nuk jep ende zë shqip për faqet e internetit, me sa dimë.')}</li>
        <li>${msg('Zërin e Dëgjos e dëgjoni edhe këtu: mjafton internet herën e parë.')}</li>
      </ol>`;
    case 'windows':
      return html`<ol>
        <li>${msg('Hapeni Dëgjon me shfletuesin Microsoft Edge.')}</li>
        <li>${msg('Edge ka zëra shqip që flasin me internet: Anila dhe Ilir.')}</li>
      </ol>`;
    case 'linux':
      return html`<ol>
        <li>${msg('Instaloni paketat speech-dispatcher dhe espeak-ng.')}</li>
        <li>${msg('Mbylleni shfletuesin krejt dhe hapeni përsëri.')}</li>
      </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-voice-help': VoiceHelp;
  }
}
