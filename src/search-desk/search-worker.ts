/** The worker that searches: the index, and the library's texts, never come to the page. */
import { splitSentences } from '../language/core.ts';
import { IndexStore } from '../library/search/index-store.ts';
import type { SearchRequest } from '../library/search/protocol.ts';
import { Searcher } from '../library/search/searcher.ts';

declare const self: DedicatedWorkerGlobalScope;

const opening = IndexStore.open().then((store) =>
  Searcher.open({
    store,
    splitSentences,
    answer: (answer) => self.postMessage(answer),
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
    databaseName: 'degjo',
  }),
);

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  void opening.then((searcher) => (data.type === 'keep-up' ? searcher.keepUp() : searcher.search(data.id, data.query)));
});
