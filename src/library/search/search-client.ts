import type { Library } from '../library.ts';
import type { Findings, SearchAnswer, SearchRequest } from './protocol.ts';

/** Milliseconds without new articles before the index takes them in: a sync brings them one source after the other. */
const rest = 500;

export interface SearchSnapshot {
  /** What was asked for last. */
  readonly query: string;
  /** What was found last: for an older query, until the answer to this one is there. */
  readonly findings: Findings | undefined;
  /** Is the answer to `query` still on its way? */
  readonly isWaiting: boolean;
  /** Articles that can be found, of `total`. */
  readonly done: number;
  readonly total: number;
  readonly hasFailed: boolean;
}

/**
 * The page's side of the search: asks the worker, and tells it when articles came, changed or went. Events: `change`.
 */
export class SearchClient extends EventTarget {
  readonly #worker: Pick<Worker, 'postMessage' | 'addEventListener'>;
  readonly #library: Pick<Library, 'snapshot' | 'unkept' | 'addEventListener'>;
  readonly #after: (run: () => void, ms: number) => () => void;
  #snapshot: SearchSnapshot = {
    query: '',
    findings: undefined,
    isWaiting: false,
    done: 0,
    total: 0,
    hasFailed: false,
  };
  #asked = 0;
  #articles: unknown;
  #cancelRest: (() => void) | undefined;

  /** @param after runs something later, unless what it returns is called */
  constructor(
    worker: Pick<Worker, 'postMessage' | 'addEventListener'>,
    library: Pick<Library, 'snapshot' | 'unkept' | 'addEventListener'>,
    after: (run: () => void, ms: number) => () => void,
  ) {
    super();
    this.#worker = worker;
    this.#library = library;
    this.#after = after;
    worker.addEventListener('message', (event) => this.#take((event as MessageEvent<SearchAnswer>).data));
    worker.addEventListener('error', () => this.#set({ hasFailed: true }));
    library.addEventListener('change', () => this.#keepUpSoon());
    this.#keepUp();
  }

  get snapshot(): SearchSnapshot {
    return this.#snapshot;
  }

  /** Looks for articles; the answer is in the snapshot, and again whenever the library changes. */
  search(query: string): void {
    const trimmed = query.trim();
    if (trimmed === this.#snapshot.query) return;
    this.#asked++;
    this.#set({ query: trimmed, isWaiting: true });
    this.#ask({ type: 'search', id: this.#asked, query: trimmed });
  }

  /** Places and settings change the library too, with every sentence that is heard. */
  #keepUpSoon(): void {
    if (this.#library.snapshot.all === this.#articles) return;
    this.#articles = this.#library.snapshot.all;
    this.#cancelRest?.();
    this.#cancelRest = this.#after(() => this.#keepUp(), rest);
  }

  #keepUp(): void {
    this.#articles = this.#library.snapshot.all;
    this.#ask({ type: 'keep-up', visitors: this.#library.unkept });
  }

  #ask(request: SearchRequest): void {
    this.#worker.postMessage(request);
  }

  #take(answer: SearchAnswer): void {
    if (answer.type === 'progress') this.#set({ done: answer.done, total: answer.total, hasFailed: false });
    else if (answer.type === 'failed') this.#set({ hasFailed: true });
    else if (answer.id === this.#asked) this.#set({ findings: answer, isWaiting: false });
  }

  #set(change: Partial<SearchSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.dispatchEvent(new CustomEvent('change'));
  }
}
