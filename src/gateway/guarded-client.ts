import { readMediaType } from '../articles/media-type.ts';
import { readLimited } from '../articles/read-limited.ts';
import { problemOfStatus, remoteDeadline, remoteKinds } from '../articles/remote-document.ts';
import type { RemoteKind, Validators } from '../articles/remote-document.ts';
import { checkAddress } from './guard.ts';
import { GatewayProblem } from './problems.ts';

/**
 * One request to an address that was checked, and no further: redirects are not followed, no cookies, no credentials;
 * the body comes decompressed, as it is read. What a name resolves to is checked here (`checkResolved`), by whoever
 * opens the connection.
 */
export type Hop = (
  url: URL,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<HopAnswer>;

/** The platform's own `Response` is one. */
export interface HopAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: ReadableStream<Uint8Array> | null;
}

export interface RemoteRequest {
  readonly url: string;
  /** A page or feed unless given. */
  readonly as?: RemoteKind;
  /** The version that the asker has, and the address where it was found: only that one is asked for a newer one. */
  readonly unless?: Validators & { readonly url: string };
}

export interface RemoteAnswer {
  /** 304 only when `unless` was given. */
  readonly status: 200 | 304;
  /** After all redirects. */
  readonly url: string;
  /** Only what tells of the document's type, version and lifetime. */
  readonly headers: Headers;
  /** Decompressed; empty with 304. */
  readonly body: Uint8Array;
}

/** @throws GatewayProblem */
export type RemoteClient = (request: RemoteRequest) => Promise<RemoteAnswer>;

export interface GuardedClientOptions {
  readonly hop: Hop;
  readonly userAgent?: string;
  /** If given, only these hosts and hosts below them, in lower case and Punycode. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Milliseconds, for everything. */
  readonly deadline?: number;
}

const mostRedirects = 4;
const keptHeaders = ['age', 'cache-control', 'content-type', 'date', 'etag', 'expires', 'last-modified', 'vary'];

/** The same for every listener, so that one answer serves them all. */
export const requestHeaders = (as: RemoteKind = 'document'): Readonly<Record<string, string>> => ({
  accept: accepted[as],
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'sq,en;q=0.5',
});

const accepted: Readonly<Record<RemoteKind, string>> = {
  document:
    'text/html,application/xhtml+xml,application/feed+json,application/rss+xml,application/atom+xml,application/xml;q=0.9,application/json;q=0.9,text/plain;q=0.8',
  // Not AVIF: not every browser that reads what one of them asked for can show it.
  picture: 'image/webp,image/jpeg,image/png,image/gif',
};

/** Brings a page, feed or picture from an address that somebody else chose: each step is checked, and everything has an end. */
export function createGuardedClient(options: GuardedClientOptions): RemoteClient {
  const { deadline = remoteDeadline, userAgent = 'Degjo/0.1 (brings pages and feeds to listeners)' } = options;
  return async (request) => {
    const signal = AbortSignal.timeout(deadline);
    try {
      return await orTimeout(signal, bring(request, { ...options, userAgent, signal }));
    } catch (error) {
      if (signal.aborted) throw new GatewayProblem('slow', { cause: error });
      throw error instanceof GatewayProblem ? error : new GatewayProblem('unreachable', { cause: error });
    }
  };
}

interface Steps extends GuardedClientOptions {
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

async function bring({ url: written, as, unless }: RemoteRequest, steps: Steps): Promise<RemoteAnswer> {
  const { hop, allowedHosts, userAgent, signal } = steps;
  let url = checkAddress(written, { allowedHosts });
  let temporarily = false;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const condition = unless?.url === url.href ? conditionalHeaders(unless) : {};
    const answer = await hop(url, {
      headers: { ...requestHeaders(as), 'user-agent': userAgent, ...condition },
      signal,
    });
    if (answer.status === 304 && Object.keys(condition).length > 0) {
      letGo(answer);
      return { status: 304, url: url.href, headers: headersOf(answer, temporarily), body: new Uint8Array() };
    }
    const location = isRedirect(answer.status) ? answer.headers.get('location') : null;
    if (location === null) {
      return { status: 200, url: url.href, body: await readBody(answer, as), headers: headersOf(answer, temporarily) };
    }
    letGo(answer);
    temporarily ||= answer.status !== 301 && answer.status !== 308;
    url = redirected(url, location, allowedHosts);
  }
  throw new GatewayProblem('redirects');
}

function redirected(from: URL, location: string, allowedHosts: readonly string[] | undefined): URL {
  try {
    const to = checkAddress(fromBinary(location), { base: from, allowedHosts });
    if (from.protocol === 'https:' && to.protocol === 'http:') throw new GatewayProblem('redirects');
    return to;
  } catch (error) {
    // The address that the listener gave is not the bad one.
    const isBad = error instanceof GatewayProblem && error.reason === 'bad-address';
    throw isBad ? new GatewayProblem('redirects', { cause: error }) : error;
  }
}

/** A header's bytes are given as Latin-1; servers that write letters into Location mean UTF-8. */
function fromBinary(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  return new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function conditionalHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

async function readBody(answer: HopAnswer, as: RemoteKind = 'document'): Promise<Uint8Array> {
  const problem = problemOfStatus(answer.status) ?? problemOfHeaders(answer.headers, as);
  if (problem !== undefined) {
    letGo(answer);
    throw new GatewayProblem(problem);
  }
  const bytes =
    answer.body === null ? new Uint8Array() : await readLimited(answer.body, remoteKinds[as].largest).catch(broken);
  if (bytes === undefined) throw new GatewayProblem('too-large');
  return bytes;
}

function broken(cause: unknown): never {
  throw new GatewayProblem('server', { cause });
}

function problemOfHeaders(headers: HopAnswer['headers'], as: RemoteKind) {
  const { isWanted, largest } = remoteKinds[as];
  const type = readMediaType(headers.get('content-type'));
  if (type === undefined || !isWanted(type)) return 'wrong-type';
  // Two or more codings, or one that nobody was told we read, would come as bytes that nobody can read.
  if (!/^(?:|identity|(?:x-)?gzip|deflate|br)$/i.test(headers.get('content-encoding')?.trim() ?? ''))
    return 'wrong-type';
  return Number(headers.get('content-length') ?? 0) > largest ? 'too-large' : undefined;
}

function headersOf(answer: HopAnswer, temporarily: boolean): Headers {
  const headers = new Headers();
  for (const name of keptHeaders) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  // The lifetime is the page's; where the redirect leads is to be asked again.
  if (temporarily) headers.append('cache-control', 'no-cache');
  return headers;
}

function letGo({ body }: HopAnswer): void {
  body?.cancel().catch(() => undefined);
}

/** A hop that does not heed its signal is left behind. */
function orTimeout<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);
}
