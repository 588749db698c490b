import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { Agent, buildConnector, fetch } from 'undici';
import { checkResolved, literalAddress } from './guard.ts';
import type { Hop } from './guarded-client.ts';
import { GatewayProblem } from './problems.ts';

export interface NodeHopOptions {
  /** All addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>;
  /** Opens connections to these addresses and no others. */
  readonly connectTo?: (addresses: readonly LookupAddress[]) => buildConnector.connector;
}

/** A site is asked this many things at a time, however many listeners wait for it. */
const connectionsPerSite = 4;

/** `Hop` for Node. The options are for tests: with a resolver and a connector of their own no packet leaves. */
export function createNodeHop({ resolve = resolveAll, connectTo = connectToAddresses }: NodeHopOptions = {}): Hop {
  const dispatcher = new Agent({
    connections: connectionsPerSite,
    // Also IP literals pass here, which no lookup function ever sees.
    connect: (options, callback) => {
      checkedAddresses(options.hostname, resolve).then(
        (addresses) => {
          connectTo(addresses)(options, callback);
        },
        (error: unknown) => callback(error as Error, null),
      );
    },
  });
  return async (url, init) => {
    try {
      const { status, headers, body } = await fetch(url, { ...init, dispatcher, redirect: 'manual' });
      return { status, headers, body: body as ReadableStream<Uint8Array> | null };
    } catch (error) {
      if (error instanceof Error && error.cause instanceof GatewayProblem) throw error.cause;
      throw error;
    }
  };
}

async function checkedAddresses(host: string, resolve: (name: string) => Promise<readonly LookupAddress[]>) {
  const literal = literalAddress(host);
  return checkResolved(literal === undefined ? await resolve(host) : [{ address: literal, family: 0 }]);
}

function resolveAll(name: string): Promise<LookupAddress[]> {
  return lookup(name, { all: true });
}

/**
 * Resolved once: these very addresses are connected to, in turn where one does not answer. The name stays what the
 * certificate must be for.
 */
export function connectToAddresses(addresses: readonly LookupAddress[]): buildConnector.connector {
  return buildConnector({
    timeout: 10_000,
    autoSelectFamily: true,
    lookup: (_name, _options, callback) => callback(null, [...addresses]),
  });
}
