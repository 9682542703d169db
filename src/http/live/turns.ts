/**
 * Shares the event loop between those who are told of changes and everybody else: after some milliseconds of
 * telling, all of it waits until what else has come in was looked at.
 */
const TELLING_MAX = 8;

export class Turns {
  #began = 0;
  #next: Promise<void> | undefined;

  /** Resolves at once while there is time in this turn. */
  async take(): Promise<void> {
    while (this.#next) await this.#next;
    const now = performance.now();
    if (this.#began === 0) {
      this.#began = now;
      setImmediate(() => (this.#began = 0));
    }
    if (now - this.#began <= TELLING_MAX) return;
    this.#next = new Promise((resolve) =>
      setImmediate(() => {
        this.#next = undefined;
        this.#began = 0;
        resolve();
      }),
    );
    await this.#next;
  }
}
