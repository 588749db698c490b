import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { createGateway } from '../../gateway/gateway.ts';
import { checkAddress } from '../../gateway/guard.ts';
import { createGuardedClient } from '../../gateway/guarded-client.ts';
import { createNodeHop } from '../../gateway/node-hop.ts';

export interface GatewaySettings {
  readonly allowedHosts: readonly string[] | undefined;
  /** The host names that this server goes by; undefined lets every name pass. */
  readonly hosts: readonly string[] | undefined;
  /** How many proxies of ours stand before this server, each adding to X-Forwarded-For. */
  readonly proxies: number;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * GATEWAY, GATEWAY_HOSTS, ORIGIN and PROXIES, as docs/hosting.md describes them.
 * @returns undefined when there is to be no gateway, or the name of the variable that cannot be understood
 */
export function readGatewaySettings(
  environment: Readonly<Record<string, string | undefined>>,
  host: string,
): GatewaySettings | undefined | 'GATEWAY' | 'GATEWAY_HOSTS' | 'ORIGIN' | 'PROXIES' {
  const { GATEWAY = 'on', GATEWAY_HOSTS, ORIGIN, PROXIES = '0' } = environment;
  if (GATEWAY === 'off') return undefined;
  if (GATEWAY !== 'on') return 'GATEWAY';
  const allowedHosts = GATEWAY_HOSTS?.split(/[\s,]+/)
    .filter((name) => name !== '')
    .map(canonicalHost);
  if (!isWhole(allowedHosts)) return 'GATEWAY_HOSTS';
  const origin = ORIGIN === undefined ? undefined : originHost(ORIGIN);
  if (origin === null) return 'ORIGIN';
  if (!/^\d$/.test(PROXIES)) return 'PROXIES';
  return { allowedHosts, hosts: ownHosts(origin, host), proxies: Number(PROXIES) };
}

function isWhole(hosts: readonly (string | null)[] | undefined): hosts is readonly string[] | undefined {
  return hosts === undefined || (hosts.length > 0 && !hosts.includes(null));
}

/** As the guard sees a host: in lower case and Punycode. */
function canonicalHost(name: string): string | null {
  try {
    const { hostname, href } = checkAddress(`http://${name}/`);
    return href === `http://${hostname}/` ? hostname : null;
  } catch {
    return null;
  }
}

function originHost(origin: string): string | null {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.hostname : null;
}

/** A server that only this machine reaches is known by its names there, unless it is said by which it goes outside. */
function ownHosts(origin: string | undefined, host: string): readonly string[] | undefined {
  if (origin !== undefined) return [origin, ...loopback];
  return host === '::1' || loopback.includes(host) ? loopback : undefined;
}

/** The gateway of a server on Node. */
export function createNodeGateway({ allowedHosts, hosts, proxies }: GatewaySettings): Hono {
  const client = createGuardedClient({ hop: createNodeHop(), allowedHosts });
  return createGateway({ client, hosts, clientOf: (context) => clientOf(context, proxies) });
}

/** What a listener writes into X-Forwarded-For stands left of what our proxies add. */
export function clientOf(context: Context, proxies: number): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',') ?? [];
  const named = proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined;
  if (named !== undefined && isIP(named) !== 0) return named;
  return getConnInfo(context).remote.address ?? '';
}
