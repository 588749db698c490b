/** Where the page finds what was shared (library/share-box.ts). */
export const shareCache = 'shared';

/**
 * Keeps what another app shares, just as it came, and leads to the page that opens it. The page may take its time: what
 * it cannot open now waits there.
 *
 * @param app absolute address of the app, ending with a slash
 */
export async function keepShare(request: Request, caches: CacheStorage, app: string): Promise<Response> {
  const id = `${Date.now()}-${crypto.randomUUID()}`;
  try {
    const body = await request.blob();
    const type = request.headers.get('content-type') ?? '';
    const cache = await caches.open(shareCache);
    await cache.put(`${app}share/${id}`, new Response(body, { headers: { 'content-type': type } }));
    return Response.redirect(`${app}?shared=${id}`, 303);
  } catch {
    // The device has no room, or refuses: the page says so.
    return Response.redirect(`${app}?shared=`, 303);
  }
}
