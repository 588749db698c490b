import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ShortcutAction } from '../../library/settings.ts';
import { extension, type SleepSnapshot } from '../../listening/sleep-timer.ts';
import { servicesContext, type AppServices, type ListeningDesk } from '../contexts.ts';
import { Shortcuts } from '../controllers/shortcuts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { addresses } from '../router.ts';
import { usualKeys } from '../shortcut-keys.ts';
import { sleepLeft, sleepMore } from '../sleep-words.ts';
import { shared } from '../styles/shared.ts';
import './app-icon.ts';
import './sleep-dialog.ts';
import type { SleepDialog } from './sleep-dialog.ts';
import type { Toast } from './toast-bar.ts';

/**
 * Under the player's controls: what comes next, when to fall silent, and the sentence that is worth keeping, which
 * two keys keep too: one alone would be in the way of whoever steers by speech or a screen reader.
 *
 * @fires toast
 */
@customElement('degjo-listening-bar')
@localized()
export class ListeningBar extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        width: 100%;
        max-width: var(--measure);
        margin: 0 auto;
      }

      .button,
      button {
        scroll-margin-bottom: 0;
        gap: 0.25rem;
        padding: 0 0.125rem;
        font-size: var(--size-meta);
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }

      /* Where there is room for the icons alone; the names are there for a screen reader. */
      @media (max-width: 17rem) {
        :host {
          justify-content: space-evenly;
        }

        .word {
          display: none;
        }
      }

      @media (max-height: 26rem) and (min-width: 46rem) {
        :host {
          flex: none;
          flex-wrap: nowrap;
          width: auto;
          margin: 0;
        }

        .word,
        .more {
          display: none;
        }
      }

      @media (min-width: 64rem) {
        :host {
          justify-content: flex-end;
          column-gap: 0.75rem;
        }
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @state() private desk: ListeningDesk | undefined;
  @query('degjo-sleep-dialog') private readonly sleepDialog!: SleepDialog; // Rendered with the button that opens it.

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
    new StoreController(this, () => this.services.session);
    const keep = (action: ShortcutAction): boolean => {
      if (action === 'keep') void this.keepSentence();
      return action === 'keep';
    };
    new Shortcuts(this, () => this.services.library.settings, keep);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.findDesk();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk?.sleepTimer.removeEventListener('over', this.fellSilent);
  }

  private async findDesk(): Promise<void> {
    const desk = await this.services.listeningDesk();
    if (!this.desk) for (const store of [desk.sleepTimer, desk.bookmarks]) new StoreController(this, () => store);
    this.desk = desk;
    if (this.isConnected) desk.sleepTimer.addEventListener('over', this.fellSilent);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    if (!desk) return nothing;
    const { length } = desk.queue.upcoming;
    const queue = length > 0 ? msg(str`Radha: ${length}`) : msg('Radha');
    const isKept = desk.bookmarks.has(desk.bookmarker.justHeard()?.id ?? '');
    return html`
      <a class="button bare" href=${addresses.queue} aria-label=${queue}
        ><degjo-icon name="queue"></degjo-icon><span class="word">${queue}</span></a
      >
      ${this.sleep(desk.sleepTimer.snapshot)}
      <button
        class="bare"
        aria-label=${msg('Ruaj fjalinë që u dëgjua')}
        aria-keyshortcuts=${this.services.library.settings.shortcuts.keep ?? usualKeys.keep}
        @click=${() => void this.keepSentence()}
      >
        <degjo-icon name=${isKept ? 'kept' : 'bookmark'}></degjo-icon><span class="word">${msg('Ruaj')}</span>
      </button>
      <degjo-sleep-dialog .timer=${desk.sleepTimer}></degjo-sleep-dialog>
    `;
  }

  private sleep(snapshot: SleepSnapshot | undefined): TemplateResult {
    const open = () => this.sleepDialog.show();
    if (!snapshot) {
      return html`<button class="bare" aria-label=${msg('Gjumi: kur të ndalet leximi?')} @click=${open}>
        <degjo-icon name="sleep"></degjo-icon><span class="word">${msg('Gjumi')}</span>
      </button>`;
    }
    const left = sleepLeft(snapshot);
    return html`
      <button class="bare" aria-label=${msg(str`${left}, pastaj leximi ndalet`)} @click=${open}>
        <degjo-icon name="sleep"></degjo-icon><span class="word">${left}</span>
      </button>
      <button class="bare more" aria-label=${sleepMore(snapshot)} @click=${() => this.desk?.sleepTimer.extend()}>
        +${extension[snapshot.kind]}
      </button>
    `;
  }

  private async keepSentence(): Promise<void> {
    const bookmark = this.desk?.bookmarker.justHeard();
    if (!bookmark || !this.desk) return;
    const keeping = await this.desk.bookmarks.add(bookmark);
    const text =
      keeping === 'kept'
        ? msg('Fjalia u ruajt.')
        : msg('Fjalia mbahet vetëm për tani: pajisja nuk e lejoi ruajtjen. Mund ta nxirrni si tekst te «Fjalitë».');
    this.toast({
      text,
      action: { label: msg('Te fjalitë'), run: () => (location.hash = addresses.bookmarks) },
    });
  }

  private readonly fellSilent = (): void => {
    const { desk } = this;
    const { session } = this.services;
    if (!desk) return;
    const readOn = (): void => {
      if (session.snapshot.playback === 'paused') {
        desk.sleepTimer.set({ kind: 'minutes', minutes: extension.minutes });
        session.play();
      } else desk.queue.skip();
    };
    const goesOn = session.snapshot.playback === 'paused' || desk.queue.upcoming.length > 0;
    const label = session.snapshot.playback === 'paused' ? sleepMore({ kind: 'minutes' }) : msg('Artikulli tjetër');
    this.toast({
      text: msg('Leximi u ndal, siç kërkuat.'),
      ...(goesOn && { action: { label, run: readOn } }),
    });
  };

  private toast(detail: Toast): void {
    this.dispatchEvent(new CustomEvent('toast', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-listening-bar': ListeningBar;
  }
}
