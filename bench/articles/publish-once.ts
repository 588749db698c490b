/** One run of one way, in a process of its own: see publish.ts. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseRssFeed } from 'feedsmith';
import { DOMParser } from 'linkedom';
import { buildConnector, fetch, Agent } from 'undici';
import { writeOpml } from '../../src/articles/opml.ts';
import type { PublishedFeed } from '../../src/cli/publish/edition-file.ts';
import { run } from '../../src/cli/publish.ts';
import { publicAddress } from '../../src/gateway/fixtures/elsewhere.ts';
import { createNodeHop } from '../../src/gateway/node-hop.ts';
import type { Took } from './publish.ts';

const [way, port = '', out = '', feeds, articles] = process.argv.slice(2);
const hosts = Array.from({ length: Number(feeds) }, (_, index) => `gazeta-${index}.example`);
const toServer = buildConnector({ timeout: 5_000 });
const connect: buildConnector.connector = (options, callback) =>
  toServer({ ...options, hostname: '127.0.0.1', port }, callback);
const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;

/** Only what nobody can do without. */
async function bare(): Promise<number> {
  const dispatcher = new Agent({ connect });
  const get = async (url: string) => (await fetch(url, { dispatcher })).text();
  let extracted = 0;
  for (const host of hosts) {
    const { items = [] } = parseRssFeed(await get(`http://${host}/feed`));
    for (const { link = '' } of items.slice(0, Number(articles))) {
      if (new Readability(parseHtml(await get(link))).parse()?.textContent) extracted++;
    }
  }
  return extracted;
}

async function ours(): Promise<number> {
  const hop = createNodeHop({
    resolve: () => Promise.resolve([{ address: publicAddress, family: 4 }]),
    connectTo: () => connect,
  });
  const sources = hosts.map((host) => ({ title: host, address: `http://${host}/feed` }));
  const list = join(out, 'burimet.opml');
  writeFileSync(list, writeOpml(sources, 'Burimet', new Date().toISOString()));
  await run([list, '--out', join(out, 'botime'), '--pause', '0'], hop);
  const texts = readdirSync(join(out, 'botime/burime')).flatMap((name) => {
    return (JSON.parse(readFileSync(join(out, 'botime/burime', name), 'utf8')) as PublishedFeed).items;
  });
  return texts.filter(({ content_html: html }) => html.length > 1_000).length;
}

const start = performance.now();
const found = await (way === 'ours' ? ours() : bare());
const took: Took = {
  milliseconds: performance.now() - start,
  megabytes: process.resourceUsage().maxRSS / 1024,
  articles: found,
};
process.send?.(took, () => process.exit());
