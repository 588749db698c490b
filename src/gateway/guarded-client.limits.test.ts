import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { largestRemote } from '../articles/remote-document.ts';
import { bring, elsewhere, lajme, leadsTo, page } from './fixtures/bring.ts';

afterEach(() => elsewhere.close());

describe('too much', () => {
  const limit = 'a'.repeat(largestRemote);

  it('is one byte more than the limit', async () => {
    expect(await bring(lajme, { 'lajme.example': { answer: page(limit) } })).toMatchObject({ text: limit });
    await elsewhere.close();
    expect(await bring(lajme, { 'lajme.example': { answer: page(limit + 'a') } })).toBe('too-large');
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 })],
    ['deflate', deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 })],
    ['br', brotliCompressSync(Buffer.alloc(200 * 1024 * 1024))],
  ])('in little (%s of 200 MiB) is noticed while it unfolds, not after', async (coding, bomb) => {
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 1);
    const site = { answer: page(bomb, { 'content-encoding': coding }) };
    expect(await bring(lajme, { 'lajme.example': site })).toBe('too-large');
    clearInterval(watch);
    expect(Math.max(most, process.memoryUsage().arrayBuffers) - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('without end is hung up on', async () => {
    let hungUp: Promise<unknown> | undefined;
    const answer: RequestListener = (request, response) => {
      hungUp = new Promise((resolve) => request.socket.on('close', resolve));
      response.writeHead(200, { 'content-type': 'text/html' });
      const more = () => {
        while (!response.destroyed && response.write('a'.repeat(65_536)));
      };
      response.on('drain', more).on('error', () => undefined);
      more();
    };
    expect(await bring(lajme, { 'lajme.example': { answer } })).toBe('too-large');
    await hungUp;
  });

  it('when announced is not even begun', async () => {
    const answer: RequestListener = (_request, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-length': String(largestRemote + 1) })
        .flushHeaders();
    };
    expect(await bring(lajme, { 'lajme.example': { answer } })).toBe('too-large');
  });
});

describe('too slow', () => {
  const deadline = { deadline: 300 };
  const silent: RequestListener = () => undefined;
  const trickle: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const drip = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(drip));
  };
  const round: RequestListener = (request, response) => {
    setTimeout(() => leadsTo('/')(request, response), 100);
  };

  it.each([
    ['no answer at all', silent],
    ['a byte at a time', trickle],
    ['each redirect takes its time', round],
  ])('%s: there is one deadline for everything', async (_name, answer) => {
    expect(await bring(lajme, { 'lajme.example': { answer } }, deadline)).toBe('slow');
  });

  it('a name that is not found out in time', async () => {
    const hop = () => new Promise<never>(() => undefined);
    expect(await bring(lajme, {}, { hop, ...deadline })).toBe('slow');
  });
});

describe('broken', () => {
  it.each([
    ['less than announced', 'Content-Length: 100\r\n\r\nlajmi'],
    ['a bad chunk', 'Transfer-Encoding: chunked\r\n\r\n5\r\nlajmi\r\nzz\r\n'],
    ['gzip that is none', 'Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nlajmi'],
  ])('%s', async (_name, rest) => {
    const answer: RequestListener = (request) => {
      request.socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${rest}`);
    };
    expect(await bring(lajme, { 'lajme.example': { answer } })).toBe('server');
  });

  it('more than announced is left where it is', async () => {
    const answer: RequestListener = (request) => {
      request.socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nlajmi dhe më shumë');
    };
    expect(await bring(lajme, { 'lajme.example': { answer } })).toMatchObject({ text: 'lajmi' });
  });

  it('headers without measure', async () => {
    const answer = page('x', { 'x-long': 'a'.repeat(100_000) });
    expect(await bring(lajme, { 'lajme.example': { answer } })).toBe('unreachable');
  });
});
