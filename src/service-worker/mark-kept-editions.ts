import type { WorkboxPlugin } from 'workbox-core';

/**
 * An edition that comes from what was kept says so, by the header that HTTP once had for it (RFC 7234, 5.5.1): the
 * page can then tell its reader that nothing new came.
 */
export const markKeptEditions: WorkboxPlugin = {
  cachedResponseWillBeUsed({ cachedResponse }) {
    if (!cachedResponse) return Promise.resolve(null);
    const { body, status, statusText } = cachedResponse;
    const headers = new Headers(cachedResponse.headers);
    headers.set('warning', '110 - "Response is Stale"');
    return Promise.resolve(new Response(body, { status, statusText, headers }));
  },
};
