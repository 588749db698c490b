import { findSource } from './articles/find-source.ts';
import { readOpml, writeOpml } from './articles/opml.ts';
import { starterSources } from './articles/starter-sources.ts';
import type { Library } from './library/library.ts';
import { SourceShelf } from './library/source-shelf.ts';
import { SourceSync } from './library/source-sync.ts';
import { remoteFetcher } from './remote-fetcher.ts';
import { parseInertHtml } from './trusted-types.ts';
import type { SourceDesk } from './ui/contexts.ts';

/** What following sources needs, in one piece that comes when it is asked for. */
export async function sourceDesk(library: Library): Promise<SourceDesk> {
  const fetcher = remoteFetcher(library);
  const tools = { fetcher, parseHtml: parseInertHtml };
  const shelf = await SourceShelf.open(library);
  return {
    shelf,
    sync: new SourceSync(shelf, tools),
    find: (written, signal) => findSource(written, tools, signal),
    hasGateway: (address) => fetcher.hasGateway(address),
    starters: starterSources,
    readOpml,
    writeOpml,
  };
}
