import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { languages } from '../../localization/languages.ts';
import { currentLocale, type Locale } from '../../localization/localization.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';

/**
 * Cilësimet: the way to everything that a listener may want otherwise, each with a line that says what it is for.
 *
 * @fires locale - `{ locale }`: the listener chose the interface's language
 */
@customElement('degjo-settings-page')
@localized()
export class SettingsPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      li + li {
        border-top: 1px solid var(--hairline);
      }

      li a {
        display: block;
        min-height: var(--target);
        padding: 0.75rem 0;
        text-decoration: none;
      }

      li strong {
        display: block;
      }

      li a:hover strong {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Cilësimet')}</h1>
      <ul role="list">
        ${this.entry(addresses.look, msg('Pamja e tekstit'), msg('Madhësia, shkronjat, ngjyrat dhe drita mbi fjalinë'))}
        ${this.entry(addresses.reading, msg('Leximi'), msg('Pushimet, çfarë lexohet dhe lexuesi i ekranit'))}
        ${this.entry(addresses.voices, msg('Zërat'), msg('Kush lexon, sa i lartë dhe a duhet internet'))}
        ${this.entry(addresses.lexicon, msg('Shqiptimi i fjalëve'), msg('Emra e fjalë që doni të thuhen ndryshe'))}
        ${this.entry(addresses.shortcuts, msg('Shkurtoret'), msg('Tastet që e drejtojnë leximin'))}
        ${this.entry(addresses.simple, msg('Mënyra e thjeshtë'), msg('Pesë butona të mëdhenj dhe asgjë tjetër'))}
        ${this.entry(addresses.data, msg('Të dhënat'), msg('Sa vend zënë, fotografitë, kopja rezervë dhe fshirja'))}
        ${this.entry(addresses.install, msg('Dëgjo në ekran'), msg('Si aplikacionet e tjera, me një prekje'))}
        ${this.entry(addresses.help, msg('Ndihmë'), msg('Si përdoret, dhe çfarë bëhet kur diçka nuk shkon'))}
        ${this.entry(addresses.about, msg('Rreth Dëgjos'), msg('Versioni, lejet dhe çfarë del nga pajisja juaj'))}
      </ul>
      <section>
        <h2 id="language">${msg('Gjuha e aplikacionit')}</h2>
        <div role="radiogroup" aria-labelledby="language"
          >${languages.map(({ locale, name }) => this.language(locale, name))}</div
        >
      </section>
    `;
  }

  private entry(address: string, name: string, purpose: string): TemplateResult {
    return html`<li
      ><a href=${address}><strong>${name}</strong><span class="meta">${purpose}</span></a></li
    >`;
  }

  private language(locale: Locale, name: string): TemplateResult {
    return html`<label lang=${locale}
      ><input
        type="radio"
        name="locale"
        .checked=${locale === currentLocale()}
        @change=${() => this.choose(locale)}
      />${name}</label
    >`;
  }

  private choose(locale: Locale): void {
    this.dispatchEvent(new CustomEvent('locale', { detail: { locale }, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-settings-page': SettingsPage;
  }
}
