import { expect, it } from 'vitest';
import { keepReadableEditions } from './keep-readable-editions.ts';

/** What the worker would keep of an answer. */
async function kept(response: Response) {
  const request = new Request('https://degjo.example/editions/mostra/feed.json');
  return keepReadableEditions.cacheWillUpdate?.({ response, request, event: undefined as never });
}

const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Mostra', items: [] });

it('an edition is kept, unread', async () => {
  const response = await kept(new Response(feed));
  expect(await response?.text()).toBe(feed);
});

it.each([
  ['an edition with an error of the host', new Response(feed, { status: 500 })],
  ['a sign-in page of the network', new Response('<!doctype html><title>Wi-Fi</title>')],
  ['an edition that was cut off', new Response(feed.slice(0, -5))],
  ['nothing', new Response('')],
  ['JSON of another kind', new Response('{"version":"1.0"}')],
  ['JSON without a version', new Response('[]')],
  ['null', new Response('null')],
])('%s never takes its place', async (_, response) => {
  expect(await kept(response)).toBeNull();
});
