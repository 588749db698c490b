import CachePolicy from 'http-cache-semantics';
import { LRUCache } from 'lru-cache';
import type { Validators } from '../articles/remote-document.ts';
import { requestHeaders } from './guarded-client.ts';
import type { RemoteAnswer, RemoteClient, RemoteRequest } from './guarded-client.ts';
import { GatewayProblem } from './problems.ts';

export interface CachedAnswer extends RemoteAnswer {
  /** Seconds for which the answer need not be asked for again; undefined where nobody may keep it. */
  readonly freshFor: number | undefined;
}

export interface CachingClientOptions {
  readonly client: RemoteClient;
  /** Bytes. */
  readonly size?: number;
  /** Documents on their way at a time; each may need `largestRemote` bytes. */
  readonly atOnce?: number;
}

interface Kept {
  readonly answer: RemoteAnswer;
  readonly policy: CachePolicy;
}

/**
 * A shared cache by RFC 9111 (Cache-Control, Expires, ETag, Last-Modified) before a client: what is fresh is not asked
 * for, what is stale is asked for with its validators, and what many ask for at once is asked for once.
 */
export class CachingClient {
  readonly #client: RemoteClient;
  readonly #atOnce: number;
  readonly #kept: LRUCache<string, Kept>;
  readonly #underway = new Map<string, Promise<CachedAnswer>>();

  constructor({ client, size = 64 * 1024 * 1024, atOnce = 24 }: CachingClientOptions) {
    this.#client = client;
    this.#atOnce = atOnce;
    this.#kept = new LRUCache({ maxSize: size, sizeCalculation: ({ answer }) => answer.body.length + 2048 });
  }

  /** @throws GatewayProblem */
  get(request: RemoteRequest): Promise<CachedAnswer> {
    const kept = this.#kept.get(keyOf(request));
    if (kept?.policy.satisfiesWithoutRevalidation(asked(request)) === true) return Promise.resolve(served(kept));
    const flight = JSON.stringify([keyOf(request), kept === undefined && request.unless]);
    return this.#underway.get(flight) ?? this.#start(flight, this.#renew(request, kept));
  }

  #start(flight: string, work: Promise<CachedAnswer>): Promise<CachedAnswer> {
    this.#underway.set(flight, work);
    const landed = () => void this.#underway.delete(flight);
    work.then(landed, landed);
    return work;
  }

  async #renew({ unless, ...request }: RemoteRequest, kept: Kept | undefined): Promise<CachedAnswer> {
    if (this.#underway.size >= this.#atOnce) throw new GatewayProblem('busy', { retryAfter: 5 });
    const condition = kept === undefined ? unless : { ...validatorsOf(kept.answer), url: kept.answer.url };
    const answer = await this.#client({ ...request, ...(condition && { unless: condition }) });
    if (answer.status === 304 && kept !== undefined) return this.#keep(request, renewed(request, kept, answer));
    // 304 renews the listener's copy, of which the lifetime is the same as if it came whole.
    const policy = new CachePolicy(asked(request), { status: 200, headers: plain(answer.headers) }, cacheOptions);
    return answer.status === 304 ? served({ answer, policy }) : this.#keep(request, { answer, policy });
  }

  #keep(request: RemoteRequest, kept: Kept): CachedAnswer {
    if (kept.policy.storable()) this.#kept.set(keyOf(request), kept);
    else this.#kept.delete(keyOf(request));
    return served(kept);
  }
}

/** No lifetime is guessed: a page that names none is asked for again. */
const cacheOptions: CachePolicy.Options = { shared: true, cacheHeuristic: 0 };

/** The same address may be asked for as the one and as the other. */
function keyOf({ url, as = 'document' }: RemoteRequest): string {
  return `${as} ${url}`;
}

function asked({ url, as }: RemoteRequest): CachePolicy.Request {
  return { url, method: 'GET', headers: requestHeaders(as) };
}

function plain(headers: Headers): CachePolicy.Headers {
  return Object.fromEntries(headers);
}

function validatorsOf({ headers }: RemoteAnswer): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

function renewed(asking: RemoteRequest, { answer, policy }: Kept, { headers }: RemoteAnswer): Kept {
  const request = { ...asked(asking), headers: policy.revalidationHeaders(asked(asking)) };
  const newer = new Headers(answer.headers);
  headers.forEach((value, name) => newer.set(name, value));
  // Not every server repeats its validators.
  const unchanged = {
    etag: newer.get('etag') ?? '',
    'last-modified': newer.get('last-modified') ?? '',
    ...plain(headers),
  };
  const renewal = policy.revalidatedPolicy(request, { status: 304, headers: unchanged });
  return { answer: { ...answer, headers: newer }, policy: renewal.policy };
}

function served({ answer, policy }: Kept): CachedAnswer {
  return { ...answer, freshFor: policy.storable() ? freshFor(policy) : undefined };
}

function freshFor(policy: CachePolicy): number {
  return Math.max(0, Math.floor(policy.maxAge() - policy.age()));
}
