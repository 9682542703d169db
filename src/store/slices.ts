/**
 * Shares the event loop between reads that follow upon each other and everything else: one of them begins in a turn
 * of the loop, whoever waits longest first, and only so many are under way at once.
 */
export class Slices {
  #running = 0;
  #isScheduled = false;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>((begin) => {
      this.#waiting.push(begin);
      this.#schedule();
    });
    try {
      return await work();
    } finally {
      this.#running--;
      this.#schedule();
    }
  }

  #schedule(): void {
    if (this.#isScheduled || this.#running >= this.atOnce || this.#waiting.length === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#running++;
      this.#waiting.shift()!();
      this.#schedule();
    });
  }
}
