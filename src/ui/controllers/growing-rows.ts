import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows that are drawn together. */
const chunk = 100;

/** Rows of a long list that are drawn in one go, and the place of the first of them. */
export interface Chunk<T> {
  readonly from: number;
  readonly rows: readonly T[];
  /** Is none missing? Then the browser may leave it unlaid while it is not on the screen: its height is known. */
  readonly isWhole: boolean;
}

/**
 * Gets the rows of a list into the page, however many: all of them, so that a screen reader counts them and the
 * browser's own search finds them, but a hundred in each frame, so that the page answers meanwhile.
 */
export class GrowingRows<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #rows: () => readonly T[];
  #shown = chunk;
  #growing: number | undefined;

  constructor(host: ReactiveControllerHost, rows: () => readonly T[]) {
    this.#host = host;
    this.#rows = rows;
    host.addController(this);
  }

  hostUpdated(): void {
    const { length } = this.#rows();
    if (this.#shown - chunk > length) this.#shown = chunk;
    if (this.#growing !== undefined || this.#shown >= length) return;
    this.#growing = requestAnimationFrame(() => {
      this.#growing = undefined;
      this.#shown += chunk;
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    if (this.#growing !== undefined) cancelAnimationFrame(this.#growing);
    this.#growing = undefined;
  }

  /** What is to be drawn by now, in order. */
  get chunks(): Chunk<T>[] {
    const rows = this.#rows().slice(0, this.#shown);
    return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, at) => {
      const some = rows.slice(at * chunk, (at + 1) * chunk);
      return { from: at * chunk, rows: some, isWhole: some.length === chunk };
    });
  }
}
