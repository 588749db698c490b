import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGateway } from './gateway.ts';
import type { GatewayOptions } from './gateway.ts';
import type { RemoteAnswer, RemoteRequest } from './guarded-client.ts';
import { GatewayProblem } from './problems.ts';

const lajme = 'https://lajme.example/feed.xml';
const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-05-05T10:00:00Z') }));
afterEach(() => vi.useRealTimers());

/** A gateway before a client that brings this, or fails with it. */
function gatewayOf(brought: Partial<RemoteAnswer> | Error, options: Partial<GatewayOptions> = {}) {
  const asked: RemoteRequest[] = [];
  const client = (request: RemoteRequest): Promise<RemoteAnswer> => {
    asked.push(request);
    if (brought instanceof Error) return Promise.reject(brought);
    const body = new TextEncoder().encode('<rss/>');
    return Promise.resolve({ status: 200, url: request.url, headers: new Headers(), body, ...brought });
  };
  const gateway = createGateway({ client, clientOf: () => '93.184.215.14', ...options });
  const get = (url: string, headers: Record<string, string> = own, method = 'GET') =>
    gateway.request(`https://degjo.example/?url=${encodeURIComponent(url)}`, { headers, method });
  return { gateway, get, asked };
}

const feed = {
  headers: new Headers({
    'content-type': 'application/rss+xml; charset=Windows-1250',
    etag: '"1"',
    'last-modified': 'Tue, 05 May 2026 08:00:00 GMT',
    date: 'Tue, 05 May 2026 10:00:00 GMT',
    'cache-control': 'max-age=60',
    vary: 'accept-language',
  }),
};

describe('a document', () => {
  it('comes with its bytes, type, place and version, and cannot be a page, a picture or a program of ours', async () => {
    const answer = await gatewayOf({ ...feed, url: 'https://lajme.example/lajme/feed.xml' }).get(lajme);
    expect(await answer.text()).toBe('<rss/>');
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'private, max-age=60',
      'content-disposition': 'attachment',
      'content-length': '6',
      'content-location': 'https://lajme.example/lajme/feed.xml',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'text/plain; charset=windows-1250',
      'cross-origin-resource-policy': 'same-origin',
      etag: '"1"',
      'last-modified': 'Tue, 05 May 2026 08:00:00 GMT',
      'referrer-policy': 'no-referrer',
      vary: 'Origin, Sec-Fetch-Site',
      'x-content-type-options': 'nosniff',
      'x-remote-type': 'application/rss+xml; charset=windows-1250',
    });
  });

  it('is asked for by its address alone, without the part behind #', async () => {
    const { get, asked } = gatewayOf(feed);
    await get('HTTPS://Lajme.Example:443/feed.xml#fund', {
      ...own,
      cookie: 'a=b',
      authorization: 'Basic x',
      range: 'b',
    });
    expect(asked).toEqual([{ url: lajme }]);
  });

  it.each([
    ['max-age=60', 'private, max-age=60'],
    ['no-cache', 'private, no-cache'],
    ['private, max-age=60', 'no-store'],
    ['no-store', 'no-store'],
  ])('with %s is kept by browsers as %s, and by nobody between', async (control, expected) => {
    const headers = new Headers(feed.headers);
    headers.set('cache-control', control);
    expect((await gatewayOf({ headers }).get(lajme)).headers.get('cache-control')).toBe(expected);
  });

  it('to HEAD has no body', async () => {
    const answer = await gatewayOf(feed).get(lajme, own, 'HEAD');
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([200, '', '"1"']);
  });
});

describe('a picture', () => {
  const picture = { headers: new Headers({ 'content-type': 'image/png' }), body: Uint8Array.of(0x89) };

  it('is asked for as such, and comes as bytes for a script, that no browser shows or runs', async () => {
    const { gateway, asked } = gatewayOf(picture);
    const answer = await gateway.request(`/?url=${lajme}&as=picture`, { headers: own });
    expect(asked).toEqual([{ url: lajme, as: 'picture' }]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'content-type': 'application/octet-stream',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-remote-type': 'image/png',
    });
  });

  it.each([
    ['as=picture', 'http://127.0.0.1/a.png', 403],
    ['as=picture', 'http://[::1]/a.png', 403],
    ['as=picture', 'http://foto.local/a.png', 403],
    ['as=picture', 'http://lajme.example:8080/a.png', 403],
    ['as=picture', 'data:image/png;base64,AA==', 400],
    ['as=picture', 'javascript:alert(1)', 400],
    ['as=script', lajme, 400],
    ['as=', lajme, 400],
    ['as=picture&as=document', lajme, 400],
  ])('with %s at %s is told before anybody is asked', async (kind, url, status) => {
    const { gateway, asked } = gatewayOf(picture);
    const answer = await gateway.request(`/?url=${encodeURIComponent(url)}&${kind}`, { headers: own });
    expect([answer.status, asked]).toEqual([status, []]);
  });
});

describe('a version that the listener has', () => {
  it.each([
    { 'if-none-match': '"1"' },
    { 'if-none-match': 'W/"1"' },
    { 'if-none-match': '"0", W/"1"' },
    { 'if-modified-since': 'Tue, 05 May 2026 08:00:00 GMT' },
  ])('is not sent again: %j', async (condition: Record<string, string>) => {
    const { get, asked } = gatewayOf(feed);
    await get(lajme);
    const answer = await get(lajme, { ...own, ...condition });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=60');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(asked).toHaveLength(1);
  });

  it.each([
    { 'if-none-match': '"2"' },
    { 'if-none-match': '"2"', 'if-modified-since': 'Tue, 05 May 2026 08:00:00 GMT' },
    { 'if-modified-since': 'Tue, 05 May 2026 07:00:00 GMT' },
  ])('is another: %j', async (condition: Record<string, string>) => {
    expect((await gatewayOf(feed).get(lajme, { ...own, ...condition })).status).toBe(200);
  });

  it('is asked for at the site when it is not kept here, and 304 is passed on', async () => {
    const { get, asked } = gatewayOf({ ...feed, status: 304, body: new Uint8Array() });
    const answer = await get(lajme, { ...own, 'if-none-match': '"1"', 'if-modified-since': 'e martë' });
    expect([answer.status, answer.headers.get('content-location')]).toEqual([304, lajme]);
    expect(asked).toEqual([{ url: lajme, unless: { url: lajme, etag: '"1"', lastModified: 'e martë' } }]);
  });
});

describe('a problem', () => {
  it.each([
    ['not-found', 404],
    ['gone', 410],
    ['refused', 502],
    ['unreachable', 502],
    ['redirects', 502],
    ['too-large', 502],
    ['wrong-type', 502],
    ['server', 502],
    ['slow', 504],
  ] as const)('%s is told with status %i, for programs and people', async (reason, status) => {
    const answer = await gatewayOf(new GatewayProblem(reason)).get(lajme);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ status, reason, detail: expect.stringMatching(/\.$/) as string });
  });

  it('of ours tells nothing of what happened inside', async () => {
    const answer = await gatewayOf(new TypeError('connect ECONNREFUSED 10.0.0.1')).get(lajme);
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('10.0.0.1')]);
  });

  it.each(['http://127.0.0.1/', 'http://localhost/', 'file:///etc/passwd', 'https://ana@lajme.example/', 'lajme', ''])(
    'with the address %j is told before anybody is asked',
    async (url) => {
      const { get, asked } = gatewayOf(feed);
      expect([400, 403]).toContain((await get(url)).status);
      expect(asked).toEqual([]);
    },
  );

  it('two addresses are none', async () => {
    const { gateway, asked } = gatewayOf(feed);
    const answer = await gateway.request(`/?url=${lajme}&url=http://127.0.0.1/`, { headers: own });
    expect([answer.status, asked]).toEqual([400, []]);
  });
});

describe('who may ask', () => {
  it.each([
    {},
    { ...own, 'sec-fetch-site': 'cross-site' },
    { ...own, 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate' },
    { ...own, origin: 'https://keq.example' },
  ])('not %j, who gets nothing to read', async (headers: Record<string, string>) => {
    const { get, asked } = gatewayOf(feed);
    const answer = await get(lajme, headers);
    expect([answer.status, asked]).toEqual([403, []]);
    expect(answer.headers.has('access-control-allow-origin')).toBe(false);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not how', async (method) => {
    const answer = await gatewayOf(feed).get(lajme, own, method);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(answer.headers.has('access-control-allow-headers')).toBe(false);
  });

  it('asks without an address whether there is a gateway', async () => {
    const { gateway, asked } = gatewayOf(feed, { rateLimit: { burst: 0 } });
    expect((await gateway.request('/', { headers: own })).status).toBe(204);
    expect((await gateway.request('/')).status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('so often and no more, each alone', async () => {
    const rateLimit = { burst: 2, perMinute: 60 };
    const clientOf: GatewayOptions['clientOf'] = (c) => c.req.header('x-test-client') ?? '';
    const { get } = gatewayOf(feed, { rateLimit, clientOf });
    const ask = async (client: string) => await get(lajme, { ...own, 'x-test-client': client });
    const statuses = async (...clients: string[]) => (await Promise.all(clients.map(ask))).map(({ status }) => status);
    expect(await statuses('a', 'a', 'a', 'b')).toEqual([200, 200, 429, 200]);
    const refused = await ask('a');
    expect([refused.headers.get('retry-after'), await refused.json()]).toMatchObject(['1', { reason: 'too-often' }]);
    vi.advanceTimersByTime(1_000);
    expect(await statuses('a', 'a')).toEqual([200, 429]);
  });
});

describe('an app elsewhere that is served besides', () => {
  const origin = 'https://degjo.example';
  const elsewhere = { ...own, 'sec-fetch-site': 'cross-site' };
  const served = { origins: [origin] };

  it('may read what came and how it is called', async () => {
    const answer = await gatewayOf(feed, served).get(lajme, { ...elsewhere, origin });
    expect([answer.status, await answer.text()]).toEqual([200, '<rss/>']);
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-expose-headers')).toContain('x-remote-type');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it('may read why nothing came', async () => {
    const answer = await gatewayOf(new GatewayProblem('slow'), served).get(lajme, { ...elsewhere, origin });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(await answer.json()).toMatchObject({ reason: 'slow' });
  });

  it('may ask whether there is a newer version', async () => {
    const headers = {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'if-none-match',
    };
    const answer = await gatewayOf(feed, served).get(lajme, headers, 'OPTIONS');
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-allow-headers')).toContain('if-none-match');
  });

  it('is nobody else', async () => {
    const { get, asked } = gatewayOf(feed, served);
    const answer = await get(lajme, { ...elsewhere, origin: 'https://keq.example' });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(asked).toEqual([]);
  });
});
