import { localized, msg } from '@lit/localize';
import { Task } from '@lit/task';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';

/** A package that the built app carries, as scripts/licences.ts lists it. */
interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  readonly text?: string;
}

/** Rreth Dëgjos: what it is, whose work it carries, and what it tells others about its listener (nothing). */
@customElement('degjo-about-page')
@localized()
export class AboutPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      details {
        border-bottom: 1px solid var(--hairline);
      }

      summary {
        font-weight: 400;
      }

      pre {
        margin: 0 0 1rem;
        white-space: pre-wrap;
        font-size: var(--size-meta);
      }

      section a {
        display: inline-block;
        min-height: var(--target);
        align-content: center;
      }

      ul:not([role]) {
        padding-inline-start: 1.25rem;
      }

      li + li {
        margin-top: 0.5rem;
      }
    `,
  ];

  private readonly shipped = new Task(this, {
    args: () => [],
    task: async () => {
      const answer = await fetch(`${import.meta.env.BASE_URL}licences.json`);
      if (!answer.ok) throw new Error(`licences.json: ${answer.status}`);
      return (await answer.json()) as readonly ShippedPackage[];
    },
  });

  protected override render(): TemplateResult {
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Rreth Dëgjos')}</h1>
      <p
        >${msg('Dëgjo lexon lajmet shqip me zë, për këdo që nuk sheh mirë, e ka të vështirë leximin ose është në udhë.')}</p
      >
      <p class="meta">${msg('Versioni')} ${__VERSION__}</p>
      ${this.privacy()}
      <section>
        <h2>${msg('Leja e përdorimit')}</h2>
        <p
          >${msg('Dëgjo është program i lirë: mund ta përdorni, ta ndryshoni dhe t’ua jepni të tjerëve, sipas lejes GPL-3.0-or-later. Jepet pa asnjë garanci.')}</p
        >
        ${embeddedVoice()} ${encoder()}
      </section>
      <section>
        <h2>${msg('Punë e të tjerëve që Dëgjo mban me vete')}</h2>
        ${this.shipped.render({
          pending: () => html`<p role="status">${msg('Po hapet…')}</p>`,
          complete: (packages) => packages.map(packageTemplate),
          error: () => html`<p class="problem" role="status">${msg('Lista nuk u hap: mbase nuk ka internet.')}</p>`,
        })}
      </section>
    `;
  }

  private privacy(): TemplateResult {
    return html`
      <section>
        <h2>${msg('Çfarë del nga pajisja juaj')}</h2>
        <p>${msg('Asgjë për ju. Nuk ka llogari, nuk ka reklama, dhe askush nuk numëron çfarë dëgjoni.')}</p>
        <ul>
          <li>${msg('Artikujt tuaj, vendi ku mbetët dhe cilësimet ruhen vetëm në këtë pajisje.')}</li>
          <li>
            ${msg('Lajmet dhe versionet e reja merren nga faqja ku është vendosur Dëgjo; ajo sheh adresën e pajisjes suaj, si çdo faqe.')}
          </li>
          <li>
            ${msg('Gazetat që ndiqni te «Burimet», faqet që hapni me adresën e tyre dhe Wikipedian, kur kërkoni atje, i pyet pajisja juaj, ose serveri ku është vendosur Dëgjo a porta juaj, kur faqja nuk hapet drejtpërdrejt. Ato shohin adresën e atij që pyet, si kur hapni faqen e tyre.')}
          </li>
          <li>
            ${msg('Një zë që kërkon internet ia dërgon tekstin që lexon kompanisë që e bën atë zë. Zërat pa internet nuk dërgojnë asgjë.')}
          </li>
          <li
            >${msg('Fotografitë e artikujve i merr pajisja juaj nga faqja e gazetës, ose serveri në vend të saj, vetëm kur i kërkoni ose kur e keni zgjedhur te «Të dhënat» që të vijnë vetë.')}</li
          >
          <li>${msg('Lidhjet brenda artikujve hapin faqe të tjera vetëm kur i prekni.')}</li>
        </ul>
      </section>
    `;
  }
}

function embeddedVoice(): TemplateResult {
  return html`<h3>eSpeak NG</h3>
    <p>${msg('Zëri që Dëgjo mban me vete është eSpeak NG, me të njëjtën leje. Kodi burimor i tij është këtu:')}</p>
    ${source('https://github.com/espeak-ng/espeak-ng')}
    ${source('https://github.com/echogarden-project/espeak-ng/tree/fork')}`;
}

function encoder(): TemplateResult {
  return html`<h3>LAME</h3>
    <p>${msg('Skedarët MP3 i bën LAME, me lejen LGPL-2.0-or-later. Kodi burimor i tij është këtu:')}</p>
    ${source('https://lame.sourceforge.io')} ${source('https://github.com/arseneyr/lame')}`;
}

function source(address: string): TemplateResult {
  return html`<div
    ><a href=${address} target="_blank" rel="noopener noreferrer">${address.slice('https://'.length)}</a></div
  >`;
}

function packageTemplate({ name, version, licence, text }: ShippedPackage): TemplateResult {
  const title = html`${name} ${version} · ${licence}`;
  return text
    ? html`<details><summary>${title}</summary><pre lang="en">${text}</pre></details>`
    : html`<p>${title}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-about-page': AboutPage;
  }
}
