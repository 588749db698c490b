/**
 * `degjo publish` of 1,000 articles, whose text is on their pages, beside the same pages fetched, parsed and extracted
 * with the bare libraries; each in a process of its own.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newsPage } from './inputs.ts';

const feeds = 50;
const articles = 20;
const runs = 3;

export interface Took {
  readonly milliseconds: number;
  /** The most that the process held at once. */
  readonly megabytes: number;
  /** How many articles came with their text. */
  readonly articles: number;
}

/** @returns lines to print */
export async function publishFigures(): Promise<string[]> {
  const server = createServer(({ headers, url = '' }, response) => {
    const host = headers.host ?? '';
    if (url === '/feed') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(teasers(host));
    else if (url.startsWith('/lajmi-')) response.writeHead(200, { 'content-type': 'text/html' }).end(newsPage(5, 60));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const took: Record<'ours' | 'bare' | 'again', Took[]> = { ours: [], bare: [], again: [] };
  for (let run = 0; run < runs; run++) {
    const out = mkdtempSync(join(tmpdir(), 'degjo-bench-publish-'));
    took.bare.push(await inOwnProcess('bare', port, out));
    took.ours.push(await inOwnProcess('ours', port, out));
    took.again.push(await inOwnProcess('ours', port, out));
    rmSync(out, { recursive: true, force: true });
  }
  server.close();
  const [ours, bare, again] = [fastest(took.ours), fastest(took.bare), fastest(took.again)];
  return [
    `ours ${describe(ours)}, the page of each extracted: ${(ours.milliseconds / bare.milliseconds).toFixed(2)} times as long`,
    `fetched, parsed by feedsmith and linkedom, extracted by bare Readability ${describe(bare)}`,
    `ours again, with nothing new ${describe(again)}`,
  ];
}

function teasers(host: string): string {
  const items = Array.from(
    { length: articles },
    (_, at) =>
      `<item><title>Lajmi ${at} te ${host}</title><link>http://${host}/lajmi-${at}</link>
      <pubDate>${new Date(Date.UTC(2026, 10, 20, 0, at)).toUTCString()}</pubDate>
      <description>Lajmi ${at} nga ${host}, me fillimin e tij.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${host}</title>${items.join('')}</channel></rss>`;
}

function inOwnProcess(way: 'ours' | 'bare', port: number, out: string): Promise<Took> {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL('publish-once.ts', import.meta.url));
    const child = fork(program, [way, String(port), out, String(feeds), String(articles)], {
      execArgv: ['--import', 'tsx'],
      // What it tells people.
      silent: true,
    });
    child.once('message', (took) => resolve(took as Took));
    child.once('exit', (code) => reject(new Error(`the process ended with ${String(code)}`)));
  });
}

function fastest(all: readonly Took[]): Took {
  return [...all].sort((one, other) => one.milliseconds - other.milliseconds)[0] as Took;
}

function describe({ milliseconds, megabytes, articles }: Took): string {
  return `${(milliseconds / 1000).toFixed(1)} s, ${Math.round(megabytes)} MB, ${articles} articles`;
}
