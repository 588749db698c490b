const width = 30;

/** A bar on standard error where that is a terminal; nothing elsewhere. */
export class ProgressBar {
  readonly #weights: readonly number[];
  readonly #total: number;
  #weight = 0;
  #done = 0;
  #shown = -1;

  /** @param weights what each of the things to do takes, against the others */
  constructor(weights: readonly number[]) {
    this.#weights = weights;
    this.#total = weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** @param done how many are done */
  show(done: number): void {
    while (this.#done < done) this.#weight += this.#weights[this.#done++] ?? 0;
    const percent = Math.floor((100 * this.#weight) / this.#total);
    if (!process.stderr.isTTY || percent === this.#shown) return;
    this.#shown = percent;
    const full = Math.round((width * percent) / 100);
    process.stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent}%`);
  }

  /** Makes the line free again. */
  clear(): void {
    if (this.#shown >= 0) process.stderr.write('\r\u001B[K');
  }
}
