/**
 * The change log as it grows, for many who follow it. The feed looks at the end of the log, once for all, and keeps
 * the newest changes; a follower who is further behind reads the log itself, a slice at a time. What a follower needs
 * is its position alone, so that a slow one costs nothing, and one that comes back goes on where it was.
 */
import { Slices } from './slices.js';
import type { ChangeHeader, Store } from './store.js';

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
/** Without their documents, which nobody who follows needs, so many are read from a SQLite file in half a millisecond. */
const CHANGES_AT_ONCE = 500;
/** Reads of followers that are behind, of all of them together. */
const OWN_READS_AT_ONCE = 2;
/** Milliseconds that what is known of the log is kept after the last follower has gone. */
const REMEMBERED_FOR = 30_000;

interface Follower {
  /** It was told of every change up to this position. */
  position: number;
}

export class ChangeFeed {
  #newest: ChangeHeader[] = [];
  /** When they were read, in stretches: up to which position, by performance.now(). */
  #stretches: { readonly to: number; readonly at: number }[] = [];
  /** All that there is after this position, up to the next one, is among the newest. */
  #keptAfter = 0;
  /** The position up to which the log was looked at; undefined before anybody follows, and a while after. */
  #position: number | undefined;
  /** Nobody follows: the log is not looked at. */
  #isResting = true;
  readonly #followers = new Set<Follower>();
  /** For the next look, or while nobody follows for forgetting. */
  #timer: NodeJS.Timeout | undefined;
  #beginning: Promise<void> | undefined;
  #looking: Promise<void> | undefined;
  readonly #waiting = new Set<() => void>();
  readonly #looks = new Slices(1);
  readonly #ownReads = new Slices(OWN_READS_AT_ONCE);

  constructor(
    private readonly store: Pick<Store, 'changeHeaders' | 'position'>,
    private readonly options: ChangeFeedOptions,
  ) {}

  /** Every change after a position, or from now on, in order, each once; it ends when the signal is given. */
  async *follow(since: number | undefined, signal: AbortSignal): AsyncGenerator<ChangeHeader, void, undefined> {
    const follower: Follower = { position: Infinity };
    this.#followers.add(follower);
    try {
      follower.position = since ?? (await this.store.position());
      await this.#begun();
      while (!signal.aborted) {
        const changes = await this.#next(follower, signal);
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

  /** The feed begins at the end of the log, wherever its first follower is, or goes on where it stopped to look a short while ago. */
  async #begun(): Promise<void> {
    if (!this.#isResting) return;
    this.#beginning ??= this.#begin().finally(() => (this.#beginning = undefined));
    await this.#beginning;
  }

  async #begin(): Promise<void> {
    const end = await this.store.position();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isResting = false;
    // So far behind, all who come would have to wait until the feed has read what they may not even ask for.
    if (this.#position === undefined || end - this.#position > KEPT) this.#beginAt(end);
    if (this.#followers.size === 0) this.#rest();
  }

  #beginAt(position: number | undefined): void {
    this.#position = position;
    this.#keptAfter = position ?? 0;
    this.#newest = [];
    this.#stretches = [];
  }

  /** Some changes after the follower's position; none when the signal was given, or nothing came for a while. */
  async #next(follower: Follower, signal: AbortSignal): Promise<readonly ChangeHeader[]> {
    await this.#begun();
    this.#forget();
    const { position } = follower;
    const seen = this.#position!;
    if (position >= seen) {
      this.#look();
      await this.#woken(signal);
      return [];
    }
    const changes =
      position < this.#keptAfter
        ? await this.#ownReads.run(async () => (signal.aborted ? [] : this.store.changeHeaders(position, CHANGES_AT_ONCE)))
        : this.#newest.slice(placeAfter(this.#newest, position)).slice(0, CHANGES_AT_ONCE);
    // What there was up to there is none of its business, or not any more.
    if (changes.length === 0 && !signal.aborted) follower.position = seen;
    return changes;
  }

  /** Resolves when there may be something new, or the signal is given. */
  #woken(signal: AbortSignal): Promise<void> {
    return new Promise<void>((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }

  /** Looks now, and again after a while, as long as somebody follows. */
  #look(): void {
    if (this.#looking || this.#timer || this.#isResting) return;
    this.#looking = this.#read()
      .catch(this.options.onFailure)
      .finally(() => {
        this.#looking = undefined;
        if (this.#isResting) return;
        this.#timer = setTimeout(() => {
          this.#timer = undefined;
          this.#look();
        }, this.options.interval);
        this.#timer.unref();
      });
  }

  /** Up to the end of the log, slice by slice. */
  async #read(): Promise<void> {
    for (;;) {
      const from = this.#position;
      if (from === undefined || this.#isResting) return;
      const changes = await this.#looks.run(() => this.store.changeHeaders(from, CHANGES_AT_ONCE));
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
    this.#isResting = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#beginAt(undefined), REMEMBERED_FOR);
    this.#timer.unref();
  }
}

/** Where the changes after a position begin: positions grow, but some are missing where not every change is shown. */
function placeAfter(changes: readonly ChangeHeader[], position: number): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.position > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
