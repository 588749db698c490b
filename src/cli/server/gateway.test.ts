import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../gateway/gateway.ts';
import type { RemoteAnswer } from '../../gateway/guarded-client.ts';
import { createApp } from './app.ts';
import { clientOf, readGatewaySettings } from './gateway.ts';
import { serve } from './listen.ts';

const root = mkdtempSync(join(tmpdir(), 'degjo-gateway-'));
writeFileSync(join(root, 'index.html'), '<!doctype html><title>Dëgjo</title>');
afterAll(() => rmSync(root, { recursive: true }));

const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
const text = 'Lajmi i ditës. '.repeat(200);

function gateway() {
  const client = (): Promise<RemoteAnswer> => {
    const headers = new Headers({ 'content-type': 'text/html', 'cache-control': 'max-age=60', etag: '"1"' });
    return Promise.resolve({
      status: 200,
      url: 'https://lajme.example/',
      headers,
      body: new TextEncoder().encode(text),
    });
  };
  return createGateway({ client, clientOf: (context) => clientOf(context, 0) });
}

describe('the app’s server', () => {
  it.each(['/', '/degjo/'])(
    'answers beside the page at %s, with the gateway’s own protection and lifetime',
    async (base) => {
      const server = await serve({ root, base, port: 0, host: '127.0.0.1', gateway: gateway() });
      try {
        const address = new URL('gateway', server.url);
        expect((await fetch(address, { headers: own })).status).toBe(204);
        const answer = await fetch(`${address.href}?url=https://lajme.example/`, { headers: own });
        expect(await answer.text()).toBe(text);
        expect(answer.headers.get('content-security-policy')).toContain('sandbox');
        expect(answer.headers.get('cache-control')).toMatch(/^private, max-age=\d+$/);
        expect(answer.headers.get('content-type')).toBe('text/plain');
        const foreign = await fetch(`${address.href}?url=https://lajme.example/`);
        expect([foreign.status, foreign.headers.get('content-type')]).toEqual([403, 'application/problem+json']);
        expect(foreign.headers.get('content-security-policy')).toContain('sandbox');
        const page = await fetch(server.url);
        expect(page.headers.get('content-security-policy')).not.toContain('sandbox');
      } finally {
        await server.close();
      }
    },
  );

  it('sends what it brings compressed', async () => {
    const headers = { ...own, 'accept-encoding': 'gzip' };
    const connection = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
    const app = createApp({ root, gateway: gateway() });
    const answer = await app.request('/gateway?url=https://lajme.example/', { headers }, connection);
    expect([answer.headers.get('content-encoding'), answer.headers.get('etag')]).toEqual(['gzip', 'W/"1"']);
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(text);
  });

  it('without a gateway knows no such address', async () => {
    expect((await createApp({ root }).request('/gateway', { headers: own })).status).toBe(404);
  });
});

describe('settings', () => {
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  const open = { allowedHosts: undefined, hosts: loopback, origins: [], proxies: 0 };

  it.each([
    [{}, 'localhost', open],
    [{ GATEWAY: 'on' }, '::1', open],
    [{ GATEWAY: 'off', ORIGIN: 'x' }, 'localhost', undefined],
    [{}, '0.0.0.0', { ...open, hosts: undefined }],
    [{ ORIGIN: 'https://Degjo.example/' }, '0.0.0.0', { ...open, hosts: ['degjo.example', ...loopback] }],
    [
      { ORIGIN: 'https://degjo.example', PROXIES: '1' },
      'localhost',
      { ...open, hosts: ['degjo.example', ...loopback], proxies: 1 },
    ],
    [
      { GATEWAY_HOSTS: 'Lajme.example, përditë.example\n' },
      'localhost',
      { ...open, allowedHosts: ['lajme.example', 'xn--prdit-nsae.example'] },
    ],
    [
      { GATEWAY_ORIGINS: 'https://degjo.example, http://127.0.0.1:4173' },
      'localhost',
      { ...open, origins: ['https://degjo.example', 'http://127.0.0.1:4173'] },
    ],
  ])('%j on %s', (environment, host, expected) => {
    expect(readGatewaySettings(environment, host)).toEqual(expected);
  });

  it.each([
    ['GATEWAY', 'po'],
    ['GATEWAY_HOSTS', ''],
    ['GATEWAY_HOSTS', 'https://lajme.example/'],
    ['GATEWAY_HOSTS', 'lajme.example:8080'],
    ['GATEWAY_HOSTS', 'lajme.example/feed'],
    ['GATEWAY_HOSTS', 'lajme.example, 10.0.0.1'],
    ['GATEWAY_HOSTS', 'localhost'],
    ['GATEWAY_HOSTS', '*.lajme.example;b'],
    ['GATEWAY_ORIGINS', '*'],
    ['GATEWAY_ORIGINS', 'https://degjo.example/'],
    ['GATEWAY_ORIGINS', 'degjo.example'],
    ['ORIGIN', 'degjo.example'],
    ['ORIGIN', 'ftp://degjo.example'],
    ['PROXIES', '-1'],
    ['PROXIES', 'një'],
  ])('%s=%s is told', (name, value) => {
    expect(readGatewaySettings({ [name]: value }, 'localhost')).toBe(name);
  });
});

describe('whom a request counts for', () => {
  it.each([
    [0, '198.51.100.7, 203.0.113.9', '127.0.0.1'],
    [1, '198.51.100.7, 203.0.113.9', '203.0.113.9'],
    [2, '198.51.100.7, 203.0.113.9', '198.51.100.7'],
    [1, 'kushdo', '127.0.0.1'],
    [1, '', '127.0.0.1'],
    [3, '203.0.113.9', '127.0.0.1'],
  ])('behind %i proxies that say %j', async (proxies, forwarded, expected) => {
    const app = new Hono().get('/', (c) => c.text(clientOf(c, proxies)));
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    const server = createServer((request, response) => void listener(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': forwarded } });
    expect(await answer.text()).toBe(expected);
    server.closeAllConnections();
    server.close();
  });
});
