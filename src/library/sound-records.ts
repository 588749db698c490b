import type { Article } from '../articles/article.ts';
import type { ArticleSummary, EditionRecord, Place } from './migrations.ts';
import { defaultSettings, type Settings } from './settings.ts';

/*
 * What a disk or a backup gives back need not be what was put there. A record of the wrong shape stays where it is and
 * is left out; the others are there.
 */

/** Samples of the shapes; a name with `?` need not be there, and a list has any number of what stands in it once. */
export type Sample = string | number | boolean | readonly [Sample] | readonly [] | { readonly [name: string]: Sample };

export const locator = { article: '', block: 0, offset: 0, quote: '' };
const summary = {
  id: '',
  title: '',
  words: 0,
  origin: '',
  added: 0,
  'written?': 0,
  'source?': '',
  'topic?': '',
  'published?': '',
};
const place = { locator, progress: 0, saved: 0 };
const edition = { key: '', title: '', order: [''], 'fingerprint?': '' } as const;
const mark = { kind: '', start: 0, end: 0, 'href?': '', 'language?': '' };
const blocks = [{ kind: '', text: '', marks: [mark] }] as const;
const article = { ...{ id: '', title: '', language: '', blocks, 'url?': '', 'source?': '' }, 'byline?': '' };

export function isLike(value: unknown, sample: Sample): boolean {
  if (typeof sample !== 'object') return typeof value === typeof sample;
  if (Array.isArray(sample)) {
    const [item] = sample as readonly Sample[];
    return Array.isArray(value) && (item === undefined || value.every((one) => isLike(one, item)));
  }
  if (typeof value !== 'object' || value === null) return false;
  return fieldsOf(sample as Fields).every(({ name, inner, isOptional }) => {
    const found = (value as Record<string, unknown>)[name];
    return (found === undefined && isOptional) || isLike(found, inner);
  });
}

type Fields = Readonly<Record<string, Sample>>;
interface Field {
  readonly name: string;
  readonly inner: Sample;
  readonly isOptional: boolean;
}

/** Worked out once for each sample: a start looks at every summary of the library. */
const known = new WeakMap<Fields, readonly Field[]>();

function fieldsOf(sample: Fields): readonly Field[] {
  const fields =
    known.get(sample) ??
    Object.entries(sample).map(([field, inner]) => ({
      name: field.replace('?', ''),
      inner,
      isOptional: field.endsWith('?'),
    }));
  known.set(sample, fields);
  return fields;
}

export const isSummary = (value: unknown): value is ArticleSummary => isLike(value, summary);
export const isPlace = (value: unknown): value is Place => isLike(value, place);
export const isEdition = (value: unknown): value is EditionRecord => isLike(value, edition);
export const isArticle = (value: unknown): value is Article => isLike(value, article);
export const isQueue = (value: unknown): value is readonly string[] => isLike(value, ['']);

/** The wishes among these that are of the right shape, the usual ones for the rest. An older version kept fewer. */
export function soundSettings(value: unknown): Settings {
  const samples = { ...defaultSettings, locale: '', voice: '' } as unknown as Record<string, Sample>;
  const sound = Object.entries(value ?? {}).filter(([name, wish]) => {
    const sample = samples[name];
    return sample === undefined || isLike(wish, sample);
  });
  return { ...defaultSettings, ...Object.fromEntries(sound) };
}
