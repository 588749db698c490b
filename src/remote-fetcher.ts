import { RemoteFetcher } from './articles/remote.ts';
import type { Library } from './library/library.ts';

/** Brings pages and feeds by the listener's own gateway, if one is in the settings, else by the one beside the app. */
export function remoteFetcher(library: Library): RemoteFetcher {
  return new RemoteFetcher({
    fetch: (address, init) => fetch(address, init),
    origin: location.origin,
    gateway: () => library.settings.gateway ?? new URL(`${import.meta.env.BASE_URL}gateway`, location.href).href,
    isOnline: () => navigator.onLine,
  });
}
