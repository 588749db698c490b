import { describe, expect, it } from 'vitest';
import { isOwnPage } from './own-page.ts';

const asks = (
  headers: Record<string, string>,
  hosts?: readonly string[],
  url = 'https://degjo.example/gateway?url=a',
) => isOwnPage(new Request(url, { headers }), hosts);

const fetched = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };

describe('a script of our own page', () => {
  it.each([
    fetched,
    { ...fetched, 'sec-fetch-mode': 'same-origin' },
    { ...fetched, origin: 'https://degjo.example' },
    { ...fetched, 'x-requested-with': 'degjo' },
    // Browsers without fetch metadata, and any browser over plain http on a network
    { 'x-requested-with': 'degjo' },
    { origin: 'https://degjo.example' },
    // Before a proxy that speaks https for us
    { origin: 'http://degjo.example' },
  ])('is served: %j', (headers: Record<string, string>) => {
    expect(asks(headers)).toBe(true);
  });
});

describe('whoever else', () => {
  it.each([
    {},
    { 'x-requested-with': 'XMLHttpRequest' },
    { ...fetched, 'sec-fetch-site': 'cross-site' },
    { ...fetched, 'sec-fetch-site': 'same-site' },
    { ...fetched, 'sec-fetch-site': 'none' },
    { ...fetched, 'sec-fetch-site': '' },
    // An address opened as a page, in a frame, or as a part of a page
    { ...fetched, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    { ...fetched, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    { ...fetched, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { ...fetched, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    { ...fetched, 'sec-fetch-dest': 'style' },
    { ...fetched, 'sec-fetch-mode': 'no-cors' },
    { ...fetched, 'sec-fetch-mode': 'websocket' },
    // An origin that is another's says more than what stands beside it
    { ...fetched, origin: 'https://keq.example' },
    { ...fetched, origin: 'null' },
    { 'x-requested-with': 'degjo', origin: 'https://keq.example' },
    { 'x-requested-with': 'degjo', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://degjo.example.keq.example' },
    { origin: 'https://degjo.example:8443' },
    { origin: 'https://degjo.example', 'sec-fetch-site': 'same-site' },
  ])('is not: %j', (headers: Record<string, string>) => {
    expect(asks(headers)).toBe(false);
  });
});

describe('a server that knows its names', () => {
  const hosts = ['degjo.example', 'localhost'];

  it('is not led by a name that a page gave it', () => {
    expect(asks(fetched, hosts)).toBe(true);
    expect(asks(fetched, hosts, 'http://localhost:4173/gateway')).toBe(true);
    expect(asks(fetched, hosts, 'http://keq.example:4173/gateway')).toBe(false);
    expect(asks({ origin: 'http://keq.example:4173' }, hosts, 'http://keq.example:4173/gateway')).toBe(false);
  });

  it('knows the page’s origin also where a proxy renames the host', () => {
    expect(asks({ ...fetched, origin: 'https://degjo.example' }, hosts, 'http://localhost:4173/gateway')).toBe(true);
    expect(asks({ ...fetched, origin: 'https://keq.example' }, hosts, 'http://localhost:4173/gateway')).toBe(false);
  });
});

describe('an app elsewhere that is served besides', () => {
  const asksFrom = (origin: string, headers: Record<string, string> = {}) =>
    isOwnPage(
      new Request('https://porta.example/gateway', {
        headers: { ...fetched, 'sec-fetch-site': 'cross-site', origin, ...headers },
      }),
      undefined,
      ['https://degjo.example'],
    );

  it('is known by the origin that the browser names, to the letter', () => {
    expect(asksFrom('https://degjo.example')).toBe(true);
    for (const other of ['http://degjo.example', 'https://keq.example', 'https://degjo.example:8443', 'null']) {
      expect(asksFrom(other)).toBe(false);
    }
  });

  it('asks by a script alone', () => {
    expect(asksFrom('https://degjo.example', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' })).toBe(false);
    expect(asksFrom('https://degjo.example', { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })).toBe(
      false,
    );
  });
});
