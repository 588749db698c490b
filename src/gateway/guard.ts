import ipaddr from 'ipaddr.js';
import { GatewayProblem } from './problems.ts';

/** What no registry hands out: names of this machine, of the local network, of other nets than the internet. */
const localNames = ['localhost', 'local', 'internal', 'home.arpa', 'lan', 'onion', 'alt'];

/** All of IPv6 that is handed out to hosts. What lies outside carries IPv4 inside it, is local, or is nobody's. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

const longestAddress = 8_000;

/**
 * Reads an address that somebody else wrote, as a browser would, and lets it pass if the gateway may go there: http at
 * port 80 or https at port 443, no user name, a public host. Of a host's name it cannot know what it resolves to: that
 * is `checkResolved`'s to decide. The address has neither fragment nor a dot behind the host.
 * @param base what a redirect's address is relative to
 * @param allowedHosts if given, only these and hosts below them
 * @throws GatewayProblem `bad-address` or `not-allowed`
 */
export function checkAddress(
  written: string,
  { base, allowedHosts }: { base?: URL; allowedHosts?: readonly string[] | undefined } = {},
): URL {
  const url = parse(written, base);
  if (url.username !== '' || url.password !== '') throw new GatewayProblem('bad-address');
  // The URL parser leaves the scheme's own port out.
  if (url.port !== '') throw new GatewayProblem('not-allowed');
  url.hash = '';
  if (!url.hostname.startsWith('[')) url.hostname = url.hostname.replace(/\.$/, '');
  if (!isPublicHost(url.hostname)) throw new GatewayProblem('not-allowed');
  if (allowedHosts !== undefined && !allowedHosts.some((host) => isAtOrBelow(url.hostname, host))) {
    throw new GatewayProblem('not-allowed');
  }
  return url;
}

function parse(written: string, base: URL | undefined): URL {
  const url =
    written.length <= longestAddress && URL.canParse(written, base?.href) ? new URL(written, base) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new GatewayProblem('bad-address');
  return url;
}

/** @param host as the URL parser left it: in lower case, in Punycode, IPv4 in four decimal parts, IPv6 in brackets */
function isPublicHost(host: string): boolean {
  const literal = literalAddress(host);
  return literal === undefined ? isPublicName(host) : isPublicAddress(literal);
}

/** The address that a URL's host is; undefined when the host is a name. */
export function literalAddress(host: string): string | undefined {
  if (host.startsWith('[')) return host.slice(1, -1);
  return ipaddr.isValid(host) ? host : undefined;
}

function isPublicName(name: string): boolean {
  const labels = name.split('.');
  const wellFormed = name.length <= 253 && labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label));
  return wellFormed && labels.length > 1 && !localNames.some((local) => isAtOrBelow(name, local));
}

function isAtOrBelow(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

/**
 * Whether this is an address of one host on the public internet. IPv4 in four decimal parts only; IPv6 without a zone,
 * and not one that carries an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo): where that leads, the network
 * decides.
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === 'unicast';
  if (address.includes('%') || !ipaddr.IPv6.isValid(address)) return false;
  const v6 = ipaddr.IPv6.parse(address);
  return v6.match(globalUnicast) && v6.range() === 'unicast';
}

/**
 * Lets the addresses that a resolver gave for a name pass if every one is public: a name that leads both out and in is
 * up to something.
 * @throws GatewayProblem `unreachable` when there is none, `not-allowed`
 */
export function checkResolved<T extends { readonly address: string }>(addresses: readonly T[]): readonly T[] {
  if (addresses.length === 0) throw new GatewayProblem('unreachable');
  if (!addresses.every(({ address }) => isPublicAddress(address))) throw new GatewayProblem('not-allowed');
  return addresses;
}
