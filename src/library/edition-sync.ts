import type { Article } from '../articles/article.ts';
import { stableHash } from '../articles/hash.ts';
import type { Keeping, Library } from './library.ts';

/** An edition as its reader hands it over. */
export interface ReadEdition {
  readonly title: string;
  readonly articles: readonly Article[];
}

/**
 * Why an edition did not come:
 * - `unreachable`: no answer, or none in time
 * - `refused`: the host answered with an error
 * - `unreadable`: what came is not an edition
 */
export type SyncProblem = 'unreachable' | 'refused' | 'unreadable';

export interface SyncSnapshot {
  readonly working: boolean;
  readonly problem: SyncProblem | undefined;
}

export interface EditionSource {
  readonly key: string;
  /** Absolute address of a JSON Feed. */
  readonly address: string;
}

/** What the sync needs from outside: the network, and a reader that is loaded when a new edition has come. */
export interface SyncTools {
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** Returns undefined for what is not an edition. */
  read(text: string, source: EditionSource): Promise<ReadEdition | undefined>;
}

/** A listener on a bad line waits this long before the kept edition is all there is. Milliseconds. */
const patience = 20_000;

/**
 * Brings an edition into the library. What was kept stays until a readable newer one is there.
 *
 * Events: `change` after the snapshot changed.
 */
export class EditionSync extends EventTarget {
  private readonly library: Library;
  private readonly source: EditionSource;
  private readonly tools: SyncTools;
  private current: SyncSnapshot = { working: false, problem: undefined };

  constructor(library: Library, source: EditionSource, tools: SyncTools) {
    super();
    this.library = library;
    this.source = source;
    this.tools = tools;
  }

  /** The edition's. */
  get key(): string {
    return this.source.key;
  }

  get snapshot(): SyncSnapshot {
    return this.current;
  }

  /** Asks for the edition once; a second call while the first works does nothing. */
  async run(): Promise<void> {
    if (this.current.working) return;
    this.set({ working: true, problem: this.current.problem });
    this.set({ working: false, problem: await this.bring() });
  }

  private async bring(): Promise<SyncProblem | undefined> {
    try {
      const response = await this.tools.fetch(this.source.address, { signal: AbortSignal.timeout(patience) });
      if (!response.ok) return 'refused';
      const problem = await this.take(await response.text());
      return problem ?? (isKept(response) ? 'unreachable' : undefined);
    } catch {
      // The reader, too, comes over the network when it is first needed.
      return 'unreachable';
    }
  }

  private async take(text: string): Promise<SyncProblem | undefined> {
    const fingerprint = stableHash(text);
    if (this.library.edition(this.source.key)?.fingerprint === fingerprint) return undefined;
    const edition = await this.tools.read(text, this.source);
    if (!edition) return 'unreadable';
    await this.keep(edition, fingerprint);
    return undefined;
  }

  private keep({ title, articles }: ReadEdition, fingerprint: string): Promise<Keeping> {
    const order = articles.map(({ id }) => id);
    return this.library.keepEdition({ key: this.source.key, title, order, fingerprint }, articles);
  }

  private set(snapshot: SyncSnapshot): void {
    this.current = snapshot;
    this.dispatchEvent(new CustomEvent('change'));
  }
}

/** Did our service worker answer for a network that did not? */
function isKept({ headers }: Response): boolean {
  return headers.get('warning')?.startsWith('110') ?? false;
}
