import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { keepReadableEditions } from './keep-readable-editions.ts';
import { keepShare } from './keep-share.ts';
import { isReader, onlyScripts, readerCache, renewReaders } from './keep-readers.ts';
import { addressOf, fetchMissing, isVoice, letGo, voiceCache } from './keep-voice.ts';
import { markKeptEditions } from './mark-kept-editions.ts';

declare const self: ServiceWorkerGlobalScope;

/** A line that answers slower than this gets the edition that is kept. Seconds. */
const patience = 3;

const { pathname: base } = new URL('./', self.location.href);

cleanupOutdatedCaches();
const files = self.__WB_MANIFEST;
// The embedded voice and some readers are large and not everybody's: they are fetched when first wanted.
precacheAndRoute(files.filter((file) => !isVoice(file) && !isReader(file)));
const pathOf = (file: (typeof files)[number]) => new URL(addressOf(file), self.location.href).pathname;
const voice = files.filter(isVoice).map(pathOf);
const readers = files.filter(isReader).map(pathOf);
self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([fetchMissing(caches, voice), renewReaders(caches, readers)]));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([letGo(caches, voiceCache, voice), letGo(caches, readerCache, readers)]));
});
// Only the very first worker takes over pages at once, so that a first visit is already kept for offline; a newer
// version waits until the listener takes it.
clientsClaim();

// Addresses behind the # all belong to the one page; every other path is the host's to answer.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    allowlist: [new RegExp(`^${base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(index\\.html)?(\\?.*)?$`)],
  }),
);

// What the system hands over from other apps (`share_target` in the manifest).
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === `${base}share`,
  ({ request }) => keepShare(request, caches, new URL(base, self.location.href).href),
  'POST',
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${base}editions/`),
  new NetworkFirst({
    cacheName: 'editions',
    networkTimeoutSeconds: patience,
    plugins: [keepReadableEditions, markKeptEditions],
  }),
);

// The page looks after the data itself. When its worker starts the data is there, and what saves as audio can follow.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && voice.includes(url.pathname) && !url.pathname.endsWith('.bin'),
  new CacheFirst({ cacheName: voiceCache, plugins: [{ handlerDidComplete: () => fetchMissing(caches, voice) }] }),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && readers.includes(url.pathname),
  new CacheFirst({ cacheName: readerCache, plugins: [onlyScripts] }),
);

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
