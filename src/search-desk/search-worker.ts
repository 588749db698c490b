/** The worker that searches: the index, and the library's texts, never come to the page. */
import { splitSentences } from '../language/core.ts';
import { IndexStore } from '../library/search/index-store.ts';
import type { SearchAnswer, SearchRequest } from '../library/search/protocol.ts';
import { Searcher } from '../library/search/searcher.ts';

declare const self: DedicatedWorkerGlobalScope;

const opening = IndexStore.open().then((store) =>
  Searcher.open({ store, splitSentences, answer, breathe, databaseName: 'degjo' }),
);

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  opening
    .then((searcher) =>
      data.type === 'keep-up' ? searcher.keepUp(data.visitors) : searcher.search(data.id, data.query),
    )
    .catch((error: unknown) => answer({ type: 'failed', why: String(error) }));
});

function answer(message: SearchAnswer): void {
  self.postMessage(message);
}

const { port1, port2 } = new MessageChannel();
port1.start();

/** Not by a timer: one after the other they are held up, four milliseconds each. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true });
    port2.postMessage(null);
  });
}
