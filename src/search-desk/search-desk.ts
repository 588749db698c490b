import type { Library } from '../library/library.ts';
import { SearchClient } from '../library/search/search-client.ts';
import script from './search-worker.ts?worker&url';
import { scriptAddress } from '../trusted-types.ts';

/** What the search page needs; it comes when that is first opened, and keeps up with the library from then on. */
export function searchDesk(library: Library): SearchClient {
  const worker = new Worker(scriptAddress(script), { type: 'module' });
  return new SearchClient(worker, library, (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  });
}
