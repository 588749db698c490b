import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RemoteFetcher } from './remote.ts';
import type { RemoteGetOptions } from './remote.ts';
import { largestRemote, remoteKinds } from './remote-document.ts';

const feed = 'https://lajme.example/feed.xml';
const gateway = 'https://degjo.example/app/gateway';
const through = `${gateway}?url=${encodeURIComponent(feed)}`;

type Answer = Response | (() => Response | Promise<Response>);

/** What a browser does: the promise fails where a site does not open itself, or nothing is reached. */
const origin = 'https://degjo.example';

function browser(answers: Record<string, Answer>, { online = true, at = gateway } = {}) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, init });
    const answer = answers[url];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return typeof answer === 'function' ? answer() : answer.clone();
  };
  const place = { origin, gateway: () => at };
  const fetcher = new RemoteFetcher({ fetch: fetch as typeof globalThis.fetch, ...place, isOnline: () => online });
  const get = (address: string, options?: RemoteGetOptions) => fetcher.get(address, options);
  return { fetcher, get, asked, urls: () => asked.map(({ url }) => url) };
}

function answer(body: BodyInit | null, headers: Record<string, string> = {}, status = 200, url = feed): Response {
  const response = new Response(body, { status, headers: { 'content-type': 'application/rss+xml', ...headers } });
  const clone = response.clone.bind(response);
  response.clone = () => Object.defineProperty(clone(), 'url', { value: url });
  return response;
}

const hasGateway = { [gateway]: new Response(null, { status: 204 }) };

function brought(headers: Record<string, string> = {}): Response {
  return answer('<rss/>', {
    'content-type': 'text/plain; charset=windows-1250',
    'x-remote-type': 'application/rss+xml; charset=windows-1250',
    'content-location': 'https://lajme.example/lajme/feed.xml',
    ...headers,
  });
}

function problem(reason: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ reason, status }), { status, headers });
}

const text = (result: object) =>
  'document' in result && new TextDecoder().decode((result.document as { bytes: Uint8Array }).bytes);

describe('a site that opens itself', () => {
  it('is read directly, and nobody else hears of it', async () => {
    const headers = { 'content-type': 'text/xml; charset=utf-8', etag: '"1"', 'last-modified': 'e martë' };
    const { get, asked } = browser({ [feed]: answer('<rss/>', headers, 200, 'https://lajme.example/tjetër') });
    const result = await get(feed);
    expect(text(result)).toBe('<rss/>');
    expect(result).toMatchObject({
      document: {
        url: 'https://lajme.example/tjetër',
        type: { essence: 'text/xml', charset: 'utf-8' },
        validators: { etag: '"1"', lastModified: 'e martë' },
      },
    });
    expect(asked.map(({ url }) => url)).toEqual([feed]);
    expect(asked[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
    // Any header of ours would need the site's leave in advance.
    expect(asked[0]?.init.headers).toBeUndefined();
  });

  it.each([
    [{ etag: '"1"' }, { etag: '"1"' }],
    [{ lastModified: 'e martë' }, { etag: '"1"', 'last-modified': 'e martë' }],
  ])('with the version at hand %j is not read again', async (validators, headers) => {
    const { get } = browser({ [feed]: answer('<rss/>', headers) });
    expect(await get(feed, { validators })).toEqual({ unchanged: true });
  });

  it.each([
    [404, 'not-found'],
    [410, 'gone'],
    [403, 'refused'],
    [429, 'server'],
    [503, 'server'],
  ])('and says %i is believed', async (status, expected) => {
    const { get, urls } = browser({ [feed]: answer('', {}, status), ...hasGateway });
    expect(await get(feed)).toEqual({ problem: expected });
    expect(urls()).toEqual([feed]);
  });

  it('brings no picture, and not too much', async () => {
    const picture = browser({ [feed]: answer('x', { 'content-type': 'image/png' }) });
    expect(await picture.get(feed)).toEqual({ problem: 'wrong-type' });
    const large = browser({ [feed]: answer(new Uint8Array(largestRemote + 1)) });
    expect(await large.get(feed)).toEqual({ problem: 'too-large' });
    const enough = browser({ [feed]: answer(new Uint8Array(largestRemote)) });
    expect(await enough.get(feed)).toHaveProperty('document');
  });

  it('brings a picture that was asked for, of a type that cannot run, and not too much of it', async () => {
    const ofType = (type: string, bytes = 1) =>
      browser({ [feed]: answer(new Uint8Array(bytes), { 'content-type': type }) }).get(feed, { as: 'picture' });
    expect(await ofType('image/jpeg')).toMatchObject({ document: { type: { essence: 'image/jpeg' } } });
    for (const type of ['image/svg+xml', 'text/html', 'application/octet-stream', '']) {
      expect(await ofType(type)).toEqual({ problem: 'wrong-type' });
    }
    const { largest } = remoteKinds.picture;
    expect(await ofType('image/png', largest)).toHaveProperty('document');
    expect(await ofType('image/png', largest + 1)).toEqual({ problem: 'too-large' });
  });

  it('and breaks off is in trouble', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network error')) });
    expect(await browser({ [feed]: () => answer(broken) }).get(feed)).toEqual({ problem: 'server' });
  });
});

describe('a site that does not', () => {
  it('is read through the gateway, if there is one', async () => {
    const { get, asked, urls } = browser({ ...hasGateway, [through]: brought({ etag: '"1"' }) });
    const result = await get(feed);
    expect(text(result)).toBe('<rss/>');
    expect(result).toMatchObject({
      document: {
        url: 'https://lajme.example/lajme/feed.xml',
        type: { essence: 'application/rss+xml', charset: 'windows-1250' },
        validators: { etag: '"1"' },
      },
    });
    expect(urls()).toEqual([feed, gateway, through]);
    expect(asked[2]?.init).toMatchObject({ credentials: 'omit', headers: { 'x-requested-with': 'degjo' } });
    await get(feed);
    // It is known now how this site is reached.
    expect(urls().slice(3)).toEqual([through]);
  });

  it('gives its pictures likewise, which the gateway is asked for as such', async () => {
    const asPicture = `${through}&as=picture`;
    const { get, urls } = browser({ ...hasGateway, [asPicture]: brought({ 'x-remote-type': 'image/webp' }) });
    expect(await get(feed, { as: 'picture' })).toMatchObject({ document: { type: { essence: 'image/webp' } } });
    expect(urls()).toEqual([feed, gateway, asPicture]);
  });

  it('is asked only for a newer version than the one at hand', async () => {
    const { get, asked } = browser({ ...hasGateway, [through]: new Response(null, { status: 304 }) });
    expect(await get(feed, { validators: { etag: '"1"', lastModified: 'e martë' } })).toEqual({ unchanged: true });
    expect(asked[2]?.init.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'e martë' });
  });

  it.each([
    ['nothing there', new Response('', { status: 404 })],
    ['a page for every address', new Response('<!doctype html>', { status: 200 })],
    ['a gateway for others', problem('foreign-page', 403)],
  ])('is not open where the host has no gateway: %s', async (_name, there) => {
    const { get, urls } = browser({ [gateway]: there });
    expect(await get(feed)).toEqual({ problem: 'not-open' });
    expect(await get(feed)).toEqual({ problem: 'not-open' });
    // The host is asked once, and never told what the listener wanted.
    expect(urls()).toEqual([feed, gateway, feed]);
  });

  it.each([
    ['not-allowed', 403, {}, { problem: 'not-allowed' }],
    ['gone', 410, {}, { problem: 'gone' }],
    ['slow', 504, {}, { problem: 'slow' }],
    ['too-often', 429, { 'retry-after': '7' }, { problem: 'too-often', retryAfter: 7 }],
    ['internal', 500, {}, { problem: 'busy' }],
    ['never heard of', 502, {}, { problem: 'busy' }],
  ])('is told of by the gateway: %s', async (reason, status, headers: Record<string, string>, expected) => {
    const { get } = browser({ ...hasGateway, [through]: problem(reason, status, headers) });
    expect(await get(feed)).toEqual(expected);
  });

  it('when another server answers in the gateway’s place, it is busy', async () => {
    const { get } = browser({ ...hasGateway, [through]: new Response('<h1>Bad Gateway</h1>', { status: 502 }) });
    expect(await get(feed)).toEqual({ problem: 'busy' });
  });
});

describe('an address', () => {
  it.each(['lajme', '', 'ftp://lajme.example/', 'javascript:alert(1)'])('%j is none', async (address) => {
    const { get, urls } = browser(hasGateway);
    expect(await get(address)).toEqual({ problem: 'bad-address' });
    expect(urls()).toEqual([]);
  });

  it('without https is asked for through the gateway alone', async () => {
    const plain = 'http://lajme.example/';
    const { get, urls } = browser({ ...hasGateway, [`${gateway}?url=${encodeURIComponent(plain)}`]: brought() });
    expect(await get(plain)).toHaveProperty('document');
    expect(urls()[0]).toBe(gateway);
  });

  it('of the page’s own host is asked for directly, with or without https', async () => {
    const edition = 'http://localhost:4173/editions/a.json';
    const fetch = vi.fn(() =>
      Promise.resolve(answer('{}', { 'content-type': 'application/json' }, 200, edition).clone()),
    );
    const app = 'http://localhost:4173';
    const options = { fetch, origin: app, gateway: () => `${app}/gateway`, isOnline: () => true };
    expect(await new RemoteFetcher(options).get(edition)).toMatchObject({ document: { url: edition } });
  });
});

describe('without a network', () => {
  it('nobody is asked', async () => {
    const { get, urls } = browser({}, { online: false });
    expect(await get(feed)).toEqual({ problem: 'offline' });
    expect(urls()).toEqual([]);
  });

  it('though the device does not know: the page’s own host is not reached either, and is tried again', async () => {
    const answers: Record<string, Answer> = {};
    const { get } = browser(answers);
    expect(await get(feed)).toEqual({ problem: 'offline' });
    Object.assign(answers, hasGateway, { [through]: brought() });
    expect(await get(feed)).toHaveProperty('document');
  });
});

describe('waiting', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  /** Never answers, and lets go when it is told to. */
  function silent() {
    const fetch = (_url: unknown, init?: RequestInit) =>
      new Promise<Response>((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    return new RemoteFetcher({ fetch, origin, gateway: () => gateway, isOnline: () => true });
  }

  it('ends at the deadline', async () => {
    const result = silent().get(feed);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await result).toEqual({ problem: 'slow' });
  });

  it('ends when the listener wants no more of it', async () => {
    const listener = new AbortController();
    const result = silent().get(feed, { signal: listener.signal });
    const left = new Error('left');
    listener.abort(left);
    await expect(result).rejects.toBe(left);
    await expect(silent().get(feed, { signal: listener.signal })).rejects.toBe(left);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a gateway of one’s own', () => {
  const at = 'https://porta.example/gateway';
  const throughOwn = `${at}?url=${encodeURIComponent(feed)}`;
  const isThere = { [at]: new Response(null, { status: 204 }) };

  it('is asked in the place of the app’s, with no header that would need its leave', async () => {
    const { get, asked, urls } = browser({ ...hasGateway, ...isThere, [throughOwn]: brought() }, { at });
    expect(text(await get(feed))).toBe('<rss/>');
    expect(urls()).toEqual([feed, at, throughOwn]);
    expect(asked[2]?.init).toMatchObject({ mode: 'cors', credentials: 'omit', headers: {} });
    expect(asked[2]?.init.headers).toEqual({});
  });

  it.each([
    ['does not answer, or serves other apps only', {}],
    ['is something else', { [at]: new Response('<h1>Mirë se vini</h1>') }],
    ['goes away', isThere],
  ])('that %s is told apart from a missing network', async (_, answers) => {
    expect(await browser(answers, { at }).get(feed)).toEqual({ problem: 'no-gateway' });
  });

  it('is checked before it is kept', async () => {
    const { fetcher } = browser({ ...isThere, 'https://faqe.example/': new Response('') });
    expect(await fetcher.hasGateway(at)).toBe(true);
    expect(await fetcher.hasGateway('https://faqe.example/')).toBe(false);
    expect(await fetcher.hasGateway('https://askush.example/')).toBe(false);
  });
});
