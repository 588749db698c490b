import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../src/cli/server/gateway.ts';
import { serve } from '../src/cli/server/listen.ts';
import type { RunningServer } from '../src/cli/server/listen.ts';
import { startElsewhere } from '../src/gateway/fixtures/elsewhere.ts';
import type { Elsewhere } from '../src/gateway/fixtures/elsewhere.ts';
import { createGateway } from '../src/gateway/gateway.ts';
import { createGuardedClient } from '../src/gateway/guarded-client.ts';
import { newPage } from './journeys/app.ts';
import { openBrowser, rig, startPlainServer } from './rig/index.ts';
import type { PlainServer, RigBrowser } from './rig/index.ts';

const feed = 'http://lajme.example/feed.xml';
const answer: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag: '"1"' }).end('<rss/>');
};

let elsewhere: Elsewhere;
let app: RunningServer;
let other: PlainServer;
let browser: RigBrowser;

beforeAll(async () => {
  elsewhere = await startElsewhere({ 'lajme.example': { answer } });
  const client = createGuardedClient({ hop: elsewhere.hop });
  const gateway = createGateway({ client, hosts: ['127.0.0.1'], clientOf: (context) => clientOf(context, 0) });
  app = await serve({ root: rig.dist, port: 0, host: '127.0.0.1', gateway });
  other = await startPlainServer({ root: rig.dist });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.all([app.close(), other.close(), elsewhere.close()]);
});

describe('a page of ours', () => {
  it('reads through the gateway what its site does not open', async () => {
    const page = await newPage(browser);
    await page.goto(app.url);
    const brought = await page.evaluate(async (feed) => {
      const there = await fetch('gateway');
      const response = await fetch(`gateway?url=${encodeURIComponent(feed)}`);
      return [there.status, response.status, response.headers.get('x-remote-type'), await response.text()];
    }, feed);
    expect(brought).toEqual([204, 200, 'application/rss+xml; charset=utf-8', '<rss/>']);
    expect(elsewhere.requests).toEqual(['lajme.example/feed.xml']);
  });

  it('may ask another site directly over https alone', async () => {
    const page = await newPage(browser);
    await page.goto(app.url);
    const forbidden = await page.evaluate(async () => {
      const blocked = new Set<string>();
      const first = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
          blocked.add(blockedURI);
          resolve();
        });
      });
      for (const scheme of ['https', 'http']) await fetch(`${scheme}://lajme.example/`).catch(() => null);
      await first;
      return [...blocked];
    });
    expect(forbidden).toEqual(['http://lajme.example/']);
  });
});

describe('whoever else', () => {
  const address = () => `${app.url}gateway?url=${encodeURIComponent(feed)}`;

  it('opens it as a page and gets none', async () => {
    const before = elsewhere.requests.length;
    const page = await newPage(browser);
    const asked = page.waitForResponse((response) => response.url() === address());
    await page.goto(address()).catch(() => null);
    expect((await asked).status()).toBe(403);
    expect(elsewhere.requests).toHaveLength(before);
  });

  it.each(['cors', 'no-cors'] as const)('asks from another page (%s) and learns nothing', async (mode) => {
    const before = elsewhere.requests.length;
    const page = await newPage(browser);
    // Without a policy of its own, which would stop it first.
    other.replace('/', '<!doctype html><title>Tjetër</title>', 'text/html');
    await page.goto(other.url);
    const outcome = await page.evaluate(
      ([url = '', mode]) =>
        fetch(url, { mode: mode as RequestMode }).then(
          ({ status, type }) => [status, type],
          () => 'failed',
        ),
      [address(), mode],
    );
    expect(outcome).toBe('failed');
    expect(elsewhere.requests).toHaveLength(before);
  });
});
