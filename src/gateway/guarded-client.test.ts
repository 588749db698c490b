import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { remoteKinds } from '../articles/remote-document.ts';
import { ask, bring, elsewhere, lajme, leadsTo, page } from './fixtures/bring.ts';
import { publicAddress } from './fixtures/elsewhere.ts';

afterEach(() => elsewhere.close());

describe('a page', () => {
  it('is brought with what tells of its type, version and lifetime, and nothing else', async () => {
    const headers = { etag: '"1"', 'cache-control': 'max-age=60', 'set-cookie': 'a=b', 'x-else': 'c', link: '<d>' };
    const answer = await bring(lajme, { 'lajme.example': { answer: page('Përshëndetje', headers) } });
    expect(answer).toMatchObject({ status: 200, url: lajme, text: 'Përshëndetje' });
    const names = [...(answer as { headers: Headers }).headers.keys()];
    expect(names).toEqual(['cache-control', 'content-type', 'date', 'etag']);
  });

  it('is asked for without cookies or credentials, under our name, the same for every listener', async () => {
    let asked: Record<string, unknown> = {};
    const answer: RequestListener = (request, response) => {
      asked = request.headers;
      page('po', { 'set-cookie': 'kush=ana' })(request, response);
    };
    await bring(lajme, { 'lajme.example': { answer } });
    await ask(lajme);
    expect(Object.keys(asked).sort()).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'sec-fetch-mode',
      'user-agent',
    ]);
    expect(asked).toMatchObject({ host: 'lajme.example', 'user-agent': expect.stringMatching(/^Degjo\//) as string });
  });

  it.each([
    ['gzip', gzipSync('Lajmi i ditës')],
    ['x-gzip', gzipSync('Lajmi i ditës')],
    ['deflate', deflateSync('Lajmi i ditës')],
    ['br', brotliCompressSync('Lajmi i ditës')],
    ['identity', Buffer.from('Lajmi i ditës')],
  ])('in %s comes out as it was', async (coding, body) => {
    const site = { answer: page(body, { 'content-encoding': coding }) };
    expect(await bring(lajme, { 'lajme.example': site })).toMatchObject({ text: 'Lajmi i ditës' });
  });

  it('over TLS is brought only from whom its certificate names', async () => {
    const answer = page('po');
    const sites = { 'lajme.example': { answer, tls: true }, 'tjeter.example': { answer, tls: true } };
    expect(await bring('https://lajme.example/', sites)).toMatchObject({ text: 'po' });
    expect(await ask('https://tjeter.example/')).toBe('unreachable');
  });
});

describe('what is no page', () => {
  it.each([
    'image/png',
    'image/svg+xml',
    'application/pdf',
    'application/octet-stream',
    'text/css',
    'text/javascript',
    'text/event-stream',
    'multipart/mixed; boundary=text/html',
    'video/mp4; x=text/html',
    'html',
    '',
  ])('%s is not read', async (type) => {
    expect(await bring(lajme, { 'lajme.example': { answer: page('x', { 'content-type': type }) } })).toBe('wrong-type');
  });

  it.each([
    'text/html',
    'TEXT/HTML;charset="windows-1250"',
    'application/xhtml+xml',
    'text/xml',
    'application/rss+xml; charset=utf-8',
    'application/atom+xml',
    'application/rdf+xml',
    'application/json',
    'application/feed+json',
    'text/plain',
  ])('%s is read', async (type) => {
    const answer = await bring(lajme, { 'lajme.example': { answer: page('x', { 'content-type': type }) } });
    expect(answer).toMatchObject({ text: 'x' });
  });

  it.each([
    ['image/jpeg', 'x'],
    ['IMAGE/PNG', 'x'],
    ['image/webp', 'x'],
    ['image/avif', 'x'],
    ['image/gif', 'x'],
    ['image/svg+xml', 'wrong-type'],
    ['image/x-icon', 'wrong-type'],
    ['text/html', 'wrong-type'],
    ['application/xml', 'wrong-type'],
    ['application/octet-stream', 'wrong-type'],
    ['', 'wrong-type'],
  ])('%s, asked for as a picture: %s', async (type, expected) => {
    const site = { answer: page('x', { 'content-type': type }) };
    const answer = await bring({ url: lajme, as: 'picture' }, { 'lajme.example': site });
    expect(typeof answer === 'object' ? (answer as { text: string }).text : answer).toBe(expected);
  });

  it('a picture has a limit of its own', async () => {
    const { largest } = remoteKinds.picture;
    const answer = page(new Uint8Array(largest + 1), { 'content-type': 'image/png' });
    expect(await bring({ url: lajme, as: 'picture' }, { 'lajme.example': { answer } })).toBe('too-large');
  });

  it('a picture is asked for by the types that are read, and redirects are checked as for a page', async () => {
    let accept: string | undefined;
    const answer: RequestListener = (request, response) => {
      accept = request.headers.accept;
      leadsTo('http://192.168.1.1/logo.png')(request, response);
    };
    expect(await bring({ url: lajme, as: 'picture' }, { 'lajme.example': { answer } })).toBe('not-allowed');
    expect(accept).toBe('image/webp,image/jpeg,image/png,image/gif');
  });

  it.each(['zstd', 'gzip, gzip', 'compress', 'br, gzip'])('in %s it is not unpacked', async (coding) => {
    const site = { answer: page(gzipSync(gzipSync('x')), { 'content-encoding': coding }) };
    expect(await bring(lajme, { 'lajme.example': site })).toBe('wrong-type');
  });

  it.each([
    [404, 'not-found'],
    [410, 'gone'],
    [401, 'refused'],
    [403, 'refused'],
    [451, 'refused'],
    [429, 'server'],
    [500, 'server'],
    [503, 'server'],
    [204, 'server'],
    [206, 'server'],
    [304, 'server'],
    [300, 'server'],
  ])('status %i is told as %s', async (status, reason) => {
    expect(await bring(lajme, { 'lajme.example': { answer: page('', {}, status) } })).toBe(reason);
  });
});

describe('redirects', () => {
  const end = { answer: page('fund') };

  it('are followed four times, and the last place is told', async () => {
    const answer: RequestListener = (request, response) => {
      const step = Number(request.url?.slice(1));
      (step === 0 ? page('fund') : leadsTo(`/${step - 1}`, 301))(request, response);
    };
    const sites = { 'lajme.example': { answer } };
    expect(await bring(`${lajme}4`, sites)).toMatchObject({ url: `${lajme}0`, text: 'fund' });
    expect(await ask(`${lajme}5`)).toBe('redirects');
  });

  it('that go round end', async () => {
    expect(await bring(lajme, { 'lajme.example': { answer: leadsTo('/') } })).toBe('redirects');
    expect(elsewhere.requests).toHaveLength(5);
  });

  it.each([
    ['http://127.0.0.1/', 'not-allowed'],
    ['http://2130706433/', 'not-allowed'],
    ['http://[::1]/', 'not-allowed'],
    ['//169.254.169.254/latest/', 'not-allowed'],
    ['http://[::ffff:10.0.0.1]/', 'not-allowed'],
    ['http://localhost/', 'not-allowed'],
    ['http://lajme.example:6379/', 'not-allowed'],
    ['http://ana:fjala@lajme.example/', 'redirects'],
    ['file:///etc/passwd', 'redirects'],
    ['gopher://lajme.example/', 'redirects'],
    ['http://', 'redirects'],
  ])('to %s open no connection', async (location, reason) => {
    expect(await bring(lajme, { 'lajme.example': { answer: leadsTo(location) } })).toBe(reason);
    expect(elsewhere.connections).toEqual([[publicAddress]]);
  });

  it('to a name that leads inside open no connection', async () => {
    const sites = {
      'lajme.example': { answer: leadsTo('http://brenda.example/') },
      'brenda.example': { ...end, resolvesTo: [['10.0.0.7']] },
    };
    expect(await bring(lajme, sites)).toBe('not-allowed');
    expect(elsewhere.connections).toEqual([[publicAddress]]);
  });

  it('lead from http to https, and not back', async () => {
    const sites = {
      'lajme.example': { answer: leadsTo('http://tjeter.example/'), tls: true },
      'tjeter.example': { answer: leadsTo('https://lajme.example/') },
    };
    expect(await bring('http://tjeter.example/', sites)).toBe('redirects');
    expect(elsewhere.requests).toEqual(['tjeter.example/', 'lajme.example/']);
  });

  it('stay on the list of allowed hosts', async () => {
    const sites = { 'lajme.example': { answer: leadsTo('http://tjeter.example/') }, 'tjeter.example': end };
    expect(await bring(lajme, sites, { allowedHosts: ['lajme.example'] })).toBe('not-allowed');
    expect(await ask(lajme, { allowedHosts: ['lajme.example', 'tjeter.example'] })).toMatchObject({ text: 'fund' });
  });

  it('may be written with Albanian letters as they are', async () => {
    const answer: RequestListener = (request, response) => {
      if (request.url === '/')
        response.socket?.end('HTTP/1.1 301 M\r\nLocation: /përditë\r\nContent-Length: 0\r\n\r\n');
      else page(request.url ?? '')(request, response);
    };
    expect(await bring(lajme, { 'lajme.example': { answer } })).toMatchObject({ text: '/p%C3%ABrdit%C3%AB' });
  });

  it('that hold only for now leave the page no lifetime', async () => {
    const lives = { answer: page('fund', { 'cache-control': 'max-age=600' }) };
    const sites = (status: number) => ({
      'lajme.example': { answer: leadsTo('http://tjeter.example/', status) },
      'tjeter.example': lives,
    });
    const lifetime = (answer: unknown) => (answer as { headers: Headers }).headers.get('cache-control');
    expect(lifetime(await bring(lajme, sites(302)))).toBe('max-age=600, no-cache');
    await elsewhere.close();
    expect(lifetime(await bring(lajme, sites(301)))).toBe('max-age=600');
  });
});

describe('names', () => {
  it.each([['127.0.0.1'], ['10.0.0.1'], ['169.254.169.254'], ['::1'], ['fd00::1'], ['64:ff9b::7f00:1']])(
    'that resolve to %s open no connection',
    async (address) => {
      const answer = page('brenda');
      expect(await bring(lajme, { 'lajme.example': { answer, resolvesTo: [[address]] } })).toBe('not-allowed');
      await elsewhere.close();
      const mixed = [[publicAddress, address]];
      expect(await bring(lajme, { 'lajme.example': { answer, resolvesTo: mixed } })).toBe('not-allowed');
      expect([elsewhere.connections, elsewhere.requests]).toEqual([[], []]);
    },
  );

  it('that turn inside after the check are not asked again: the address that was checked is the one connected to', async () => {
    const answer: RequestListener = (request, response) => {
      response.setHeader('connection', 'close');
      page('jashtë')(request, response);
    };
    const site = { answer, resolvesTo: [[publicAddress], ['127.0.0.1']] };
    expect(await bring(lajme, { 'lajme.example': site })).toMatchObject({ text: 'jashtë' });
    expect(elsewhere.connections).toEqual([[publicAddress]]);
    // A new connection is a new question, and a new check.
    expect(await ask(lajme)).toBe('not-allowed');
    expect(elsewhere.connections).toEqual([[publicAddress]]);
  });

  it('that nobody knows, or that do not answer, are unreachable', async () => {
    expect(await bring('http://askush.example/', {})).toBe('unreachable');
    await elsewhere.close();
    const hangUp: RequestListener = (request) => request.socket.destroy();
    expect(await bring(lajme, { 'lajme.example': { answer: hangUp } })).toBe('unreachable');
  });
});

describe('the version at hand', () => {
  const answer: RequestListener = (request, response) => {
    const same = request.headers['if-none-match'] === '"1"' || request.headers['if-modified-since'] === 'e martë';
    page(same ? '' : 'i ri', { etag: '"1"' }, same ? 304 : 200)(request, response);
  };

  it.each([{ etag: '"1"' }, { lastModified: 'e martë' }])('is not brought again: %j', async (validators) => {
    const request = { url: lajme, unless: { url: lajme, ...validators } };
    const result = await bring(request, { 'lajme.example': { answer } });
    expect(result).toMatchObject({ status: 304, url: lajme, text: '' });
    expect((result as { headers: Headers }).headers.get('etag')).toBe('"1"');
  });

  it('is the version of one address: another place that a redirect leads to is not asked about it', async () => {
    const sites = { 'lajme.example': { answer: leadsTo('http://tjeter.example/') }, 'tjeter.example': { answer } };
    const elsewhereNow = await bring({ url: lajme, unless: { url: lajme, etag: '"1"' } }, sites);
    expect(elsewhereNow).toMatchObject({ status: 200, text: 'i ri' });
    const there = await ask({ url: lajme, unless: { url: 'http://tjeter.example/', etag: '"1"' } });
    expect(there).toMatchObject({ status: 304, url: 'http://tjeter.example/' });
  });
});
