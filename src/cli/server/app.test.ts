import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, encoderPolicy } from '../../../csp.ts';
import { createApp } from './app.ts';
import { serve } from './listen.ts';

const folder = mkdtempSync(join(tmpdir(), 'degjo-app-'));
const root = join(folder, 'dist');
mkdirSync(root);
const app = createApp({ root });
const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

beforeAll(() => {
  for (const path of ['assets', 'editions', 'voice', '.git']) mkdirSync(join(root, path), { recursive: true });
  const files: Record<string, string> = {
    'index.html': '<!doctype html><title>Dëgjo</title>',
    '404.html': '<!doctype html><title>Nuk ka faqe të tillë</title>',
    'manifest.webmanifest': '{"name":"Dëgjo"}',
    'sw.js': 'self;',
    'editions/shembull.json': '{}',
    'lexo.txt': 'Përshëndetje',
    'icon.png': 'png',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'assets/app-1a2b.js': 'x'.repeat(5000),
    'assets/font-1a2b.woff2': 'woff2',
    'voice/albanian-1a2b.bin': 'z'.repeat(5000),
    'emri me hapësirë.txt': 'po',
    '.git/config': 'secret',
    '../secret.txt': 'secret',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/sw.js', 'text/javascript; charset=utf-8'],
    ['/editions/shembull.json', 'application/json'],
    ['/lexo.txt', 'text/plain; charset=utf-8'],
    ['/icon.png', 'image/png'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/assets/font-1a2b.woff2', 'font/woff2'],
  ])('%s is sent as %s', async (path, type) => {
    const answer = await app.request(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
  });

  it('a name with spaces and Albanian letters is found', async () => {
    expect(await (await app.request('/emri%20me%20hap%C3%ABsir%C3%AB.txt')).text()).toBe('po');
  });

  it('HEAD has the headers of GET and no body', async () => {
    const answer = await app.request('/lexo.txt', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });
});

describe('caching', () => {
  it('hashed assets are kept for ever', async () => {
    const answer = await app.request('/assets/app-1a2b.js');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it.each(['/', '/sw.js', '/editions/shembull.json', '/assets/missing.js'])('%s is asked for again', async (path) => {
    expect((await app.request(path)).headers.get('cache-control')).toBe('no-cache');
  });

  it('an unchanged file costs no download, a changed one does', async () => {
    const etag = (await app.request('/sw.js')).headers.get('etag') ?? '';
    const again = () => app.request('/sw.js', { headers: { 'if-none-match': etag } });
    const unchanged = await again();
    expect([unchanged.status, await unchanged.text()]).toEqual([304, '']);
    // The same length, for that is how a new build usually differs from the old one.
    writeFileSync(join(root, 'sw.js'), 'this;');
    expect((await again()).status).toBe(200);
  });

  it('a part of a file is sent when asked for, without the mark of the whole', async () => {
    const answer = await app.request('/icon.png', { headers: { range: 'bytes=1-2' } });
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([206, 'ng', null]);
  });

  it('text travels compressed and comes out the same', async () => {
    const answer = await app.request('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('vary')).toContain('Accept-Encoding');
    const body = Buffer.from(await answer.arrayBuffer());
    expect(body.length).toBeLessThan(5000);
    expect(gunzipSync(body).toString()).toBe('x'.repeat(5000));
  });
});

describe('the embedded voice', () => {
  it('is kept for ever and travels compressed, its data too', async () => {
    const answer = await app.request('/voice/albanian-1a2b.bin', { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe('z'.repeat(5000));
  });
});

describe('what is not there', () => {
  it('a missing asset is a plain 404, never a page under its name', async () => {
    const answer = await app.request('/assets/gone.js', { headers: { accept: '*/*' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('text/plain');
  });

  it('an unknown address in the address bar gets the page that says so', async () => {
    const answer = await app.request('/artikuj/asgje', { headers: page });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Nuk ka faqe të tillë');
  });

  it('a folder without an index is not listed', async () => {
    expect((await app.request('/editions/')).status).toBe(404);
  });
});

describe('what is refused', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s', async (method) => {
    const answer = await app.request('/', { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/lexo.txt%00.png',
    '/%00',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    '/.git/config',
    '/%2egit/config',
    '/assets/%2e%2e/.git/config',
  ])('%s', async (path) => {
    const answer = await app.request(`http://localhost${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });
});

describe('protection', () => {
  it.each([
    ['/', 'GET'],
    ['/missing.js', 'GET'],
    ['/', 'POST'],
  ])('goes with every answer: %s %s', async (path, method) => {
    const { headers } = await app.request(path, { method });
    expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy({ forMeta: false }));
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('microphone=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it.each([
    [app, '/voice/encoder/encoder-worker-1a2b.js', '/voice/worker-1a2b.js'],
    [createApp({ root, base: '/degjo/' }), '/degjo/voice/encoder/encoder-worker-1a2b.js', '/voice/encoder/worker.js'],
  ])('lets WebAssembly run in the worker that encodes, and nowhere else', async (server, encoder, other) => {
    const policyOf = async (path: string) => (await server.request(path)).headers.get('content-security-policy');
    expect(await policyOf(encoder)).toBe(encoderPolicy);
    expect(await policyOf(other)).toBe(contentSecurityPolicy({ forMeta: false }));
  });

  it('lets no script in but our own, and no string become markup', () => {
    const policy = contentSecurityPolicy({ forMeta: false });
    expect(policy.replace("connect-src 'self' https:;", '')).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("require-trusted-types-for 'script'");
  });

  it('a meta element names nothing that browsers ignore there', () => {
    expect(contentSecurityPolicy({ forMeta: true })).not.toContain('frame-ancestors');
    expect(contentSecurityPolicy({ forMeta: false })).toContain("frame-ancestors 'none'");
  });
});

describe('under a path of a shared host', () => {
  const below = createApp({ root, base: '/degjo/' });

  it('serves there and nowhere else', async () => {
    expect((await below.request('/degjo/')).status).toBe(200);
    expect((await below.request('/degjo/lexo.txt')).status).toBe(200);
    expect((await below.request('/lexo.txt')).status).toBe(404);
    expect((await below.request('/degjolexo.txt')).status).toBe(404);
    expect((await below.request('/degjo/../../secret.txt')).status).toBe(404);
  });

  it('keeps its hashed assets for ever', async () => {
    expect((await below.request('/degjo/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable');
  });

  it('leads on when the last slash is forgotten', async () => {
    const answer = await below.request('/degjo?q=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/degjo/?q=1']);
  });
});

describe('a listening server', () => {
  it('answers on a real socket, and a request line that is no path gets no file', async () => {
    const server = await serve({ root, port: 0, host: '127.0.0.1' });
    try {
      expect(await (await fetch(new URL('lexo.txt', server.url))).text()).toBe('Përshëndetje');
      const raw = await sendRaw(
        server.port,
        'GET /../secret.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      );
      expect(raw).toMatch(/^HTTP\/1\.1 404/);
      const broken = await sendRaw(
        server.port,
        'GET /a\\..\\b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      );
      expect(broken).toMatch(/^HTTP\/1\.1 40[04]/);
      expect(broken.toLowerCase()).toContain('content-security-policy');
    } finally {
      await server.close();
    }
  });

  it('says that its port is taken', async () => {
    const first = await serve({ root, port: 0, host: '127.0.0.1' });
    try {
      await expect(serve({ root, port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      await first.close();
    }
  });

  it('stops at once although somebody holds a connection open', async () => {
    const server = await serve({ root, port: 0, host: '127.0.0.1' });
    const held = connect(server.port, '127.0.0.1');
    const ended = new Promise((resolve) => held.on('close', resolve).on('error', resolve));
    await new Promise((resolve) => held.once('connect', resolve));
    await server.close();
    await ended;
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

function sendRaw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', reject);
  });
}
