/**
 * Time as it is known: what surely falls in a day, month or year is counted there; what is known less
 * precisely is never given a day it does not have, but counted where it may fall, or apart.
 */
import { NO_DEADLINE, type Clock } from '../model/clock.js';
import { EARLIEST, LATEST } from '../model/values/dates.js';
import type { GroupCount } from '../plan/rows.js';

export type Bucket = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'DECADE';
export type Axis = 'SAID' | 'VALID' | 'RECORDED';

export interface Period {
  /** Bounds in epoch milliseconds, both inclusive. */
  readonly lower: number;
  readonly upper: number;
  /** EDTF level 1. */
  readonly text: string;
}

export interface TimelineBucket {
  readonly period: Period;
  /** What surely falls in it; of validity: what surely holds at some time in it. */
  readonly surely: number;
  /** What may, besides. */
  readonly possibly: number;
}

export interface Timeline {
  readonly buckets: readonly TimelineBucket[];
  /** Known too vaguely to surely fall in any one bucket. */
  readonly imprecise: number;
  /** Without a date. */
  readonly undated: number;
  readonly total: number;
}

/** When something is: for sure within the inner bounds (if lower <= upper), perhaps within the outer ones. */
interface Span {
  readonly sure: { readonly lower: number; readonly upper: number } | undefined;
  readonly possible: { readonly lower: number; readonly upper: number };
  /** It is uncertain or approximate, and so not sure to be within any bounds. */
  readonly isDoubtful: boolean;
  readonly count: number;
}

/** What becomes of those known too vaguely for one bucket: SPREAD over all they may fall in, EARLIEST in the first of these, APART in none. */
export type Imprecise = 'SPREAD' | 'EARLIEST' | 'APART';

export interface TimelineOptions {
  readonly axis: Axis;
  readonly imprecise: Imprecise;
  readonly bucket: Bucket;
  /** Bounds in epoch milliseconds; undefined: from the first to the last date. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly bucketsMax: number;
  /** How long it may take; not given: as long as it does. */
  readonly clock?: Clock;
}

/** Throws RangeError where there would be more buckets than allowed. */
export function timelineOf(
  groups: readonly GroupCount[],
  total: number,
  { axis, bucket, bucketsMax, imprecise: vague, clock = NO_DEADLINE, ...window }: TimelineOptions,
): Timeline {
  const spans = groups.flatMap(({ values, count }) => spanOf(axis, values as (number | null)[], count) ?? []);
  const dated = spans.reduce((sum, { count }) => sum + count, 0);
  const { from, until } = windowOf(spans, window);
  const cells = new Map<number, { period: Period; surely: number; possibly: number }>();
  const add = (period: Period, how: 'surely' | 'possibly', count: number): void => {
    clock.check();
    let cell = cells.get(period.lower);
    if (!cell) {
      if (cells.size === bucketsMax) throw new RangeError(`more than ${bucketsMax} buckets`);
      cells.set(period.lower, (cell = { period, surely: 0, possibly: 0 }));
    }
    cell[how] += count;
  };
  let imprecise = 0;
  for (const { sure, possible, isDoubtful, count } of spans) {
    clock.check();
    const home = isKnown(possible.lower) ? periodAt(possible.lower, bucket) : undefined;
    const isWithin = home !== undefined && possible.upper <= home.upper && !isDoubtful;
    const holds = axis === 'VALID' ? sure : undefined;
    if (!isWithin && !holds) imprecise += count;
    const [start, end] = [Math.max(possible.lower, from ?? LATEST), Math.min(possible.upper, until ?? EARLIEST)];
    if (start > end) continue;
    if (isWithin) add(home, 'surely', count);
    else if (vague === 'SPREAD')
      for (const period of periodsBetween(start, end, bucket)) {
        const surely = holds !== undefined && holds.lower <= period.upper && holds.upper >= period.lower;
        add(period, surely ? 'surely' : 'possibly', count);
      }
    else if (holds) {
      for (const period of periodsBetween(Math.max(start, holds.lower), Math.min(end, holds.upper), bucket)) add(period, 'surely', count);
    } else if (vague === 'EARLIEST') add(periodAt(start, bucket), 'possibly', count);
  }
  const buckets = [...cells.values()].sort((a, b) => a.period.lower - b.period.lower);
  return { buckets, imprecise, undated: total - dated, total };
}

const isKnown = (moment: number): boolean => moment !== EARLIEST && moment !== LATEST;

/** The values are bounds, and whether there is a doubt: of one date, or of the two ends of a validity; a moment is counted by its day. */
function spanOf(axis: Axis, values: readonly (number | null)[], count: number): Span | undefined {
  if (axis === 'VALID') {
    const [fromLower, fromUpper, isFromDoubtful, untilLower, untilUpper, isUntilDoubtful] = values;
    if (fromLower === null && untilLower === null) return undefined;
    const between = { lower: fromUpper ?? EARLIEST, upper: untilLower ?? LATEST };
    const [start, end] = [isFromDoubtful ? null : fromUpper, isUntilDoubtful ? null : untilLower];
    // An end that is not given, or not surely so, says nothing of how long; from the other one on it may hold.
    const known = start === null || end === null ? edgeOf(start, end) : between;
    const isSure = known && known.lower <= known.upper && known.lower <= between.upper && known.upper >= between.lower;
    return {
      sure: isSure ? known : undefined,
      isDoubtful: Boolean(isFromDoubtful) || Boolean(isUntilDoubtful),
      possible: { lower: fromLower ?? EARLIEST, upper: untilUpper ?? LATEST },
      count,
    };
  }
  const [lower, upper, doubtful] = values;
  if (lower === null || lower === undefined) return undefined;
  const bounds = { lower, upper: axis === 'RECORDED' ? lower : (upper as number) };
  return { sure: bounds, isDoubtful: Boolean(doubtful), possible: bounds, count };
}

/** The one moment that a half-open validity surely takes in: its given end, where that is no interval to eternity. */
function edgeOf(fromUpper: number | null | undefined, untilLower: number | null | undefined): { lower: number; upper: number } | undefined {
  const edge = fromUpper ?? untilLower;
  return edge === null || edge === undefined || edge === LATEST || edge === EARLIEST ? undefined : { lower: edge, upper: edge };
}

function windowOf(spans: readonly Span[], { from, until }: { from?: number | undefined; until?: number | undefined }) {
  const spanned = spans.map(({ sure, possible }) => sure ?? possible);
  const lowers = spanned.map(({ lower }) => lower).filter(isKnown);
  const uppers = spanned.map(({ upper }) => upper).filter(isKnown);
  const least = (all: readonly number[]) => all.reduce<number | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
  const most = (all: readonly number[]) => all.reduce<number | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
  return { from: from ?? least([...lowers, ...uppers]), until: until ?? most([...lowers, ...uppers]) };
}

/** From the period that holds the first moment to the one that holds the last. */
function* periodsBetween(from: number, until: number, bucket: Bucket): Generator<Period> {
  if (from > until) return;
  for (let period = periodAt(from, bucket); period.lower <= until; period = periodAt(period.upper + 1, bucket)) yield period;
}

/** Calendar dates are compared as UTC (values/dates.ts), and so are their periods. */
export function periodAt(moment: number, bucket: Bucket): Period {
  const date = new Date(moment);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (bucket) {
    case 'DAY':
      return period([year, month, day], [year, month, day + 1], dayText);
    case 'WEEK': {
      // ISO 8601: a week begins on Monday.
      const monday = day - ((date.getUTCDay() + 6) % 7);
      return period([year, month, monday], [year, month, monday + 7], (lower, upper) => `${dayText(lower)}/${dayText(upper)}`);
    }
    case 'MONTH':
      return period([year, month, 1], [year, month + 1, 1], monthText);
    case 'QUARTER': {
      const first = month - (month % 3);
      return period([year, first, 1], [year, first + 3, 1], (lower, upper) => `${monthText(lower)}/${monthText(upper)}`);
    }
    case 'YEAR':
      return period([year, 0, 1], [year + 1, 0, 1], yearText);
    case 'DECADE': {
      const first = Math.floor(year / 10) * 10;
      return period([first, 0, 1], [first + 10, 0, 1], (lower, upper) => `${yearText(lower)}/${yearText(upper)}`);
    }
  }
}

type Day = readonly [year: number, month: number, day: number];

function period(first: Day, next: Day, text: (lower: number, upper: number) => string): Period {
  const [lower, upper] = [utc(first), utc(next) - 1];
  return { lower, upper, text: text(lower, upper) };
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
function utc([year, month, day]: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** ISO 8601 with the sign and six digits of years that four do not hold. */
function yearText(moment: number): string {
  const year = new Date(moment).getUTCFullYear();
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0');
  return year < 0 && year >= -9999 ? `-${String(-year).padStart(4, '0')}` : `Y${year}`;
}
const two = (number: number): string => String(number).padStart(2, '0');
const monthText = (moment: number): string => `${yearText(moment)}-${two(new Date(moment).getUTCMonth() + 1)}`;
const dayText = (moment: number): string => `${monthText(moment)}-${two(new Date(moment).getUTCDate())}`;
