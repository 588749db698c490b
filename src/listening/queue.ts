import type { ArticleSummary, Keeping, Library } from '../library/library.ts';
import type { ListeningSession } from './listening-session.ts';

/** Sentences after which „back“ means the beginning of this article, not the one before. */
const justBegun = 1;

/**
 * What is heard after what: the order that the listener made, kept in the library. The article that is heard stands
 * first; when it was heard to its end it leaves, and the next one begins by itself, announced.
 */
export class Queue {
  readonly #library: Library;
  readonly #session: ListeningSession;
  readonly #stopsHere: () => boolean;
  /** What was heard or passed over in this visit, oldest first: the way back. */
  readonly #behind: string[] = [];
  /** Counts the wishes for an article, so that a text that comes late never takes a newer one's place. */
  #wish = 0;

  /** @param stopsHere asked whenever an article is over: is it to be silent now? */
  constructor(library: Library, session: ListeningSession, stopsHere: () => boolean) {
    this.#library = library;
    this.#session = session;
    this.#stopsHere = stopsHere;
    session.addEventListener('ended', (event) => {
      const { article } = event.detail;
      this.#leave(article);
      const isOver = this.#stopsHere();
      const [next] = this.upcoming;
      if (isOver || !next) return;
      event.preventDefault();
      void this.#turnTo(next.id);
    });
    session.addEventListener('change', ({ detail: { playback, stopReason } }) => {
      // A queue that comes to an article of pictures only does not end there.
      if (playback === 'failed' && stopReason === 'nothing-to-say') queueMicrotask(() => this.skip());
    });
  }

  /** The article that is heard, or that was when it fell silent. */
  get #current(): string | undefined {
    return this.#session.snapshot.article?.id;
  }

  /** What comes after the article that is open, in order. */
  get upcoming(): readonly ArticleSummary[] {
    return this.#library.snapshot.queue.filter(({ id }) => id !== this.#current);
  }

  get #order(): readonly string[] {
    return this.#library.snapshot.queue.map(({ id }) => id);
  }

  /** Puts articles at the end; those that are in it stay where they are. */
  add(ids: readonly string[]): Promise<Keeping> {
    const order = this.#order;
    return this.#library.saveQueue([...order, ...ids.filter((id) => !order.includes(id))]);
  }

  /** Puts an article right after the one that is heard. */
  playNext(id: string): Promise<Keeping> {
    return this.#place(id, 0);
  }

  /** @param to the new place among those that come, from 0 */
  move(id: string, to: number): Promise<Keeping> {
    return this.#place(id, to);
  }

  #place(id: string, to: number): Promise<Keeping> {
    const coming = this.upcoming.map((article) => article.id).filter((other) => other !== id);
    coming.splice(to, 0, id);
    const isFirst = this.#order.filter((other) => other === this.#current && other !== id);
    return this.#library.saveQueue([...isFirst, ...coming]);
  }

  /** @returns puts it back where it was */
  remove(id: string): () => void {
    return this.#takeOut([id]);
  }

  /** Takes out all that come; the article that is heard is heard to its end. @returns puts them back */
  clear(): () => void {
    return this.#takeOut(this.upcoming.map(({ id }) => id));
  }

  #takeOut(ids: readonly string[]): () => void {
    const before = this.#order;
    void this.#library.saveQueue(before.filter((id) => !ids.includes(id)));
    return () => {
      // What was heard or added meanwhile stays as it is.
      const now = this.#order;
      const back = before.filter((id) => ids.includes(id) || now.includes(id));
      void this.#library.saveQueue([...back, ...now.filter((id) => !back.includes(id))]);
    };
  }

  /** Everything that was not heard yet, after what the listener put in the queue; begins with the first of it. */
  async playAll(): Promise<Keeping> {
    const keeping = this.add(this.#library.snapshot.unheard.map(({ id }) => id));
    const [first] = this.#order;
    // What is heard is heard to its end.
    if (first !== undefined && !this.#session.isPlaying) await this.play(first);
    return keeping;
  }

  /** Reads an article of the queue now, from where it was left; the others follow it. */
  async play(id: string): Promise<void> {
    if (id === this.#current) this.#session.play();
    else await this.#turnTo(id);
  }

  /** On to the next article; the one that is left leaves the queue unheard. @returns false where none comes */
  skip(): boolean {
    const [next] = this.upcoming;
    if (!next) return false;
    if (this.#current !== undefined) this.#leave(this.#current);
    void this.#turnTo(next.id);
    return true;
  }

  /** To the beginning of the article, or from there to the one before. @returns false where there is none */
  back(): boolean {
    if (this.#session.snapshot.index > justBegun) {
      this.#session.move(0);
      return true;
    }
    const before = this.#behind.pop();
    if (before === undefined) return false;
    void this.#turnTo(before);
    return true;
  }

  #leave(id: string): void {
    this.#behind.push(id);
    void this.#library.saveQueue(this.#order.filter((other) => other !== id));
  }

  async #turnTo(id: string): Promise<void> {
    const wish = ++this.#wish;
    const from = this.#current;
    const { isPlaying } = this.#session;
    void this.#library.saveQueue([id, ...this.#order.filter((other) => other !== id)]);
    const article = await this.#library.article(id);
    if (wish !== this.#wish || from !== this.#current) return;
    const at = this.#library.place(id)?.locator;
    // Silenced while the text came: it stays silent.
    if (article && isPlaying && !this.#session.isPlaying) return this.#session.open(article, at);
    if (article) return this.#session.turnTo(article, at);
    // A text that cannot be read any more holds up nobody.
    this.remove(id);
    const [next] = this.upcoming;
    if (next) await this.#turnTo(next.id);
    else this.#session.stop();
  }
}
