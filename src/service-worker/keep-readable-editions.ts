import type { WorkboxPlugin } from 'workbox-core';

/** A broken answer never takes the place of the edition that is kept. */
export const keepReadableEditions: WorkboxPlugin = {
  async cacheWillUpdate({ response }) {
    return response.ok && (await isJsonFeed(response.clone())) ? response : null;
  },
};

async function isJsonFeed(response: Response): Promise<boolean> {
  try {
    const feed: unknown = await response.json();
    const version = (feed as { version?: unknown } | null)?.version;
    return typeof version === 'string' && version.includes('jsonfeed.org/version/');
  } catch {
    return false;
  }
}
