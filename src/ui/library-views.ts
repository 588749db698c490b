import type { ArticleSummary, LibrarySnapshot } from '../library/library.ts';

export const shelves = ['all', 'unheard', 'saved', 'own'] as const;
export const orders = ['newest', 'oldest', 'shortest', 'longest', 'source'] as const;

export type Shelf = (typeof shelves)[number];
export type Order = (typeof orders)[number];

/** What of the library is looked at, and in which order. */
export interface View {
  readonly shelf: Shelf;
  /** Of this source only. */
  readonly source?: string | undefined;
  /** Of this topic only. */
  readonly topic?: string | undefined;
  readonly order: Order;
}

type Kept = Pick<LibrarySnapshot, 'all' | 'places' | 'saved'>;

/** The articles of a view. */
export function viewOf({ all, places, saved }: Kept, { shelf, source, topic, order }: View): ArticleSummary[] {
  const isOnShelf: Readonly<Record<Shelf, (article: ArticleSummary) => boolean>> = {
    all: () => true,
    unheard: ({ id }) => (places.get(id)?.progress ?? 0) < 1,
    saved: ({ id }) => saved.has(id),
    own: ({ origin }) => origin === 'own',
  };
  const chosen = all.filter(
    (article) =>
      isOnShelf[shelf](article) &&
      (source === undefined || article.source === source) &&
      (topic === undefined || article.topic === topic),
  );
  return inOrder(chosen, order);
}

function inOrder(articles: readonly ArticleSummary[], order: Order): ArticleSummary[] {
  const times = new Map(articles.map((article) => [article.id, timeOf(article)]));
  const age = (one: ArticleSummary, other: ArticleSummary) => (times.get(other.id) ?? 0) - (times.get(one.id) ?? 0);
  // The names of a few sources are compared, not those of all articles.
  const names = [...new Set(articles.map(({ source = '' }) => source))].sort((a, b) => a.localeCompare(b, 'sq'));
  const rank = new Map(names.map((name, index) => [name, index]));
  const rankOf = ({ source = '' }: ArticleSummary) => rank.get(source) ?? 0;
  const compare: Readonly<Record<Order, typeof age>> = {
    newest: age,
    oldest: (one, other) => age(other, one),
    shortest: (one, other) => one.words - other.words || age(one, other),
    longest: (one, other) => other.words - one.words || age(one, other),
    source: (one, other) => rankOf(one) - rankOf(other) || age(one, other),
  };
  return [...articles].sort(compare[order]);
}

/** When an article was published, as far as that is known and not in the future; else when it came. */
function timeOf({ published, added }: ArticleSummary): number {
  const time = published === undefined ? NaN : Date.parse(published);
  return Number.isNaN(time) || time > added ? added : time;
}

/** The sources or topics of the articles, with how many they have: the fullest first. */
export function countsOf(articles: readonly ArticleSummary[], by: 'source' | 'topic'): [string, number][] {
  const counts = new Map<string, number>();
  for (const { [by]: name } of articles) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || one.localeCompare(other, 'sq'));
}
