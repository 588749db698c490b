import { readMediaType } from '../../articles/media-type.ts';
import type { Validators } from '../../articles/remote-document.ts';
import type { RemoteGetOptions, RemoteResult } from '../../articles/remote.ts';
import { createGuardedClient, type Hop, type RemoteClient } from '../../gateway/guarded-client.ts';
import { PoliteClient } from '../../gateway/polite-client.ts';
import { GatewayProblem } from '../../gateway/problems.ts';

export interface PoliteFetcherOptions {
  readonly hop: Hop;
  /** Milliseconds between two requests to a host. */
  readonly pause: number;
  /** Where what is published can be seen: sites are told who asks. */
  readonly address?: string | undefined;
}

/** What the app's own fetcher does, for a program that visits by itself: see `PoliteClient`. */
export class PoliteFetcher {
  readonly #client: PoliteClient;
  /** By the address that was asked for, where the document was found. */
  readonly #found = new Map<string, string>();

  constructor({ hop, pause, address }: PoliteFetcherOptions) {
    const about = address === undefined ? '' : `; +${address}`;
    const client = createGuardedClient({ hop, userAgent: `Degjo/0.1 (publishes editions to listen to${about})` });
    this.#client = new PoliteClient({ client, robot: 'Degjo', pause });
  }

  /** What an earlier run found out: only that address is asked whether there is something newer. */
  remember(address: string, found: string): void {
    this.#found.set(address, found);
  }

  foundAt(address: string): string | undefined {
    return this.#found.get(address);
  }

  /** Rejects only when `signal` is aborted, with its reason. */
  async get(address: string, { validators, signal }: RemoteGetOptions = {}): Promise<RemoteResult> {
    signal?.throwIfAborted();
    try {
      return await orAborted(signal, this.#ask(address, validators));
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof GatewayProblem)) throw error;
      const problem = problemOf(error);
      return error.retryAfter === undefined ? { problem } : { problem, retryAfter: error.retryAfter };
    }
  }

  async #ask(address: string, validators: Validators | undefined): Promise<RemoteResult> {
    const unless = validators && { unless: { ...validators, url: this.#found.get(address) ?? address } };
    const { status, url, headers, body } = await this.#client.get({ url: address, ...unless });
    this.#found.set(address, url);
    if (status === 304) return { unchanged: true };
    const type = readMediaType(headers.get('content-type'));
    if (type === undefined) return { problem: 'wrong-type' };
    return { document: { bytes: body, url, type, validators: validatorsOf(headers) } };
  }
}

/** To the publisher, a program that is kept out by robots.txt is kept out. */
function problemOf({ reason }: GatewayProblem): Extract<RemoteResult, { problem: unknown }>['problem'] {
  if (reason === 'robots') return 'refused';
  return reason === 'foreign-page' || reason === 'method' || reason === 'internal' ? 'server' : reason;
}

function validatorsOf(headers: Awaited<ReturnType<RemoteClient>>['headers']): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

async function orAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
