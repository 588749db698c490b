import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { Look } from '../../library/look.ts';
import { currentLocale } from '../../localization/localization.ts';
import { servicesContext, type AppServices } from '../contexts.ts';
import { StoreController } from '../controllers/store-controller.ts';
import { createHighlighter, highlightStyles, type Highlighter } from '../highlighter.ts';
import { tellKeeping } from '../keep-settings.ts';
import { chosen, measured, type Choice, type Measure } from '../look-controls.ts';
import { addresses } from '../router.ts';
import { pageStyles } from '../styles/page.ts';
import { readingStyles } from '../styles/reading.ts';
import { shared } from '../styles/shared.ts';
import { rangeIn } from '../text-points.ts';
import '../components/app-icon.ts';

/** What is read while the look is chosen; the second sentence is the one that is lit. */
const sample = {
  before: 'Në Çamëri e në Shkodër, në Pejë e në Tetovë, dita nis me kafe. ',
  lit: 'Gjyshja e dëgjon gazetën çdo mëngjes, ulur pranë dritares.',
  word: 'gazetën',
  after: ' Kur mbaron lajmi i fundit, ajo e mbyll pajisjen dhe del në oborr.',
  next: 'Në mbrëmje ia tregon nipit, dhe të dy qeshin.',
} as const;

/** Pamja e tekstit: everything that the eye may want otherwise, with a text that shows it at once. */
@customElement('degjo-look-page')
@localized()
export class LookPage extends LitElement {
  static override styles = [
    shared,
    pageStyles,
    highlightStyles,
    readingStyles,
    css`
      .sample {
        position: sticky;
        z-index: 1;
        top: 0;
        max-height: 40vh;
        overflow-y: auto;
        padding: 1rem 0;
        border-block: 1px solid var(--hairline);
        background: var(--paper);
      }

      /* Its boxes, in browsers that need them, lie behind the text and before the paper. */
      .ground {
        position: relative;
        isolation: isolate;
      }

      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0 0 0.25rem;
        font-weight: 700;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.5rem;
      }

      .measure {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0 var(--gap);
      }

      .measure label {
        font-weight: 700;
      }

      .measure input {
        grid-column: 1 / -1;
        width: 100%;
      }

      output {
        font-variant-numeric: tabular-nums;
      }

      .form {
        display: flex;
        flex-direction: column;
        gap: 1rem;
        max-width: 36rem;
      }
    `,
  ];

  @consume({ context: servicesContext }) private readonly services!: AppServices; // Provided by the shell around it.
  @query('.lit-sentence') private readonly sentence!: HTMLElement; // Always rendered.
  private highlighter: Highlighter | undefined;

  constructor() {
    super();
    new StoreController(this, () => this.services.library);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const layer of ['sentence', 'word'] as const) this.highlighter?.light(layer);
  }

  protected override render(): TemplateResult {
    const { look, settings } = this.services.library;
    const isUsual = Object.keys(settings.look).length === 0;
    return html`
      <nav aria-label=${msg('Kthimi te lista')}
        ><a class="button bare" href=${addresses.home}><degjo-icon name="back"></degjo-icon>${msg('Lajmet')}</a></nav
      >
      <h1 tabindex="-1">${msg('Pamja e tekstit')}</h1>
      <div class="sample" tabindex="0" role="region" aria-label=${msg('Shembull')}>
        <div class="ground reading ${look.dim ? 'dimmed' : ''}" lang="sq">
          <p>${sample.before}<span class="lit-sentence">${sample.lit}</span>${sample.after}</p>
          <p>${sample.next}</p>
        </div>
      </div>
      <div class="form">
        <section>
          <h2>${msg('Shkronjat')}</h2>
          ${this.measure('size', look)} ${this.choice('font', look)}
        </section>
        <section>
          <h2>${msg('Ngjyrat')}</h2>
          ${this.choice('theme', look)}
        </section>
        <section>
          <h2>${msg('Fjalia që lexohet')}</h2>
          ${this.choice('follow', look)} ${look.follow === 'nothing' ? nothing : this.lightChoices(look)}
          ${this.switch('single', look, msg('Shfaq vetëm një fjali, të madhe'))}
        </section>
        <section>
          <h2>${msg('Largësitë')}</h2>
          ${(['lines', 'paragraphs', 'letters', 'words', 'width'] as const).map((name) => this.measure(name, look))}
        </section>
        <section>
          <button ?disabled=${isUsual} @click=${() => this.keep({})}>${msg('Ktheji të gjitha si në fillim')}</button>
          <p class="meta"
            >${msg('Këto vlejnë për tekstin e artikujve. Butonat dhe listat zmadhohen nga cilësimet e shfletuesit ose të pajisjes.')}</p
          >
        </section>
      </div>
    `;
  }

  protected override updated(): void {
    this.highlighter ??= createHighlighter(this.renderRoot as ShadowRoot);
    const { follow } = this.services.library.look;
    const light = (layer: 'sentence' | 'word', text: string) => {
      const at = sample.lit.indexOf(text);
      const range = text === '' ? undefined : rangeIn(this.sentence, at, at + text.length);
      this.highlighter?.light(layer, ...(range ? [range] : []));
    };
    light('sentence', follow === 'nothing' ? '' : sample.lit);
    light('word', follow === 'words' ? sample.word : '');
  }

  private lightChoices(look: Look): TemplateResult {
    return html`
      ${this.choice('mark', look)} ${look.mark === 'line' ? nothing : this.choice('colour', look)}
      ${this.switch('dim', look, msg('Zbeh gjithë tekstin tjetër gjatë leximit'))}
    `;
  }

  private switch(name: 'dim' | 'single', look: Look, label: string): TemplateResult {
    return html`<label>
      <input
        type="checkbox"
        role="switch"
        .checked=${look[name]}
        @change=${({ target }: Event) => this.wish({ [name]: (target as HTMLInputElement).checked })}
      />
      ${label}
    </label>`;
  }

  private choice(name: Choice, look: Look): TemplateResult {
    const { title, options } = chosen(name);
    return html`
      <fieldset>
        <legend>${title}</legend>
        <div class="choices">
          ${options.map(
            ([value, label]) => html`
              <label>
                <input
                  type="radio"
                  name=${name}
                  .checked=${look[name] === value}
                  @change=${() => this.wish({ [name]: value })}
                />
                ${label}
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  private measure(name: Measure, look: Look): TemplateResult {
    const { title, least, most, step, words } = measured(name, currentLocale());
    const said = words(look[name]);
    return html`
      <div class="measure">
        <label for=${name}>${title}</label>
        <output for=${name}>${said}</output>
        <input
          type="range"
          id=${name}
          min=${least}
          max=${most}
          step=${step}
          .value=${String(look[name])}
          aria-valuetext=${said}
          @input=${({ target }: Event) => this.wish({ [name]: (target as HTMLInputElement).valueAsNumber })}
        />
      </div>
    `;
  }

  private wish(change: Partial<Look>): void {
    this.keep({ ...this.services.library.look, ...change });
  }

  private keep(look: Partial<Look>): void {
    void tellKeeping(this, this.services.library.saveLook(look));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'degjo-look-page': LookPage;
  }
}
