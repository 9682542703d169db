/**
 * The change log as it grows, for many who follow it: one reader asks the store, the newest changes are kept
 * for all, and whoever is further behind reads the log itself. What each follower needs is its position alone,
 * so that a slow one costs nothing, and one that comes back goes on where it was.
 */
import type { Change, Store } from './store.js';

export interface ChangeFeedOptions {
  /** Milliseconds between two looks at the log while somebody follows. */
  readonly interval: number;
  /** Milliseconds that changes are kept for, where who may see them can change; as many as there is room for where it is not given. */
  readonly keptFor?: number;
  /** Hears of looks that failed; the next one is taken all the same. */
  readonly onFailure: (error: unknown) => void;
}

/** Changes kept in memory for followers that are nearly up to date. */
const KEPT = 5_000;
const CHANGES_AT_ONCE = 500;

export class ChangeFeed {
  #newest: Change[] = [];
  /** When they were read, in stretches: up to which position, by performance.now(). */
  #stretches: { readonly to: number; readonly at: number }[] = [];
  /** All that there is after this position, up to the next one, is among the newest. */
  #keptAfter = 0;
  /** The position up to which the log was looked at; undefined while nobody follows. */
  #position: number | undefined;
  /** Up to which position each of those who follow was told. */
  readonly #followers = new Set<{ position: number }>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly store: Pick<Store, 'changes' | 'position'>,
    private readonly options: ChangeFeedOptions,
  ) {}

  /** Every change after a position, or from now on, in order, each once; it ends when the signal is given. */
  async *follow(since: number | undefined, signal: AbortSignal): AsyncGenerator<Change, void, undefined> {
    const follower = { position: Infinity };
    this.#followers.add(follower);
    try {
      follower.position = since ?? (await this.store.position());
      while (!signal.aborted) {
        const changes = await this.#after(follower.position, signal);
        for (const change of changes) {
          if (signal.aborted) return;
          yield change;
          follower.position = change.position;
        }
      }
    } finally {
      this.#followers.delete(follower);
      if (this.#followers.size === 0) this.#rest();
    }
  }

  /** By how many positions of the log the slowest of those who follow is behind the newest change that was seen. */
  get lag(): number {
    let lag = 0;
    for (const { position } of this.#followers) lag = Math.max(lag, (this.#position ?? 0) - position);
    return lag;
  }

  /** Some changes after the position; none when the signal was given, or nothing came for a while. */
  async #after(position: number, signal: AbortSignal): Promise<readonly Change[]> {
    if (this.#position !== undefined && position < this.#position) {
      this.#forget();
      if (position < this.#keptAfter) return this.store.changes(position, CHANGES_AT_ONCE);
      const next = placeAfter(this.#newest, position);
      return this.#newest.slice(next, next + CHANGES_AT_ONCE);
    }
    if (this.#position === undefined) {
      // The first to follow: from its own place on.
      this.#position = position;
      this.#keptAfter = position;
      this.#newest = [];
      this.#stretches = [];
    }
    this.#look();
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
    return [];
  }

  /** Looks now, and again after a while, as long as somebody follows. */
  #look(): void {
    if (this.#looking || this.#timer) return;
    this.#looking = this.#read()
      .catch(this.options.onFailure)
      .finally(() => {
        this.#looking = undefined;
        if (this.#followers.size === 0) return this.#rest();
        this.#timer = setTimeout(() => {
          this.#timer = undefined;
          this.#look();
        }, this.options.interval);
        this.#timer.unref();
      });
  }

  async #read(): Promise<void> {
    for (;;) {
      const from = this.#position;
      if (from === undefined) return;
      const changes = await this.store.changes(from, CHANGES_AT_ONCE);
      const last = changes.at(-1);
      if (!last || this.#position !== from) return;
      this.#newest.push(...changes);
      if (this.options.keptFor !== undefined) this.#stretches.push({ to: last.position, at: performance.now() });
      if (this.#newest.length > 2 * KEPT) {
        this.#keptAfter = this.#newest.at(-KEPT - 1)!.position;
        this.#newest = this.#newest.slice(-KEPT);
      }
      this.#position = last.position;
      for (const wake of this.#waiting) wake();
      if (changes.length < CHANGES_AT_ONCE) return;
    }
  }

  /** What was kept for long enough is read from the store again. */
  #forget(): void {
    const { keptFor } = this.options;
    if (keptFor === undefined) return;
    const since = performance.now() - keptFor;
    let old = 0;
    while (old < this.#stretches.length && this.#stretches[old]!.at < since) old++;
    if (old === 0) return;
    this.#keptAfter = this.#stretches[old - 1]!.to;
    this.#stretches = this.#stretches.slice(old);
    this.#newest = this.#newest.slice(placeAfter(this.#newest, this.#keptAfter));
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#position = undefined;
    this.#newest = [];
    this.#stretches = [];
  }
}

/** Where the changes after a position begin: positions grow, but some are missing where not every change is shown. */
function placeAfter(changes: readonly Change[], position: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.position > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
