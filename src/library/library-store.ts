import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { emptyHeld, readFirst, readHeld, type Held } from './held.ts';
import { migrate, schemaVersion, type Schema, type StoreName } from './migrations.ts';

/**
 * What became of something that was to be kept:
 * - `kept`: it survives a restart
 * - `full`: the device has no room; it lives for this visit
 * - `refused`: the browser lets this page keep nothing; it lives for this visit
 */
export type Keeping = 'kept' | 'full' | 'refused';

/**
 * Why this page lost its hold of what is kept, where it had one or would have:
 * - `newer`: a newer version of the app keeps it, in a form that this one does not know
 * - `updated`: a newer version of the app in another window needed it
 * - `blocked`: an older version of the app in another window does not let go of it
 * - `cleared`: the browser took it away
 */
export type Parting = 'newer' | 'updated' | 'blocked' | 'cleared';

/** Records that changed: the keys of each store. */
export type Changed = { readonly [store in StoreName]?: readonly string[] };

/** Strict: what the listener made is on the disk before it is called kept. */
const strict = { durability: 'strict' } as const;

/** How long a page that is being frozen may take to let go of the database. Milliseconds. */
const patience = 3_000;

/** How often room is made for one thing. */
const tries = 3;

/**
 * The database of the library, and what is held of it in memory. Where the browser refuses storage, or the hold on it
 * is lost, memory is all there is.
 *
 * Events: `change` after what is in memory changed, or the hold was lost; `kept` after records were kept, with which
 * (`Changed`); `reread` after some, or all, were read anew because another window, or a backup, changed them
 * (`Changed | undefined`); `replaced` after a backup took the place of all; `freed` (`{ articles }`) after some were given
 * up for want of room.
 */
export class LibraryStore extends EventTarget {
  /** For this room; undefined where nothing can be kept. */
  database: IDBPDatabase<Schema> | undefined;
  /** For this room. Whoever changes it calls `changed`. */
  held: Held = emptyHeld();
  private lost: Parting | undefined;
  private completing: Promise<void> | undefined;
  /** Asked when the device is full: frees what can be fetched again. False where nothing more can be freed. */
  makeRoom: () => Promise<boolean> = () => Promise.resolve(false);

  /** Never rejects: without storage it is empty, for this visit. */
  protected async open(name: string): Promise<void> {
    try {
      await this.load(name);
    } catch (error) {
      this.part((error as Error).name === 'VersionError' ? 'newer' : this.lost);
    }
  }

  private async load(name: string): Promise<void> {
    const database = await new Promise<IDBPDatabase<Schema>>((resolve, reject) => {
      const opening = openDB<Schema>(name, schemaVersion, {
        upgrade: (opened, from, _to, transaction) => migrate(opened, from, transaction),
        blocked: () =>
          setTimeout(() => {
            this.lost = 'blocked';
            reject(new Error('blocked'));
          }, patience),
        // A newer version in another window needs the database: this page lives on from memory.
        blocking: () => this.part('updated'),
        terminated: () => this.part('cleared'),
      });
      opening.then(resolve, reject);
      // One that comes too late must not be in anybody's way.
      void opening.then((late) => this.lost && late.close()).catch(() => undefined);
    });
    this.held = await readFirst(database);
    this.database = database;
  }

  /** Reads what the first list could be shown without, once. Never rejects. Nothing may be changed before it has. */
  complete(): Promise<void> {
    return (this.completing ??= this.readRest());
  }

  private async readRest(): Promise<void> {
    if (this.held.isWhole) return;
    const whole = await this.read(readHeld);
    // But for settings, which may be other by now: the first list offers another language.
    this.held = whole ? { ...whole, settings: this.held.settings } : { ...this.held, isWhole: true };
    this.changed();
  }

  /** Lets go of the database; what is in memory stays readable. */
  close(): void {
    this.database?.close();
    this.database = undefined;
  }

  private part(reason: Parting | undefined): void {
    this.close();
    this.lost = reason;
    this.changed();
  }

  /** Undefined where all is well, or where the browser never let this page keep anything. */
  get parting(): Parting | undefined {
    return this.lost;
  }

  changed(): void {
    this.dispatchEvent(new CustomEvent('change'));
  }

  /** Asks the database, for the parts of the library that come later; undefined where it has no answer. */
  async read<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    return this.database && (await work(this.database).catch(() => undefined));
  }

  /**
   * Changes records, all of them or none. Never rejects. What was asked for lives on when the page is left at once.
   *
   * @param changed all that `work` may change
   * @param work asks for everything before it returns
   */
  write(changed: Changed, work: Work, options: IDBTransactionOptions = strict): Promise<Keeping> {
    const whole: Work = (transaction) => {
      const requests = work(transaction);
      transaction.commit();
      return requests;
    };
    return this.keep((database) => carryOut(database, changed, whole, options), changed);
  }

  /** The same for work that reads before it writes: it is lost when the page is left meanwhile. */
  rewrite(changed: Changed, work: Work): Promise<Keeping> {
    return this.keep((database) => carryOut(database, changed, work, strict), changed);
  }

  /** Changes the database, for the same. Never rejects. @param changed what other windows are to know of */
  async keep(work: (database: IDBPDatabase<Schema>) => Promise<unknown>, changed: Changed = {}): Promise<Keeping> {
    for (let turn = 0; this.database; turn++) {
      try {
        await work(this.database);
        this.dispatchEvent(new CustomEvent('kept', { detail: changed }));
        return 'kept';
      } catch (error) {
        if ((error as Error).name !== 'QuotaExceededError') break;
        if (turn === tries || !(await this.makeRoom())) return 'full';
      }
    }
    return 'refused';
  }
}

/** A transaction that may write. */
export type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

type Work = (transaction: Writing) => readonly Promise<unknown>[];

async function carryOut(
  database: IDBPDatabase<Schema>,
  changed: Changed,
  work: Work,
  options: IDBTransactionOptions,
): Promise<void> {
  const transaction = database.transaction(Object.keys(changed) as StoreName[], 'readwrite', options);
  const requests = Promise.all(work(transaction));
  // Requests that fall with their transaction do not know why, and where room ends Chromium answers some of them never.
  requests.catch(() => undefined);
  try {
    await transaction.done;
  } catch (error) {
    throw transaction.error ?? error;
  }
  await requests;
}
