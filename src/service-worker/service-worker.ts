import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { keepReadableEditions } from './keep-readable-editions.ts';
import { dropOldVoices, renewVoice, voiceCache, voiceFolder } from './keep-voice.ts';
import { markKeptEditions } from './mark-kept-editions.ts';

declare const self: ServiceWorkerGlobalScope;

/** A line that answers slower than this gets the edition that is kept. Seconds. */
const patience = 3;

const { pathname: base } = new URL('./', self.location.href);

const files = self.__WB_MANIFEST.map((entry) => (typeof entry === 'string' ? { url: entry, revision: null } : entry));
const isVoice = ({ url }: { url: string }) => url.startsWith(voiceFolder);

cleanupOutdatedCaches();
precacheAndRoute(files.filter((file) => !isVoice(file)));
// Only the very first worker takes over pages at once, so that a first visit is already kept for offline; a newer
// version waits until the listener takes it.
clientsClaim();

// Addresses behind the # all belong to the one page; every other path is the host's to answer.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    allowlist: [new RegExp(`^${base.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(index\\.html)?(\\?.*)?$`)],
  }),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${base}editions/`),
  new NetworkFirst({
    cacheName: 'editions',
    networkTimeoutSeconds: patience,
    plugins: [keepReadableEditions, markKeptEditions],
  }),
);

// The embedded voice is not everybody's wish, so it is no part of the app's files: it comes when it is first asked for.
const voice = files.filter(isVoice).map(({ url }) => new URL(url, self.location.href).href);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(base + voiceFolder),
  new CacheFirst({ cacheName: voiceCache }),
);
self.addEventListener('install', (event) => event.waitUntil(renewVoice(caches, voice)));
self.addEventListener('activate', (event) => event.waitUntil(dropOldVoices(caches, voice)));

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
