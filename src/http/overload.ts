/**
 * Whether more is asked than can be done, by how many of the requests that come wait for too long. A burst is
 * none: many must be late for a while (Nichols and Jacobson, "Controlling Queue Delay", 2012, from which it is
 * also that an overload which comes back soon goes on where it was).
 */

/** Of the last request in the average. */
const NEWEST_SHARE = 0.02;
/** Past the one, times are no longer calm; below the other they are again, */
const LATE_SHARE = 0.25;
const CALM_SHARE = 0.1;
/** once they have been for so many milliseconds: a moment in which few came is not the end. */
const CALM_FOR = 500;
/** Milliseconds without any request, after which nothing is known any more. */
const QUIET_FOR = 2_000;
/** Milliseconds within which an overload that comes back is the same one. */
const COMES_BACK_WITHIN = 10_000;

export class Overload {
  /** How many of the requests are late, the last ones counting most; 0 to 1. */
  #lateShare = 0;
  /** All by the clock of `performance`. */
  #countedAt = -Infinity;
  #lateSince: number | undefined;
  #calmSince: number | undefined;
  #overAt = -Infinity;

  /** `patience`: milliseconds for which many must be late. */
  constructor(private readonly patience: number) {}

  get lasts(): boolean {
    const now = performance.now();
    return this.#lateSince !== undefined && now - this.#countedAt < QUIET_FOR && this.#lasts(this.#lateSince, now);
  }

  count(isLate: boolean): void {
    const now = performance.now();
    if (now - this.#countedAt >= QUIET_FOR) this.#end(this.#countedAt);
    this.#countedAt = now;
    this.#lateShare += (Number(isLate) - this.#lateShare) * NEWEST_SHARE;
    if (this.#lateShare > LATE_SHARE) this.#lateSince ??= now;
    if (this.#lateSince === undefined || this.#lateShare >= CALM_SHARE) this.#calmSince = undefined;
    else if (now - (this.#calmSince ??= now) > CALM_FOR) this.#end(now);
  }

  #lasts(lateSince: number, now: number): boolean {
    return now - lateSince > this.patience || lateSince - this.#overAt < COMES_BACK_WITHIN;
  }

  #end(at: number): void {
    if (this.#lateSince !== undefined && this.#lasts(this.#lateSince, at)) this.#overAt = at;
    this.#lateShare = 0;
    this.#lateSince = undefined;
    this.#calmSince = undefined;
  }
}
