import type { Hit, SearchAnswer, SearchRequest } from './protocol.ts';

/** Milliseconds without a change of the library before the index takes it in: a sync changes it many times. */
const rest = 500;

export interface SearchSnapshot {
  /** What was asked for last. */
  readonly query: string;
  /** What was found for it; undefined while the answer is on its way. */
  readonly hits: readonly Hit[] | undefined;
  /** Articles that can be found, of `total`. */
  readonly done: number;
  readonly total: number;
  readonly hasFailed: boolean;
}

/**
 * The page's side of the search: asks the worker, and tells it when the library changed. Events: `change`.
 */
export class SearchClient extends EventTarget {
  readonly #worker: Pick<Worker, 'postMessage' | 'addEventListener'>;
  readonly #after: (run: () => void, ms: number) => () => void;
  #snapshot: SearchSnapshot = { query: '', hits: undefined, done: 0, total: 0, hasFailed: false };
  #asked = 0;
  #cancelRest: (() => void) | undefined;

  /** @param after runs something later, unless what it returns is called */
  constructor(
    worker: Pick<Worker, 'postMessage' | 'addEventListener'>,
    library: EventTarget,
    after: (run: () => void, ms: number) => () => void,
  ) {
    super();
    this.#worker = worker;
    this.#after = after;
    worker.addEventListener('message', (event) => this.#take((event as MessageEvent<SearchAnswer>).data));
    worker.addEventListener('error', () => this.#set({ hasFailed: true }));
    library.addEventListener('change', () => this.#keepUpSoon());
    this.#ask({ type: 'keep-up' });
  }

  get snapshot(): SearchSnapshot {
    return this.#snapshot;
  }

  /** Looks for articles; the answer is in the snapshot, and again whenever the library changes. */
  search(query: string): void {
    const trimmed = query.trim();
    if (trimmed === this.#snapshot.query) return;
    this.#asked++;
    this.#set({ query: trimmed, hits: undefined });
    this.#ask({ type: 'search', id: this.#asked, query: trimmed });
  }

  #keepUpSoon(): void {
    this.#cancelRest?.();
    this.#cancelRest = this.#after(() => this.#ask({ type: 'keep-up' }), rest);
  }

  #ask(request: SearchRequest): void {
    this.#worker.postMessage(request);
  }

  #take(answer: SearchAnswer): void {
    if (answer.type === 'progress') this.#set({ done: answer.done, total: answer.total });
    else if (answer.id === this.#asked) this.#set({ hits: answer.hits });
  }

  #set(change: Partial<SearchSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.dispatchEvent(new CustomEvent('change'));
  }
}
