/**
 * Prints what reading feeds and pages costs, each beside its bare library in the same run, a sync of the built app, and
 * `degjo publish`: `npm run build`, then `npm run bench:articles`.
 */
import { Readability } from '@mozilla/readability';
import { parseFeed } from 'feedsmith';
import { DOMParser } from 'linkedom';
import { itemReader, listFeed } from '../src/articles/feed-reader.ts';
import { readPage } from '../src/articles/page-reader.ts';
import { feed, newsPage } from './articles/inputs.ts';
import { publishFigures } from './articles/publish.ts';
import { syncFigures } from './articles/sync.ts';
import { machine, median, milliseconds } from './statistics.ts';

const runs = 21;
const warmUps = 20;
const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
const address = 'https://gazeta.example/';
const decoder = new TextDecoder();

console.log(machine());
for (const [items, paragraphs] of [
  [50, 8],
  [200, 8],
] as const) {
  const bytes = new TextEncoder().encode(feed(items, paragraphs));
  const context = { address, key: 'bench', parseHtml };
  const size = `${items} items, ${kilobytes(bytes)}`;
  compare(`Feed of ${size}, listed: its items' text stays markup`, {
    ours: () => listFeed(bytes),
    'bare feedsmith': () => parseFeed(decoder.decode(bytes)),
  });
  // What follows for items that are new.
  const listing = listFeed(bytes);
  if ('problem' in listing) throw new Error(listing.problem);
  const markup = listing.items.map((item) => item.content_html ?? '');
  compare('Their text, and titles and summaries', {
    'ours, as blocks with marks': () => listing.items.map(itemReader(listing, context)),
    'as one string, by linkedom': () =>
      markup.map((html) => parseHtml(`<body>${html}</body>`).documentElement.textContent),
  });
}
for (const [paragraphs, links] of [
  [10, 60],
  [40, 200],
] as const) {
  const bytes = new TextEncoder().encode(newsPage(paragraphs, links));
  compare(`Page of ${2 * paragraphs} paragraphs and ${3 * links} links, ${kilobytes(bytes)}`, {
    ours: () => readPage(bytes, { address, parseHtml }),
    'bare Readability with linkedom': () => new Readability(parseHtml(decoder.decode(bytes))).parse(),
  });
}
console.log('\nA sync of 50 feeds of 30 items with their text, from this machine, into the app');
for (const line of await syncFigures()) console.log(`  ${line}`);
console.log('\n`degjo publish` of 1,000 articles of 50 feeds that give their beginnings, from this machine');
for (const line of await publishFigures()) console.log(`  ${line}`);

/** In turns, so that all meet the same moods of the machine; the first is set beside the others. */
function compare(title: string, ways: Readonly<Record<string, () => unknown>>): void {
  const times = Object.entries(ways).map(([name, run]) => ({ name, run, values: [] as number[] }));
  for (let turn = -warmUps; turn < runs; turn++) {
    for (const { run, values } of times) {
      const start = performance.now();
      run();
      if (turn >= 0) values.push(performance.now() - start);
    }
  }
  console.log(`\n${title}`);
  const ours = median(times[0]?.values ?? []);
  for (const [index, { name, values }] of times.entries()) {
    const ratio = index === 0 ? '' : `: ours takes ${(ours / median(values)).toFixed(2)} times as long`;
    console.log(`  ${name} ${milliseconds(values)}${ratio}`);
  }
}

function kilobytes(bytes: Uint8Array): string {
  return `${Math.round(bytes.length / 1000)} kB`;
}
