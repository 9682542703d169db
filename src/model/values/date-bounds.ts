/** Bounds in time, and the calendar that they are worked out by: the proleptic Gregorian one, with a year 0. */

/** Bounds in epoch milliseconds, both inclusive; an open or unknown end is the matching extreme. */
export interface DateBounds {
  readonly lower: number;
  readonly upper: number;
}

/** The extremes of an ECMAScript date: what an open interval reaches to. */
export const EARLIEST = -8_640_000_000_000_000;
export const LATEST = 8_640_000_000_000_000;

const HOUR = 3_600_000;
/** A clock that says nothing of its zone may be as far ahead of UTC as this, or behind it. */
export const ZONE_AHEAD = 14 * HOUR;
export const ZONE_BEHIND = 12 * HOUR;

/** The beginning of a year, month (from 0) or day. Date.UTC takes the years 0 to 99 for 1900 to 1999. */
export const startOf = (year: number, month = 0, day = 1): number => new Date(0).setUTCFullYear(year, month, day);

export const daysIn = (year: number, month: number): number => new Date(startOf(year, month + 1, 0)).getUTCDate();

export const widened = ({ lower, upper }: DateBounds, before: number, after: number): DateBounds => ({
  lower: Math.max(EARLIEST, lower - before),
  upper: Math.min(LATEST, upper + after),
});
