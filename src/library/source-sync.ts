import type { SourceTools } from '../articles/bring-source.ts';
import { isDue } from '../articles/source.ts';
import { syncSources, type SyncProgress } from '../articles/sync-sources.ts';
import type { Keeping } from './library.ts';
import type { SourceShelf } from './source-shelf.ts';

export interface SourceSyncSnapshot {
  /** Undefined while nothing is asked. */
  readonly progress: SyncProgress | undefined;
  /** Articles that the last sync brought. */
  readonly brought: number;
  /** What came last and is not kept beyond this visit, and why. */
  readonly keeping: Keeping;
  /** Was no source reached at all, because there is no network? */
  readonly isOffline: boolean;
}

/** Of a source and in one sync: a phone's network is dear, and a gateway lets nobody ask without end. */
const pages = { ofSource: 5, left: 60 };

/** A page that computes for longer does not feel answered at once on a cheap phone. Milliseconds. */
const slice = 12;

/**
 * Brings what is new of the listener's sources into the library.
 *
 * Events: `change` after the snapshot changed.
 */
export class SourceSync extends EventTarget {
  readonly #shelf: SourceShelf;
  readonly #tools: Pick<SourceTools, 'fetcher' | 'parseHtml'>;
  #leaving: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();
  #snapshot: SourceSyncSnapshot = { progress: undefined, brought: 0, keeping: 'kept', isOffline: false };

  constructor(shelf: SourceShelf, tools: Pick<SourceTools, 'fetcher' | 'parseHtml'>) {
    super();
    this.#shelf = shelf;
    this.#tools = tools;
  }

  get snapshot(): SourceSyncSnapshot {
    return this.#snapshot;
  }

  /**
   * Asks the sources that are due, or all of them. A second call while the first works does nothing, but named sources
   * are asked after it.
   *
   * @param which `addresses`: those, due or not
   */
  run(which: 'due' | 'all' | { readonly addresses: readonly string[] } = 'due'): Promise<void> {
    if (this.#leaving && typeof which === 'string') return this.#running;
    this.#running = this.#leaving ? this.#running.then(() => this.#ask(which)) : this.#ask(which);
    return this.#running;
  }

  async #ask(which: 'due' | 'all' | { readonly addresses: readonly string[] }): Promise<void> {
    const leaving = new AbortController();
    this.#leaving = leaving;
    const now = Date.now();
    let reached = 0;
    let offline = 0;
    this.#set({ brought: 0, keeping: 'kept', isOffline: false });
    const tools = { ...this.#tools, now: () => Date.now(), breathe: breather() };
    await syncSources(await this.#shelf.followed(), tools, {
      signal: leaving.signal,
      onProgress: (progress) => this.#set({ progress }),
      ask: (source) => {
        if (typeof which === 'object') return which.addresses.includes(source.address);
        return which === 'all' || isDue(source, now);
      },
      pages: {
        ...pages,
        article: (id) => this.#shelf.article(id),
        take: async (news) => {
          const keeping = await this.#shelf.take(news);
          if (keeping !== 'kept') this.#set({ keeping });
        },
      },
      take: async (news) => {
        if (news.problem === 'offline') offline++;
        else reached++;
        const keeping = await this.#shelf.take(news);
        const brought = this.#snapshot.brought + news.articles.length;
        this.#set({ brought, ...(keeping !== 'kept' && { keeping }) });
      },
    });
    this.#leaving = undefined;
    this.#set({ progress: undefined, isOffline: offline > 0 && reached === 0 });
  }

  /** What came so far stays. */
  cancel(): void {
    this.#leaving?.abort();
  }

  #set(changed: Partial<SourceSyncSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changed };
    this.dispatchEvent(new CustomEvent('change'));
  }
}

/** Returns at once until a slice of time is used up, then when the page has answered what waited. */
function breather(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < slice) return;
    await new Promise((done) => setTimeout(done));
    began = performance.now();
  };
}
