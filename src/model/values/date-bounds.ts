/**
 * Bounds in time, and the calendar that they are worked out by: the proleptic Gregorian one, with a year 0.
 *
 * THE rule of zones. A bound has a moment and, where the source gives one, a zone; without a zone the moment is the
 * calendar's, written as UTC. It is compared on one of two clocks:
 *
 * - CALENDAR: the day and time as the source wrote them. Filters and counts by days, months or years ask on this one:
 *   `2021-01-09T18:07-08:00` lies on 9 January, although it was the 10th in Greenwich.
 * - INSTANT: the moment in time. A filter by a time with a zone asks on this one, and two dates are compared on it as
 *   soon as one of them has a zone. A calendar date may then be in any zone: possibly it is from 14 hours before its
 *   beginning to 12 hours after its end, and surely only where all of that is.
 */

/** Bounds in epoch milliseconds, both inclusive; an open or unknown end is the matching extreme. */
export interface DateBounds {
  readonly lower: number;
  readonly upper: number;
}

/** The extremes of an ECMAScript date: what an open interval reaches to. */
export const EARLIEST = -8_640_000_000_000_000;
export const LATEST = 8_640_000_000_000_000;

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A clock that says nothing of its zone may be as far ahead of UTC as this, or behind it. */
export const ZONE_AHEAD = 14 * HOUR;
export const ZONE_BEHIND = 12 * HOUR;

export type DateClock = 'CALENDAR' | 'INSTANT';
export type DateEnd = 'lower' | 'upper';

/** Minutes ahead of UTC at either end of a date, undefined where it names no zone. */
export interface DateZones {
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

/** One end of a date on a clock, in epoch milliseconds. */
export function endOnClock(end: DateEnd, clock: DateClock, moment: number, zone: number | undefined): number {
  if (clock === 'CALENDAR') return moment + (zone ?? 0) * MINUTE;
  if (zone !== undefined) return moment;
  return end === 'lower' ? Math.max(EARLIEST, moment - ZONE_AHEAD) : Math.min(LATEST, moment + ZONE_BEHIND);
}

export const onClock = (clock: DateClock, { lower, upper }: DateBounds, zones: DateZones): DateBounds => ({
  lower: endOnClock('lower', clock, lower, zones.lower),
  upper: endOnClock('upper', clock, upper, zones.upper),
});

/** No clock is a day ahead of UTC: a stored zone is minutes ahead of that, and 0 where none is given. */
export const ZONE_BASE = 1_440;
export const storedZone = (zone: number | undefined): number => (zone === undefined ? 0 : ZONE_BASE + zone);
export const zoneStored = (stored: number): number | undefined => (stored === 0 ? undefined : stored - ZONE_BASE);

/** The beginning of a year, month (from 0) or day. Date.UTC takes the years 0 to 99 for 1900 to 1999. */
export const startOf = (year: number, month = 0, day = 1): number => new Date(0).setUTCFullYear(year, month, day);

export const daysIn = (year: number, month: number): number => new Date(startOf(year, month + 1, 0)).getUTCDate();

export const widened = ({ lower, upper }: DateBounds, before: number, after: number): DateBounds => ({
  lower: Math.max(EARLIEST, lower - before),
  upper: Math.min(LATEST, upper + after),
});
