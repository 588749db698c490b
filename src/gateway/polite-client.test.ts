import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startElsewhere } from './fixtures/elsewhere.ts';
import { createGuardedClient } from './guarded-client.ts';
import type { RemoteAnswer, RemoteRequest } from './guarded-client.ts';
import { PoliteClient } from './polite-client.ts';
import { GatewayProblem } from './problems.ts';

const outcome = (work: Promise<RemoteAnswer>) =>
  work.then(
    ({ body }) => new TextDecoder().decode(body),
    (error: unknown) => (error as { reason: string }).reason,
  );

describe('on real sockets', () => {
  it('goes where robots.txt lets it, one request at a time, under its name', async () => {
    let open = 0;
    let mostOpen = 0;
    const names = new Set<string | undefined>();
    const answer: RequestListener = (request, response) => {
      mostOpen = Math.max(mostOpen, ++open);
      names.add(request.headers['user-agent']);
      const rules = 'User-agent: Degjo\nDisallow: /privat\n\nUser-agent: *\nDisallow: /\n';
      response.writeHead(200, { 'content-type': 'text/plain' });
      setTimeout(() => {
        open--;
        response.end(request.url === '/robots.txt' ? rules : request.url);
      }, 5);
    };
    const elsewhere = await startElsewhere({ 'lajme.example': { answer } });
    const client = createGuardedClient({ hop: elsewhere.hop, userAgent: 'Degjo/0.1 (+https://degjo.example/)' });
    const polite = new PoliteClient({ client, robot: 'Degjo', pause: 1 });
    const get = (path: string) => outcome(polite.get({ url: `http://lajme.example${path}` }));
    expect(await Promise.all(['/1', '/privat/2', '/3', '/4'].map(get))).toEqual(['/1', 'robots', '/3', '/4']);
    expect(elsewhere.requests).toEqual(['/robots.txt', '/1', '/3', '/4'].map((path) => `lajme.example${path}`));
    expect([mostOpen, ...names]).toEqual([1, 'Degjo/0.1 (+https://degjo.example/)']);
    await elsewhere.close();
  });
});

describe('by the clock', () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }));
  afterEach(() => vi.useRealTimers());

  /** Remembers at which second what was asked for. */
  function visits(robots: string | GatewayProblem, pause = 2_000) {
    const asked: string[] = [];
    const client = (request: RemoteRequest): Promise<RemoteAnswer> => {
      const { host, pathname } = new URL(request.url);
      asked.push(`${Date.now() / 1000} ${host}${pathname}`);
      if (pathname === '/keq') return Promise.reject(new GatewayProblem('server'));
      if (pathname === '/robots.txt' && robots instanceof GatewayProblem) return Promise.reject(robots);
      const body = new TextEncoder().encode(pathname === '/robots.txt' ? String(robots) : pathname);
      return Promise.resolve({ status: 200, url: request.url, headers: new Headers(), body });
    };
    const polite = new PoliteClient({ client, robot: 'Degjo', pause });
    const get = async (...urls: string[]) => {
      const work = Promise.all(urls.map((url) => outcome(polite.get({ url: `https://${url}` }))));
      await vi.runAllTimersAsync();
      return work;
    };
    return { asked, get };
  }

  it('leaves a pause between two requests to a host, also after one that failed, and lets no other host wait', async () => {
    const { asked, get } = visits('');
    expect(await get('a.example/1', 'a.example/keq', 'b.example/1', 'a.example/2')).toEqual([
      '/1',
      'server',
      '/1',
      '/2',
    ]);
    expect(asked).toEqual([
      '0 a.example/robots.txt',
      '0 b.example/robots.txt',
      '2 a.example/1',
      '2 b.example/1',
      '4 a.example/keq',
      '6 a.example/2',
    ]);
  });

  it('keeps to a longer Crawl-delay, within reason', async () => {
    const slow = visits('User-agent: *\nCrawl-delay: 10');
    await slow.get('a.example/1', 'a.example/2');
    expect(slow.asked).toEqual(['0 a.example/robots.txt', '10 a.example/1', '20 a.example/2']);
  });

  it('is not held up for days', async () => {
    const days = visits('User-agent: *\nCrawl-delay: 100000');
    await days.get('a.example/1');
    expect(days.asked).toEqual(['0 a.example/robots.txt', '60 a.example/1']);
  });

  it.each(['not-found', 'gone', 'refused', 'wrong-type'] as const)(
    'a host whose rules are %s has none',
    async (reason) => {
      expect(await visits(new GatewayProblem(reason)).get('a.example/1')).toEqual(['/1']);
    },
  );

  it.each(['server', 'slow', 'unreachable', 'too-large'] as const)(
    'a host whose rules cannot be had (%s) is left alone, and asked again',
    async (reason) => {
      const { asked, get } = visits(new GatewayProblem(reason));
      expect(await get('a.example/1', 'a.example/2')).toEqual([reason, reason]);
      expect(asked).toEqual(['0 a.example/robots.txt', '2 a.example/robots.txt']);
    },
  );

  it('asks for the rules once a day', async () => {
    const { asked, get } = visits('');
    await get('a.example/1');
    vi.setSystemTime(23 * 3600_000);
    await get('a.example/1');
    vi.setSystemTime(25 * 3600_000);
    await get('a.example/1');
    expect(asked.filter((each) => each.includes('robots'))).toHaveLength(2);
  });
});
