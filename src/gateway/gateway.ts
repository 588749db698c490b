import { Hono } from 'hono';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isPicture, readMediaType } from '../articles/media-type.ts';
import { CachingClient } from './caching-client.ts';
import type { CachedAnswer } from './caching-client.ts';
import { checkAddress } from './guard.ts';
import type { RemoteClient, RemoteRequest } from './guarded-client.ts';
import { isOwnPage } from './own-page.ts';
import { GatewayProblem } from './problems.ts';
import { RateLimit } from './rate-limit.ts';
import type { RateLimitOptions } from './rate-limit.ts';

export interface GatewayOptions {
  /** Brings documents: `createGuardedClient` with the platform's way to make one request. */
  readonly client: RemoteClient;
  /** Whom a request counts for: the address of the listener's connection. */
  readonly clientOf: (context: Context) => string;
  /** The host names that this server goes by (`isOwnPage`). */
  readonly hosts?: readonly string[] | undefined;
  /** Origins of apps elsewhere, on hosts without a gateway, that this one serves besides (CORS). */
  readonly origins?: readonly string[] | undefined;
  readonly rateLimit?: RateLimitOptions;
}

/** With every answer: it is data for a script of ours, never a page, a picture or a program. */
const protection: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'content-disposition': 'attachment',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  vary: 'Origin, Sec-Fetch-Site',
  'x-content-type-options': 'nosniff',
};

/** What an app elsewhere may ask with and read; with nobody's cookies. */
const readableElsewhere = {
  allowMethods: ['GET'],
  allowHeaders: ['if-none-match', 'if-modified-since'],
  exposeHeaders: ['content-location', 'etag', 'last-modified', 'retry-after', 'x-remote-type'],
  maxAge: 86_400,
};

/**
 * `GET ?url=…` brings a page or feed from elsewhere, `GET ?url=…&as=picture` a picture, `GET` without `url` says 204: there is a gateway. Answers:
 * - 200 with the document's bytes. They are called text/plain, with the document's charset, and those of a picture
 *   application/octet-stream; the type they came with is in `X-Remote-Type`, where they were found in `Content-Location`. `ETag` and `Last-Modified` are the document's.
 * - 304 when If-None-Match or If-Modified-Since name that version
 * - otherwise problem details (RFC 9457), `reason` being a `GatewayReason`
 */
export function createGateway({ client, clientOf, hosts, origins = [], rateLimit }: GatewayOptions): Hono {
  const cache = new CachingClient({ client });
  const limit = new RateLimit(rateLimit);
  const gateway = new Hono();
  gateway.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(protection)) c.header(name, value);
  });
  if (origins.length > 0) gateway.use(cors({ ...readableElsewhere, origin: [...origins] }));
  gateway.get('/', async (c) => {
    if (!isOwnPage(c.req.raw, hosts, origins)) throw new GatewayProblem('foreign-page');
    const url = c.req.queries('url') ?? [];
    if (url.length === 0) return c.body(null, 204, { 'cache-control': 'no-store' });
    if (url.length > 1) throw new GatewayProblem('bad-address');
    const wait = limit.take(clientOf(c));
    if (wait > 0) throw new GatewayProblem('too-often', { retryAfter: wait });
    return answerWith(await cache.get(readRequest(url[0] ?? '', c)), c);
  });
  gateway.all('*', () => {
    throw new GatewayProblem('method');
  });
  gateway.onError((error, c) => answerProblem(error, c));
  return gateway;
}

function readRequest(written: string, c: Context): RemoteRequest {
  const asked = { url: checkAddress(written).href, ...kindOf(c) };
  const { url } = asked;
  const etag = c.req.header('if-none-match');
  const lastModified = c.req.header('if-modified-since');
  if (etag === undefined && lastModified === undefined) return asked;
  return {
    ...asked,
    unless: { url, ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) },
  };
}

function kindOf(c: Context): { readonly as?: 'picture' } {
  const [as, ...more] = c.req.queries('as') ?? [];
  if (as === undefined) return {};
  if (as !== 'picture' || more.length > 0) throw new GatewayProblem('bad-address');
  return { as };
}

function answerWith(answer: CachedAnswer, c: Context): Response {
  const { status, url, headers, body } = answer;
  c.header('cache-control', lifetime(answer));
  c.header('content-location', url);
  for (const name of ['etag', 'last-modified']) {
    const value = headers.get(name);
    if (value !== null) c.header(name, value);
  }
  if (status === 304 || isSameVersion(headers, c)) return c.body(null, 304);
  const type = readMediaType(headers.get('content-type'));
  const { essence = '', charset } = type ?? {};
  const parameter = charset === undefined ? '' : `; charset=${charset}`;
  c.header('x-remote-type', essence + parameter);
  c.header('content-type', type && isPicture(type) ? 'application/octet-stream' : `text/plain${parameter}`);
  c.header('content-length', String(body.byteLength));
  return c.body(body as Uint8Array<ArrayBuffer>, 200);
}

/** The listener's browser may keep it as long as we do; nobody between may, for they do not know whom to give it to. */
function lifetime({ freshFor }: CachedAnswer): string {
  if (freshFor === undefined) return 'no-store';
  return freshFor > 0 ? `private, max-age=${freshFor}` : 'private, no-cache';
}

/** By the entity tag if the listener has one, else by the date, to the letter: an older date may be another page's. */
function isSameVersion(headers: Headers, c: Context): boolean {
  const tags = c.req.header('if-none-match');
  if (tags === undefined) {
    return headers.has('last-modified') && headers.get('last-modified') === c.req.header('if-modified-since');
  }
  const etag = headers.get('etag');
  return etag !== null && tags.split(/,\s*(?=(?:W\/)?")/).some((tag) => opaque(tag) === opaque(etag));
}

function opaque(etag: string): string {
  return etag.trim().replace(/^W\//, '');
}

function answerProblem(error: Error, c: Context): Response {
  const problem = error instanceof GatewayProblem ? error : new GatewayProblem('internal', { cause: error });
  c.header('cache-control', 'no-store');
  if (problem.retryAfter !== undefined) c.header('retry-after', String(problem.retryAfter));
  if (problem.reason === 'method') c.header('allow', 'GET, HEAD');
  c.header('content-type', 'application/problem+json');
  return c.body(JSON.stringify(problem.details), problem.status as ContentfulStatusCode);
}
