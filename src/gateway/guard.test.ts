import { describe, expect, it } from 'vitest';
import { checkAddress, checkResolved } from './guard.ts';

/** No packet is sent by any of this: the guard decides on what is written. */
function decision(written: string, options?: Parameters<typeof checkAddress>[1]): string {
  try {
    return checkAddress(written, options).href;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
}

describe('an address that may be gone to', () => {
  it.each([
    ['https://lajme.example/feed.xml', 'https://lajme.example/feed.xml'],
    ['http://lajme.example', 'http://lajme.example/'],
    ['HTTPS://LAJME.EXAMPLE:443/A?b#c', 'https://lajme.example/A?b'],
    ['http://lajme.example:80/', 'http://lajme.example/'],
    ['  https://lajme.example/\n', 'https://lajme.example/'],
    ['https://lajme.example./a', 'https://lajme.example/a'],
    ['https://përditë.example/ë', 'https://xn--prdit-nsae.example/%C3%AB'],
    ['https://lajme.example/përditë?q=çaj', 'https://lajme.example/p%C3%ABrdit%C3%AB?q=%C3%A7aj'],
    ['http://93.184.215.14/', 'http://93.184.215.14/'],
    ['https://[2606:2800:21f:cb07::1]/', 'https://[2606:2800:21f:cb07::1]/'],
    ['https://localhost.example/', 'https://localhost.example/'],
    ['https://a_b.lajme.example/', 'https://a_b.lajme.example/'],
  ])('%s', (written, href) => {
    expect(decision(written)).toBe(href);
  });
});

describe('an address that is none', () => {
  it.each([
    '',
    'lajme',
    '/feed.xml',
    '//lajme.example/',
    'ftp://lajme.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,a',
    'blob:https://lajme.example/1',
    'gopher://lajme.example/',
    'ws://lajme.example/',
    'view-source:http://lajme.example/',
    'http://',
    'http://lajme.example:99999/',
    'http://a b/',
    'http://[fe80::1%25eth0]/',
    'http://[fe80::1%eth0]/',
    'http://1.2.3.4.5/',
    'http://256.1.1.1/',
    'http://127.0.0.1.2/',
    'http://0x100000000/',
    'http://[::ffff:127.0.0.256]/',
    'https://ana@lajme.example/',
    'https://ana:fjala@lajme.example/',
    'https://:fjala@lajme.example/',
    'https://lajme.example@127.0.0.1/',
    `https://lajme.example/${'a'.repeat(8_000)}`,
  ])('%s', (written) => {
    expect(decision(written)).toBe('bad-address');
  });
});

describe('a host that is not gone to', () => {
  it.each([
    // IPv4 in every spelling that a URL allows
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0x7f.0.0.0x1/',
    'http://127.0.0.1./',
    'http://１２７.０.０.１/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://%31%32%37.0.0.1/',
    'http:\\\\127.0.0.1\\',
    'http:127.0.0.1',
    'http://0/',
    'http://0.0.0.0/',
    // what each special range is for
    'http://0.1.2.3/',
    'http://10.0.0.1/',
    'http://100.64.0.1/',
    'http://100.127.255.255/',
    'http://127.255.255.254/',
    'http://169.254.169.254/latest/meta-data/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.0.0.1/',
    'http://192.0.0.170/',
    'http://192.0.2.1/',
    'http://192.88.99.1/',
    'http://192.168.0.1/',
    'http://198.18.0.1/',
    'http://198.19.255.255/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
    'http://224.0.0.1/',
    'http://239.255.255.255/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    // IPv6
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::127.0.0.1]/',
    'http://[::5db8:d70e]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:93.184.215.14]/',
    'http://[::ffff:0:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b::93.184.215.14]/',
    'http://[64:ff9b:1::1]/',
    'http://[100::1]/',
    'http://[2001::1]/',
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'http://[2001:2::1]/',
    'http://[2001:10::1]/',
    'http://[2001:20::1]/',
    'http://[2001:db8::1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:c0a8:101::1]/',
    'http://[3fff::1]/',
    'http://[4000::1]/',
    'http://[5f00::1]/',
    'http://[fc00::1]/',
    'http://[fd12:3456:789a::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    // names
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://app.localhost/',
    'http://ⓛocalhost/',
    'http://router/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://nas.home.arpa/',
    'http://nas.lan/',
    'http://abc.onion/',
    'http://lajme.example../',
    'http://.lajme.example/',
    'http://lajme..example/',
    `http://${'a'.repeat(64)}.example/`,
    `http://${'a.'.repeat(125)}example/`,
    "http://lajme'.example/",
    // ports
    'http://lajme.example:443/',
    'https://lajme.example:80/',
    'http://lajme.example:8080/',
    'http://lajme.example:22/',
    'http://lajme.example:0/',
    'https://[2606:2800:21f:cb07::1]:8443/',
  ])('%s', (written) => {
    expect(decision(written)).toBe('not-allowed');
  });
});

it('a redirect’s address is relative to where it stands, and checked alike', () => {
  const base = new URL('https://lajme.example/a/b');
  expect(decision('../c', { base })).toBe('https://lajme.example/c');
  expect(decision('//10.0.0.1/', { base })).toBe('not-allowed');
  expect(decision('\\\\127.1\\', { base })).toBe('not-allowed');
  expect(decision('//ana@lajme.example/', { base })).toBe('bad-address');
});

describe('with a list of allowed hosts', () => {
  const allowedHosts = ['lajme.example', 'xn--prdit-nsae.example'];

  it.each([
    'https://lajme.example/',
    'https://www.lajme.example/',
    'https://LAJME.example./',
    'https://përditë.example/',
  ])('%s is on it', (written) => {
    expect(decision(written, { allowedHosts })).toMatch(/^https:/);
  });

  it.each([
    'https://tjetër.example/',
    'https://keqlajme.example/',
    'https://lajme.example.tjetër.example/',
    'https://example/',
    'http://93.184.215.14/',
  ])('%s is not', (written) => {
    expect(decision(written, { allowedHosts })).toBe('not-allowed');
  });

  it('what is private stays private', () => {
    expect(decision('http://127.0.0.1/', { allowedHosts: ['127.0.0.1'] })).toBe('not-allowed');
    expect(decision('http://localhost/', { allowedHosts: ['localhost'] })).toBe('not-allowed');
  });
});

describe('what a name resolves to', () => {
  const verdict = (...addresses: string[]) => {
    try {
      return checkResolved(addresses.map((address) => ({ address }))).length;
    } catch (error) {
      return (error as { reason: string }).reason;
    }
  };

  it('passes when every address is public', () => {
    expect(verdict('93.184.215.14')).toBe(1);
    expect(verdict('93.184.215.14', '2606:2800:21f:cb07::1')).toBe(2);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '100.100.100.200',
    '::1',
    '::',
    '::127.0.0.1',
    '::ffff:93.184.215.14',
    '64:ff9b::5db8:d70e',
    'fd00::1',
    'fe80::1%eth0',
    '2606:2800:21f:cb07::1%eth0',
    // no resolver writes so, and none is believed who does
    '0x5db8d70e',
    '1572394766',
    '93.184.0x0d70e',
    '0135.184.215.14',
    '93.184.215.014',
    '[2606:2800:21f:cb07::1]',
    '',
    'lajme.example',
  ])('one that is not refuses them all: %s', (address) => {
    expect(verdict('93.184.215.14', address)).toBe('not-allowed');
    expect(verdict(address, '93.184.215.14')).toBe('not-allowed');
  });

  it('and none is none', () => {
    expect(verdict()).toBe('unreachable');
  });
});
