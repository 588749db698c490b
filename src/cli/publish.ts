import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { readOpml, type ListedSource, type OpmlProblem } from '../articles/opml.ts';
import type { Hop } from '../gateway/guarded-client.ts';
import { createNodeHop } from '../gateway/node-hop.ts';
import { printLines } from './print-lines.ts';
import { ProgressBar } from './progress-bar.ts';
import { Folder } from './publish/folder.ts';
import { generator } from './publish/index-page.ts';
import { inWords } from './publish/problem-words.ts';
import { indexFile } from './publish/editions.ts';
import { publish, rooms, type PublishSummary, type PublishWish } from './publish/publisher.ts';
import { InputProblem } from './read-input.ts';
import { untilStopped } from './until-stopped.ts';

const help = `degjo publish SOURCES.opml --out DIR [--address URL] [--title TEXT] [--audio] [--pictures] [--most 100]
              [--pause 2]

Publishes what the sources of an OPML file bring, as static files that Dëgjo and other readers follow: a JSON Feed 1.1
with full text for each source (burime/) and for the last day (dita.json), and an index (index.html, index.opml).

  SOURCES.opml      the sources, as any reader of feeds exports them
  --out DIR         the folder; it is made where it is missing. Run again, only what is new is fetched
  --address URL     where DIR will be served, as in https://lajme.example/botime/; needed for --audio and index.opml
  --title TEXT      what it is called ("Lajme për t’u dëgjuar" unless given)
  --audio           besides, a podcast (podcast.xml): each article of the day as MP3, read by the embedded voice
  --pictures        leave the addresses of pictures in the articles; they are not copied
  --most NUMBER     articles of each source that are kept, 1 to 500
  --pause SECONDS   between two requests to a host, 0 to 60; robots.txt may ask for more
  --help            print this

Each host is asked over one connection, with a pause between, and only where its robots.txt lets programs in. Files are
written aside and take their name when they are whole: it can be stopped at any moment and run again.

Exit status: 0 if all went well, 1 if some sources brought nothing for a fault of theirs, 2 if an option or a file is no
good: then one line on standard error says why; 130 after Ctrl-C.`;

/**
 * `degjo publish`: static editions of a list of sources.
 *
 * @param hop how sites are reached; the guarded one, unless a test gives another
 * @returns the exit code
 */
export async function run(args: readonly string[], hop: Hop = createNodeHop()): Promise<number> {
  try {
    const values = parseStrictly(args);
    if (values.help) {
      await printLines([help]);
      return 0;
    }
    return await publishInto(await readArguments(values), hop);
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    console.error(`degjo publish: ${error.message}`);
    return 2;
  }
}

async function publishInto({ out, ...wish }: Arguments, hop: Hop): Promise<number> {
  // Pages that were read are garbage at once. Left to itself V8 gathers it late: 400 to 950 MB for a thousand of them.
  setFlagsFromString('--heap-growing-percent=20');
  const index = join(out, indexFile);
  if (existsSync(index) && !readFileSync(index, 'utf8').includes(`content="${generator}"`)) {
    throw new InputProblem(
      `${out}: këtu ka një faqe tjetër; jepni një dosje bosh. There is another site here: give an empty folder.`,
    );
  }
  const { DOMParser } = await import('linkedom');
  const parseHtml = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
  const folder = Folder.open(out, rooms);
  const { signal, release } = untilStopped();
  let bar: ProgressBar | undefined;
  try {
    const onProgress = (done: number, total: number) => {
      if (done === 0) bar = new ProgressBar(Array.from({ length: total }, () => 1));
      bar?.show(done);
    };
    const summary = await publish(wish, { folder, hop, parseHtml, now: Date.now, signal, onProgress });
    bar?.clear();
    await printLines(told(wish, summary, folder.changes));
    return summary.failed.length > 0 ? 1 : 0;
  } catch (error) {
    bar?.clear();
    if (!signal.aborted) throw error;
    return 130;
  } finally {
    release();
    folder.close();
  }
}

function told({ sources, audio }: PublishWish, summary: PublishSummary, files: number): string[] {
  const { brought, teasers, episodes, failed } = summary;
  const came = sources.length - failed.length;
  return [
    `${came} nga ${sources.length} burime u përgjigjën. Sources that answered: ${came} of ${sources.length}.`,
    `Artikuj të rinj a të ndryshuar: ${brought}. Articles new or changed: ${brought}.`,
    ...(teasers > 0 ? [`Vetëm me fillimin: ${teasers}. With their beginning only: ${teasers}.`] : []),
    ...(audio ? [`Lexuar në MP3: ${episodes}. Read into MP3: ${episodes}.`] : []),
    `Skedarë të ndryshuar: ${files}. Files changed: ${files}.`,
    ...failed.map(({ source, problem }) => `${source.title} (${source.address}): ${inWords(problem)}`),
  ];
}

interface Arguments extends PublishWish {
  readonly out: string;
}

async function readArguments({ positionals, ...values }: Values): Promise<Arguments> {
  const [list, ...more] = positionals;
  if (list === undefined || more.length > 0) {
    throw new InputProblem('Jepni një skedar OPML me burimet. Give one OPML file with the sources.');
  }
  const { out, title, audio, pictures } = values;
  if (out === undefined) throw new InputProblem('--out: cila dosje? --out DIR is missing.');
  const address = values.address === undefined ? undefined : readAddress(values.address);
  if (audio && address === undefined) {
    throw new InputProblem('--audio kërkon --address, që podkasti t’i gjejë skedarët. --audio needs --address.');
  }
  return {
    ...{ out, title, audio, pictures, address },
    sources: await readSources(list),
    most: readNumber('--most', values.most, 1, 500),
    pause: 1000 * readNumber('--pause', values.pause, 0, 60),
  };
}

function readAddress(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new InputProblem(
      '--address: duhet një adresë e plotë, si https://lajme.example/. A whole address is needed.',
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

async function readSources(path: string): Promise<readonly ListedSource[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputProblem(`${path}: nuk u lexua dot. Could not be read: ${reason}.`);
  });
  const sources = readOpml(bytes);
  if ('problem' in sources) throw new InputProblem(`${path}: ${listProblems[sources.problem]}`);
  if (sources.length === 0) throw new InputProblem(`${path}: nuk ka asnjë burim. There is no source in it.`);
  return sources;
}

const listProblems: Readonly<Record<OpmlProblem['problem'], string>> = {
  'not-opml': 'nuk është listë burimesh (OPML). It is no list of sources (OPML).',
  'too-large': 'lista është tepër e gjatë. The list is too long.',
  unsafe: 'lista është e prishur. The list is malformed.',
};

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (value >= least && value <= most) return value;
  throw new InputProblem(`${name}: një numër nga ${least} deri në ${most}. ${name} must be from ${least} to ${most}.`);
}

type Values = ReturnType<typeof parseStrictly>;

function parseStrictly(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        address: { type: 'string' },
        title: { type: 'string', default: 'Lajme për t’u dëgjuar' },
        audio: { type: 'boolean', default: false },
        pictures: { type: 'boolean', default: false },
        most: { type: 'string', default: '100' },
        pause: { type: 'string', default: '2' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, positionals };
  } catch (error) {
    throw new InputProblem(error instanceof Error ? error.message : String(error));
  }
}
