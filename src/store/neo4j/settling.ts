/** When claims are settled: by and by while nothing is written, and at once when a read waits for it. */

/** Milliseconds without a write after which claims are settled that nobody has asked for yet. */
const IDLE = 200;

export class Settling {
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** `some` settles a few claims, and says whether it found any. */
  constructor(private readonly some: () => Promise<boolean>) {}

  soon(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    // A database that is away will be asked again after the next write, or by a read that needs it.
    this.#timer = setTimeout(() => void this.now().catch(() => undefined), IDLE);
    this.#timer.unref();
  }

  now(): Promise<void> {
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running?.catch(() => undefined);
  }

  async #run(): Promise<void> {
    while (!this.#closed && (await this.some()));
  }
}
