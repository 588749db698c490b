import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { backupMessage, restoredMessage, restoreMessage } from '../backup-message.ts';
import type { DataDesk } from '../contexts.ts';
import { addresses } from '../router.ts';
import { downloadBlob } from '../save-file.ts';
import { chooseTarget } from '../save-target.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';
import './ask-dialog.ts';
import type { AskDialog } from './ask-dialog.ts';

interface Work {
  readonly name: string;
  /** 0 to 1; undefined while nobody can tell. */
  readonly share: number | undefined;
  /** Undefined where it has gone too far to be cancelled. */
  readonly cancel: (() => void) | undefined;
}

/**
 * A backup to a file, and back.
 *
 * @fires change - something else is kept now
 */
@customElement('degjo-library-backup')
@localized()
export class LibraryBackup extends LitElement {
  static override styles = [shared, pageStyles];

  @property({ attribute: false }) desk!: DataDesk; // Given by the page around it, always.
  @state() private work: Work | undefined;
  @state() private said = '';
  @state() private problem = '';
  @query('degjo-ask-dialog') private readonly dialog!: AskDialog; // Always rendered.
  @query('input[type=file]') private readonly picker!: HTMLInputElement; // Likewise.
  @query('input[type=checkbox]') private readonly all!: HTMLInputElement; // Likewise.

  protected override render(): TemplateResult {
    return html`
      <section>
        <h2>${msg('Kopja rezervë')}</h2>
        <p
          >${msg('Një skedar me artikujt tuaj, burimet, radhën, vendet ku mbetët, fjalitë e ruajtura, cilësimet dhe shqiptimet. Mbajeni edhe diku tjetër: po të humbë pajisja, e ktheni prej tij.')}</p
        >
        <label><input type="checkbox" ?disabled=${this.work} />${msg('Merr edhe lajmet e tjera që janë këtu')}</label>
        <div class="row">
          <button ?disabled=${this.work} @click=${() => void this.save()}>${msg('Ruaj një kopje')}</button>
          <button ?disabled=${this.work} @click=${() => this.picker.click()}>${msg('Kthe një kopje')}</button>
        </div>
        <input type="file" hidden aria-label=${msg('Kthe një kopje')} @change=${() => void this.restore()} />
        ${this.work ? this.progress(this.work) : nothing}
        <p role="status">${this.said}</p>
        <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
        <p class="meta"
          >${msg('Vetëm lista e burimeve, për një lexues tjetër lajmesh (OPML), është te')}
          <a href=${addresses.sources}>${msg('Burimet')}</a>.</p
        >
      </section>
      <degjo-ask-dialog></degjo-ask-dialog>
    `;
  }

  private progress({ name, share, cancel }: Work): TemplateResult {
    const percent = share === undefined ? undefined : Math.round(share * 100);
    return html`<div class="row">
      <progress max="100" value=${percent ?? nothing} aria-label=${name}></progress>
      <span class="meta">${percent === undefined ? name : msg(str`${percent} %`)}</span>
      ${cancel ? html`<button @click=${cancel}>${msg('Anulo')}</button>` : nothing}
    </div>`;
  }

  private begin(name: string): { signal: AbortSignal; onProgress: (share: number) => void } {
    const leaving = new AbortController();
    const cancel = (): void => leaving.abort();
    this.said = this.problem = '';
    this.work = { name, share: 0, cancel };
    return { signal: leaving.signal, onProgress: (share) => (this.work = { name, share, cancel }) };
  }

  private async save(): Promise<void> {
    const name = `degjo-${new Date().toISOString().slice(0, 10)}.degjo`;
    const target = await chooseTarget(name, 'application/octet-stream');
    if (!target) return;
    const scope = this.all.checked ? 'all' : 'own';
    const { problem } = await this.desk.backup(scope, target, this.begin(msg('Po ruhet kopja')));
    this.work = undefined;
    if (problem) {
      this.problem = backupMessage(problem);
      return;
    }
    if (target.blob) downloadBlob(target.name, target.blob);
    this.said = target.blob
      ? msg(str`Kopja «${target.name}» është te shkarkimet.`)
      : msg(str`Kopja u ruajt te «${target.name}».`);
  }

  private async restore(): Promise<void> {
    const file = this.picker.files?.[0];
    this.picker.value = '';
    if (!file) return;
    const isSure = await this.dialog.ask({
      title: msg('Ta kthejmë këtë kopje?'),
      text: msg(
        'Ajo zë vendin e gjithçkaje që është këtu tani: ç’keni shtuar pas saj, humbet. Derisa të lexohet e gjitha, nuk ndryshon asgjë.',
      ),
      yes: msg('Po, ktheje'),
    });
    if (!isSure) return;
    const onReplacing = (): void => {
      this.work = { name: msg('Po vihet në vend…'), share: undefined, cancel: undefined };
    };
    const outcome = await this.desk.restore(file, { ...this.begin(msg('Po lexohet kopja')), onReplacing });
    this.work = undefined;
    if ('problem' in outcome) this.problem = restoreMessage(outcome.problem);
    else this.said = restoredMessage(outcome);
    this.dispatchEvent(new CustomEvent('change'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-library-backup': LibraryBackup;
  }
}
