import { webAddress } from './web-address.ts';

/** An item that a source brought before. */
export interface KnownItem {
  /** Its own id, else its address; undefined where it has neither. */
  readonly name?: string;
  /** Its address as `canonicalAddress` has it, where it is the item's alone. */
  readonly address?: string;
  /** Hash of the markup that it came as. */
  readonly stamp: string;
  /** Hash of what it says. */
  readonly text: string;
  /** The id of the article that it became, or that another source had brought before. */
  readonly article: string;
  /** Where the source gives the beginning only: how often the article's own page was asked for in vain. */
  readonly tries?: number;
}

/** What was read before from all sources, to find what two of them bring. */
export class KnownItems {
  readonly #byAddress = new Map<string, KnownItem>();
  readonly #byName = new Map<string, KnownItem>();
  readonly #byText = new Map<string, KnownItem>();

  add(item: KnownItem): void {
    if (item.address !== undefined) this.#byAddress.set(item.address, item);
    if (item.name !== undefined && isUnique(item.name)) this.#byName.set(item.name, item);
    this.#byText.set(item.text, item);
  }

  /** The same item elsewhere, by its address, else by an id that is nobody else's. */
  find(address: string | undefined, name: string | undefined): KnownItem | undefined {
    const twin = address === undefined ? undefined : this.#byAddress.get(address);
    return twin ?? (name !== undefined && isUnique(name) ? this.#byName.get(name) : undefined);
  }

  /** One that says the same, title included. */
  findText(text: string): KnownItem | undefined {
    return this.#byText.get(text);
  }
}

/** Ids are to be everybody's (RFC 4287), but many a feed counts from 1. */
function isUnique(name: string): boolean {
  return /^(https?|tag|urn):/i.test(name);
}

const tracking = /^(utm_.*|fbclid|gclid|mc_[ce]id|igshid|ref|source)$/i;

/**
 * An article's address for comparing, not for opening: without the scheme, `www.`, the place on the page, and what only
 * counts visitors. Undefined for a site's front page, which many feeds give all of their items.
 */
export function canonicalAddress(written: string | undefined, base?: string): string | undefined {
  const address = webAddress(written ?? '', base);
  if (written === undefined || address === undefined) return undefined;
  const { host, pathname, searchParams } = new URL(address);
  for (const key of [...searchParams.keys()]) if (tracking.test(key)) searchParams.delete(key);
  searchParams.sort();
  const path = pathname.replace(/\/(amp\/?)?$/, '');
  if (path === '' && searchParams.size === 0) return undefined;
  return `${host.replace(/^www\./, '')}${path}?${searchParams.toString()}`.replace(/\?$/, '');
}
