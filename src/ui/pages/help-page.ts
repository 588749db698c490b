import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { servicesContext, type AppServices } from '../contexts.ts';
import { addresses } from '../router.ts';
import { usualKeys } from '../shortcut-keys.ts';
import { actionWords, keyWords } from '../shortcut-words.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';

/** A part of the page: what it is about, and what is said. */
interface Part {
  /** As the list of contents names it, for the address of the heading. */
  readonly id: string;
  readonly title: string;
  readonly content: TemplateResult;
}

/** Ndihmë: how the app is used and what is to be done when something is not as it should be, in plain words. */
@customElement('degjo-help-page')
@localized()
export class HelpPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      ul:not([role]),
      ol {
        display: flex;
        flex-direction: column;
        gap: 0.5rem;
        margin: 0;
        padding-inline-start: 1.25rem;
      }

      section a:not(.button),
      .contents button {
        display: inline-block;
        min-height: var(--target);
        align-content: center;
      }

      .contents button {
        padding-inline: 0;
        font-weight: 400;
        text-align: start;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }

      h2:focus {
        outline-offset: 0.25rem;
      }

      h2 {
        scroll-margin-top: 1rem;
      }

      h3 {
        font-size: 1em;
      }

      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.5rem 1rem;
        margin: 0;
      }

      dd {
        margin: 0;
      }

      kbd {
        font: 600 var(--size-meta) var(--font);
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.

  protected override render(): TemplateResult {
    const parts = [listening(), this.keys(), voices(), offline(), screenOff(), sharing(), troubles()];
    return html`
      <nav aria-label=${msg('Kthimi te cilësimet')}
        ><a class="button bare" href=${addresses.settings}
          ><degjo-icon name="back"></degjo-icon>${msg('Cilësimet')}</a
        ></nav
      >
      <h1 tabindex="-1">${msg('Ndihmë')}</h1>
      <ul class="contents" role="list" aria-label=${msg('Çfarë ka në këtë faqe')}>
        ${parts.map(
          ({ id, title }) => html`<li><button class="bare" @click=${() => this.goTo(id)}>${title}</button></li>`,
        )}
      </ul>
      ${parts.map(
        ({ id, title, content }) =>
          html`<section aria-labelledby=${id}><h2 id=${id} tabindex="-1">${title}</h2>${content}</section>`,
      )}
    `;
  }

  /** Not by an address: what stands behind the # is the page itself. */
  private goTo(id: string): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  private keys(): Part {
    const keys = { ...usualKeys, ...this.services.library.settings.shortcuts };
    return {
      id: 'keys',
      title: msg('Tastet'),
      content: html`
        <dl>
          ${actionWords().map(
            ([action, words]) =>
              html`<dt><kbd>${keys[action] === '' ? msg('asnjë') : keyWords(keys[action])}</kbd></dt>
                <dd>${words}</dd>`,
          )}
        </dl>
        <p
          >${msg('Butonat e kufjeve, të makinës dhe të ekranit të bllokuar e ndalin dhe e vazhdojnë leximin, aty ku pajisja i njeh.')}</p
        >
        ${way(addresses.shortcuts, msg('Ndryshoni tastet'))}
      `,
    };
  }
}

function way(address: string, name: string): TemplateResult {
  return html`<div><a href=${address}>${name}</a></div>`;
}

function listening(): Part {
  return {
    id: 'listening',
    title: msg('Si dëgjohet një artikull'),
    content: html`
      <ol>
        <li>${msg('Zgjidhni një artikull nga lista.')}</li>
        <li>${msg('Shtypni «Dëgjo». Fjalia që lexohet ndriçohet.')}</li>
        <li>${msg('Prekni një fjali tjetër, dhe leximi vazhdon prej saj.')}</li>
      </ol>
      <p
        >${msg('«Dëgjo të gjitha», në krye të listës, lexon një pas një çdo artikull të ri. Vendi ku mbetët ruhet vetë: herën tjetër shtypni «Vazhdo».')}</p
      >
      ${way(addresses.simple, msg('Pesë butona të mëdhenj: mënyra e thjeshtë'))}
      ${way(addresses.look, msg('Shkronja më të mëdha, ngjyra të tjera'))}
    `,
  };
}

function voices(): Part {
  return {
    id: 'voices',
    title: msg('Zërat'),
    content: html`
      <p
        >${msg('Dëgjo ka zërin e vet shqip, që vjen vetë herën e parë dhe pastaj rri në pajisje. Në qoftë se pajisja ka një zë tjetër shqip, mund të zgjidhni atë.')}</p
      >
      ${way(addresses.voices, msg('Dëgjoni zërat dhe zgjidhni'))}
      <p>${msg('Një emër thuhet gabim? Mbani shtypur fjalën në artikull dhe shkruani si thuhet.')}</p>
      ${way(addresses.lexicon, msg('Shqiptimi i fjalëve'))}
    `,
  };
}

function offline(): Part {
  return {
    id: 'offline',
    title: msg('Pa internet'),
    content: html`
      <p
        >${msg('Artikujt që janë në listë lexohen dhe dëgjohen edhe pa internet. Hapeni Dëgjon kur keni internet, që të vijnë lajmet e reja dhe zëri i tij.')}</p
      >
      ${way(addresses.sources, msg('Gazetat që ndiqni'))} ${way(addresses.data, msg('Çfarë ruhet në këtë pajisje'))}
      ${way(addresses.install, msg('Dëgjo në ekran, si aplikacionet e tjera'))}
    `,
  };
}

function screenOff(): Part {
  return {
    id: 'screen',
    title: msg('Me ekranin e fikur'),
    content: html`
      <p
        >${msg('Zëri i Dëgjos luhet si muzika dhe është bërë që të vazhdojë me ekranin të fikur. Zërat e pajisjes zakonisht heshtin kur fiket ekrani: zgjidhni zërin e Dëgjos, ose lëreni ekranin të ndezur gjatë leximit.')}</p
      >
      ${way(addresses.voices, msg('Zërat dhe ekrani'))}
      <p>${msg('Që leximi të ndalet vetë, kur ju zë gjumi: butoni me hënë kur lexohet një artikull.')}</p>
    `,
  };
}

function sharing(): Part {
  return {
    id: 'sharing',
    title: msg('Artikuj nga faqe, skedarë e aplikacione'),
    content: html`
      <p
        >${msg('Ngjitni një tekst ose adresën e një faqeje, hapni një skedar (tekst, Word, PDF, libër EPUB), ose dërgojeni faqen te Dëgjo me butonin e ndarjes.')}</p
      >
      ${way(addresses.add, msg('Shto artikull'))} ${way(addresses.fromPages, msg('Nga faqe të tjera'))}
      ${way(addresses.wikipedia, msg('Nga Wikipedia shqip'))}
    `,
  };
}

function troubles(): Part {
  return {
    id: 'troubles',
    title: msg('Kur diçka nuk shkon'),
    content: html`
      <h3>${msg('Nuk dëgjohet asgjë')}</h3>
      <p
        >${msg('Ngrini zërin e pajisjes gjatë leximit dhe shihni a është e lidhur me kufje të tjera. Pastaj shtypni «Pauzë» dhe «Vazhdo».')}</p
      >
      <h3>${msg('Zëri nuk flet shqip')}</h3>
      <p>${msg('Te «Zërat» zgjidhni zërin e Dëgjos.')}</p>
      <h3>${msg('Lajmet nuk vijnë')}</h3>
      <p
        >${msg('Te «Burimet» çdo gazetë thotë kur u mor për herë të fundit dhe çfarë nuk shkoi. Disa gazeta nuk i lejojnë aplikacionet e tjera: ndajeni faqen ose ngjitni tekstin.')}</p
      >
      <h3>${msg('Dëgjo sillet çuditshëm')}</h3>
      <p
        >${msg('Mbylleni dhe hapeni përsëri: artikujt dhe vendi ku mbetët ruhen. Para se të fshini diçka, bëni një kopje rezervë te «Të dhënat».')}</p
      >
      ${way(addresses.data, msg('Te të dhënat'))}
    `,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-help-page': HelpPage;
  }
}
