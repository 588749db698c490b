/** A page of the app. Addresses live behind the #, so that any static host serves them. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'article'; readonly id: string }
  | { readonly page: 'add' | 'look' | 'sources' | 'queue' | 'bookmarks' | 'voices' | 'lexicon' | 'about' }
  | { readonly page: 'unknown' };

export const addresses = {
  home: '#/',
  add: '#/shto',
  look: '#/pamja',
  queue: '#/radha',
  bookmarks: '#/fjalite',
  sources: '#/burimet',
  voices: '#/zerat',
  lexicon: '#/fjalori',
  about: '#/rreth',
  article: (id: string) => `#/artikull/${id.split('/').map(encodeURIComponent).join('/')}`,
} as const;

const namedPages = ['add', 'look', 'sources', 'queue', 'bookmarks', 'voices', 'lexicon', 'about'] as const;

/**
 * Which page an address means.
 *
 * @param base the path that the app lives under, `/` or `/degjo/`
 */
export function routeOf(address: URL, base: string): Route {
  if (address.pathname !== base && address.pathname !== `${base}index.html`) return { page: 'unknown' };
  const path = address.hash.replace(/^#\/?/, '');
  if (path === '') return { page: 'home' };
  const named = namedPages.find((page) => addresses[page] === `#/${path}`);
  if (named) return { page: named };
  const [, article] = /^artikull\/(.+)$/.exec(path) ?? [];
  const id = article === undefined ? undefined : decode(article);
  return id === undefined ? { page: 'unknown' } : { page: 'article', id };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
