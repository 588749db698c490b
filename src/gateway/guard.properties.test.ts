import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkAddress, isPublicAddress, literalAddress } from './guard.ts';

function decision(written: string): string {
  try {
    return checkAddress(written).href;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
}

/** The registries of special-purpose addresses (IANA, RFC 6890 and later), written down once more. */
const special4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
  203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
  .split(/\s+/)
  .map((range) => {
    const [network = '', length = ''] = range.split('/');
    return { network: number4(network), size: 2 ** (32 - Number(length)) };
  });

function number4(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isSpecial4(number: number): boolean {
  return special4.some(({ network, size }) => number >= network && number < network + size);
}

/** By its first sixteen and next sixteen bits: outside 2000::/3, and what within it is no host's. */
function isSpecial6(parts: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = parts;
  if (first >> 13 !== 1) return true;
  if (first === 0x2001) return second < 0x200 || second === 0xdb8;
  if (first === 0x2620 && second === 0x4f && third === 0x8000) return true;
  return first === 0x2002 || (first === 0x3fff && second < 0x1000);
}

const edges = special4.flatMap(({ network, size }) => [network - 1, network, network + size - 1, network + size]);
const ipv4 = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(...edges.filter((number) => number >= 0 && number < 2 ** 32)),
);
const spelt = fc
  .tuple(ipv4, fc.constantFrom(1, 2, 3, 4), fc.array(fc.constantFrom(8, 10, 16), { minLength: 4, maxLength: 4 }))
  .map(([number, parts, bases]) => ({ number, text: spell(number, parts, bases) }));

it('an IPv4 address passes in no spelling if it is special, and in each if it is not', () => {
  fc.assert(
    fc.property(spelt, ({ number, text }) => {
      expect(decision(`http://${text}/`).startsWith('http')).toBe(!isSpecial4(number));
    }),
    { numRuns: 3_000 },
  );
});

const part = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.constantFrom(0, 1, 2, 0x64, 0xff9b, 0xffff, 0x2001, 0xdb8, 0x2002, 0x3fff, 0xfe80, 0xfc00, 0x7f00, 0x4f, 0x2620),
);
const ipv6 = fc.array(part, { minLength: 8, maxLength: 8 });

it('an IPv6 address passes only if it is a public host’s', () => {
  fc.assert(
    fc.property(ipv6, (parts) => {
      const text = parts.map((each) => each.toString(16)).join(':');
      expect(isPublicAddress(text)).toBe(!isSpecial6(parts));
      expect(decision(`http://[${text}]/`).startsWith('http')).toBe(!isSpecial6(parts));
    }),
    { numRuns: 3_000 },
  );
});

it('no URL at all passes with a literal that is not public, a port or a user', () => {
  const host = fc.oneof(
    fc.ipV4Extended(),
    fc.ipV6().map((address) => `[${address}]`),
    fc.domain(),
    spelt.map(({ text }) => text),
    fc.string(),
  );
  const written = fc
    .tuple(
      fc.constantFrom('http:', 'https:', 'ftp:', 'http:/', 'HTTP:'),
      fc.constantFrom('//', '\\\\', '/', ''),
      fc.constantFrom('', 'ana@', 'ana:fjala@', '@'),
      host,
      fc.constantFrom('', '.', ':80', ':443', ':8080', '%00', '#', '@127.0.0.1'),
      fc.webPath(),
    )
    .map((each) => each.join(''));
  fc.assert(
    fc.property(fc.oneof(written, fc.string(), fc.webUrl()), (text) => {
      const href = decision(text);
      if (!/^https?:/.test(href)) return;
      const { hostname, port, username, password } = new URL(href);
      expect([port, username, password]).toEqual(['', '', '']);
      const literal = literalAddress(hostname);
      if (literal !== undefined) expect(isPublicAddress(literal)).toBe(true);
      else expect(hostname).toMatch(/^[a-z0-9_.-]+\.[a-z0-9_-]+$/);
    }),
    { numRuns: 3_000 },
  );
});

/** An IPv4 address in one to four parts, of which the last takes what is left, each in its own base. */
function spell(number: number, parts: number, bases: readonly number[]): string {
  const written = Array.from({ length: parts }, (_, index) => {
    const rest = 8 * (4 - index);
    const last = index === parts - 1;
    const value = last ? number % 2 ** rest : Math.floor(number / 2 ** (rest - 8)) % 256;
    const base = bases[index] ?? 10;
    return (base === 16 ? '0x' : base === 8 ? '0' : '') + value.toString(base);
  });
  return written.join('.');
}
