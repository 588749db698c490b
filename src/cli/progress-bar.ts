const width = 30;

/** A bar on standard error where that is a terminal; nothing elsewhere. */
export class ProgressBar {
  readonly #total: number;
  #done = 0;
  #shown = -1;

  /** @param total of what `add` counts */
  constructor(total: number) {
    this.#total = total;
  }

  add(amount: number): void {
    this.#done += amount;
    const percent = Math.floor((100 * this.#done) / Math.max(1, this.#total));
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
