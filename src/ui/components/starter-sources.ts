import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Source } from '../../articles/source.ts';
import type { StarterSource } from '../../articles/starter-sources.ts';
import type { SourceDesk } from '../contexts.ts';
import { sourceProblemMessage } from '../source-message.ts';
import { pageStyles } from '../styles/page.ts';
import { shared } from '../styles/shared.ts';

/**
 * Public outlets to choose from, by region. Nothing of it is asked for until it is chosen.
 *
 * @fires follow - `{ feeds }`: the one that was chosen
 */
@customElement('degjo-starter-sources')
@localized()
export class StarterSources extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 0.5rem;
      }

      li > span {
        flex: 1 1 min(9rem, 100%);
      }

      h2 {
        padding-top: 0.75rem;
        font-size: var(--size-body);
      }
    `,
  ];

  @property({ attribute: false }) desk!: SourceDesk; // Given by the page, always.
  @property({ attribute: false }) followed: readonly Source[] = [];
  @state() private problem: string | undefined;
  @state() private looking: string | undefined;

  protected override render(): TemplateResult {
    const regions = [...new Set(this.desk.starters.map(({ region }) => region))];
    return html`<details>
      <summary>${msg('Zgjidhni nga një listë gazetash')}</summary>
      <p class="meta">${msg('Adresat nuk janë provuar nga ne. Asgjë nuk merret pa e zgjedhur ju.')}</p>
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
      ${regions.map(
        (region) =>
          html`<h2>${regionName(region)}</h2>
            <ul role="list">
              ${this.desk.starters.filter((starter) => starter.region === region).map((starter) => this.starter(starter))}
            </ul>`,
      )}
    </details>`;
  }

  private starter(starter: StarterSource): TemplateResult {
    const { title, homepage } = starter;
    const isFollowed = this.followed.some((source) => source.homepage === homepage);
    return html`<li>
      <span lang="sq">${title}</span>
      <button
        aria-label=${msg(str`Ndiq: ${title}`)}
        ?disabled=${isFollowed || this.looking === homepage}
        @click=${() => void this.choose(starter)}
      >
        ${isFollowed ? msg('E ndiqni') : this.looking === homepage ? msg('Po kërkohet…') : msg('Ndiq')}
      </button>
    </li>`;
  }

  private async choose({ title, homepage, feed }: StarterSource): Promise<void> {
    this.problem = undefined;
    if (feed !== undefined) {
      this.follow({ address: feed, title, homepage });
      return;
    }
    this.looking = homepage;
    const found = await this.desk.find(homepage, new AbortController().signal);
    this.looking = undefined;
    if ('problem' in found) this.problem = sourceProblemMessage(found.problem);
    else this.follow({ address: found[0].address, title, homepage });
  }

  private follow(feed: object): void {
    this.dispatchEvent(new CustomEvent('follow', { detail: { feeds: [feed] } }));
  }
}

function regionName(region: StarterSource['region']): string {
  return {
    albania: msg('Shqipëria'),
    kosovo: msg('Kosova'),
    'north-macedonia': msg('Maqedonia e Veriut'),
    montenegro: msg('Mali i Zi'),
    serbia: msg('Lugina e Preshevës'),
    diaspora: msg('Diaspora'),
    international: msg('Bota, në shqip'),
  }[region];
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-starter-sources': StarterSources;
  }
}
