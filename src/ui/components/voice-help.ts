import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '../styles/shared.ts';
import { deviceOf, type Device } from '../device.ts';

const devices: readonly Device[] = ['android', 'ios', 'windows', 'macos', 'linux', 'edge'];
const names: Record<Device, string> = {
  android: 'Android',
  ios: 'iPhone, iPad',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  edge: 'Microsoft Edge',
};

/** How a device gets a better Albanian voice of its own, step by step: this device's advice first. */
@customElement('degjo-voice-help')
@localized()
export class VoiceHelp extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
      }

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
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
        margin: 0 0 1rem;
        padding-inline-start: 1.5rem;
      }
    `,
  ];

  protected override render(): TemplateResult[] {
    const mine = deviceOf(navigator);
    return [mine, ...devices.filter((device) => device !== mine)].map(
      (device) =>
        html`<details ?open=${device === mine}>
          <summary>${names[device]}</summary>
          <ol>
            ${advice(device).map((step) => html`<li>${step}</li>`)}
          </ol>
        </details>`,
    );
  }
}

function advice(device: Device): readonly string[] {
  switch (device) {
    case 'android':
      return [
        msg('Hapni Cilësimet e telefonit dhe kërkoni «Tekst në të folur» (Text-to-speech).'),
        msg('Zgjidhni motorin e Google-it dhe shtypni «Instalo të dhënat e zërit».'),
        msg('Shkarkoni shqipen, pastaj kthehuni këtu: zërat kërkohen përsëri vetë.'),
      ];
    case 'ios':
    case 'macos':
      return [
        msg('Apple nuk jep zë shqip për faqet e internetit, me sa dimë; nuk ka ç’të shkarkoni.'),
        msg('Nëse një ditë vjen një zë shqip, ai del vetë në këtë faqe.'),
      ];
    case 'windows':
      return [
        msg('Windows vetë nuk ka zë shqip, me sa dimë.'),
        msg('Hapeni Dëgjon me shfletuesin Microsoft Edge: ai ka zëra shqip që flasin me internet.'),
      ];
    case 'edge':
      return [
        msg('Edge në kompjuter ka dy zëra shqip, Anila dhe Ilir. Flasin vetëm me internet; nuk ka ç’të instaloni.'),
        msg('Nëse nuk i shihni në listë, përditësojeni Edge-in dhe kthehuni këtu.'),
      ];
    case 'linux':
      return [
        msg('Instaloni paketat speech-dispatcher dhe espeak-ng.'),
        msg('Mbylleni shfletuesin krejt dhe hapeni përsëri.'),
      ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-voice-help': VoiceHelp;
  }
}
