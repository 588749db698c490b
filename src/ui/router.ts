/** A page of the app. Addresses live behind the #, so that any static host serves them. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'article'; readonly id: string }
  /** One that comes when its address is opened, if rare.ts knows it. */
  | { readonly page: 'rare'; readonly address: string };

export const addresses = {
  home: '#/',
  add: '#/shto',
  look: '#/pamja',
  queue: '#/radha',
  bookmarks: '#/fjalite',
  sources: '#/burimet',
  search: '#/kerko',
  library: '#/biblioteka',
  fromPages: '#/nga-faqe',
  wikipedia: '#/wikipedia',
  voices: '#/zerat',
  reading: '#/leximi',
  shortcuts: '#/shkurtoret',
  simple: '#/thjeshte',
  lexicon: '#/fjalori',
  settings: '#/cilesimet',
  data: '#/te-dhenat',
  about: '#/rreth',
  help: '#/ndihme',
  install: '#/instalo',
  article: (id: string) => `#/artikull/${id.split('/').map(encodeURIComponent).join('/')}`,
} as const;

/**
 * Which page an address means.
 *
 * @param base the path that the app lives under, `/` or `/degjo/`
 */
export function routeOf(address: URL, base: string): Route {
  if (address.pathname !== base && address.pathname !== `${base}index.html`) return { page: 'rare', address: '' };
  const path = address.hash.replace(/^#\/?/, '');
  if (path === '') return { page: 'home' };
  const [, article] = /^artikull\/(.+)$/.exec(path) ?? [];
  const id = article === undefined ? undefined : decode(article);
  return id === undefined ? { page: 'rare', address: `#/${path}` } : { page: 'article', id };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
