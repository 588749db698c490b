/** Pages, dialogs and the opening of files, which most visits do without, in one piece. */
import { afterPaint } from './after-paint.ts';
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { FileText, Pencil } from 'lucide';
import { addIcons } from './components/app-icon.ts';
import './components/save-audio.ts';
import './components/single-sentence.ts';
import './components/word-dialog.ts';
import './pages/about-page.ts';
import './pages/add-page.ts';
import './pages/bookmarks-page.ts';
import './pages/data-page.ts';
import './pages/lexicon-page.ts';
import './pages/from-pages-page.ts';
import './pages/help-page.ts';
import './pages/install-page.ts';
import './pages/library-page.ts';
import './pages/look-page.ts';
import './pages/not-found-page.ts';
import './pages/queue-page.ts';
import './pages/reading-page.ts';
import './pages/search-page.ts';
import './pages/settings-page.ts';
import './pages/shortcuts-page.ts';
import './pages/simple-page.ts';
import './pages/sources-page.ts';
import './pages/voices-page.ts';
import './pages/wikipedia-page.ts';
import type { AppServices, ListeningDesk, VoiceDesk } from './contexts.ts';
import type { InstallOffer } from './install-offer.ts';
import { addresses } from './router.ts';
export { removeArticle } from './remove-article.ts';
export { takeFile } from './take-file.ts';

addIcons({ edit: Pencil, file: FileText });

/** What stands in the page under a title. */
interface RarePage {
  readonly title: string;
  readonly content: TemplateResult;
  /** Is it as wide as an article? */
  readonly reading?: true;
  /** Does it fill the screen, without list and player? */
  readonly alone?: true;
}

interface Desks {
  readonly voiceDesk: VoiceDesk;
  readonly listeningDesk: ListeningDesk;
  readonly install: InstallOffer;
}

type RareAddress = Exclude<
  (typeof addresses)[keyof typeof addresses],
  typeof addresses.home | typeof addresses.article
>;

/** What a page needs besides the library; the others wait for none of it. */
const needs: Readonly<Partial<Record<string, keyof Desks>>> = {
  [addresses.queue]: 'listeningDesk',
  [addresses.bookmarks]: 'listeningDesk',
  [addresses.library]: 'listeningDesk',
  [addresses.simple]: 'listeningDesk',
  [addresses.voices]: 'voiceDesk',
  [addresses.lexicon]: 'voiceDesk',
  [addresses.install]: 'install',
};

/** What has been brought so far. */
let desks: Partial<Desks> = {};

/** A new page is a line here and its address in router.ts; where it needs a desk, also above. */
const pages: Readonly<Record<RareAddress, (desks: Desks) => RarePage>> = {
  [addresses.add]: () => ({ title: msg('Shto artikull'), content: html`<degjo-add-page></degjo-add-page>` }),
  [addresses.look]: () => ({
    title: msg('Pamja e tekstit'),
    content: html`<degjo-look-page></degjo-look-page>`,
    reading: true,
  }),
  [addresses.queue]: ({ listeningDesk }) => ({
    title: msg('Radha'),
    content: html`<degjo-queue-page .desk=${listeningDesk}></degjo-queue-page>`,
  }),
  [addresses.bookmarks]: ({ listeningDesk }) => ({
    title: msg('Fjalitë e ruajtura'),
    content: html`<degjo-bookmarks-page .desk=${listeningDesk}></degjo-bookmarks-page>`,
  }),
  [addresses.sources]: () => ({ title: msg('Burimet'), content: html`<degjo-sources-page></degjo-sources-page>` }),
  [addresses.fromPages]: () => ({
    title: msg('Nga faqe të tjera'),
    content: html`<degjo-from-pages-page></degjo-from-pages-page>`,
  }),
  [addresses.wikipedia]: () => ({ title: 'Wikipedia', content: html`<degjo-wikipedia-page></degjo-wikipedia-page>` }),
  [addresses.library]: ({ listeningDesk }) => ({
    title: msg('Biblioteka'),
    content: html`<degjo-library-page .desk=${listeningDesk}></degjo-library-page>`,
    reading: true,
  }),
  [addresses.search]: () => ({ title: msg('Kërko'), content: html`<degjo-search-page></degjo-search-page>` }),
  [addresses.voices]: ({ voiceDesk }) => ({
    title: msg('Zërat'),
    content: html`<degjo-voices-page .desk=${voiceDesk}></degjo-voices-page>`,
  }),
  [addresses.lexicon]: ({ voiceDesk }) => ({
    title: msg('Shqiptimi i fjalëve'),
    content: html`<degjo-lexicon-page .desk=${voiceDesk}></degjo-lexicon-page>`,
  }),
  [addresses.reading]: () => ({ title: msg('Leximi'), content: html`<degjo-reading-page></degjo-reading-page>` }),
  [addresses.shortcuts]: () => ({
    title: msg('Shkurtoret'),
    content: html`<degjo-shortcuts-page></degjo-shortcuts-page>`,
  }),
  [addresses.simple]: ({ listeningDesk }) => ({
    title: msg('Mënyra e thjeshtë'),
    content: html`<degjo-simple-page .desk=${listeningDesk}></degjo-simple-page>`,
    alone: true,
  }),
  [addresses.settings]: () => ({ title: msg('Cilësimet'), content: html`<degjo-settings-page></degjo-settings-page>` }),
  [addresses.data]: () => ({ title: msg('Të dhënat'), content: html`<degjo-data-page></degjo-data-page>` }),
  [addresses.help]: () => ({ title: msg('Ndihmë'), content: html`<degjo-help-page></degjo-help-page>` }),
  [addresses.install]: ({ install }) => ({
    title: msg('Dëgjo në ekran'),
    content: html`<degjo-install-page .offer=${install}></degjo-install-page>`,
  }),
  [addresses.about]: () => ({ title: msg('Rreth Dëgjos'), content: html`<degjo-about-page></degjo-about-page>` }),
};

/**
 * Brings what the page at an address needs.
 *
 * @returns the page at any address whose needs are here, else undefined
 */
export async function prepare(
  address: string,
  services: Pick<AppServices, keyof Desks>,
): Promise<(address: string) => RarePage | undefined> {
  const need = needs[address];
  if (need) desks = { ...desks, [need]: await services[need]() };
  void sayTitle();
  return (address) => rarePage(address);
}

/**
 * Where the listener came from another page, the shell has put the focus at the beginning of this one, unless the page
 * has a better place for it. A screen reader says the title only if that has it.
 */
async function sayTitle(): Promise<void> {
  await afterPaint();
  const page = document.querySelector('degjo-app')?.renderRoot.querySelector('main:focus > *');
  page?.shadowRoot?.querySelector('h1')?.focus({ preventScroll: true });
}

/** Where there is none, one that says so and leads home. */
function rarePage(address: string): RarePage | undefined {
  const need = needs[address];
  if (need && !desks[need]) return undefined;
  const page = Object.hasOwn(pages, address) ? pages[address as RareAddress] : undefined;
  // What it needs is here.
  if (page) return page(desks as Desks);
  return {
    title: msg('Kjo faqe nuk është këtu'),
    content: html`<degjo-not-found-page></degjo-not-found-page>`,
  };
}
