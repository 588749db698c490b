import { readMediaType } from './media-type.ts';
import { readLimited } from './read-limited.ts';
import { problemOfStatus, remoteDeadline, remoteKinds, remoteProblems } from './remote-document.ts';
import type { RemoteDocument, RemoteKind, RemoteProblem, Validators } from './remote-document.ts';
import { webAddress } from './web-address.ts';

export type RemoteResult =
  | { readonly document: RemoteDocument }
  /** The listener has this version already. */
  | { readonly unchanged: true }
  | { readonly problem: RemoteProblem; /** Seconds. */ readonly retryAfter?: number };

export interface RemoteFetcherOptions {
  readonly fetch: typeof fetch;
  /** The app's own, as in `https://degjo.example`. */
  readonly origin: string;
  /** Where the gateway would be at this moment, absolute: the listener's own, or `gateway` beside the page. */
  readonly gateway: () => string;
  readonly isOnline: () => boolean;
}

export interface RemoteGetOptions {
  /** A page or feed unless given. */
  readonly as?: RemoteKind;
  /** Of the version at hand. */
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
}

interface Wish {
  readonly url: string;
  readonly as: RemoteKind;
  readonly validators: Validators;
  readonly signal: AbortSignal;
}

/** Beyond the gateway's own deadline: its word on what is slow is better than none. */
const gatewayDeadline = remoteDeadline + 5_000;

/** To the gateway beside the page: another page's script cannot send it. */
const ownPage = { 'x-requested-with': 'degjo' };

/**
 * Brings a page, feed or picture that the listener asked for: from its site where that lets pages of others read it (CORS), else
 * through the gateway, if this host has one. Nothing but the address goes with the request.
 */
export class RemoteFetcher {
  readonly #options: RemoteFetcherOptions;
  /** The gateway that was asked for last, and whether it is there. */
  #known: { readonly gateway: string; readonly isThere: boolean } | undefined;
  /** Origins that only the gateway opens, until the page is left. */
  readonly #closed = new Set<string>();

  constructor(options: RemoteFetcherOptions) {
    this.#options = options;
  }

  /** Rejects only when the listener's `signal` is aborted, with its reason. */
  async get(
    address: string,
    { as = 'document', validators = {}, signal }: RemoteGetOptions = {},
  ): Promise<RemoteResult> {
    const url = webAddress(address);
    if (url === undefined) return { problem: 'bad-address' };
    if (!this.#options.isOnline()) return { problem: 'offline' };
    const direct = this.#mayTry(url)
      ? await within(remoteDeadline, signal, (signal) => this.#direct({ url, as, validators, signal }))
      : 'not-open';
    if (direct !== 'not-open') return direct;
    return within(gatewayDeadline, signal, (signal) => this.#throughGateway({ url, as, validators, signal }));
  }

  /** Is there a gateway at this address, and does it serve this app? */
  async hasGateway(address: string): Promise<boolean> {
    const asking = (signal: AbortSignal) => this.#askGateway(address, '', {}, signal);
    const response = await within(gatewayDeadline, undefined, asking);
    return response instanceof Response && response.status === 204;
  }

  /** A page may not ask over plain http, except its own host. */
  #mayTry(url: string): boolean {
    const { protocol, origin } = new URL(url);
    return !this.#closed.has(origin) && (protocol === 'https:' || origin === this.#options.origin);
  }

  /** Conditions would have to be granted in a preflight request; the browser's own cache sends them without. */
  async #direct({ url, as, validators, signal }: Wish): Promise<RemoteResult | 'not-open'> {
    const { fetch } = this.#options;
    const response = await fetch(url, {
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // News may be newer; a picture stays what it is.
      cache: as === 'picture' ? 'default' : 'no-cache',
      signal,
    }).catch(unlessAborted(signal));
    if (response === undefined) return 'not-open';
    const problem = problemOfStatus(response.status);
    if (problem !== undefined) return letGo(response, { problem });
    if (isSameVersion(validatorsOf(response.headers), validators)) return letGo(response, { unchanged: true });
    return read(response, { as, url: response.url, type: response.headers.get('content-type'), signal });
  }

  async #throughGateway({ url, as, validators, signal }: Wish): Promise<RemoteResult> {
    const gateway = this.#options.gateway();
    const isThere = await this.#findGateway(gateway, signal);
    const isOurs = this.#isOurs(gateway);
    if (isThere === undefined) return { problem: isOurs ? 'offline' : 'no-gateway' };
    if (!isThere) return { problem: isOurs ? 'not-open' : 'no-gateway' };
    const { etag, lastModified } = validators;
    const condition = {
      ...(etag !== undefined && { 'if-none-match': etag }),
      ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
    };
    const query = `?url=${encodeURIComponent(url)}${as === 'picture' ? '&as=picture' : ''}`;
    const response = await this.#askGateway(gateway, query, condition, signal);
    if (response === undefined) return { problem: isOurs ? 'offline' : 'no-gateway' };
    if (response.status !== 200 && response.status !== 304) return problemOf(response);
    this.#closed.add(new URL(url).origin);
    if (response.status === 304) return { unchanged: true };
    const { headers } = response;
    return read(response, {
      as,
      url: headers.get('content-location') ?? url,
      type: headers.get('x-remote-type'),
      signal,
    });
  }

  /** Asked for once, and without saying for what. Undefined when its host is not reached. */
  async #findGateway(gateway: string, signal: AbortSignal): Promise<boolean | undefined> {
    if (this.#known?.gateway === gateway) return this.#known.isThere;
    const response = await this.#askGateway(gateway, '', {}, signal);
    if (response === undefined) return undefined;
    this.#known = { gateway, isThere: response.status === 204 };
    return this.#known.isThere;
  }

  #isOurs(gateway: string): boolean {
    return new URL(gateway).origin === this.#options.origin;
  }

  /** Another origin's knows this app by the Origin that the browser sends; more would need its leave in advance. */
  #askGateway(
    gateway: string,
    query: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Response | undefined> {
    const isOurs = this.#isOurs(gateway);
    return this.#options
      .fetch(gateway + query, {
        mode: isOurs ? 'same-origin' : 'cors',
        credentials: 'omit',
        headers: { ...(isOurs && ownPage), ...headers },
        signal,
      })
      .catch(unlessAborted(signal));
  }
}

interface Came {
  readonly as: RemoteKind;
  readonly url: string;
  /** The Content-Type that it had at its site. */
  readonly type: string | null;
  readonly signal: AbortSignal;
}

async function read(response: Response, { as, url, type: written, signal }: Came): Promise<RemoteResult> {
  const { isWanted, largest } = remoteKinds[as];
  const type = readMediaType(written);
  if (type === undefined || !isWanted(type)) return letGo(response, { problem: 'wrong-type' });
  try {
    const bytes = response.body === null ? new Uint8Array() : await readLimited(response.body, largest);
    if (bytes === undefined) return { problem: 'too-large' };
    return { document: { bytes, url, type, validators: validatorsOf(response.headers) } };
  } catch {
    signal.throwIfAborted();
    return { problem: 'server' };
  }
}

function validatorsOf(headers: Headers): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

function isSameVersion(now: Validators, before: Validators): boolean {
  if (now.etag !== undefined && before.etag !== undefined) return now.etag === before.etag;
  return now.lastModified !== undefined && now.lastModified === before.lastModified;
}

/** The gateway's reason; what stands between may answer in its place. */
async function problemOf(response: Response): Promise<RemoteResult> {
  const details = (await response.json().catch(() => null)) as { reason?: unknown } | null;
  // The gateway would not serve this page: for the listener there is none.
  if (details?.reason === 'foreign-page') return { problem: 'not-open' };
  const problem = remoteProblems.find((known) => known === details?.reason) ?? 'busy';
  const retryAfter = Number(response.headers.get('retry-after') ?? 0);
  return retryAfter > 0 ? { problem, retryAfter } : { problem };
}

function letGo(response: Response, result: RemoteResult): RemoteResult {
  response.body?.cancel().catch(() => undefined);
  return result;
}

/** A browser does not tell a script whether a site was not reached or only not opened to it. */
function unlessAborted(signal: AbortSignal): (error: unknown) => undefined {
  return () => {
    signal.throwIfAborted();
    return undefined;
  };
}

/** AbortSignal.any and .timeout would do, but for the browsers that we still serve. */
async function within<T>(
  milliseconds: number,
  listener: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | { readonly problem: 'slow' }> {
  listener?.throwIfAborted();
  const controller = new AbortController();
  const slow = new Error('slow');
  const late = setTimeout(() => {
    controller.abort(slow);
  }, milliseconds);
  const stop = () => {
    controller.abort(listener?.reason);
  };
  listener?.addEventListener('abort', stop);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.reason === slow) return { problem: 'slow' };
    throw error;
  } finally {
    clearTimeout(late);
    listener?.removeEventListener('abort', stop);
  }
}
