/**
 * When claims are settled: those that are by and by while nothing is written, and at once when a read waits
 * for it; those that were only when a read waits, for after a large load they are many, and few will ask.
 */
import type { Need } from '../../plan/settled.js';

/** Milliseconds without a write after which claims are settled that nobody has asked for yet. */
const IDLE = 200;
const AS_THEY_ARE: Need = { moments: [] };

interface Waiting {
  readonly need: Need;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export class Settling {
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #waiting: Waiting[] = [];
  /** Writes under way: they come first, unless somebody waits. */
  #writes = 0;

  /** `some` settles a few of the claims that are needed, and says whether there were any. */
  constructor(private readonly some: (need: Need) => Promise<boolean>) {}

  soon(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#writes > 0) return;
    // A database that is away will be asked again after the next write, or by a read that needs it.
    this.#timer = setTimeout(() => this.#run(), IDLE);
    this.#timer.unref();
  }

  /** Runs a write, beside which nothing is settled that nobody waits for. */
  async after<T>(write: () => Promise<T>): Promise<T> {
    clearTimeout(this.#timer);
    this.#writes++;
    const written = await write().finally(() => this.#writes--);
    this.soon();
    return written;
  }

  /** Resolves when the corroboration of every claim that is needed is worked out. */
  now(need: Need): Promise<void> {
    const settled = new Promise<void>((resolve, reject) => this.#waiting.push({ need, resolve, reject }));
    this.#run();
    return settled;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #run(): void {
    this.#running ??= this.#settle()
      .catch((error: unknown) => this.#waiting.splice(0).forEach(({ reject }) => reject(error)))
      .finally(() => {
        this.#running = undefined;
        // Who came while the last one ended.
        if (this.#waiting.length > 0) this.#run();
      });
  }

  async #settle(): Promise<void> {
    while (this.#writes === 0 || this.#waiting.length > 0) {
      const [first] = this.#waiting;
      if (!this.#closed && (await this.some(first?.need ?? AS_THEY_ARE))) continue;
      if (!first) return;
      this.#waiting.shift()!.resolve();
    }
  }
}
