import { msg, str } from '@lit/localize';
import type { Locale } from '../localization/localization.ts';

/** What is chosen from a few. */
export type Choice = 'theme' | 'font' | 'mark' | 'colour' | 'follow';
/** What is more or less. */
export type Measure = 'size' | 'lines' | 'paragraphs' | 'letters' | 'words' | 'width';

interface Choices {
  readonly title: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

interface Range {
  readonly title: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** How a value is said. */
  readonly words: (value: number) => string;
}

/** The words of a choice in the present language; the first option is the usual one. */
export function chosen(name: Choice): Choices {
  switch (name) {
    case 'theme':
      return {
        title: msg('Ngjyrat e faqes'),
        options: [
          ['auto', msg('Si pajisja')],
          ['light', msg('E çelët')],
          ['dark', msg('E errët')],
          ['sepia', msg('E verdhë, si letra')],
          ['contrast', msg('Kontrast i fortë')],
        ],
      };
    case 'font':
      return {
        title: msg('Lloji i shkronjave'),
        options: [
          ['system', msg('Të pajisjes')],
          ['atkinson', 'Atkinson Hyperlegible'],
          ['dyslexic', 'OpenDyslexic'],
        ],
      };
    case 'mark':
      return {
        title: msg('Si shënohet'),
        options: [
          ['both', msg('Me ngjyrë dhe vijë')],
          ['band', msg('Vetëm me ngjyrë')],
          ['line', msg('Vetëm me vijë')],
        ],
      };
    case 'colour':
      return {
        title: msg('Ngjyra e saj'),
        options: [
          ['amber', msg('E verdhë')],
          ['blue', msg('Blu')],
          ['green', msg('E gjelbër')],
        ],
      };
    case 'follow':
      return {
        title: msg('Çfarë ndriçohet gjatë leximit'),
        options: [
          ['words', msg('Fjalia dhe fjala')],
          ['sentences', msg('Vetëm fjalia')],
          ['nothing', msg('Asgjë')],
        ],
      };
  }
}

/** The words and the bounds of a measure. */
export function measured(name: Measure, locale: Locale): Range {
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
  switch (name) {
    case 'size':
      return { title: msg('Madhësia'), least: 0.8, most: 3, step: 0.1, words: percent };
    case 'lines':
      return { title: msg('Midis rreshtave'), least: 1.3, most: 2.6, step: 0.05, words: percent };
    case 'paragraphs':
      return { title: msg('Midis paragrafëve'), least: 0.5, most: 3, step: 0.1, words: percent };
    case 'letters':
      return { title: msg('Midis shkronjave'), least: 0, most: 0.2, step: 0.02, words: percent };
    case 'words':
      return { title: msg('Midis fjalëve'), least: 0, most: 0.6, step: 0.05, words: percent };
    case 'width':
      // About two letters to the size of the text.
      return {
        title: msg('Gjatësia e rreshtit'),
        least: 16,
        most: 34,
        step: 1,
        words: (width) => msg(str`rreth ${width * 2} shkronja`),
      };
  }
}
