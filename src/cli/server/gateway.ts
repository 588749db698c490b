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
  /** Origins of apps elsewhere that are served besides. */
  readonly origins: readonly string[];
  /** How many proxies of ours stand before this server, each adding to X-Forwarded-For. */
  readonly proxies: number;
}

type GatewayVariable = 'GATEWAY' | 'GATEWAY_HOSTS' | 'GATEWAY_ORIGINS' | 'ORIGIN' | 'PROXIES';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * GATEWAY, GATEWAY_HOSTS, GATEWAY_ORIGINS, ORIGIN and PROXIES, as docs/hosting.md describes them.
 * @returns undefined when there is to be no gateway, or the name of the variable that cannot be understood
 */
export function readGatewaySettings(
  environment: Readonly<Record<string, string | undefined>>,
  host: string,
): GatewaySettings | undefined | GatewayVariable {
  const { GATEWAY = 'on', GATEWAY_HOSTS, GATEWAY_ORIGINS = '', ORIGIN, PROXIES = '0' } = environment;
  if (GATEWAY === 'off') return undefined;
  if (GATEWAY !== 'on') return 'GATEWAY';
  const allowedHosts = GATEWAY_HOSTS === undefined ? undefined : listOf(GATEWAY_HOSTS).map(canonicalHost);
  if (!isWhole(allowedHosts)) return 'GATEWAY_HOSTS';
  const origins = listOf(GATEWAY_ORIGINS);
  if (!origins.every(isOrigin)) return 'GATEWAY_ORIGINS';
  const origin = ORIGIN === undefined ? undefined : originHost(ORIGIN);
  if (origin === null) return 'ORIGIN';
  if (!/^\d$/.test(PROXIES)) return 'PROXIES';
  return { allowedHosts, hosts: ownHosts(origin, host), origins, proxies: Number(PROXIES) };
}

function listOf(written: string): string[] {
  return written.split(/[\s,]+/).filter((name) => name !== '');
}

/** As a browser writes it: `https://degjo.example`, nothing behind the host and port. */
function isOrigin(written: string): boolean {
  return URL.canParse(written) && /^https?:/.test(written) && new URL(written).origin === written;
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
export function createNodeGateway({ allowedHosts, hosts, origins, proxies }: GatewaySettings): Hono {
  const client = createGuardedClient({ hop: createNodeHop(), allowedHosts });
  return createGateway({ client, hosts, origins, clientOf: (context) => clientOf(context, proxies) });
}

/** What a listener writes into X-Forwarded-For stands left of what our proxies add. */
export function clientOf(context: Context, proxies: number): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',') ?? [];
  const named = proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined;
  if (named !== undefined && isIP(named) !== 0) return named;
  return getConnInfo(context).remote.address ?? '';
}
