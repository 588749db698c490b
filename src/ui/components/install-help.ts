import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Ellipsis, EllipsisVertical, Menu, MonitorDown, Share, SquarePlus } from 'lucide';
import { browserOf, type Browser } from '../browser.ts';
import { shared } from '../styles/shared.ts';
import { addIcons } from './app-icon.ts';

addIcons({
  dots: Ellipsis,
  'dots-upright': EllipsisVertical,
  lines: Menu,
  'install-screen': MonitorDown,
  share: Share,
  'square-plus': SquarePlus,
});

const names: Readonly<Record<Browser, string>> = {
  ios: 'iPhone, iPad',
  'chrome-android': 'Android: Chrome',
  samsung: 'Android: Samsung Internet',
  'firefox-android': 'Android: Firefox',
  chrome: 'Chrome',
  edge: 'Microsoft Edge',
  safari: 'Mac: Safari',
  firefox: 'Firefox',
};

/** How a page becomes an app, step by step, in each browser: this one first. */
@customElement('degjo-install-help')
@localized()
export class InstallHelp extends LitElement {
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

      .drawing {
        display: inline-flex;
        padding: 0.25rem;
        border: 1px solid var(--second-ink);
        border-radius: 0.5rem;
        background: var(--card);
        vertical-align: middle;
      }
    `,
  ];

  protected override render(): TemplateResult[] {
    const mine = browserOf(navigator);
    const all = Object.keys(names) as Browser[];
    return [mine, ...all.filter((browser) => browser !== mine)].map(
      (browser) =>
        html`<details ?open=${browser === mine}>
          <summary>${names[browser]}</summary>
          <ol>
            ${steps(browser).map((step) => html`<li>${step}</li>`)}
          </ol>
        </details>`,
    );
  }
}

/** What a button of the browser looks like. */
function drawing(icon: string, name: string): TemplateResult {
  return html`<span class="drawing" role="img" aria-label=${name}><degjo-icon name=${icon}></degjo-icon></span>`;
}

const share = (): TemplateResult => drawing('share', msg('katror me shigjetë lart'));
const dots = (): TemplateResult => drawing('dots', msg('tri pika'));
const uprightDots = (): TemplateResult => drawing('dots-upright', msg('tri pika njëra mbi tjetrën'));
const lines = (): TemplateResult => drawing('lines', msg('tri vija'));
const screen = (): TemplateResult => drawing('install-screen', msg('ekran me shigjetë poshtë'));
const plus = (): TemplateResult => drawing('square-plus', msg('katror me plus'));

/** The words of each browser stand in English too, since few of them speak Albanian. */
function steps(browser: Browser): readonly (TemplateResult | string)[] {
  switch (browser) {
    case 'ios':
      return [
        html`${msg('Prekni butonin e ndarjes:')} ${share()} ${msg('Nëse nuk e shihni, prekni më parë:')} ${dots()}`,
        html`${msg('Në listën që hapet zgjidhni «Add to Home Screen» (shto në ekranin kryesor):')} ${plus()}`,
        msg('Prekni «Add» (shto). Ikona e Dëgjos del në ekran.'),
      ];
    case 'chrome-android':
      return [
        html`${msg('Prekni këtë buton lart djathtas:')} ${uprightDots()}`,
        msg('Zgjidhni «Shto tek ekrani bazë» (Add to Home screen).'),
        msg('Zgjidhni «Instalo» (Install) dhe pohojeni.'),
      ];
    case 'samsung':
      return [
        html`${msg('Prekni këtë buton poshtë djathtas:')} ${lines()}`,
        msg('Zgjidhni «Add page to» (shto faqen te).'),
        msg('Zgjidhni «Home screen» (ekrani kryesor) dhe pohojeni.'),
      ];
    case 'firefox-android':
      return [
        html`${msg('Prekni këtë buton pranë adresës:')} ${uprightDots()}`,
        msg('Zgjidhni «Shtoje te skena e kreut» (Add app to Home screen) ose «Instaloje» (Install).'),
        msg('Pohojeni. Ikona e Dëgjos del në ekran.'),
      ];
    case 'chrome':
      return [
        html`${msg('Në fund të rreshtit të adresës shtypni:')} ${screen()}`,
        html`${msg('Nëse nuk e shihni, shtypni:')} ${uprightDots()}
        ${msg('dhe zgjidhni «Cast, save and share», pastaj «Install page as app».')}`,
        msg('Pohojeni. Dëgjo del bashkë me programet e tjera.'),
      ];
    case 'edge':
      return [
        html`${msg('Shtypni këtë buton lart djathtas:')} ${dots()}`,
        msg('Zgjidhni «More tools», «Apps», pastaj «Install this site as an app».'),
        msg('Pohojeni. Dëgjo del bashkë me programet e tjera.'),
      ];
    case 'safari':
      return [
        msg('Në menynë lart zgjidhni «File», pastaj «Add to Dock». Duhet macOS Sonoma ose më i ri.'),
        msg('Pohojeni. Dëgjo del te rreshti i programeve.'),
      ];
    case 'firefox':
      return [
        msg('Firefox në kompjuter nuk e bën këtë kudo. Ruajeni faqen si faqerojtës (Ctrl dhe D).'),
        msg('Nëse e doni si program, hapeni Dëgjon me Chrome ose me Edge.'),
      ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-install-help': InstallHelp;
  }
}
