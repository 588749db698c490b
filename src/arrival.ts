import { isEmpty, sharedThing, type SharedThing } from './articles/shared-thing.ts';
import { webAddress } from './articles/web-address.ts';
import type { Arrival } from './ui/arrivals.ts';

/**
 * What came with the app's own address:
 * - `?shared=…` from the worker: what another app shared, by its id; without one, it could not be kept
 * - `?title=…&text=…&url=…` from a link or bookmark
 * - `?page#title=…&url=…&html=…` from the bookmarklet: behind the #, a page stays on this device
 *
 * @param referrer the page that led here, as the browser says it
 */
export function arrivalOf({ searchParams, hash }: URL, referrer: string): Arrival | undefined {
  const shared = searchParams.get('shared');
  if (shared !== null) return { shared };
  const thing = searchParams.has('page') ? givenPage(hash, referrer) : sharedThing('', searchParams);
  return isEmpty(thing) ? undefined : { thing };
}

/** Where it says that it is from is believed where the browser says so, too: any page could name another. */
function givenPage(hash: string, referrer: string): SharedThing {
  const fields = new URLSearchParams(hash.slice(1));
  const thing = sharedThing('', fields);
  const [said, seen] = [webAddress(thing.address), webAddress(referrer)];
  const isBelieved = said !== undefined && seen !== undefined && new URL(said).origin === new URL(seen).origin;
  return { ...thing, html: fields.get('html') ?? '', address: isBelieved ? thing.address : '' };
}

/** Leads what came to «Shto artikull», where it is opened; it outlives a reload there. */
export function receiveArrival(): void {
  const arrival = arrivalOf(new URL(location.href), document.referrer);
  if (arrival) history.replaceState({ arrival }, '', `${import.meta.env.BASE_URL}#/shto`);
}
