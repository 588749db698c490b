import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeOpml } from '../articles/opml.ts';
import type { PublishedFeed } from './publish/edition-file.ts';
import { longText, rss } from './publish/fixtures/sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'degjo-publish-'));
const program = fileURLToPath(new URL('publish/fixtures/publish-locally.ts', import.meta.url));
const count = 200;
const hosts = Array.from({ length: count }, (_, index) => `gazeta-${index}.example`);
const list = join(folder, 'burimet.opml');
const out = join(folder, 'botime');

/** What each site's feed says of its version; another one makes all of it new. */
let edition = 1;
let asked: string[] = [];
let sites: Server;
let port: number;

beforeAll(async () => {
  const sources = hosts.map((host) => ({ title: `Gazeta ${host}`, address: `http://${host}/feed` }));
  writeFileSync(list, writeOpml(sources, 'Burimet', '2026-11-24T12:00:00Z'));
  sites = createServer(({ headers, url }, response) => {
    const host = headers.host ?? '';
    asked.push(`${host}${url}`);
    if (url !== '/feed') return response.writeHead(404).end();
    const etag = `"${edition}"`;
    if (headers['if-none-match'] === etag) return response.writeHead(304).end();
    const items = ['Ura', 'Tregu', 'Moti'].map((title) => ({
      title: `${title} ${edition} te ${host}`,
      name: `${title.toLowerCase()}-${edition}`,
      html: longText(`${title} te ${host}`),
    }));
    return response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(rss(host, items));
  });
  await new Promise<void>((resolve) => sites.listen(0, '127.0.0.1', resolve));
  port = (sites.address() as { port: number }).port;
});
afterAll(() => {
  sites.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', program, ...args], {
    env: { ...process.env, SITES_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(args: readonly string[]): Promise<{ output: string; complaint: string; status: number | null }> {
  const child = start(args);
  let [output, complaint] = ['', ''];
  child.stdout?.on('data', (data) => (output += String(data)));
  child.stderr?.on('data', (data) => (complaint += String(data)));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { output, complaint, status };
}

const publishAll = [list, '--out', out, '--pause', '0', '--address', 'https://botime.example/'];

/** What is wrong with the folder as somebody finds it who reads it now. */
function faults(): string[] {
  const found: string[] = [];
  if (!existsSync(join(out, 'burime'))) return found;
  const files = ['dita.json', ...readdirSync(join(out, 'burime')).map((name) => `burime/${name}`)];
  for (const file of files.filter((name) => !name.includes('/.') && existsSync(join(out, name)))) {
    try {
      const { version, items } = JSON.parse(readFileSync(join(out, file), 'utf8')) as PublishedFeed;
      const isWhole = items.length > 0 && items.every(({ id, content_html: html }) => id && html.endsWith('</p>'));
      if (!version.endsWith('/1.1') || !isWhole) found.push(`${file}: not whole`);
    } catch {
      found.push(`${file}: no JSON`);
    }
  }
  if (!existsSync(join(out, 'index.html'))) return found;
  const index = readFileSync(join(out, 'index.html'), 'utf8');
  if (!index.endsWith('</html>\n')) found.push('index.html: not whole');
  for (const [, file = ''] of index.matchAll(/<link rel="alternate"[^>]* href="([^"]+)"/g)) {
    if (!existsSync(join(out, file))) found.push(`index.html names ${file}`);
  }
  return found;
}

describe('200 sources', { timeout: 120_000 }, () => {
  it('killed at any moment the folder is valid, and the next run goes on to the end', async () => {
    const found = new Set<string>();
    for (let time = 0; time < 5; time++) {
      const child = start(publishAll);
      const ended = new Promise((resolve) => child.on('close', resolve));
      // Another moment each time, also those of the beginning and of the end.
      const until = Date.now() + 700 + Math.random() * 2_500;
      while (Date.now() < until && child.exitCode === null) {
        faults().forEach((fault) => found.add(fault));
        await pause(20);
      }
      child.kill('SIGKILL');
      await ended;
      faults().forEach((fault) => found.add(fault));
      edition++;
    }
    expect([...found]).toEqual([]);
    const last = await run(publishAll);
    expect(last).toMatchObject({ complaint: '', status: 0 });
    expect(faults()).toEqual([]);
    const feeds = readdirSync(join(out, 'burime'));
    expect(feeds).toHaveLength(count);
    for (const name of feeds) {
      const { items } = JSON.parse(readFileSync(join(out, 'burime', name), 'utf8')) as PublishedFeed;
      expect(items.filter(({ title }) => title?.includes(` ${edition} `))).toHaveLength(3);
    }
  });

  it('that have nothing new are asked for their feed and their rules, and nothing is written', async () => {
    asked = [];
    const { output, status } = await run(publishAll);
    expect(status).toBe(0);
    expect(output).toContain('Sources that answered: 200 of 200.');
    expect(output).toContain('Files changed: 0.');
    expect(asked).toHaveLength(2 * count);
  });

  it('Ctrl-C ends it at once, with nothing half done and nobody locked out', async () => {
    edition++;
    asked = [];
    const child = start(publishAll);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (asked.length < 20) await pause(20);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(faults()).toEqual([]);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('what is no good', () => {
  const opml = (text: string) => {
    const path = join(folder, 'tjeter.opml');
    writeFileSync(path, text);
    return path;
  };

  it.each([
    ['no list', () => ['--out', out], 'OPML'],
    ['a list that is missing', () => [join(folder, 'mungon.opml'), '--out', out], 'Could not be read'],
    ['a list that is none', () => [opml('<html></html>'), '--out', out], 'no list of sources'],
    [
      'a list without a source',
      () => [opml('<opml version="2.0"><body><outline text="Bosh"/></body></opml>'), '--out', out],
      'no source',
    ],
    ['no folder', () => [list], '--out'],
    ['sound without an address', () => [list, '--out', out, '--audio'], '--address'],
    ['an address that is none', () => [list, '--out', out, '--address', 'lajme'], '--address'],
    ['a number that is none', () => [list, '--out', out, '--most', 'shumë'], '--most'],
    ['an option that nobody knows', () => [list, '--out', out, '--fast'], '--fast'],
    ['a folder with another site in it', () => [list, '--out', otherSite()], 'another site'],
  ])('%s is told in one line: exit status 2', async (_name, args, words) => {
    const { complaint, status } = await run(args());
    expect(status).toBe(2);
    expect(complaint).toContain(words);
    expect(complaint.trim().split('\n')).toHaveLength(1);
  });

  function otherSite(): string {
    const path = join(folder, 'sajt');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'index.html'), '<h1>Sajti im</h1>');
    return path;
  }

  it('a source that fails is told with its reason, the others are published: exit status 1', async () => {
    const sources = [
      { title: 'E mira', address: 'http://gazeta-1.example/feed' },
      { title: 'E keqja', address: 'http://gazeta-2.example/mungon' },
    ];
    const path = opml(writeOpml(sources, 'Burimet', '2026-11-24T12:00:00Z'));
    const there = join(folder, 'dy');
    const { output, status } = await run([path, '--out', there, '--pause', '0']);
    expect(status).toBe(1);
    expect(output).toContain('E keqja (http://gazeta-2.example/mungon): faqja nuk u gjet (404).');
    expect(readdirSync(join(there, 'burime'))).toHaveLength(1);
  });
});
