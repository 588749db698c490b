import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Settings, ShortcutAction } from '../../library/settings.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { keepSettings } from '../keep-settings.ts';
import { addresses } from '../router.ts';
import { keyOf, usualKeys } from '../shortcut-keys.ts';
import { actionWords, keyWords, objection, withKey } from '../shortcut-words.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import '../components/app-icon.ts';

/** Shkurtoret: every key that does something, each to be changed or turned off. */
@customElement('degjo-shortcuts-page')
@localized()
export class ShortcutsPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem var(--edge);
        padding: 0.75rem 0;
        border-bottom: 1px solid var(--hairline);
      }

      label {
        flex: 1 1 12rem;
      }

      li .row {
        margin-inline-start: auto;
      }

      kbd {
        padding: 0.25rem 0.5rem;
        border: 1px solid var(--second-ink);
        border-radius: 0.375rem;
        font: 600 var(--size-meta) var(--font);
      }

      /* Not out of the page: what was not there is not announced when it comes. */
      [role='status']:empty {
        position: absolute;
      }

      .problem {
        flex: 1 0 100%;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  /** Which action waits for its new key? */
  @state() private asking: ShortcutAction | undefined;
  @state() private problem: { readonly action: ShortcutAction; readonly text: string } | undefined;

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.take, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.take, true);
  }

  protected override render(): TemplateResult {
    const { shortcuts, screenReader } = this.services.library.settings;
    const all = actionWords();
    const none = Object.fromEntries(all.map(([action]) => [action, '']));
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Shkurtoret')}</h1>
      <p
        >${msg('Tastet që e drejtojnë leximin ndërsa një artikull është i hapur. Secilin mund ta ndryshoni ose ta hiqni.')}</p
      >
      ${
        screenReader
          ? html`<p class="meta"
              >${msg('Ju përdorni lexues ekrani: prej tyre vlejnë vetëm ato me Ctrl ose Alt dhe tasti që ndal zërin.')}</p
            >`
          : nothing
      }
      <ul role="list">
        ${all.map(([action, words]) => this.row(action, words, shortcuts[action] ?? usualKeys[action]))}
      </ul>
      <div class="row">
        <button ?disabled=${all.every(([action]) => shortcuts[action] === '')} @click=${() => this.keep(none)}
          >${msg('Hiqi të gjitha')}</button
        >
        <button ?disabled=${Object.keys(shortcuts).length === 0} @click=${() => this.keep({})}
          >${msg('Ktheji të gjitha si në fillim')}</button
        >
      </div>
    `;
  }

  private row(action: ShortcutAction, words: string, key: string): TemplateResult {
    const isAsking = this.asking === action;
    return html`
      <li>
        <label>
          <input
            type="checkbox"
            role="switch"
            .checked=${key !== ''}
            @change=${({ target }: Event) => this.turn(action, target as HTMLInputElement)}
          />
          ${words}
        </label>
        <div class="row">
          ${key === '' ? nothing : html`<kbd>${keyWords(key)}</kbd>`}
          <button
            aria-label=${msg(str`Ndrysho tastin: ${words}`)}
            aria-pressed=${isAsking}
            @click=${() => this.ask(isAsking ? undefined : action)}
            >${msg('Ndrysho')}</button
          >
        </div>
        <p class=${isAsking || this.problem?.action === action ? 'problem' : ''} role="status">${this.told(action)}</p>
      </li>
    `;
  }

  private told(action: ShortcutAction): string | typeof nothing {
    if (this.problem?.action === action) return this.problem.text;
    return this.asking === action
      ? msg('Shtypni tastin e ri. Për ta lënë siç është, shtypni përsëri «Ndrysho» ose Tab.')
      : nothing;
  }

  private ask(action: ShortcutAction | undefined): void {
    this.asking = action;
    this.problem = undefined;
  }

  private readonly take = (event: KeyboardEvent): void => {
    const { asking } = this;
    if (!asking || /^(?:Control|Shift|Alt|AltGraph|Meta|CapsLock|Dead)$/.test(event.key)) return;
    if (event.key === 'Tab') return this.ask(undefined);
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) this.assign(asking, keyOf(event));
  };

  /** @returns was nothing against it? */
  private assign(action: ShortcutAction, key: string): boolean {
    const { shortcuts } = this.services.library.settings;
    const against = objection(key, action, shortcuts);
    if (against) {
      const other = actionWords().find(([name]) => name === against)?.[1];
      const text =
        other === undefined
          ? msg(str`«${keyWords(key)}» i duhet shfletuesit. Shtypni një tjetër.`)
          : msg(str`«${keyWords(key)}» përdoret tashmë për «${other}». Shtypni një tjetër.`);
      this.problem = { action, text };
      return false;
    }
    this.ask(undefined);
    this.keep(withKey(shortcuts, action, key));
    return true;
  }

  private turn(action: ShortcutAction, input: HTMLInputElement): void {
    this.ask(undefined);
    if (!input.checked) return this.keep(withKey(this.services.library.settings.shortcuts, action, ''));
    // Its usual key may be another's by now: then it asks for a new one.
    if (this.assign(action, usualKeys[action])) return;
    input.checked = false;
    this.asking = action;
  }

  private keep(shortcuts: Settings['shortcuts']): void {
    void keepSettings(this, this.services.library, { shortcuts });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-shortcuts-page': ShortcutsPage;
  }
}
