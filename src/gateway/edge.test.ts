import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createGateway } from './gateway.ts';
import { createGuardedClient } from './guarded-client.ts';

it('runs on any platform that has fetch: nothing of Node is imported', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (module: URL) => {
    if (seen.has(module.href)) return;
    seen.add(module.href);
    for (const [, from = ''] of readFileSync(module, 'utf8').matchAll(/^import (?!type)[^;]*?from '([^']+)';/gm)) {
      if (from.startsWith('.')) visit(new URL(from, module));
      else packages.add(from.split('/')[0] ?? from);
    }
  };
  visit(new URL('gateway.ts', import.meta.url));
  visit(new URL('guarded-client.ts', import.meta.url));
  expect([...packages].sort()).toEqual(['hono', 'http-cache-semantics', 'ipaddr.js', 'lru-cache']);
});

it('takes the platform’s own fetch for one hop, and checks each', async () => {
  const asked: string[] = [];
  const fetch = (url: URL, init: RequestInit) => {
    asked.push(`${url.href} ${init.redirect ?? ''}`);
    const headers = { 'content-type': 'text/html', location: url.pathname === '/' ? '/lajm' : 'http://10.0.0.1/' };
    return Promise.resolve(new Response('Lajmi', { status: url.pathname === '/lajm' ? 200 : 302, headers }));
  };
  const client = createGuardedClient({ hop: (url, init) => fetch(url, { ...init, redirect: 'manual' }) });
  const gateway = createGateway({ client, clientOf: (context) => context.req.header('x-client') ?? '' });
  const ask = async (url: string) =>
    (await gateway.request(`/?url=${url}`, { headers: { 'sec-fetch-site': 'same-origin' } })).status;
  expect(await ask('https://lajme.example/')).toBe(200);
  expect(await ask('https://lajme.example/brenda')).toBe(403);
  expect(asked).toEqual([
    'https://lajme.example/ manual',
    'https://lajme.example/lajm manual',
    'https://lajme.example/brenda manual',
  ]);
});
